"""``python -m evidence_desk.serving``: serve the desk and the explorer until they are stopped."""

from __future__ import annotations

import os
import sys
from importlib import resources
from pathlib import Path
from typing import Final

from evidence_explorer.__main__ import main

SECRETS: Final = "EVIDENCE_DESK_SECRETS"


def entry() -> Path:
    """Find the entry script of the desk.

    Returns:
        Its path. Streamlit puts its folder on the path of imports, so no module of ours is there.
    """
    return Path(str(resources.files("evidence_desk").joinpath("entry", "streamlit_app.py")))


if __name__ == "__main__":
    secrets = os.environ.get(SECRETS)
    sys.exit(main(entry(), {"secrets.files": secrets} if secrets else None))
