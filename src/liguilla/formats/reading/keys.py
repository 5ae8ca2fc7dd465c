"""The sorts of values a format file holds, as types that check themselves."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Final

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    PlainValidator,
    Tag,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

__all__ = [
    "AS_NEEDED",
    "BY_SHAPE",
    "BY_SHAPE_OR_AS_NEEDED",
    "LIST",
    "MAPPING",
    "NUMBER",
    "TEXT",
    "Count",
    "Exact",
    "Id",
    "Keys",
    "Label",
    "Number",
    "Said",
    "Selection",
    "key",
    "required",
]

RESERVED: Final = frozenset({
    "all", "and", "bottom", "each", "except", "given", "has", "is", "last", "loser", "losers", "none", "or",
    "previous", "teams", "where", "winner", "winners",
})  # fmt: skip
"""Words of the language, which can't name anything else."""

LONGEST: Final = 100
"""Characters of an id."""

MOST: Final = 10_000
"""No number of teams, matches or rounds is larger."""

_ID = re.compile(rf"[A-Za-z_][A-Za-z0-9_]{{0,{LONGEST - 1}}}")
_EXACT = re.compile(r"-?[0-9]{1,9}(/[1-9][0-9]{0,8})?")


class Keys(BaseModel):
    """The keys of a mapping: each with its type, its default and what it means.

    Unknown keys are let in here; `structure` refuses them, for it knows which keys are like them.
    """

    model_config = ConfigDict(strict=True, extra="allow", defer_build=True)

    kind_of_key: ClassVar[str] = "key"
    """What its keys are called in messages: ``key``, or ``result`` of points."""

    source: str | None = Field(default=None, description="Where this rule is from: regulation, article, season")
    note: Said | None = Field(default=None, description="A remark")


def key(description: str, default: Any = None, *, alias: str | None = None) -> Any:
    """Return a key that may be left out."""
    return Field(default, description=description, alias=alias)


def required(description: str, default: Any = None, *, alias: str | None = None) -> Any:
    """Return a key that must be there.

    It has a default all the same: the rest of what was written can be checked then.
    """
    return Field(default, description=description, alias=alias, json_schema_extra={"required": True})


def _exact(value: Any) -> Fraction:
    if isinstance(value, str | int) and not isinstance(value, bool) and _EXACT.fullmatch(str(value)):
        return Fraction(value)
    raise PydanticCustomError("no_number", "not a whole number or a fraction such as 1/2")


def _id(value: Any) -> Any:
    if isinstance(value, str) and not _ID.fullmatch(value):
        raise PydanticCustomError("no_id", "not letters, digits and _, beginning with no digit")
    if isinstance(value, str) and value in RESERVED:
        raise PydanticCustomError("reserved_word", "a word of the language")
    return value


def _label(value: Any) -> Any:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _shape(value: Any) -> str:
    """Tell the sorts of values apart. The brackets tell them from keys in the paths of pydantic's errors."""
    shapes = {bool: "<flag>", int: "<number>", str: "<text>", list: "<list>", dict: "<mapping>"}
    return shapes.get(type(value), "<mapping>")


def _shape_or_as_needed(value: Any) -> str:
    return "<as_needed>" if value == "as_needed" else _shape(value)


BY_SHAPE: Final = Discriminator(_shape)
BY_SHAPE_OR_AS_NEEDED: Final = Discriminator(_shape_or_as_needed)
NUMBER, TEXT, LIST, MAPPING = (Tag(f"<{shape}>") for shape in ("number", "text", "list", "mapping"))
AS_NEEDED: Final = Tag("<as_needed>")

Id = Annotated[str, BeforeValidator(_id), Field(pattern=f"^{_ID.pattern}$")]
Label = Annotated[str, BeforeValidator(_label), WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "integer"}]})]
Exact = Annotated[
    Fraction,
    PlainValidator(_exact),
    WithJsonSchema({"anyOf": [{"type": "integer"}, {"type": "string", "pattern": f"^{_EXACT.pattern}$"}]}),
]
Number = Annotated[int, Field(ge=0, le=MOST)]
Count = Annotated[int, Field(ge=1, le=MOST)]
Said = Annotated[Annotated[str, TEXT] | Annotated[dict[str, str], MAPPING], BY_SHAPE]
Selection = Annotated[Annotated[str, TEXT] | Annotated[list[str], LIST], BY_SHAPE]
