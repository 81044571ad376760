// What is known of these sources as publications?
UNWIND $ids AS id
MATCH (s:Source {id: id})
RETURN s{.id, .shortName, .title, .authors, .year, .sourceType, .url, .language} AS source
ORDER BY s.rowNumber
