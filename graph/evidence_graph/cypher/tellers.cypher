// Which sources tell of this one?
// (The WITH line parts the lookups: without it ArcadeDB 26.10.2 finds nothing.)
MATCH (s:Source {id: $id})
WITH s.relayedByIds AS ids
UNWIND ids AS other
MATCH (o:Source {id: other})
RETURN o{.id, .shortName} AS source
ORDER BY o.rowNumber, o.id
