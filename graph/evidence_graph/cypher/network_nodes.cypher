// Which elements have the most sources?
MATCH (e:Element)
WHERE e.weightRank < $limit
RETURN e{.id, .labelNl, .labelEn, .layerId, .findingCount, .sourceCount, .exceptionCount,
         .reportedCount, .states, .ties, .topTies} AS element
ORDER BY e.weightRank
