// What are these elements, those with the most sources first, and what are they tied to?
UNWIND $ids AS id
MATCH (e:Element {id: id})
RETURN e{.id, .labelNl, .labelEn, .layerId, .findingCount, .sourceCount, .exceptionCount,
         .reportedCount, .states, .ties} AS element
ORDER BY e.weightRank
LIMIT $limit
