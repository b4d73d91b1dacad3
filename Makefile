# Everything here works from a fresh checkout with Python 3.11 or later and make, in a folder of any name,
# and after the first run without a network.

PYTHON ?= python3
PY := .venv/bin/python
INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check
NO_NETWORK := echo "Packages could not be installed. The first run of each target needs a network; later ones do not." >&2; exit 1

.PHONY: demo test check bench format clean

## demo: assess the made-up school in examples/ under the Stoke-on-Trent policy
demo: .venv/.demo
	@$(PY) -m carepolicy assess examples/school --events examples/school/events.csv \
		--calendar examples/school/term_dates.csv --profile stoke-on-trent --on 2026-03-20 \
		--complete care,permanence,schooling --as-at 2026-03-20

## test: every test, with the examples, the docs and the README
test: .venv/.test
	@$(PY) -m pytest -q

## check: what must be green before a change lands
check: .venv/.check
	@$(PY) -m ruff format --check src tests bench
	@$(PY) -m ruff check src tests bench
	@$(PY) -m mypy
	@$(PY) -m pyright --project .
	@$(PY) -m pytest -q tests/rooms/test_arrows.py
	@$(MAKE) --no-print-directory test

## bench: side-by-side timings, as ratios
bench: .venv/.bench
	@$(PY) -m bench

## format: put the code in its one layout
format: .venv/.check
	@$(PY) -m ruff format src tests bench
	@$(PY) -m ruff check --fix src tests bench

clean:
	rm -rf .venv

.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit("carepolicy needs Python 3.11 or later: make PYTHON=python3.11") if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv .venv
	@$(INSTALL) --upgrade "pip>=25.1" || { $(NO_NETWORK); }
	@touch $@

.venv/.demo: .venv/.made pyproject.toml
	@$(INSTALL) --editable ".[cli]" || { $(NO_NETWORK); }
	@touch $@

.venv/.test .venv/.check .venv/.bench: .venv/.%: .venv/.demo
	@$(INSTALL) --group $* || { $(NO_NETWORK); }
	@touch $@
