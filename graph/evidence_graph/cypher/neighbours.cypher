// What are these elements, those with the most sources first, and what stands one step away?
UNWIND $ids AS id
MATCH (e:Element {id: id})
RETURN e{.id, .labelNl, .labelEn, .layerId, .findingCount, .sourceCount, .exceptionCount,
         .states, .neighbourIds} AS element
ORDER BY e.weightRank
LIMIT $limit
