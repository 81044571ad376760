// What does each list cite for its members, where it lists them?
UNWIND $ids AS id
MATCH (n:ElementList {id: id})
RETURN n{.id, .labelNl, .labelEn, .memberSupport} AS list
