"""Tests of the graph package that need no engine."""
