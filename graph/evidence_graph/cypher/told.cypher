// What do these records of one kind say, of what, where, and who says so?
UNWIND $ids AS id
MATCH (n:LABEL {id: id})
RETURN properties(n) AS record,
       [(n)-[:ABOUT|HOLDS_FOR|DEFINES|MEMBERS|RESTS_ON_ELEMENT|SEARCHES_FOR]->(e:Element) |
           e{.id, .labelNl, .labelEn, .rowNumber}] AS elements,
       [(n)-[:IN_DOMAIN|COVERS]->(d:Domain) | d{.id, .labelNl, .labelEn, .order}] AS domains,
       [(n)-[:SEEN_FROM]->(v:Perspective) | v{.id, .labelNl, .labelEn}] AS perspectives,
       [(n)-[:FROM_CASE]->(k:Case) | k{.id, .labelNl, .labelEn}] AS cases,
       [(n)-[:CONCERNS]->(o:Source) | o{.id, .shortName}] AS concerned,
       [(n)-[:FOUND_AT]->(p:Passage) | p{.id, .section, .page}] AS places,
       [(n)-[:RESTS_ON]->(c:Citation) | c{.id, .printedForm, .mode, .pages,
           cites: [(c)-[:CITES]->(t:Source) | t{.id, .shortName}],
           relayedBy: [(c)-[:RELAYED_BY]->(b:Source) | b{.id, .shortName}]}] AS citations
