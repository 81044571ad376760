// By what do filters tell the findings on these pages of an element apart?
UNWIND $pages AS page
MATCH (f:Finding {elementPage: page})
RETURN f{.id, .lane, .evidenceKind} AS finding,
       [(f)-[:IN_DOMAIN]->(d:Domain) | d.id] AS domains,
       [(f)-[:RESTS_ON]->(c:Citation) | [(c)-[:CITES]->(s:Source) | s.id]] AS cited
ORDER BY f.elementOrder, f.id
