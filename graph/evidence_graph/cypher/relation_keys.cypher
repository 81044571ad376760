// Of which relations do these elements hold the keys?
UNWIND $ids AS id
MATCH (e:Element {id: id})
RETURN e.id AS element, e.relationIds AS relations
