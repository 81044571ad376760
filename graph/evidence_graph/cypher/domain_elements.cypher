// Of which elements is most known in this domain?
MATCH (d:Domain {id: $id})
RETURN d{.id, .topElements} AS domain
