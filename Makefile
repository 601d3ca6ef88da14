# make demo    render one prompt, from POST to MP4      make serve   run the server
# make test    lint nothing, test everything quick      make check   lint, imports and types
# make slow    the slower tests, in CI after the quick ones     make bench   the benchmarks
# make long    every test there is, hours of them
# make live-check   one real film from Google, when its account is in the environment
# make screenshots   the README's pictures of the console, and the playground's examples, taken anew
# make speech        voices that speak lines of dialogue, the extra rushes[speech]
# make pictures      the README's stills and short film, drawn anew
# make contact-sheet   a frame of each of many prompts, and how much of them was understood

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
PROMPT ?= A red fox trots through falling snow in a pine forest at dusk, the wind howls
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -q

.PHONY: demo serve setup test slow long check bench speech contact-sheet pictures screenshots live-check lock clean
.DEFAULT_GOAL := demo

demo: setup
	@RUSHES_HOME="$${RUSHES_HOME:-$(CURDIR)/.rushes}" $(BIN)/rushes generate --own-server --out out "$(subst ",\",$(PROMPT))"

serve: setup
	@$(BIN)/rushes serve

setup: $(VENV)/ready

$(VENV)/python-found:
	@test -n "$(PYTHON)" || { echo "Rushes needs Python 3.11 or newer; none was found. Install it, or say: make PYTHON=/path/to/python3"; exit 1; }
	@echo "Setting up a virtual environment in $(VENV) (once; about a minute) …"
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing; on Debian: apt-get install python3-venv"; rm -rf $(VENV); exit 1; }
	@touch $@

$(VENV)/ready: $(VENV)/python-found requirements.lock pyproject.toml
	@$(PIP) install --no-deps --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation -e . 2>/dev/null || $(PIP) install --no-deps -e .
	@$(BIN)/rushes doctor --warm
	@touch $@

$(VENV)/ready-dev: $(VENV)/ready requirements-dev.lock
	@$(PIP) install --no-deps --require-hashes -r requirements-dev.lock
	@touch $@

# Each of the hundreds of processes that are started would read all sources again if their bytecode were not kept.
PYTEST := env -u PYTHONDONTWRITEBYTECODE OMP_NUM_THREADS=1 $(BIN)/python -m pytest -q --dist worksteal

# More processes than two cores: the quick tests wait more than they compute.
test: $(VENV)/ready-dev
	$(PYTEST) -n 3

# One for each of two cores: these kill workers, and a live one's beats must not be late.
slow: $(VENV)/ready-dev
	$(PYTEST) -n 2 -m "slow and not long"

long: $(VENV)/ready-dev
	$(PYTEST) -n 2 -m "slow or long or not slow"

check: $(VENV)/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy

bench: $(VENV)/ready-dev
	$(BIN)/python benchmarks/api.py
	$(BIN)/python benchmarks/operations.py
	$(BIN)/python benchmarks/streams.py
	$(BIN)/python benchmarks/render.py

speech: $(VENV)/ready
	@$(PIP) install -e '.[speech]'
	@$(BIN)/rushes doctor --warm

contact-sheet: $(VENV)/ready
	$(BIN)/python benchmarks/contact_sheet.py

pictures: $(VENV)/ready
	$(BIN)/python docs/film.py

screenshots: $(VENV)/ready-dev
	$(BIN)/python docs/screenshots.py

live-check: $(VENV)/ready-dev
	@$(BIN)/python -m rushes.testing.live_check

lock:
	$(PIP) install pip-tools
	$(BIN)/pip-compile -q --strip-extras --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --allow-unsafe -o requirements.lock pyproject.toml
	$(BIN)/pip-compile -q --strip-extras --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --allow-unsafe --extra dev -c requirements.lock -o requirements-dev.lock pyproject.toml

clean:
	rm -rf $(VENV) .rushes out build *.egg-info
