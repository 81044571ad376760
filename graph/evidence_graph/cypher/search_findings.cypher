// By which words are the findings on these pages of elements found?
UNWIND $pages AS page
MATCH (f:Finding {elementPage: page})
RETURN f{.id, .paraphraseNl, .paraphraseEn, .elementPage} AS finding,
       [(f)-[:ABOUT]->(e:Element) | e{.id, .labelNl, .labelEn, .synonymsNl, .synonymsEn}] AS elements,
       [(f)-[:IN_DOMAIN]->(d:Domain) | d{.id, .labelNl, .labelEn}] AS domains,
       [(f)-[:OUTCOME]->(o:Outcome) | o{.labelNl, .labelEn}] AS outcomes,
       [(f)-[:RESTS_ON]->(c:Citation) |
           [(c)-[:CITES]->(s:Source) | s{.id, .shortName}]] AS cited
ORDER BY page, f.elementOrder, f.id
