# make setup   a virtual environment in .venv with exactly what requirements.lock names
# make demo    writes an example application, verifies it and says where the report is
# make test    all tests        make check   ruff, mypy and the layers        make bench   the measurements
PYTHON ?= python3
VENV   ?= .venv
BIN     = $(VENV)/bin
READY   = $(VENV)/.ready

.PHONY: setup debian demo test check bench lock clean

# Where Python may write no bytecode, every start would compile 300 modules anew: a second and more.
setup: $(READY)
	@$(BIN)/python -m compileall -q registries extractors verifier api

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "核证 needs Python 3.11 or later: make setup PYTHON=python3.12" >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV) \
		|| { echo "Python cannot make a virtual environment here: apt-get install python3-venv" >&2; exit 2; }
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

# Tesseract is the second reader; without it everything else works and its own tests are skipped.
debian:
	@bash .ci/debian

demo: setup
	$(BIN)/hezheng demo

# Three at a time: a third of the time a test waits for a server, a browser or a database.
test: setup debian
	$(BIN)/python -m pytest -n 3 --dist loadfile --no-loadscope-reorder

check: setup
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_layers.py

bench: setup
	$(BIN)/python -m bench.accuracy
	$(BIN)/python -m bench.reading
	$(BIN)/python -m bench.narrative tests/extractors/narratives.json

# Writes no address of a registry and no path of this machine into the lock file.
lock:
	uv pip compile pyproject.toml --extra dev --extra otel --upgrade --generate-hashes --no-annotate --no-header \
		--python-version 3.11 --python-platform x86_64-manylinux_2_28 \
		--no-emit-index-url --no-emit-find-links --quiet -o requirements.lock

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache
