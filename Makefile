# Everything a person does with a checkout. Needs Python 3.11 or newer and make, nothing else.
# PYTHON=/path/to/python picks the interpreter; else the first one that is new enough is used.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python py; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := $(if $(filter Windows_NT,$(OS)),.venv/Scripts,.venv/bin)
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq
LOCK := .cache/lock

.DEFAULT_GOAL := help
.PHONY: help demo install test lint types contracts pytest test-long train-check formats-check docs lock clean

help:
	@echo "make demo    set up .venv, install, and run the demonstration"
	@echo "make test    every check: style, types, import contracts, tests"
	@echo "make test-long  many random stories of adding and deciding; 200 additions killed"
	@echo "make train-check  train a small reader on twenty documents (installs torch)"
	@echo "make formats-check  the demonstration's exports, read by the formats' libraries"
	@echo "make docs    bring generated pages and shown output up to date"
	@echo "make lock    choose dependency versions anew (requirements/*.txt)"
	@echo "make clean   remove .venv and everything built"

demo: .venv/runtime.stamp
	@$(BIN)/reportedly demo

install: .venv/dev.stamp

test: lint types contracts pytest

lint: .venv/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev.stamp
	$(BIN)/mypy

contracts: .venv/dev.stamp
	$(BIN)/lint-imports

pytest: .venv/dev.stamp
	$(BIN)/pytest

test-long: .venv/dev.stamp
	STORIES=300 KILLED_REPORTS=500 KILLS=200 $(BIN)/pytest tests/replay tests/killed

# Training has its own environment: torch is large, and nothing else needs it.
train-check: .venv/train.stamp
	.venv/train/bin/python -m pytest -n0 tests/train

# These too: what they need would decide the versions of everything else.
formats-check: .venv/formats.stamp
	rm -rf .cache/formats
	$(BIN)/reportedly demo --keep .cache/formats/demo >/dev/null
	$(BIN)/reportedly export --db .cache/formats/demo/reportedly.db --as csv --as ftm \
	--as stix --as jsonld .cache/formats/out
	.venv/formats/bin/python -m pytest --noconftest -p no:cacheprovider tests/formats

docs: .venv/dev.stamp
	$(BIN)/python docs/generate.py
	$(BIN)/python docs/examples.py

# Each stamp is newer than what it was made from, so that a second run installs nothing.
.venv/made.stamp:
	@test -n "$(PYTHON)" || { echo "reportedly needs Python 3.11 or newer; none was found. \
	Install one, or name it: make PYTHON=/path/to/python3" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	echo "reportedly needs Python 3.11 or newer; $(PYTHON) is" \
	"$$($(PYTHON) --version 2>&1)" >&2; exit 1; }
	@echo "making .venv with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv .venv || { echo "$(PYTHON) cannot make a virtual environment;" \
	"on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
	@touch $@

.venv/train.stamp: .venv/dev.stamp requirements/train.txt
	@$(BIN)/python -m venv .venv/train
	@.venv/train/bin/python -m pip --disable-pip-version-check -qq install --require-hashes \
	--requirement requirements/dev.txt
	@.venv/train/bin/python -m pip --disable-pip-version-check -qq install \
	--requirement requirements/train.txt
	@.venv/train/bin/python -m pip --disable-pip-version-check -qq install --no-deps \
	--no-build-isolation --no-index --editable .
	@touch $@

.venv/formats.stamp: .venv/runtime.stamp requirements/formats.txt
	@$(BIN)/python -m venv .venv/formats
	@.venv/formats/bin/python -m pip --disable-pip-version-check -qq install \
	--requirement requirements/formats.txt
	@touch $@

.venv/runtime.stamp: .venv/made.stamp requirements/runtime.txt pyproject.toml
	@echo "installing what requirements/runtime.txt lists, each file checked by its hash"
	@$(PIP) install --require-hashes --requirement requirements/runtime.txt
	@$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

.venv/dev.stamp: .venv/runtime.stamp requirements/dev.txt
	@echo "installing what requirements/dev.txt lists, each file checked by its hash"
	@$(PIP) install --require-hashes --requirement requirements/dev.txt
	@touch $@

# One set of versions for Linux, macOS and Windows and every Python from 3.11; with the hashes of
# all files of each version. The tool that chooses them stays out of .venv.
lock: .venv/made.stamp
	$(BIN)/python -m venv $(LOCK)
	$(subst .venv,$(LOCK),$(PIP)) install uv==0.13.9
	$(call compile,runtime,)
	$(call compile,dev,--extra dev --constraint requirements/runtime.txt)

compile = $(subst .venv,$(LOCK),$(BIN))/uv pip compile --quiet --no-config --upgrade --universal \
	--python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command "make lock" \
	pyproject.toml requirements/build.in $(2) --output-file requirements/$(1).txt

clean:
	rm -rf .venv .cache build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis \
	.import_linter_cache
	find src tests docs -name __pycache__ -type d -prune -exec rm -rf {} +
