"""The JSON Schema of a format file, for editors: the keys of `written`, each with what it means."""

from __future__ import annotations

from typing import Any, Final

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode, models_json_schema
from pydantic_core import core_schema

from liguilla.formats.reading import written
from liguilla.formats.reading.criterion_words import STATISTICS
from liguilla.formats.reading.keys import Keys
from liguilla.formats.reading.ladders import STEPS
from liguilla.formats.reading.rankings import WORDS
from liguilla.formats.reading.series import HOSTS

__all__ = ["schema"]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """Return the schema: what a whole file is, and under ``$defs`` what stands in it."""
    models: list[type[Keys]] = [written.Format, *written.STAGES.values(), *written.STEPS.values()]
    models += [written.Choice, written.Choices, written.Series]
    modes: list[tuple[type[Keys], JsonSchemaMode]] = [(model, "validation") for model in models]
    _, made = models_json_schema(modes, schema_generator=_Generator)
    definitions = {name: _linked(definition) for name, definition in made["$defs"].items()}
    whole = definitions.pop("Format")
    definitions.pop("Series")
    needed = whole.pop("required")
    return {
        "$schema": DIALECT,
        "title": "A competition's format",
        **whole,
        # A format that extends another says only what differs.
        "if": {"not": {"required": ["extends"]}},
        "then": {"required": needed, "properties": {"stages": {"items": {"required": ["kind"]}}}},
        "$defs": {**_composed(), **definitions},
    }


def _composed() -> dict[str, Any]:
    """What is one of several things, told by a key or by its shape."""
    return {
        "none": {"const": "none", "description": "Takes an inherited key away"},
        "Stage": {
            "type": "object",
            "description": "A stage: takes places and gives places",
            "required": ["id"],
            "properties": {
                "id": {"type": "string"},
                "kind": {"enum": list(written.STAGES), "description": "Which keys it has follows from its kind"},
            },
            "allOf": [
                {
                    "if": {"properties": {"kind": {"const": kind}}, "required": ["kind"]},
                    "then": _ref(model.__name__),
                }
                for kind, model in written.STAGES.items()
            ],
        },
        "Step": {
            "description": "A step of a ranking: a criterion, an ending, or a mapping with one of these keys",
            "if": {"type": "object"},
            "then": {
                "oneOf": [{"required": [key]} for key in written.STEPS],
                "allOf": [
                    {"if": {"required": [key]}, "then": _ref(model.__name__)} for key, model in written.STEPS.items()
                ],
            },
            "else": {
                "type": "string",
                "description": f"{', '.join((*STATISTICS, 'given FACT'))} and what narrows it; or {', '.join(WORDS)}",
            },
        },
        "LadderStep": {
            "description": "What is tried until a tie has a winner",
            "oneOf": [
                {"enum": list(STEPS)},
                _one_key("replay", {"type": "integer", "minimum": 1, "description": "Up to so many further matches"}),
                _one_key("better_in", {"type": "string", "description": "The better placed in this stage"}),
            ],
        },
        "Host": {
            "description": "Who is at home",
            "oneOf": [
                {"enum": list(HOSTS)},
                _one_key("better_in", {"type": "string", "description": "The better placed in this stage"}),
                _one_key("worse_in", {"type": "string", "description": "The worse placed in this stage"}),
            ],
        },
        "Hosts": {"oneOf": [_ref("Host"), {"type": "array", "items": _ref("Host"), "minItems": 1}]},
        "AnyChoice": {"oneOf": [{"type": "string", "description": "A selector"}, _ref("Choice")]},
        "Outcome": {
            "description": "A named place: a selector, choices of which the first that exists, or choices for places",
            "if": {"type": "object", "required": ["take"]},
            "then": _ref("Choice"),
            "else": {
                "oneOf": [
                    {"type": "string", "description": "A selector"},
                    {"type": "array", "items": _ref("AnyChoice"), "minItems": 1},
                    _ref("Choices"),
                ]
            },
        },
    }


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/$defs/{name}"}


def _or_none(value: dict[str, Any]) -> dict[str, Any]:
    """Let a value be ``none``, which takes an inherited one away; free text may say so as it is."""
    if value.get("type") == "string" and not {"enum", "pattern", "const"} & value.keys():
        return value
    described: dict[str, Any] = {key: value.pop(key) for key in ("description", "default") if key in value}
    return {**described, "anyOf": [value, _ref("none")]}


def _one_key(key: str, value: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": {key: value}, "required": [key], "additionalProperties": False}


def _linked(part: Any) -> Any:
    """Put references where a model leaves a value to be checked later."""
    if isinstance(part, dict):
        if "definition" in part:
            rest = {key: value for key, value in part.items() if key != "definition"}
            return {**_ref(part["definition"]), **rest}
        return {key: _linked(value) for key, value in part.items()}
    return [_linked(item) for item in part] if isinstance(part, list) else part


class _Generator(GenerateJsonSchema):
    """Pydantic's schema, with what we know besides: required keys, no unknown ones, ``none`` and ``remove``."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> dict[str, Any]:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> dict[str, Any]:
        made = super().default_schema(schema)
        if made.get("default") in (None, "", [], {}):
            made.pop("default", None)
        return made

    def dict_schema(self, schema: core_schema.DictSchema) -> dict[str, Any]:
        made = super().dict_schema(schema)
        if isinstance(values := made.get("additionalProperties"), dict):
            made["additionalProperties"] = _or_none(values)
        return made

    def model_schema(self, schema: core_schema.ModelSchema) -> dict[str, Any]:
        made = super().model_schema(schema)
        made.pop("title", None)
        properties = made["properties"]
        made["required"] = [key for key, value in properties.items() if value.pop("required", False)]
        for key, value in properties.items():
            if key not in made["required"]:
                properties[key] = _or_none(value)
        if "id" in properties:
            properties["remove"] = {"const": True, "description": "Takes an inherited item away"}
        made["additionalProperties"] = False
        return made
