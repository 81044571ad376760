// What do these sources carry, those that carry most first, and on whom do they lean?
UNWIND $ids AS id
MATCH (s:Source {id: id})
RETURN s{.id, .shortName, .findingCount, .elementCount, .elementTies, .relaysIds,
         .relayedByIds} AS source
ORDER BY s.weightRank
LIMIT $limit
