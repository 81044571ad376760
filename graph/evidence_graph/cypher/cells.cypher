// What is known of these elements, in which domain? (Lists, since maps take thrice the time.)
UNWIND $ids AS id
MATCH (c:Cell {element: id})
RETURN id AS element, collect([c.domain, c.state, c.findingCount, c.sourceCount,
       c.independentCount, c.reportedNl, c.reportedEn, c.reporterIds, c.reporterNames,
       c.reportedAt]) AS cells
