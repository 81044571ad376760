"""``python -m evidence_ingest``: the command line."""

from evidence_ingest.cli import main

main()
