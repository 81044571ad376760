// Which elements rest on this source alone?
// (The WITH line parts the lookups: without it ArcadeDB 26.10.2 finds nothing.)
MATCH (s:Source {id: $id})
WITH s.soleElementIds AS ids
UNWIND ids AS element
MATCH (e:Element {id: element})
RETURN e{.id, .labelNl, .labelEn} AS element
ORDER BY e.rowNumber
