// Which elements fall under this one? (Not against the arrow: an element has many findings.)
// (The WITH line parts the lookups: without it ArcadeDB 26.10.2 finds nothing.)
MATCH (e:Element {id: $id})
WITH e.neighbourIds AS ids
UNWIND ids AS neighbour
MATCH (n:Element {id: neighbour})
WITH n, [(n)-[:BROADER]->(b:Element) | b.id] AS broader
WHERE $id IN broader
RETURN n{.id, .labelNl, .labelEn, .rowNumber} AS element
ORDER BY n.rowNumber
