# The workbook's commands. Each makes what it needs: on a fresh machine `make report` is enough.
PYTHON  ?= python3
MONTH   ?= 2026-10
SAMPLES := pizza toys jewellery cars newcomer

VENV := .venv
RUN  := $(VENV)/bin/python -m
# An environment does not survive a move of its folder, so the stamp carries the folder's checksum.
READY := $(VENV)/ready-$(shell printf '%s' '$(CURDIR)' | cksum | cut -d' ' -f1)

.DEFAULT_GOAL := help
.PHONY: help report test test-slow bench lint lab samples messages verify clean

help: ## what can be done here
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

report: $(READY) ## every client's report for the month (MONTH=2026-10), and where to look
	@$(RUN) smmtools run --month $(MONTH)

test: $(READY) ## the tests; then the sample reports are made and proven
	$(RUN) pytest -q -m "not slow"
	@$(RUN) smmtools run $(SAMPLES) --month 2026-10 --out build/reports
	@$(RUN) smmtools verify build/reports

test-slow: $(READY) ## the tests that take long, among them the pages in a real browser
	$(RUN) pytest -q -m slow

bench: $(READY) ## the benchmarks, as ratios to what they are measured against
	@$(VENV)/bin/python tools/bench_readers.py
	@$(VENV)/bin/python tools/bench_calendar.py
	@$(VENV)/bin/python tools/bench_allocation.py

lint: $(READY) ## style and types
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy

lab: $(READY) ## JupyterLab on the workbook
	$(RUN) jupyterlab notebooks/00-start-here.ipynb

messages: $(READY) ## write the template for translators anew
	$(VENV)/bin/python tools/extract_messages.py

verify: $(READY) ## prove the reports under reports/
	@$(RUN) smmtools verify

samples: $(READY) ## write the invented sample clients anew
	$(VENV)/bin/python tools/make_samples.py

clean: ## remove what can be made again, reports included
	rm -rf $(VENV) build reports/20* reports/internal

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "The workbook needs Python 3.11 or later; name one with: make PYTHON=python3.11")'
	@echo "Making the environment in $(VENV) (once, a minute or two) ..."
	@$(PYTHON) -m venv --clear $(VENV)
	@$(RUN) pip install --quiet --disable-pip-version-check --requirement requirements.lock
	@$(RUN) pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@
