// What does every cell rest on? (All: the index of filters.)
MATCH (c:Cell)
RETURN c.element AS element, c.domain AS domain, c.state AS state, c.basis AS basis
