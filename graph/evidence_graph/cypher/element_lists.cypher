// Of what else than findings and relations does this element hold the keys?
MATCH (n:Element {id: $id})
RETURN n{.conditionIds, .contradictionIds, .voiceIds, .recommendationIds, .gapIds, .definitionIds,
         .listIds, .assessmentIds} AS lists
