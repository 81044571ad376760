// Which domains are there, in their order?
MATCH (d:Domain)
RETURN d{.id, .labelNl, .labelEn, .definitionNl, .definitionEn, .`order`,
         .cellCount} AS domain,
       [(d)-[:BROADER]->(b:Domain) | b.id] AS broader
ORDER BY d.`order`, d.id
