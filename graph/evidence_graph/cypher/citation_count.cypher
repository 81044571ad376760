// How many findings rest on this source, and how many citations of it carry one?
MATCH (s:Source {id: $id}) RETURN s.findingCount AS findings, s.citationCount AS citations
