// Which findings are these?
UNWIND $ids AS id
MATCH (f:Finding {id: id})
RETURN f{.id, .direction, .lane, .evidenceKind, .testedBy, .paraphraseNl, .paraphraseEn} AS finding,
       [(f)-[:ABOUT]->(e:Element) | e{.id, .labelNl, .labelEn}] AS elements,
       [(f)-[:IN_DOMAIN]->(d:Domain) | d{.id, .labelNl, .labelEn}] AS domains,
       [(f)-[:OUTCOME]->(o:Outcome) | o{.id, .labelNl, .labelEn}] AS outcomes,
       [(f)-[:REPORTED_IN]->(s:Source) | s{.id, .shortName}] AS studies,
       [(f)-[:FOUND_AT]->(p:Passage) | p{.id, .section, .page}] AS places,
       [(f)-[:RESTS_ON]->(c:Citation) | c{.id, .printedForm, .mode, .pages,
           cites: [(c)-[:CITES]->(t:Source) | t{.id, .shortName}],
           relayedBy: [(c)-[:RELAYED_BY]->(b:Source) | b{.id, .shortName}]}] AS citations
ORDER BY f.elementOrder, f.id
