// Which records of one kind does a study hold? (Ids of a study stand together in the index.)
MATCH (n:LABEL)
WHERE n.id >= $from AND n.id < $until
RETURN n.id AS id
ORDER BY id
LIMIT $most
