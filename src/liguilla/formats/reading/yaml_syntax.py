"""What a YAML parser stumbled over, in words for people who don't know YAML."""

from __future__ import annotations

import re
from typing import Any

from ruamel.yaml.error import MarkedYAMLError

from liguilla.words import Phrase, phrase

__all__ = ["explain"]


def explain(error: MarkedYAMLError) -> tuple[Any, Phrase]:
    """Return where to look, and what is wrong and how to mend it; the parser's own words if we have none."""
    problem, context = error.problem or "", error.context or ""
    here = error.problem_mark or error.context_mark
    begun = error.context_mark or here
    if found := re.match(r"found character '(.*)' that cannot start", problem):
        shown = found[1].encode().decode("unicode_escape")
        return here, phrase("formats.yaml_tab") if shown == "\t" else phrase("formats.yaml_start", text=shown)
    if "alias" in context or "anchor" in context:
        return begun, phrase("formats.yaml_start", text="*" if "alias" in context else "&")
    if "escape" in problem:
        return here, phrase("formats.yaml_escape")
    if "quoted scalar" in context:
        return begun, phrase("formats.yaml_quote")
    if "flow sequence" in context:
        return here, phrase("formats.yaml_bracket", line=begun.line + 1, opening="[", closing="]")
    if "flow mapping" in context:
        return here, phrase("formats.yaml_bracket", line=begun.line + 1, opening="{", closing="}")
    if problem.startswith("mapping values are not allowed"):
        return here, phrase("formats.yaml_colon")
    if problem.startswith("could not find expected ':'"):
        return begun, phrase("formats.yaml_no_colon")
    if found := re.match(r"expected (?:<block end>|the node content), but found '(.*)'", problem):
        if found[1] in ("]", "}", ","):
            return here, phrase("formats.yaml_stray", text=found[1])
        return here, phrase("formats.yaml_after_value" if found[1] == "<scalar>" else "formats.yaml_indent")
    return here, phrase("formats.yaml", said=problem)
