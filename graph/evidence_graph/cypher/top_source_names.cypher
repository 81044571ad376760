// What are the sources that carry most called?
MATCH (s:Source)
WHERE s.weightRank < $limit
RETURN s{.id, .shortName} AS source
ORDER BY s.weightRank
