// Which layers are there, from the client outwards, and how many elements stand in each?
MATCH (l:Layer)
RETURN l{.id, .labelNl, .labelEn, .definitionNl, .definitionEn, .`order`, .ring} AS layer,
       [(l)-[:BROADER]->(b:Layer) | b.id] AS broader,
       COUNT { (l)<-[:PLACED_IN]-() } AS elements
ORDER BY l.`order`, l.id
