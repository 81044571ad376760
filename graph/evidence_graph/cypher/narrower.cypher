// What are these elements called?
UNWIND $ids AS id
MATCH (n:Element {id: id})
RETURN n{.id, .labelNl, .labelEn, .rowNumber} AS element
ORDER BY n.rowNumber
