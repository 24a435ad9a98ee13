# `make` says what there is. Everything lands in .venv (programs) and .data (the database and what
# goes with it). All paths are relative: the project may lie in a folder with spaces in its name.

.DEFAULT_GOAL := help
.PHONY: help run test browser lint types messages bench bench-proposals clean remove-data site-packages check-packages

RUN := .venv/bin/python
WORKERS ?= 2

help:  ## Say what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: site-packages  ## Run the site on http://127.0.0.1:8000 (PORT and DATABASE_URL are honoured)
	@exec $(RUN) manage.py serve

test: check-packages browser  ## Run every test; ARGS='-k city' picks some
	@exec $(RUN) -m pytest -n $(WORKERS) $(ARGS)

lint: check-packages  ## Look for faults of style
	@$(RUN) -m ruff check
	@$(RUN) -m ruff format --check
	@if [ -d templates ]; then $(RUN) -m djlint --lint --quiet --profile django templates; fi

types: check-packages  ## Check the types
	@$(RUN) -m mypy

LOCALE := timeline/locale
# A variable LANGUAGE of the shell means something else.
NEW_LANGUAGE := $(if $(filter command,$(origin LANGUAGE)),$(LANGUAGE))
LANGUAGES := $(sort $(NEW_LANGUAGE) $(patsubst $(LOCALE)/%/LC_MESSAGES/django.po,%,$(wildcard $(LOCALE)/*/LC_MESSAGES/django.po)))

messages: site-packages  ## Bring the catalogues of translatable words up to date; LANGUAGE=fr begins one
	@command -v xgettext >/dev/null || { echo "Install gettext: its xgettext is missing." >&2; exit 1; }
	@mkdir -p $(LOCALE)
	@$(RUN) manage.py makemessages $(LANGUAGES:%=--locale %) --no-wrap --no-obsolete --add-location file \
		--verbosity 0 --ignore .venv --ignore .data --ignore tests --ignore benchmarks
	@for language in $(filter-out en,$(LANGUAGES)); do \
		folder=$(LOCALE)/$$language/LC_MESSAGES; \
		grep -v '^"POT-Creation-Date' $$folder/django.po | \
			msgfmt --check-format --check-domain -o $$folder/django.mo - || exit 1; \
	done

bench: check-packages  ## Measure the speed on a database of its own
	@exec $(RUN) -m benchmarks

bench-proposals: check-packages  ## Score the proposed events against those expected; ARGS=--misses names the rest
	@exec $(RUN) -m benchmarks.proposals $(ARGS)

clean:  ## Remove the programs in .venv and what the checks left; your data stays
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis test-results .data/test

remove-data:  ## Remove all data for good: events, articles, accounts
	@printf 'This removes every event, article and account in .data. Type yes to go on: '
	@read answer && [ "$$answer" = yes ] && rm -rf .data && echo 'Removed.'

browser: check-packages
	@$(RUN) -m tests.chromium

CANDIDATES := python3.14 python3.13 python3.12 python3.11 python3
NEW_ENOUGH := import sys; sys.exit(sys.version_info < (3, 11))

.venv/bin/python:
	@fault='Dateline needs Python 3.11 or newer: install it, or name it as in PYTHON=/opt/bin/python3 make run.'; \
	for python in $(if $(PYTHON),'$(PYTHON)',$(CANDIDATES)); do \
		"$$python" -c '$(NEW_ENOUGH)' 2>/dev/null || continue; \
		fault="$$python cannot make a virtual environment: install python3-venv, or name another PYTHON."; \
		"$$python" -c 'import ensurepip' 2>/dev/null || continue; \
		echo "Making a virtual environment with $$python."; \
		exec "$$python" -m venv --clear .venv; \
	done; \
	echo "$$fault" >&2; exit 1

# The copy beside the programs says which requirements they were installed from.
site-packages: .venv/bin/python
	@cmp -s requirements.txt .venv/requirements.txt || { \
		echo 'Installing what Dateline needs.'; \
		$(RUN) -m pip install --quiet --disable-pip-version-check -r requirements.txt && \
		cp requirements.txt .venv/requirements.txt; }

check-packages: site-packages
	@cmp -s requirements-dev.txt .venv/requirements-dev.txt || { \
		echo 'Installing what the checks need.'; \
		$(RUN) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt && \
		cp requirements-dev.txt .venv/requirements-dev.txt; }
