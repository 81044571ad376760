// By which words are these elements found?
// (Row by row, since ArcadeDB reads an index from one bound on to its end.)
UNWIND range($first, $last - 1) AS row
MATCH (e:Element {rowNumber: row})
RETURN e{.id, .labelNl, .labelEn, .definitionNl, .definitionEn, .synonymsNl, .synonymsEn, .layerId,
         .findingCount, .states} AS element,
       [(e)-[:PLACED_IN]->(l:Layer) | l{.id, .labelNl, .labelEn, .`order`}] AS layers
ORDER BY row
