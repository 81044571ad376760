// What are these elements tied to, those with the most sources first?
UNWIND $ids AS id
MATCH (e:Element {id: id})
RETURN e{.id, .weightRank, .ties} AS element
ORDER BY e.weightRank
