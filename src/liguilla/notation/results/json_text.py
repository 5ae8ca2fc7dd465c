"""JSON read piece by piece, so that each piece has its line and what comes before a fault is not lost."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

__all__ = ["BrokenJSONError", "JSONText"]

SPACE: Final = re.compile(r"[ \t\n\r]*")

BROKEN, ENDS, TOO_DEEP = "broken_json", "json_ends", "json_too_deep"


class BrokenJSONError(ValueError):
    """The text is no JSON from here on; ``why`` says in which way."""

    def __init__(self, at: int, why: str) -> None:
        super().__init__(why)
        self.at, self.why = at, why


class JSONText:
    """A text of JSON and the place up to which it is read.

    What is asked for has to be used up before it goes on: within `members` and `items` each value is read by `value`,
    or by another `members` or `items`.
    """

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self._decoder = json.JSONDecoder()
        self._counted = 0, 1

    def peek(self) -> str:
        """Return the next character that isn't space; empty at the end."""
        self.at = SPACE.match(self.text, self.at).end()  # type: ignore[union-attr]  # it matches the empty text
        return self.text[self.at : self.at + 1]

    def line(self, at: int | None = None) -> int:
        """Return the line of a place, which lies behind those asked for before; without one, of the next value."""
        if at is None:
            self.peek()
            at = self.at
        counted, line = self._counted
        if at < counted:
            counted, line = 0, 1
        self._counted = at, line + self.text.count("\n", counted, at)
        return self._counted[1]

    def value(self) -> Any:
        """Read the next value, whatever it is."""
        self.peek()
        try:
            value, self.at = self._decoder.raw_decode(self.text, self.at)
        except json.JSONDecodeError as error:
            raise BrokenJSONError(error.pos, ENDS if error.pos >= len(self.text.rstrip()) else BROKEN) from None
        except RecursionError:
            raise BrokenJSONError(self.at, TOO_DEEP) from None
        except ValueError:
            # A number of thousands of digits.
            raise BrokenJSONError(self.at, BROKEN) from None
        return value

    def members(self) -> Iterator[str]:
        """Yield the key of each member of an object, whose value is read before the next."""
        self._expect("{")
        while self.peek() != "}":
            key = self.value()
            if not isinstance(key, str):
                raise BrokenJSONError(self.at, BROKEN)
            self._expect(":")
            yield key
            self._comma("}")
        self.at += 1

    def items(self) -> Iterator[None]:
        """Stop before each item of an array, which is read before the next."""
        self._expect("[")
        while self.peek() != "]":
            yield None
            self._comma("]")
        self.at += 1

    def _comma(self, end: str) -> None:
        if self.peek() == ",":
            self.at += 1
            if self.peek() != end:
                return
        if self.peek() != end:
            self._expect(",")

    def _expect(self, character: str) -> None:
        if self.peek() != character:
            raise BrokenJSONError(self.at, BROKEN if self.peek() else ENDS)
        self.at += 1
