// What did assessors conclude, why, and what lowered their certainty?
UNWIND $ids AS id
MATCH (a:EvidenceAssessment {id: id})
RETURN properties(a) AS record,
       [(a)-[:IN_DOMAIN]->(d:Domain) | d{.id, .labelNl, .labelEn}] AS domains,
       [(a)-[:OUTCOME]->(o:Outcome) | o{.id, .labelNl, .labelEn}] AS outcomes,
       [(a)-[:RESTS_ON_FINDING]->(f:Finding) | f.id] AS findings,
       [(a)<-[:CONCERN_OF]-(c:Concern) | properties(c)] AS concerns
