// From which year is every source, and in which study does it count? (All: the index of filters.)
MATCH (s:Source)
RETURN s.id AS id, s.shortName AS name, s.year AS year, s.unit AS unit
ORDER BY s.rowNumber, s.id
