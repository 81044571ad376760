// Which sources stand in these rows of the list?
MATCH (s:Source)
WHERE s.rowNumber >= $first AND s.rowNumber < $last
RETURN s{.id, .shortName, .title, .year, .findingCount, .elementCount, .soleCount} AS source
ORDER BY s.rowNumber
