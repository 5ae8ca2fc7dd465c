"""The same targets under a fuzzer that is led by coverage: ``python -m tests.fuzzing.guided TARGET -runs=100000``.

It takes atheris (``pip install atheris``), which nothing else asks for; words after the target are for libFuzzer.
"""

from __future__ import annotations

import sys
from pathlib import Path

try:
    import atheris
except ImportError:
    sys.exit("This takes atheris: .venv/bin/python -m pip install atheris. Without it: python -m tests.fuzzing")

with atheris.instrument_imports(include=["liguilla"]):
    from random import Random

    from tests.fuzzing.corpus import REAL, ROOT
    from tests.fuzzing.targets import every_target

SEEDS = 300
LIMITS = ("-timeout=10", "-rss_limit_mb=2048", "-max_len=8000")


def main() -> None:
    """Feed one target, starting from inputs of its own."""
    targets = every_target(REAL if REAL.is_dir() else None)
    if len(sys.argv) < 2 or sys.argv[1] not in targets:
        sys.exit(f"Name one of these first: {', '.join(targets)}")
    target = targets[sys.argv[1]]
    corpus = ROOT / "build/fuzz" / f"corpus-{target.id}"
    corpus.mkdir(parents=True, exist_ok=True)
    for number in range(SEEDS):
        (corpus / str(number)).write_bytes(target.make(Random(number)))
    kept = Path("build/fuzz") / f"{target.id}-"
    arguments = [sys.argv[0], str(corpus), *LIMITS, f"-artifact_prefix={kept}", *sys.argv[2:]]
    atheris.Setup(arguments, lambda data: target.feed(data) and None)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
