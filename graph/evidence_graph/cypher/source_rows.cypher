// Which sources stand in these rows of the list?
// (Row by row, since ArcadeDB reads an index from one bound on to its end.)
UNWIND range($first, $last - 1) AS row
MATCH (s:Source {rowNumber: row})
RETURN s{.id, .shortName, .title, .year, .findingCount, .elementCount, .soleCount} AS source
ORDER BY row
