// Of which open points and lists does this source hold the keys, and on what does it report?
MATCH (s:Source {id: $id})
RETURN s.openPointIds AS openPoints, s.carriedListIds AS carriedLists,
       [(s)-[:ORIGINATES_FROM]->(t:Study) |
           t{.id, .labelNl, .labelEn, .evidenceKind, .noteNl, .noteEn}] AS studies
