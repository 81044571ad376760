"""One module per format that records are exported to; each gives the same bytes every time."""
