// Which exceptions qualify this element, and who says so?
// (The WITH line parts the lookups: without it ArcadeDB 26.10.2 finds nothing.)
MATCH (n:Element {id: $id})
WITH n.exceptionIds AS ids
UNWIND ids AS exception
MATCH (x:Exception {id: exception})
RETURN x{.id, .conditionNl, .conditionEn, .consequenceNl, .consequenceEn} AS exception,
       [(x)-[:QUALIFIES]->(e:Element) | e{.id, .labelNl, .labelEn, .rowNumber}] AS elements,
       [(x)-[:FOUND_AT]->(p:Passage) | p{.id, .section, .page}] AS places,
       [(x)-[:RESTS_ON]->(c:Citation) | c{.id, .printedForm, .mode, .pages,
           cites: [(c)-[:CITES]->(t:Source) | t{.id, .shortName}],
           relayedBy: [(c)-[:RELAYED_BY]->(b:Source) | b{.id, .shortName}]}] AS citations
ORDER BY x.id
