// The labels of the graph, also those that no node has any more.
CALL db.labels() YIELD label RETURN label AS name ORDER BY name
