"""Answers remembered together with what they were worked out from.

The engine is written as plain functions that ask for other answers. The memo notes who asked for what, so that after
a changed fact only the answers that depend on it are worked out again; and where one of these comes out as before,
what depends on it is left alone too. The rest of the engine knows nothing of this.

The method is that of build systems and of reactive programs: a changed answer makes its readers stale and whatever
depends on them suspect; a suspect answer is first checked by refreshing what it had read. (Acar, "Self-adjusting
computation", 2005; Mokhov, Mitchell, Peyton Jones, "Build systems à la carte", 2018.)
"""

from __future__ import annotations

from typing import Any, Final

__all__ = ["Memo"]

_FRESH: Final = 0
_SUSPECT: Final = 1  # something further down changed; what was read may still be the same
_STALE: Final = 2
_BEING_ASKED: Final = 3  # to ask for it again would go round in a circle


class _Answer:
    __slots__ = ("function", "given", "read", "readers", "run", "state", "value")

    def __init__(self, function: Any, given: tuple[Any, ...]) -> None:
        self.function = function
        self.given = given
        self.value: Any = None
        self.state = _STALE
        self.read: list[_Answer] = []
        self.run = 0
        """How often it was worked out."""
        self.readers: dict[_Answer, int] = {}
        """Who read it, and in which of their runs they last did."""


class Memo:
    """Remembers what the functions of one owner give: a function's first argument is the owner.

    Parameters
    ----------
    beside
        A memo whose functions ask this one's, and the other way round.
    """

    def __init__(self, owner: object, beside: Memo | None = None) -> None:
        self._owner = owner
        self._answers: dict[tuple[Any, ...], _Answer] = {}
        self._asking: list[_Answer] = beside._asking if beside is not None else []
        self._count: list[int] = beside._count if beside is not None else [0]

    @property
    def worked_out(self) -> int:
        """How many answers this memo and those beside it worked out so far, which shows how far a change reached."""
        return self._count[0]

    def ask(self, *key: Any) -> Any:
        """Return what a function gives for its arguments, ``ask(function, *arguments)``, working it out if need be.

        The function may depend on nothing but constants and what it asks for; where it does read something else,
        `changed` has to be told.
        """
        answer = self._answers.get(key)
        if answer is None:
            answer = self._answers[key] = _Answer(key[0], (self._owner, *key[1:]))
        if self._asking:
            reader = self._asking[-1]
            if answer.readers.get(reader) != reader.run:
                answer.readers[reader] = reader.run
                reader.read.append(answer)
        if answer.state != _FRESH:
            self._refresh(answer)
        return answer.value

    def changed(self, *key: Any) -> None:
        """Take note that a function may give something else for these arguments from now on."""
        answer = self._answers.get(key)
        if answer is not None and answer.state == _FRESH:
            answer.state = _STALE
            _spread(answer, _SUSPECT)

    def _refresh(self, answer: _Answer) -> None:
        if answer.state == _BEING_ASKED:
            raise RecursionError(f"the answer of {answer.function.__name__} depends on itself")
        if answer.state == _SUSPECT and self._still_holds(answer):
            answer.state = _FRESH
            return
        before = answer.read
        answer.state, answer.run, answer.read = _BEING_ASKED, answer.run + 1, []
        self._asking.append(answer)
        try:
            value = answer.function(*answer.given)
        except BaseException:
            answer.state = _STALE
            raise
        finally:
            self._asking.pop()
            if before != answer.read:
                for dependency in before:
                    if dependency.readers.get(answer) != answer.run:
                        dependency.readers.pop(answer, None)
        self._count[0] += 1
        answer.state = _FRESH
        if value != answer.value:
            answer.value = value
            _spread(answer, _STALE)

    def _still_holds(self, answer: _Answer) -> bool:
        for dependency in answer.read:
            if dependency.state != _FRESH:
                self._refresh(dependency)
                if answer.state == _STALE:
                    return False
        return True


def _spread(changed: _Answer, state: int) -> None:
    """Put the readers of a changed answer into this state, and make whatever depends on them suspect."""
    suspects = []
    for reader in changed.readers:
        if reader.state == _FRESH:
            suspects.append(reader)
        if reader.state < state:
            reader.state = state
    while suspects:
        for reader in suspects.pop().readers:
            if reader.state == _FRESH:
                reader.state = _SUSPECT
                suspects.append(reader)
