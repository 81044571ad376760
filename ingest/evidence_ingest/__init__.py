"""From tables to the graph: read, reconcile, validate, derive, load; all or nothing."""
