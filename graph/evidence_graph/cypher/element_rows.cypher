// Which elements stand in these rows of the matrix?
// (Row by row, since ArcadeDB reads an index from one bound on to its end.)
UNWIND range(0, size($rows) - 1) AS place
MATCH (e:Element {rowNumber: $rows[place]})
RETURN e{.id, .labelNl, .labelEn, .layerId, .findingCount, .sourceCount, .exceptionCount} AS element,
       [(e)-[:PLACED_IN]->(l:Layer) | l{.id, .`order`}] AS layers
ORDER BY place
