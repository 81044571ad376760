// What was this graph last loaded from?
MATCH (l:Load {id: 'load/latest'}) RETURN l.inputDigest AS digest
