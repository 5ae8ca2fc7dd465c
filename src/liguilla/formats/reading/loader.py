"""Where formats come from."""

from __future__ import annotations

from typing import Protocol

__all__ = ["Loader"]


class Loader(Protocol):
    """Gives the text of formats: whoever reads one brings it, for nothing here opens a file."""

    def text(self, name: str) -> str | None:
        """Return the text of a format; None if there is none of this name."""

    def file(self, name: str) -> str:
        """Return the name of its file, as messages show it."""

    def names(self) -> tuple[str, ...]:
        """Return the names of all formats there are."""

    def beside(self, name: str, file: str) -> str | None:
        """Return the text of a file that lies beside a format; None if there is none."""
