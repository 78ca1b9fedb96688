# Everything a contributor runs. Needs git, make and Python 3.11 or newer; Node, LibreOffice and Chromium are optional.
PYTHON ?= python3
N ?= 2000
ROUNDS ?= 1
BIN := .venv/bin
LOCK := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --upgrade \
	--no-config --system-certs --no-header --no-annotate --quiet --all-extras --group build
# Installed by npm: what judges beside us.
NPM := $(patsubst %/package-lock.json,%/node_modules/npm.stamp,$(wildcard tests/*/package-lock.json))
# Linted and type-checked: those of these folders that exist.
CODE := $(wildcard src tests tools benchmarks)

.DEFAULT_GOAL := help
.PHONY: help demo test lint format generate freeze lock differential hunt layouts twins dresses promise nonsense losses rates bench clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .venv/runtime.stamp ## show what the library does, on example plans: writes demo-output/
	$(BIN)/opengov-local demo -o demo-output

# What is set outside is set aside: without bytecode each of some hundred processes would compile all modules anew.
test: .venv/dev.stamp $(NPM) lint ## run every check and test
	PYTHONDONTWRITEBYTECODE= $(BIN)/pytest -n 2

lint: .venv/dev.stamp ## style, types and the arrows between the packages
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy $(CODE)
	$(BIN)/lint-imports --no-cache

format: .venv/dev.stamp ## put the code in the house style, tables of words in order
	$(BIN)/ruff check --fix-only $(CODE)
	$(BIN)/ruff format $(CODE)
	$(BIN)/python -m tools.order_words

generate: .venv/dev.stamp ## write what is derived from the models and code lists: types, schemas
	$(BIN)/python -m opengov_local.codelists.generate
	$(BIN)/python -m opengov_local.schema.generate
	$(BIN)/python -m opengov_local.formats.generate
	$(BIN)/python -m opengov_local.messages.generate
	$(BIN)/python -m opengov_local.validation.generate

freeze: .venv/dev.stamp ## freeze the version that the models say, for good: make freeze VERSION=0.1
	$(BIN)/python -m opengov_local.schema.freeze $(VERSION)

lock: .venv/dev.stamp ## renew requirements/*.txt from pyproject.toml
	$(LOCK) -o requirements/runtime.txt
	$(LOCK) --group dev -c requirements/runtime.txt -o requirements/dev.txt
	$(LOCK) --group bench -c requirements/runtime.txt -o requirements/bench.txt

differential: .venv/dev.stamp tests/ajv/node_modules/npm.stamp ## the engines against each other: make differential N=20000
	OPENGOV_LOCAL_DIFFERENTIAL_N=$(N) $(BIN)/pytest -n 2 tests/differential tests/contract

hunt: .venv/dev.stamp tests/ajv/node_modules/npm.stamp ## the property tests on new random values: make hunt ROUNDS=5
	for round in $$(seq $(ROUNDS)); do OPENGOV_LOCAL_HUNT=1 $(BIN)/pytest -q -n 2 -m hypothesis || exit 1; done

layouts: .venv/dev.stamp ## how well each layout of tests/layouts is read
	$(BIN)/python -m tests.layouts

twins: .venv/dev.stamp ## how well the workbooks among them are read once they were pasted into Word files
	$(BIN)/python -m tests.layouts.twins

dresses: .venv/dev.stamp ## how alike they are read with columns moved, rows between, sheets turned, other days
	$(BIN)/python -m tests.layouts.dresses

promise: .venv/dev.stamp ## what Word forms print comes back, of as many packages for each form: make promise N=50
	OPENGOV_LOCAL_PROMISE_N=$(N) $(BIN)/pytest -n 2 tests/losses/test_promise_drawn.py

nonsense: .venv/dev.stamp ## a word nobody knows is told of, in so many places of each format: make nonsense N=50
	OPENGOV_LOCAL_NONSENSE_N=$(N) $(BIN)/pytest -n 2 tests/losses/test_nothing_lost.py

losses: .venv/dev.stamp ## measure anew what each format keeps of a package
	$(BIN)/python -m tests.losses.generate

rates: .venv/dev.stamp ## on how many real plans each rule speaks: OPENGOV_LOCAL_CORPUS=folder make rates
	$(BIN)/python -m tools.rule_rates
	$(BIN)/python -m opengov_local.validation.generate

bench: .venv/bench.stamp ## speed, as ratios within one run
	$(BIN)/python -m benchmarks.validation
	$(BIN)/python -m benchmarks.importing
	$(BIN)/python -m benchmarks.export

clean: ## remove everything that can be made again
	rm -rf .venv build dist demo-output $(dir $(NPM))
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/created.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "opengov-local needs Python 3.11 or newer, and $(PYTHON) is not: try make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/runtime.stamp: .venv/created.stamp requirements/runtime.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

.venv/dev.stamp: .venv/runtime.stamp requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

.venv/bench.stamp: .venv/dev.stamp requirements/bench.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@touch $@

# Ajv (schemas), what drives Chromium, the Open XML SDK's validator (Word, Excel).
# Without npm or a network the tests that need one are skipped (on CI they fail).
tests/%/node_modules/npm.stamp: tests/%/package-lock.json
	@if ! command -v npm >/dev/null; then echo "npm is not installed: tests that need tests/$*/package.json are skipped"; \
	elif cd tests/$* && npm ci --ignore-scripts --no-audit --no-fund --no-update-notifier; \
	then touch node_modules/npm.stamp; \
	else echo "npm could not install what tests/$*/package.json names: tests that need it are skipped"; fi
