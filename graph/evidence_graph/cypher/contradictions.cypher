// Where do findings pull apart, and what does each side say?
UNWIND $ids AS id
MATCH (n:Contradiction {id: id})
RETURN n{.id, .paraphraseNl, .paraphraseEn} AS record,
       [(n)-[:BETWEEN]->(f:Finding) | f{.id, .direction, .paraphraseNl, .paraphraseEn,
           elements: [(f)-[:ABOUT]->(e:Element) | e{.id, .labelNl, .labelEn}]}] AS sides,
       [(n)-[:FOUND_AT]->(p:Passage) | p{.id, .section, .page}] AS places
