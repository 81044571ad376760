// Which elements stand in these rows of the matrix?
// (Row by row, since ArcadeDB reads an index from one bound on to its end.)
UNWIND range($first, $last - 1) AS row
MATCH (e:Element {rowNumber: row})
RETURN e{.id, .labelNl, .labelEn, .layerId, .findingCount, .sourceCount, .exceptionCount} AS element,
       [(e)-[:PLACED_IN]->(l:Layer) | l{.id, .`order`}] AS layers
ORDER BY row
