// Which elements are there, in which layers, seen from which side? (All: the index of filters.)
MATCH (e:Element)
RETURN e.id AS id, e.rowNumber AS number, e.labelNl AS nl, e.labelEn AS en,
       [(e)-[:PLACED_IN]->(l:Layer) | l.id] AS layers,
       [(e)-[:SEEN_FROM]->(v:Perspective) | v.id] AS perspectives
ORDER BY e.rowNumber
