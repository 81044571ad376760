// Which sources carry the most elements, and on whom do they lean?
MATCH (s:Source)
WHERE s.weightRank < $limit
RETURN s{.id, .shortName, .findingCount, .elementCount, .elementTies, .relaysIds,
         .relayedByIds} AS source
ORDER BY s.weightRank
