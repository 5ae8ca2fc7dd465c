"""Competition rules as code: what follows from a format and the facts, and why."""

__version__ = "0.1.0"
