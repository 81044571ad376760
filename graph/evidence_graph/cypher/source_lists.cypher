// Of which open points does this source hold the keys, and on which studies does it report?
MATCH (s:Source {id: $id})
RETURN s.openPointIds AS openPoints,
       [(s)-[:ORIGINATES_FROM]->(t:Study) |
           t{.id, .labelNl, .labelEn, .evidenceKind, .noteNl, .noteEn}] AS studies
