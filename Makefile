# `make help` lists what there is. Everything is installed into .venv, from requirements/*.lock.

# The first of these that is new enough makes .venv; name another with `make setup PYTHON=...`.
PYTHON ?= python3 python3.14 python3.13 python3.12 python3.11

SEASON := competitions/mex/ascenso-mx/2012-13

# Continuous integration, and some shells, keep Python from writing byte code, and so from starting quickly.
# Installing compiles everything once, and this is how our own modules are compiled when they have changed.
SOURCES := $(shell find src -name '*.py' 2>/dev/null)

# uv is quick, but knows nothing of what pip was told on this machine (a mirror, a folder of wheels),
# so pip is asked where uv fails. Nothing is installed whose hash is not in the lock file.
PIP := .venv/bin/python -m pip install -qq --disable-pip-version-check
UV := .venv/bin/uv pip install --quiet --python .venv/bin/python
install = $(UV) --compile-bytecode --require-hashes -r $(1) 2>.venv/uv.log \
	|| { echo "  uv did not manage (see .venv/uv.log); asking pip" >&2; $(PIP) --compile --require-hashes -r $(1); }
say = @echo "$(1)" >&2

.PHONY: help setup setup-dev run test check format bench conformance fuzz lock clean
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

help: ## What can be asked of make
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' $(MAKEFILE_LIST) | while IFS='	' read -r name what; do \
		printf '  make %-10s %s\n' "$$name" "$$what"; done

setup: .venv/.run .venv/.compiled ## Install Liguilla and what it needs into .venv
	@:

setup-dev: .venv/.dev .venv/.compiled ## The same, with what tests and checks need
	@:

run: setup ## Play a whole season: tables, bracket, champion, scorers, and why
	@.venv/bin/liguilla play $(SEASON)

test: setup-dev ## Run the tests
	@.venv/bin/python -m pytest -n auto

check: setup-dev ## Format, lint, types, import contract, docs
	.venv/bin/ruff format --check --quiet
	.venv/bin/ruff check --quiet
	.venv/bin/mypy --no-error-summary
	.venv/bin/lint-imports --no-cache --no-logo
	@if test -f tests/test_docs.py; then .venv/bin/python -m pytest tests/test_docs.py; fi

format: setup-dev ## Rewrite the code in the house's format
	.venv/bin/ruff check --fix --quiet
	.venv/bin/ruff format --quiet

bench: setup-dev ## Measure, on this machine
	@.venv/bin/python -m bench

conformance: setup-dev ## Play all real results at hand and hold them against what was published
	@.venv/bin/python -m conformance --write

fuzz: setup-dev ## Feed what reads 100,000 inputs each that nobody would write: hours; INPUTS=1000 is a taste
	@.venv/bin/python -m tests.fuzzing --inputs $(or $(INPUTS),100000)

lock: .venv/.made ## Write requirements/*.lock anew; UPGRADE=1 takes newer releases too
	$(call lock,--group installer,uv.lock)
	$(call lock,pyproject.toml --group build,run.lock)
	$(call lock,pyproject.toml --group dev -c requirements/run.lock,dev.lock)

lock = .venv/bin/uv pip compile --quiet --universal --generate-hashes --python-version 3.11 \
	--custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade) $(1) -o requirements/$(2)

clean: ## Remove all that was made: .venv, caches, byte code
	@rm -rf .venv .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache build dist
	@find src tests bench -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# A folder that was moved, or whose Python is gone, gets a new .venv.
ifneq ($(shell test -x .venv/bin/python && cat .venv/.made 2>/dev/null),$(shell pwd -P))
.PHONY: .venv/.made
endif

.venv/.made: requirements/uv.lock
	$(call say,Making .venv ...)
	@for python in $(PYTHON); do \
		if "$$python" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			"$$python" -m venv --clear .venv && break; \
			rm -rf .venv; exit 1; \
		fi; \
	done; \
	test -d .venv || { echo "Liguilla needs Python 3.11 or newer, with its venv module. Tried: $(PYTHON)." >&2; \
		echo "Name the one to use: make setup PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PIP) --only-binary :all: --require-hashes -r $< || echo "  no uv for this machine; pip will do" >&2
	@pwd -P > $@

.venv/.run: .venv/.made requirements/run.lock pyproject.toml
	$(call say,Installing what Liguilla needs ...)
	@$(call install,requirements/run.lock)
	@$(UV) --no-deps --no-build-isolation -e . 2>.venv/uv.log || $(PIP) --no-deps --no-build-isolation -e .
	@touch $@

.venv/.dev: .venv/.run requirements/dev.lock
	$(call say,Installing what the tests and checks need ...)
	@$(call install,requirements/dev.lock)
	@touch $@

.venv/.compiled: .venv/.run $(SOURCES)
	@.venv/bin/python -m compileall -q src
	@touch $@
