"""``python -m evidence_desk`` is the same as ``evidence-explorer``."""

from evidence_desk.cli import main

main()
