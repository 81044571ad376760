// How many sources are there?
MATCH (s:Source) RETURN count(s) AS total
