"""The house as its plan has it: imports run downhill, pure inside, public names listed."""

import ast
import importlib
import inspect
import pkgutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import liguilla

SOURCE = Path(liguilla.__file__).parent
ROOT = SOURCE.parents[1]
PARTS = sorted({part.name for part in pkgutil.iter_modules(liguilla.__path__)} - {"__main__", "library"})
PURE = sorted(path for part in ("facts", "formats", "engine") for path in (SOURCE / part).rglob("*.py"))
EFFECTS = {"open", "print", "input", "now", "utcnow", "today", "read_text", "read_bytes", "write_text"}


def test_imports_keep_the_contract() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    finished = subprocess.run(
        [linter, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr


@pytest.mark.parametrize("part", PARTS)
def test_public_names_are_those_listed(part: str) -> None:
    module = importlib.import_module(f"liguilla.{part}")
    assert sorted(module.__all__) == sorted(public_names(module))


def public_names(module: ModuleType) -> set[str]:
    """Names made in a module, or in the package whose front it is; what it borrows is not on offer."""
    imports = (node for node in ast.walk(ast.parse(inspect.getsource(module))) if isinstance(node, ast.ImportFrom))
    borrowed = {
        name.asname or name.name
        for node in imports
        if node.level == 0 and not f"{node.module}".startswith(f"{module.__name__}.")
        for name in node.names
    }
    made = {
        name for name, value in vars(module).items() if not name.startswith("_") and not isinstance(value, ModuleType)
    }
    return made - borrowed


@pytest.mark.parametrize("path", PURE, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_inside_no_file_is_opened_no_clock_read_nothing_printed(path: Path) -> None:
    calls = (node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
    called = {getattr(call, "id", None) or getattr(call, "attr", None) for call in calls}
    assert called & EFFECTS == set()
