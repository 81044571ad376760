// What are the elements with the most sources called?
MATCH (e:Element)
WHERE e.weightRank < $limit
RETURN e{.id, .labelNl, .labelEn} AS element
ORDER BY e.weightRank
