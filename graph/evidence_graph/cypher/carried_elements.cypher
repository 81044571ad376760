// What are these elements, those with the most sources first, and which sources carry them?
UNWIND $ids AS id
MATCH (e:Element {id: id})
RETURN e{.id, .labelNl, .labelEn, .layerId, .findingCount, .sourceCount, .exceptionCount,
         .reportedCount, .states, .sourceTies} AS element
ORDER BY e.weightRank
LIMIT $limit
