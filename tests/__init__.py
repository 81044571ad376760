"""Tests of Evidence Explorer, one folder a package, and their support."""
