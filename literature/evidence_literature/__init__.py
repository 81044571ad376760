"""What literature looks like: bibliographic records, documents, citations. Knows no graph."""
