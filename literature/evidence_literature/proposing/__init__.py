"""Findings that a report seems to hold, proposed to a curator who decides."""
