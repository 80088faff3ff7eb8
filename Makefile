# Every target sets up .venv by itself; nothing outside this folder is changed.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# The first Python that is new enough.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$p && break; done)
WORKERS ?= 2

.PHONY: help demo test lint types train bench accuracy docs format clean

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed (set PYTHON=/path/to/python3)" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "the venv module is needed" >&2; exit 1; }
	@echo "installing into $(VENV) …"
	@if command -v uv >/dev/null 2>&1 && uv pip install --quiet --python $(BIN)/python -c constraints.txt -e '.[dev]' 2>/dev/null; \
	then :; else $(BIN)/python -m pip install --quiet -c constraints.txt -e '.[dev]'; fi
	@touch $@

demo: $(READY) ## read the bundled reports
	@$(BIN)/gencatan demo -o build/demo

test: $(READY) ## all tests
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile

lint: $(READY) ## style, layers and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy

types: $(READY) ## types only
	$(BIN)/mypy

train: $(READY) ## train the language pipelines anew (needs GENCATAN_CORPORA)
	$(BIN)/python -m training

bench: $(READY) ## speed and memory, as ratios; books at size
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.ledger --postgresql

accuracy: $(READY) ## accuracy against its floors
	$(BIN)/python -m benchmarks.accuracy.gate

docs: $(READY) ## draw README's picture and figures and the reference pages anew
	$(BIN)/python -m docs.build

format: $(READY) ## format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## remove what was built here
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
