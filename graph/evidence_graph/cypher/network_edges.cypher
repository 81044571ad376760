// How do these elements relate to each other?
UNWIND $ids AS id
MATCH (a:Element {id: id})-[r:RELATES_TO|BROADER]->(b:Element)
WHERE b.id IN $ids
RETURN a.id AS start, b.id AS end, type(r) AS type, r.kinds AS kinds, r.counts AS counts
