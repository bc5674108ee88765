# Three targets matter:
#   make workbook   writes out/improvement-plan-2018-01.xlsx from the real report pack
#   make check      builds, and runs the tests that take no time
#   make test       runs every test, or with FILTER=NAME those whose names match; FSK_TEST_SCALE=10 make test tries ten times as
#                   many random inputs
# Each installs what it needs first and builds without optimisations, all from one build in .build/quick, which has nothing for
# debuggers: for those use `swift build` and `swift test`, which build in .build. `make install` builds
# committee-workbook with optimisations and installs it under PREFIX, with what shells need to complete its commands.

PACK = improvement-plan-2018-01
VENV = .build/tools
PYTHON = $(CURDIR)/$(VENV)/bin/python3
PREFIX ?= /usr/local
SECONDS ?= 60
QUICK := $(shell cat .ci/flags)

.PHONY: workbook check test benchmark fuzz install packages test-tools lint format clean

workbook: packages
	swift build $(QUICK) --product committee-workbook
	@mkdir -p out
	@"$$(swift build $(QUICK) --show-bin-path)/committee-workbook" Examples/Packs/$(PACK) --output out/$(PACK).xlsx

check: packages test-tools
	@FSK_PYTHON=$(PYTHON) .ci/tests --quick

test: packages test-tools
	@FSK_PYTHON=$(PYTHON) .ci/tests $(if $(FILTER),--filter "$(FILTER)")

# This package beside others on the same data, in one run: tables of ratios, and the same as JSON in out/benchmarks.json.
# `make benchmark MEASURE="road --large"` chooses; `make benchmark MEASURE=instructions` counts instructions against those known.
benchmark: packages
	@.ci/install python3-venv pigz valgrind
	@test -x $(PYTHON) || python3 -m venv $(VENV)
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check XlsxWriter rustpy-xlsxwriter xlsxturbo pandas orjson duckdb
	swift build -c release --product committee-workbook
	swift build -c release --package-path Benchmarks
	@mkdir -p out
	$(PYTHON) Benchmarks/Scripts/compare.py $(MEASURE) --json out/benchmarks.json

# Tries random input on everything that reads files, for SECONDS each: `make fuzz TARGET=numbers SECONDS=600`.
fuzz: packages
	@.ci/fuzz $(SECONDS) $(TARGET)

# Swift's libraries are linked into the program, so that it runs on machines that do not have them.
install: packages
	swift build -c release --static-swift-stdlib --product committee-workbook
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install "$$(swift build -c release --static-swift-stdlib --show-bin-path)/committee-workbook" "$(DESTDIR)$(PREFIX)/bin/"
	install -d "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	"$(DESTDIR)$(PREFIX)/bin/committee-workbook" completions bash > \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/committee-workbook"
	"$(DESTDIR)$(PREFIX)/bin/committee-workbook" completions zsh > \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_committee-workbook"
	"$(DESTDIR)$(PREFIX)/bin/committee-workbook" completions fish > \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/committee-workbook.fish"

# The C libraries of the XLSX exporter and of compression.
packages:
	@.ci/install libxlsxwriter-dev zlib1g-dev

# What makes papers, and reads our output in tests; numpy and scipy attack tables of small numbers.
test-tools: packages
	@.ci/install python3-venv libreoffice-calc-nogui poppler-utils cmark-gfm pandoc \
	  librsvg2-bin pigz jq
	@test -x $(PYTHON) || python3 -m venv $(VENV)
	@$(PYTHON) -c 'import openpyxl, lxml, yaml, html5lib, numpy, scipy, jsonschema, duckdb, pandas, \
	  frictionless, csvw, docx, pikepdf, typst' 2>/dev/null || \
	  $(PYTHON) -m pip install --quiet --disable-pip-version-check openpyxl lxml pyyaml html5lib numpy scipy \
	    jsonschema duckdb pandas frictionless csvw python-docx pikepdf typst

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Plugins Examples Tests

format:
	swift format --in-place --recursive --parallel Package.swift Sources Plugins Examples Tests

clean:
	rm -rf .build out Examples/*/.build Examples/*/.build-*
