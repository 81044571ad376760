// By which words are these sources found?
// (Row by row, since ArcadeDB reads an index from one bound on to its end.)
UNWIND range($first, $last - 1) AS row
MATCH (s:Source {rowNumber: row})
RETURN s{.id, .shortName, .title, .authors, .year, .noteNl, .noteEn, .spellings} AS source
ORDER BY row
