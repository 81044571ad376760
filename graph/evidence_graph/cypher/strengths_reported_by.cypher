// Of which elements does this source itself say how strong the evidence is, in which domain?
// (The WITH line parts the lookups: without it ArcadeDB 26.10.2 finds nothing.)
MATCH (s:Source {id: $id})
WITH s.strengthIds AS ids
UNWIND ids AS strength
MATCH (r:ReportedStrength {id: strength})
RETURN r{.id, .wordNl, .wordEn} AS strength,
       [(r)-[:STRENGTH_OF]->(e:Element) | e{.id, .labelNl, .labelEn}] AS elements,
       [(r)-[:IN_DOMAIN]->(d:Domain) | d.id] AS domains,
       [(r)-[:FOUND_AT]->(p:Passage) | p{.id, .section, .page}] AS places
ORDER BY r.id
