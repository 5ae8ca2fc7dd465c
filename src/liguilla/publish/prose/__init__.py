"""A format told as a regulation would tell it, in any language: a tree of sections that any renderer can lay out."""

from liguilla.publish.prose.sections import Paragraph, Section, heading, sentences
from liguilla.publish.prose.whole import format_prose

__all__ = ["Paragraph", "Section", "format_prose", "heading", "sentences"]
