"""The pages as they are served: our Voila server, page template and scripts."""

from __future__ import annotations

from pathlib import Path

#: A Jupyter data folder: Voila looks for templates in its ``voila/templates``.
DATA_FOLDER = Path(__file__).parent / "share"

#: The name of our page template.
TEMPLATE = "bor"
