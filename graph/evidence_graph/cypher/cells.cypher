// What is known of these elements, in which domain?
UNWIND $ids AS id
MATCH (c:Cell {element: id})
RETURN c{.id, .element, .domain, .state, .findingCount, .sourceCount,
         .reportedNl, .reportedEn, .reporterIds, .reporterNames, .reportedAt} AS cell,
       [(c)-[:IN_COLUMN]->(d:Domain) | d.`order`] AS place
