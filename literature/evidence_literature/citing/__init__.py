"""In-text citations, Dutch and English: where they stand, and which works they name."""
