# Two targets matter:
#   make workbook   writes out/improvement-plan-2018-01.xlsx from the real report pack
#   make test       runs every test
# Each installs what it needs first.

PACK = improvement-plan-2018-01
VENV = .build/tools
PYTHON = $(CURDIR)/$(VENV)/bin/python3

.PHONY: workbook test packages test-tools lint format clean

workbook: packages
	swift build -c release --product committee-workbook
	@mkdir -p out
	@"$$(swift build -c release --show-bin-path)/committee-workbook" Examples/Packs/$(PACK) --output out/$(PACK).xlsx

test: packages test-tools
	FSK_PYTHON=$(PYTHON) swift test
	FSK_PYTHON=$(PYTHON) swift test --package-path Examples/CustomExporter
	swift test --package-path Examples/EmbedInServer

# The C libraries of the XLSX exporter and of compression.
packages:
	@.ci/install libxlsxwriter-dev zlib1g-dev

# What reads our output in tests; numpy and scipy attack tables of small numbers.
test-tools: packages
	@.ci/install python3-venv libreoffice-calc-nogui poppler-utils cmark-gfm pandoc pigz jq
	@test -x $(PYTHON) || python3 -m venv $(VENV)
	@$(PYTHON) -c 'import openpyxl, lxml, yaml, html5lib, numpy, scipy, jsonschema, duckdb, pandas' 2>/dev/null || \
	  $(PYTHON) -m pip install --quiet --disable-pip-version-check openpyxl lxml pyyaml html5lib numpy scipy \
	    jsonschema duckdb pandas

lint:
	swift format lint --strict --recursive --parallel Package.swift Sources Plugins Examples Tests

format:
	swift format --in-place --recursive --parallel Package.swift Sources Plugins Examples Tests

clean:
	rm -rf .build out Examples/*/.build Examples/*/.build-*
