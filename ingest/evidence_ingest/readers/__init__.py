"""Readers: one module per format, each from files to records."""
