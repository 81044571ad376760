// Which elements stand in these rows of the matrix?
MATCH (e:Element)
WHERE e.rowNumber >= $first AND e.rowNumber < $last
RETURN e{.id, .labelNl, .labelEn, .layerId, .findingCount, .sourceCount, .exceptionCount} AS element,
       [(e)-[:PLACED_IN]->(l:Layer) | l{.id, .`order`}] AS layers
ORDER BY e.rowNumber
