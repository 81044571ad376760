// What is this source?
MATCH (s:Source {id: $id})
RETURN s{.id, .shortName, .title, .authors, .year, .sourceType, .url, .noteNl, .noteEn, .spellings,
         .findingCount, .elementCount} AS source
