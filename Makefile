# Amparo's verbs. `make` alone lists them. Each one sets up what it needs first.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
MAKEFLAGS += --no-print-directory

# Where a running server keeps what is its own, and where it listens.
AMPARO_DATA ?= ./data
AMPARO_DATABASE ?= sqlite:$(AMPARO_DATA)/amparo.sqlite
PORT ?= 8080
# Annotated documents that the importer is scored on. They are not part of this repository.
AMPARO_CORPUS ?= ../shared
# How long `make check-deep` runs each fuzz target.
FUZZ_SECONDS ?= 600
# How many recipients the alert has during which `make check-deep` kills the worker, and how often it does.
KILL_RECIPIENTS ?= 100000
KILLS ?= 20
# How many kills under reports and an alert, and how many rounds of losing machines; what was seen is written there.
FAULT_ROUNDS ?= 200
MACHINE_ROUNDS ?= 3
FAULT_REPORT ?= .build/faults.txt

release := swift build -c release --product amparo

.PHONY: help setup run build test test-sqlite test-postgres format lint parts check check-deep screenshots score score-formats bench docs release clean

help: ## List these verbs
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r verb text; do printf '  make %-14s %s\n' "$$verb" "$$text"; done

setup: ## Install what running and testing need (Debian 12)
	@Scripts/setup test

run: ## Build, start on a SQLite file with the example actions, print the address
	@Scripts/setup run
	@echo 'Building Amparo; the first time this takes some minutes.'
	@$(release)
	@echo 'Amparo is starting on http://localhost:$(PORT)/ (Ctrl-C stops it)'
	@AMPARO_DATA='$(AMPARO_DATA)' AMPARO_DATABASE='$(AMPARO_DATABASE)' exec "$$($(release) --show-bin-path)/amparo" serve --demo --port $(PORT)

build: setup
	@swift build --build-tests

# One test after the other: many of them run a whole server, and what they wait for has limits of its own.
test: build ## All tests: on SQLite, on PostgreSQL, and end to end
	@Scripts/with-postgres --memory Scripts/swift-tests
	@Scripts/with-postgres --memory Scripts/end-to-end

test-sqlite: build ## The Swift tests on SQLite alone
	@env -u AMPARO_TEST_POSTGRES Scripts/swift-tests

test-postgres: build ## The Swift tests on both engines, without the end-to-end scripts
	@Scripts/with-postgres --memory Scripts/swift-tests

format: ## Lay out all Swift as the house does
	@Scripts/setup run
	@swift format --in-place --parallel -r Sources Tests Package.swift

lint: ## Check the layout, the house rules, and the links of the documentation
	@Scripts/setup run
	@swift format lint --strict --parallel -r Sources Tests Package.swift
	@Scripts/lint-selftest
	@Scripts/lint
	@Scripts/docs-site-selftest
	@Scripts/docs-site --check

check: lint parts test ## Lint, then everything `make test` does; warnings are errors

parts: ## Compare the versions that were resolved with those that were looked at (Packaging/parts.txt)
	@[ -e Package.resolved ] || swift package resolve
	@Scripts/parts

check-deep: check ## The same with long rounds, under the thread and the address sanitizer, every page in every language and theme, Word files through LibreOffice, and fuzzing (slow)
	@Scripts/setup deep
	@AMPARO_LANGUAGES=all SCRIPTS='browser channels drafts languages pages search supporters' PATIENCE=7200 Scripts/end-to-end
	@AMPARO_BULK_DOCUMENTS=1000 AMPARO_KEYS_SUPPORTERS=5000 AMPARO_DURABILITY_ROUNDS=20 SCRIPTS='bulk durability keys' PATIENCE=7200 Scripts/with-postgres Scripts/end-to-end
	@AMPARO_OFFICE=1 SCRIPTS=documents Scripts/with-postgres Scripts/end-to-end
	@Scripts/with-postgres --memory swift test --sanitize=thread --scratch-path .build/thread
	@ASAN_OPTIONS=detect_leaks=0 Scripts/with-postgres --memory swift test --no-parallel --sanitize=address --scratch-path .build/address
	@AMPARO_KILL_RECIPIENTS=$(KILL_RECIPIENTS) AMPARO_KILLS=$(KILLS) SCRIPTS=kills PATIENCE=7200 Scripts/with-postgres Scripts/end-to-end
	@AMPARO_FAULT_ROUNDS=$(FAULT_ROUNDS) AMPARO_FAULT_REPORT='$(abspath $(FAULT_REPORT))' AMPARO_FAULTS=kills SCRIPTS=faults PATIENCE=14400 Scripts/with-postgres Scripts/end-to-end
	@AMPARO_MACHINES_ROUNDS=$(MACHINE_ROUNDS) AMPARO_MACHINES_REPORT='$(abspath $(FAULT_REPORT))' AMPARO_MACHINES_RECIPIENTS=6000 SCRIPTS=machines PATIENCE=7200 Scripts/end-to-end
	@for target in $$(ls Fuzz/Corpus); do AMPARO_CORPUS='$(AMPARO_CORPUS)' Scripts/fuzz "$$target" '$(FUZZ_SECONDS)'; done
	@AMPARO_CORPUS='$(AMPARO_CORPUS)' Scripts/fuzz-programs all '$(FUZZ_SECONDS)'

screenshots: setup ## Make the pictures in docs/pictures anew
	@$(release)
	@AMPARO="$$($(release) --show-bin-path)/amparo" .venv/bin/python Scripts/screenshots

score: ## Score the importer on the annotated documents in AMPARO_CORPUS
	@Scripts/setup test
	@AMPARO_CORPUS='$(AMPARO_CORPUS)' Scripts/score

score-formats: ## Score them again as HTML, Word, OpenDocument, PDF and mail
	@Scripts/setup test
	@AMPARO_CORPUS='$(AMPARO_CORPUS)' Scripts/score-formats

docs: ## Make docs/ and the documentation of the source code into a site, .build/site (with the pictures that there are, else taken first)
	@Scripts/setup run
	@[ -e docs/pictures/desk-today.png ] || $(MAKE) screenshots
	@Scripts/docs
	@Scripts/docs-site

release: ## Build what is handed out into .build-release/dist: package, tar, image, what is inside, checksums; and try it (the image and trying need root)
	@Scripts/setup run
	@Scripts/setup release
	@rm -rf .build-release/debian
	@FRESH_ROOT_BASE=.build-release/debian Scripts/release
	@if [ "$$(id -u)" = 0 ]; then FRESH_ROOT_BASE=.build-release/debian Scripts/try-release; else echo 'Not tried: that needs root.'; fi

clean: ## Remove what was built (never the data)
	@rm -rf .build .venv
