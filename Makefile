# Needs only Python 3.11 or newer (with pip and venv) and this folder.
# Everything that is installed goes into .venv; nothing outside this folder is changed,
# but for the one case that `make test` says in words (no browser, Debian or Ubuntu, root).

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh

# Another interpreter: make dashboard PYTHON=/path/to/python3.13
PYTHON ?=
ENV    := .venv
BIN    := $(ENV)/bin
PIP    := PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip --quiet

.PHONY: help dashboard lab book lite worlds test check bench load lock clean

help: ## show this list
	@echo "make dashboard   set up what is missing, start the dashboards and open them in a browser"
	@echo "make lab         set up what is missing and open JupyterLab on the lessons"
	@echo "make book        build the lessons and the index as pages that need no server, in build/book"
	@echo "make lite        build a site on which Python itself runs in the browser, in build/lite (needs Node.js)"
	@echo "make worlds      add what large runs of worlds need: a compiler, a scheduler, files of results"
	@echo "make test        set up what is missing (a browser included) and run every check"
	@echo "make bench       measure speed: slider to screen, first view, imports"
	@echo "make load        let 40 simulated students at the pages, beside plain Voila, on this machine"
	@echo "make lock        pin the newest versions that fit together, in requirements/"
	@echo "make clean       remove the environment and everything that tools left behind"

dashboard: $(ENV)/installed-run ## start the dashboards
	@$(BIN)/bor serve --open

lab: $(ENV)/installed-run ## open JupyterLab on the lessons
	@$(BIN)/bor lab

book: $(ENV)/installed-book ## build the lessons as a site
	@$(BIN)/python -m bor_widgets.printed.book --output build/book

lite: $(ENV)/installed-lite ## a site with no server
	@$(BIN)/python -m lite.build --output build/lite

worlds: $(ENV)/installed-worlds ## what large runs of worlds need
	@echo "Large runs are ready: $(BIN)/bor sweep --help, $(BIN)/bor tournament --help, or make dashboard."

check: $(ENV)/installed-test ## style, types and import order only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The browser is looked for first: a missing one should be told at once, not after the unit tests.
test: $(ENV)/installed-test ## run every check
	@$(BIN)/python tests/browser/find_browser.py --install
	$(MAKE) --no-print-directory check
	$(BIN)/python -m pytest -n 2 --dist loadgroup

bench: $(ENV)/installed-test ## measure speed
	@$(BIN)/python tests/browser/find_browser.py --install
	@$(BIN)/python -m benchmarks.run

load: $(ENV)/installed-test ## a crowd of students
	@$(BIN)/python -m benchmarks.load

# uv resolves for every supported Python at once; pip alone would pin for this machine only.
lock: $(ENV)/made ## pin dependencies anew
	@$(PIP) install uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade \
	    --no-header --no-annotate --no-emit-index-url --no-emit-find-links --no-config \
	    --group build pyproject.toml -o requirements/run.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade \
	    --no-header --no-annotate --no-emit-index-url --no-emit-find-links --no-config \
	    --group build --extra test --extra book --extra hub --extra lite --extra worlds \
	    -c requirements/run.txt \
	    pyproject.toml -o requirements/test.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade \
	    --no-header --no-annotate --no-emit-index-url --no-emit-find-links --no-config \
	    --group build --extra book -c requirements/run.txt -c requirements/test.txt \
	    pyproject.toml -o requirements/book.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade \
	    --no-header --no-annotate --no-emit-index-url --no-emit-find-links --no-config \
	    --group build --extra lite -c requirements/run.txt -c requirements/test.txt \
	    pyproject.toml -o requirements/lite.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --upgrade \
	    --no-header --no-annotate --no-emit-index-url --no-emit-find-links --no-config \
	    --group build --extra worlds -c requirements/run.txt -c requirements/test.txt \
	    pyproject.toml -o requirements/worlds.txt

clean:
	rm -rf $(ENV) build dist .cache .coverage .hypothesis .import_linter_cache \
	    .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# ------------------------------------------------------------------ the environment
# A stamp is older than its lock file exactly when the environment is out of date.

$(ENV)/made:
	@python=; \
	for candidate in $(if $(PYTHON),"$(PYTHON)",python3 python3.13 python3.12 python3.11 python); do \
	    if "$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	        python=$$candidate; break; \
	    fi; \
	done; \
	if [ -z "$$python" ]; then \
	    found=$$($(or $(PYTHON),python3) --version 2>/dev/null || echo "no Python 3"); \
	    echo "Python 3.11 or newer is needed, but $$found was found: install it from python.org or with the system's package manager, then run make again." >&2; \
	    exit 1; \
	fi; \
	echo "Creating the environment in $(ENV) (once; some minutes on a slow line) ..."; \
	if ! log=$$("$$python" -m venv --clear $(ENV) 2>&1); then \
	    rm -rf $(ENV); \
	    echo "The environment could not be made: this Python lacks venv. On Debian or Ubuntu run: apt-get install python3-venv" >&2; \
	    exit 1; \
	fi
	@touch $@

$(ENV)/installed-run: $(ENV)/made requirements/run.txt pyproject.toml
	@echo "Installing what the dashboards need ..."
	@$(PIP) install --requirement requirements/run.txt || $(install-failed)
	@$(PIP) install --no-deps --no-build-isolation --editable . || $(install-failed)
	@touch $@

$(ENV)/installed-test: $(ENV)/made requirements/test.txt pyproject.toml
	@echo "Installing what the dashboards, the book, the worlds and the tests need ..."
	@$(PIP) install --requirement requirements/test.txt || $(install-failed)
	@$(PIP) install --no-deps --no-build-isolation --editable . || $(install-failed)
	@touch $@ $(ENV)/installed-run $(ENV)/installed-book $(ENV)/installed-lite $(ENV)/installed-worlds

$(ENV)/installed-book: $(ENV)/made requirements/book.txt pyproject.toml
	@echo "Installing what the book needs ..."
	@$(PIP) install --requirement requirements/book.txt || $(install-failed)
	@$(PIP) install --no-deps --no-build-isolation --editable . || $(install-failed)
	@touch $@ $(ENV)/installed-run

$(ENV)/installed-lite: $(ENV)/made requirements/lite.txt pyproject.toml
	@echo "Installing what the site with no server needs ..."
	@$(PIP) install --requirement requirements/lite.txt || $(install-failed)
	@$(PIP) install --no-deps --no-build-isolation --editable . || $(install-failed)
	@touch $@ $(ENV)/installed-run

$(ENV)/installed-worlds: $(ENV)/made requirements/worlds.txt pyproject.toml
	@echo "Installing what large runs of worlds need ..."
	@$(PIP) install --requirement requirements/worlds.txt || $(install-failed)
	@$(PIP) install --no-deps --no-build-isolation --editable . || $(install-failed)
	@touch $@ $(ENV)/installed-run

define install-failed
{ echo "The packages could not be installed: check the network connection, then run make again (what is there already is kept)." >&2; exit 1; }
endef
