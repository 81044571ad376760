// What was this graph last loaded from?
MATCH (l:Load {id: $id}) RETURN l.inputDigest AS digest
