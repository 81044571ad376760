// What is this element, where does it stand, and how much is known of it?
MATCH (e:Element {id: $id})
RETURN e{.id, .labelNl, .labelEn, .definitionNl, .definitionEn, .synonymsNl, .synonymsEn, .layerId,
         .findingCount, .sourceCount, .independentCount, .relayedCount, .relationCount,
         .relationIds, .ties} AS element,
       [(e)-[:PLACED_IN]->(l:Layer) | l{.id, .`order`}] AS layers,
       [(e)-[:BROADER]->(b:Element) | b{.id, .labelNl, .labelEn, .rowNumber}] AS broader
