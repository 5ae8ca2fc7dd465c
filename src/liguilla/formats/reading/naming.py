"""The first look at a format: what is called how, before any of its words are given a meaning."""

from __future__ import annotations

from dataclasses import replace

from liguilla.formats.reading import written
from liguilla.formats.reading.draft import Draft, Named
from liguilla.formats.reading.knockouts import outline_rounds
from liguilla.formats.reading.nodes import MappingNode, ScalarNode
from liguilla.formats.reading.outline import Outline
from liguilla.formats.reading.spots import Spot
from liguilla.formats.reading.structure import names_in, read_keys, shown

__all__ = ["name_everything"]


def name_everything(draft: Draft) -> None:
    """Note what a format has and what its ids name; report what can't be told apart."""
    for spot in draft.spot["stages"].items:
        stage = _open_stage(draft, spot)
        if stage:
            _name_stage(draft, *stage)
    for name in draft.keys.outcomes:
        spot = draft.spot["outcomes"][name]
        draft.places["outcome", name] = spot
        if name in draft.written:
            draft.report.problem(spot.at_key, "outcome_like_stage")
        else:
            draft.names.setdefault(name, []).append(Named(name, "outcome"))
    for name in draft.keys.rankings:
        draft.places["ranking", name] = draft.spot["rankings"][name].as_named()


def _open_stage(draft: Draft, spot: Spot) -> tuple[written.Stage, Spot] | None:
    """Read the keys of a stage; None if it isn't clear what it is or which."""
    model = _model(draft, spot)
    read = read_keys(spot, model, draft.report) if model else None
    if read:
        keys, place = read
        if keys.id and keys.id not in draft.written:
            return read
        if keys.id:
            first = draft.places["stage", keys.id]
            draft.report.problem(replace(place["id"], named_at=first.named_at), "two_stages", id=keys.id)
    draft.report.lost.update(names_in(spot.node))
    return None


def _model(draft: Draft, spot: Spot) -> type[written.Stage] | None:
    match spot.node:
        case MappingNode({"kind": ScalarNode(str() as kind)}) if kind in written.STAGES:
            return written.STAGES[kind]
        case MappingNode({"kind": node}):
            kinds = tuple(written.STAGES)
            near = (str(node.value), kinds) if isinstance(node, ScalarNode) else None
            draft.report.problem(spot["kind"], "kind_unknown", value=shown(node), kinds=kinds, near=near)
            return None
        case MappingNode():
            draft.report.problem(spot["kind"], "missing_key", key="kind")
            return None
    return written.Stage


def _name_stage(draft: Draft, keys: written.Stage, spot: Spot) -> None:
    draft.places["stage", keys.id] = spot
    draft.written[keys.id] = keys
    outline = draft.outlines[keys.id] = Outline(keys.kind)
    if isinstance(keys, written.Knockout):
        outline_rounds(keys, outline)
    named = [Named(keys.id, "stage", keys.id)]
    named += [Named(name, "round", keys.id) for name in outline.rounds if name]
    named += [Named(name, "tie", keys.id) for name in outline.ties if name]
    for one in named:
        draft.names.setdefault(one.id, []).append(one)
