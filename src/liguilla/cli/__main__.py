"""`python -m liguilla.cli`."""

from liguilla.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
