// How many elements are there?
MATCH (e:Element) RETURN count(e) AS total
