"""Golden pages: plain text that an official could check. ``UPDATE_GOLDEN=1 pytest tests/publish`` writes them anew."""

import os
from pathlib import Path

from rich.text import Text

FOLDER = Path(__file__).parents[1] / "golden" / "publish"


def agrees(page: Text, name: str) -> None:
    """Compare a page with the golden file of this name."""
    path = FOLDER / f"{name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{page.plain}\n", encoding="utf-8")
    assert f"{page.plain}\n" == path.read_text(encoding="utf-8")
