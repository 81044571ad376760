// Which studies were read?
MATCH (s:Source)
WHERE s.studyNumber >= 0 AND s.studyNumber < $most
RETURN s{.id, .shortName, .studyNumber} AS source
ORDER BY s.studyNumber
