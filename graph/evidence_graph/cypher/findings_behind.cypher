// On which findings do these recommendations rest?
UNWIND $ids AS id
MATCH (n:Recommendation {id: id})-[:RESTS_ON_FINDING]->(f:Finding)-[:ABOUT]->(e:Element)
RETURN id AS recommendation,
       f{.id, .direction, .paraphraseNl, .paraphraseEn} AS finding,
       e{.id, .labelNl, .labelEn} AS element,
       [(f)-[:FOUND_AT]->(p:Passage) | p{.id, .section, .page}] AS places,
       [(f)-[:RESTS_ON]->(c:Citation) | c{.id, .printedForm, .mode, .pages,
           cites: [(c)-[:CITES]->(t:Source) | t{.id, .shortName}],
           relayedBy: [(c)-[:RELAYED_BY]->(b:Source) | b{.id, .shortName}]}] AS citations
ORDER BY recommendation, f.id
