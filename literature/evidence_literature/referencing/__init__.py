"""Lists of references in a text, read into bibliographic records."""
