// How many findings are there about this element?
MATCH (e:Element {id: $id}) RETURN e.findingCount AS findings
