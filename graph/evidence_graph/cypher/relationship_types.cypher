// The relationship types of the graph, also those that no relationship has any more.
CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType AS name ORDER BY name
