# All tasks of this project, for people and for CI. `make help` lists them.

PREFIX ?= /usr/local
SWIFT ?= swift

# The Debian packages needed for building, and for testing.
BUILD_PACKAGES = libncursesw5-dev libedit-dev libssl-dev libsqlite3-dev
TEST_PACKAGES = tmux python3 python3-venv procps strace
VOICE_PACKAGES = fenrir tmux python3
# The programs measured for comparison.
PEERS = lnav visidata fzf ripgrep jq less newsboat tig git python3 python3-venv

# One file that runs on any Linux with the same processor: without shared libraries to load, it starts in half the
# time.
STATIC = -c release --static-swift-stdlib -Xswiftc -static-executable --scratch-path .build/static

.PHONY: help bootstrap run build docs examples test attack test-voice voice-transcripts install test-install uninstall documents
.PHONY: deb pictures lint format clean tables packages test-packages voice-packages bench bench-data bench-instructions
.PHONY: bench-worst fuzz test-sanitize soak
.DEFAULT_GOAL := build

help: ## Lists the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1	\2/p' $(MAKEFILE_LIST) | expand -t 18

# Targets that only build install nothing: if a package is missing, run `make bootstrap`.
bootstrap: test-packages ## Installs from Debian what building and testing need (asks for sudo if you are not root)

packages:
	@Scripts/install-packages.sh $(BUILD_PACKAGES)

test-packages:
	@Scripts/install-packages.sh $(BUILD_PACKAGES) $(TEST_PACKAGES)

run: packages ## Builds the program and opens the chronology it comes with (ARGS="…" to pass it arguments)
	@$(SWIFT) build --product chronology --quiet
	@"$$($(SWIFT) build --show-bin-path)"/chronology $(ARGS)

build: ## Builds the program for development; installs nothing (see bootstrap)
	@Scripts/install-packages.sh --check $(BUILD_PACKAGES)
	$(SWIFT) build --product chronology

# The toolchain's own docc, so that no plug-in has to be built.
DOCS = .build/docs
docs: ## Builds the documentation of the EDTF library into .build/docs/EDTF
	@rm -rf $(DOCS) && mkdir -p $(DOCS)/graph
	swiftc -emit-module -module-name EDTF -package-name chronology -swift-version 6 -o $(DOCS)/graph/EDTF.swiftmodule \
		-emit-symbol-graph -emit-symbol-graph-dir $(DOCS)/graph $$(find Sources/EDTF -name '*.swift')
	docc convert Sources/EDTF/EDTF.docc --additional-symbol-graph-dir $(DOCS)/graph \
		--fallback-display-name EDTF --fallback-bundle-identifier EDTF --warnings-as-errors --output-path $(DOCS)/EDTF

examples: ## Builds and runs the package under Examples, which depends on this one by path
	$(SWIFT) run --quiet --package-path Examples/Dates --scratch-path .build/examples Dates | diff Examples/Dates/expected.txt -

# The PyPI packages needed by the checks of the data and the tables.
.venv/ready: Scripts/requirements.txt | test-packages
	python3 -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

test: test-packages lint .venv/ready ## Runs every test: units, data, and the real program in a terminal
	$(SWIFT) build --build-tests
	$(SWIFT) build --product chronology
	$(SWIFT) test --skip-build --disable-xctest
	@$(MAKE) --no-print-directory examples docs
	.venv/bin/python -m unittest discover -s Tests/Scripts
	.venv/bin/python Scripts/check_data.py
	.venv/bin/python Scripts/unicode_tables.py --check
	CHRONOLOGY="$$($(SWIFT) build --show-bin-path)/chronology" .venv/bin/python -m unittest discover -s Tests/Terminal

# ATTACK is how often each random attack is tried; ATTACK_SEED makes it another one.
ATTACK ?= 1000
attack: test-packages .venv/ready ## Attacks the program's terminals, files and texts for an hour or two (ATTACK=100 for less)
	$(SWIFT) build --product chronology
	ATTACK=$(ATTACK) CHRONOLOGY="$$($(SWIFT) build --show-bin-path)/chronology" \
		.venv/bin/python -m unittest discover -s Tests/Terminal -p 'test_attack_*.py'

# RUNS=5 listens five times; PUNCTUATION=some sets Fenrir's level, SPELLING=no hides python3-enchant from it.
RUNS ?= 1
export PUNCTUATION SPELLING
VOICE_TEST = $(SWIFT) build --product chronology && for run in $$(seq $(RUNS)); do \
	CHRONOLOGY="$$($(SWIFT) build --show-bin-path)/chronology" python3 -m unittest discover -s Tests/Voice || exit 1; done

# Generated once, since it takes a minute: `rm -r bench-data` to regenerate it.
BENCH_SIZES = $(if $(filter quick,$(BENCH)),1000 100000,1000 100000 1000000)
bench-data/%.json: Benchmarks/generate
	@mkdir -p $(@D)
	Benchmarks/generate $* $@
bench-data/%.jsonl: Benchmarks/generate
	@mkdir -p $(@D)
	Benchmarks/generate $* $@ --lines

bench-data: $(BENCH_SIZES:%=bench-data/%.json) $(BENCH_SIZES:%=bench-data/%.jsonl) ## Generates chronologies of up to a million events

.venv/peers: Benchmarks/requirements.txt
	python3 -m venv .venv
	.venv/bin/pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

bench: .venv/peers bench-data ## Measures the program beside others, into docs/performance.md (BENCH=quick for less)
	@Scripts/install-packages.sh $(BUILD_PACKAGES) $(PEERS)
	@$(MAKE) --no-print-directory install PREFIX=$(CURDIR)/.build/bench DESTDIR=
	.venv/bin/python Benchmarks/bench --program .build/bench/bin/chronology

bench-instructions: bench-data/1000.json bench-data/100000.json ## Counts the instructions of the hot paths, and fails if they have grown
	@Scripts/install-packages.sh $(BUILD_PACKAGES) valgrind python3
	Benchmarks/instructions

bench-worst: ## Measures the chronologies that cost most against ordinary events, and fails if one costs too much
	@Scripts/install-packages.sh $(BUILD_PACKAGES) python3
	$(SWIFT) build $(STATIC) --product chronology
	$(SWIFT) build $(STATIC) --product Measure
	Benchmarks/worst --program .build/static/release/chronology --measure .build/static/release/Measure --write

# TARGET=edtf fuzzes only one target, SECONDS=600 takes longer. What the fuzzer finds stays under .build, where the next run
# continues; the committed corpus grows only by hand. A crash leaves its input under .build/fuzz/crashes.
TARGET ?= json chronology views import edtf date query command keys settings
SECONDS ?= 60
FUZZ = .build/fuzz
# Of several -sanitize options the compiler heeds the last alone, and SwiftPM passes them in any order.
CHECKS ?= --sanitize fuzzer --sanitize address -Xswiftc -sanitize=address,fuzzer
fuzz: ## Feeds made-up input to every reader until one crashes (TARGET=edtf, SECONDS=600)
	@Scripts/install-packages.sh --check $(BUILD_PACKAGES)
	CHRONOLOGY_FUZZ=1 $(SWIFT) build -c release --product Fuzz --scratch-path $(FUZZ) $(CHECKS)
	Scripts/fuzz.sh $(FUZZ) $(SECONDS) $(TARGET)

# The sanitizers find what no test asserts: memory errors and data races. FILTER=Loader limits them to some suites.
test-sanitize: ## Runs the units under address and thread sanitizers, and the C parts under valgrind
	@Scripts/install-packages.sh $(BUILD_PACKAGES) valgrind bsdutils
	for sanitizer in address thread; do ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no \
		$(SWIFT) test --disable-xctest --sanitize $$sanitizer --scratch-path .build/$$sanitizer $(FILTER:%=--filter %) || exit 1; done
	$(SWIFT) build --product chronology
	Scripts/valgrind.sh "$$($(SWIFT) build --show-bin-path)/chronology" data/events.json

KEYS ?= 1000000
LINES ?= 100000
SEED ?= 1
soak: bench-data/10000.json ## Takes a million steps at random, and checks each (KEYS, LINES, SEED)
	$(SWIFT) build $(STATIC) --product Measure
	.build/static/release/Measure soak $< $(KEYS) $(LINES) $(SEED)

voice-packages:
	@Scripts/install-packages.sh $(BUILD_PACKAGES) $(VOICE_PACKAGES)

test-voice: voice-packages ## Listens to the real program under a real screen reader (RUNS=5 for five times)
	$(VOICE_TEST)

voice-transcripts: voice-packages ## Rewrites the transcripts of what the screen reader says, in docs/voice
	WRITE_TRANSCRIPTS=1 && export WRITE_TRANSCRIPTS && $(VOICE_TEST)

MAN = $(DESTDIR)$(PREFIX)/share/man/man1
BASH_COMPLETIONS = $(DESTDIR)$(PREFIX)/share/bash-completion/completions
ZSH_COMPLETIONS = $(DESTDIR)$(PREFIX)/share/zsh/vendor-completions
FISH_COMPLETIONS = $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
install: packages ## Installs a static executable, its manual pages and completions under PREFIX (/usr/local)
	$(SWIFT) build $(STATIC) --product chronology
	install -d $(DESTDIR)$(PREFIX)/bin $(MAN) $(BASH_COMPLETIONS) $(ZSH_COMPLETIONS) $(FISH_COMPLETIONS)
	strip -o .build/static/chronology .build/static/release/chronology
	install -m 755 .build/static/chronology $(DESTDIR)$(PREFIX)/bin/chronology
	install -m 644 docs/chronology.1 docs/man/*.1 $(MAN)
	.build/static/chronology --generate-completion-script bash > $(BASH_COMPLETIONS)/chronology
	.build/static/chronology --generate-completion-script zsh > $(ZSH_COMPLETIONS)/_chronology
	.build/static/chronology --generate-completion-script fish > $(FISH_COMPLETIONS)/chronology.fish

deb: ## Builds a Debian package of the static executable into .build
	@Scripts/install-packages.sh $(BUILD_PACKAGES) dpkg-dev gzip
	rm -rf .build/deb
	@$(MAKE) --no-print-directory install PREFIX=/usr DESTDIR=$(CURDIR)/.build/deb
	Scripts/make-deb.sh .build/deb .build

INSTALLED = $(CURDIR)/.build/installed
test-install: test-packages ## Installs the static executable under .build, and tests it on terminals of every kind
	@$(MAKE) --no-print-directory install PREFIX=/usr DESTDIR=$(INSTALLED)
	! ldd $(INSTALLED)/usr/bin/chronology
	CHRONOLOGY=$(INSTALLED)/usr/bin/chronology python3 -m unittest discover -s Tests/Terminal -p 'test_door.py'

uninstall: ## Removes what install has put under PREFIX
	rm -f $(DESTDIR)$(PREFIX)/bin/chronology $(MAN)/chronology.1 $(MAN)/chronology-*.1
	rm -f $(BASH_COMPLETIONS)/chronology $(ZSH_COMPLETIONS)/_chronology $(FISH_COMPLETIONS)/chronology.fish

tables: .venv/ready ## Regenerates the tables in the sources from Unicode data
	.venv/bin/python Scripts/unicode_tables.py

documents: test-packages ## Updates what the documents show of the program: read the difference
	$(SWIFT) build --product chronology
	-RECORD_DOCUMENTS=1 $(SWIFT) test --disable-xctest --filter DocumentTests
	Scripts/capture-screens.sh
	Scripts/manuals.py "$$($(SWIFT) build --show-bin-path)/chronology"

pictures: test-packages ## Redraws the pictures of the documents: look at them
	$(SWIFT) build --product chronology
	Scripts/pictures.py

lint: ## Checks the formatting of the source files, and that none is too long
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests Examples Benchmarks Fuzzing
	Scripts/check-lengths.sh

format: ## Formats the source files
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests Examples Benchmarks Fuzzing

clean: ## Removes the build products
	rm -rf .build
