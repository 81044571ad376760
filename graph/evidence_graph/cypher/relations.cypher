// What do these relations say, between which elements, and who says so?
UNWIND $ids AS relation
MATCH (r:Relation {id: relation})
RETURN r{.id, .kind, .paraphraseNl, .paraphraseEn} AS relation,
       [(r)-[:STARTS_AT]->(e:Element) | e{.id, .labelNl, .labelEn}] AS starts,
       [(r)-[:ENDS_AT]->(e:Element) | e{.id, .labelNl, .labelEn}] AS ends,
       [(r)-[:FOUND_AT]->(p:Passage) | p{.id, .section, .page}] AS places,
       [(r)-[:RESTS_ON]->(c:Citation) | c{.id, .printedForm, .mode, .pages,
           cites: [(c)-[:CITES]->(t:Source) | t{.id, .shortName}],
           relayedBy: [(c)-[:RELAYED_BY]->(b:Source) | b{.id, .shortName}]}] AS citations
ORDER BY r.id
