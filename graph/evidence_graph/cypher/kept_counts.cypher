// How many nodes of each label and relationships of each type does ArcadeDB say it keeps?
CALL meta.stats() YIELD value RETURN value.labels AS labels, value.relTypes AS types
