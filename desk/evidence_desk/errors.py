"""What can go wrong at the desk, written for the curator."""

from __future__ import annotations

from evidence_ingest.errors import IngestError


class DeskError(IngestError):
    """Something cannot be done at the desk; the message is a sentence for the reader."""
