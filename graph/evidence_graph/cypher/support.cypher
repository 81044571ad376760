// How well are these elements supported?
UNWIND $ids AS id
MATCH (n:Element {id: id})
RETURN n{.id, .labelNl, .labelEn, .rowNumber, .findingCount, .sourceCount, .independentCount,
         .relayedCount, .exceptionCount, .states} AS element
