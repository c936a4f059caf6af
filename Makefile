# SPDX-License-Identifier: Apache-2.0
# make demo · make test · make build · make bench · make accuracy DATA=… · make fuzz SECONDS=…
JOBS ?= $(shell nproc)
DATA ?= ../shared/data
FUZZ_SECONDS ?= 120
LAUNCHER := $(if $(shell command -v ccache),-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
DEMO := build/demo

.PHONY: setup build demo test check sanitize bench accuracy fuzz clean

setup:
	@tools/setup

build: setup
	@cmake --preset release $(LAUNCHER) >build/cmake.log 2>&1 || { cat build/cmake.log; exit 1; }
	@cmake --build --preset release -j $(JOBS)
	@ln -sf release/cli/demarche build/demarche

demo: build
	@mkdir -p $(DEMO) && rm -f $(DEMO)/crisis.db*   # read anew: the last build may have read otherwise
	@build/demarche read samples/crisis/documents --actors samples/crisis/actors.tsv --record $(DEMO)/crisis.db
	@echo
	@build/demarche summary --record $(DEMO)/crisis.db
	@build/demarche report --record $(DEMO)/crisis.db -o $(DEMO)/crisis.html
	@echo
	@echo "Open the dossier in a browser: file://$(CURDIR)/$(DEMO)/crisis.html"

test: build
	@ctest --test-dir build/release --output-on-failure -j $(JOBS)

# Everything a change should pass before it is handed in: tests, layers, format, and both sanitizer builds.
check: test
	@tools/check

# Tests that run the network are left out: its library opens a part of itself in a way (RTLD_DEEPBIND) at which the sanitizers
# end the program.
sanitize: setup
	@for preset in dev threads; do \
	  cmake --preset $$preset $(LAUNCHER) >/dev/null && cmake --build --preset $$preset -j $(JOBS) && \
	  ctest --test-dir build/$$preset --output-on-failure -LE network -j $(JOBS) || exit 1; \
	done

bench: build
	@build/release/bench/bench
	@build/release/bench/findings

accuracy: build
	@python3 bench/accuracy/accuracy.py --data $(DATA)

fuzz: setup
	@FUZZ_SECONDS=$(FUZZ_SECONDS) tools/fuzz

clean:
	rm -rf build
