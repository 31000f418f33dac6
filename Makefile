# Every target is described after its name; `make` lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c

PREFIX ?= /usr/local
DESTDIR ?=
COUNT ?= 400
FORMS ?= 104
SEED ?= 1
HELD_OUT_SEED ?= 2
PLANTED ?= 300
CLEAN ?= 200
JUDGING_SEED ?= 77
OUT ?= out
MINUTES ?= 5
COMPANIES ?= 100000

RELEASE = packaging/release
BIN = .build/release

.PHONY: help deps build run test test-slurm test-parallel lint format accuracy bench bench-peer bench-scale bench-efficiency bench-nodes group independent independent-papers hypotheses fuzz corpora \
  figures figures-reading figures-judging figures-speed figures-peer figures-batch install packages deb tarball try-packages same-packages uninstall clean

##@ Everyday

help: ## this list
	@awk 'BEGIN { FS = ":.*## " } \
	  /^##@/ { printf "\n%s\n", substr($$0, 5) } \
	  /^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

deps: ## packages by apt, OpenVINO and models by pip into .deps/ (pinned; nothing to do: no network)
	@.ci/deps

build: deps ## all programs, for debugging
	swift build

run: deps ## check the samples: findings on screen, reports in out/samples
	$(RELEASE) dossier
	@rm -rf $(OUT)/samples && mkdir -p $(OUT)
	@# Status 1 says that there are findings, which is what samples are for.
	@$(BIN)/dossier check samples --output $(OUT)/samples || [ $$? -eq 1 ]
	@echo
	@echo "reports: $(CURDIR)/$(OUT)/samples (start with index.html)"

test: deps ## all tests, and the tests inside the rule packs
	swift build
	swift build --build-tests
	swift test --parallel --skip-build
	.build/debug/dossier rules test
	python3 Tests/editors/editors.py --dossier .build/debug/dossier

test-slurm: deps ## shards on a Slurm cluster of two nodes on this machine, which are killed (SEED; SLURM: fewer submissions, shards or kills)
	$(RELEASE) dossier
	@python3 Tests/engines/slurm.py --dossier $(BIN)/dossier --seed $(SEED) $(SLURM)

test-parallel: deps ## shards by GNU Parallel over ssh to two hosts with networks of their own, one of which is cut off (SEED; root; apt: parallel openssh-server iproute2)
	$(RELEASE) dossier
	@python3 Tests/engines/parallel.py --dossier $(BIN)/dossier --seed $(SEED)

lint: deps ## layout, house style and the walls between targets
	@.ci/lint

format: ## lay out all Swift files
	swift format --in-place --recursive --parallel Sources Tests Package.swift

##@ Measuring

accuracy: deps ## reading of COUNT specimens (SEED, and HELD_OUT_SEED with reserved fonts), of FORMS in the forms of real paper, judging of PLANTED and CLEAN submissions
	$(RELEASE) dossier
	$(RELEASE) dossier-forge
	@mkdir -p $(OUT)/accuracy
	$(BIN)/dossier-forge measure --count $(COUNT) --seed $(SEED) \
	  --dossier $(BIN)/dossier --json $(OUT)/accuracy/development.json
	$(BIN)/dossier-forge measure --count $(COUNT) --seed $(HELD_OUT_SEED) --held-out \
	  --dossier $(BIN)/dossier --json $(OUT)/accuracy/held-out.json
	$(BIN)/dossier-forge measure --count $(FORMS) --seed $(HELD_OUT_SEED) --held-out --forms all \
	  --dossier $(BIN)/dossier --json $(OUT)/accuracy/forms.json
	$(BIN)/dossier-forge measure judging --count $(PLANTED) --clean $(CLEAN) --seed $(JUDGING_SEED) \
	  --dossier $(BIN)/dossier --json $(OUT)/accuracy/judging.json

bench: deps ## pages per second, peak memory of all processes, start-up, evaluations of rules
	$(RELEASE) dossier
	$(RELEASE) dossier-forge
	@python3 Tests/bench/bench.py --dossier $(BIN)/dossier --forge $(BIN)/dossier-forge --out $(OUT)/bench
	@python3 Tests/bench/charts.py --dossier $(BIN)/dossier --out $(OUT)/bench/charts
	@python3 Tests/bench/editor.py --dossier $(BIN)/dossier
	$(RELEASE) cel-bench
	@$(BIN)/cel-bench
	$(RELEASE) rules-bench
	@$(BIN)/rules-bench rules .deps/rapidocr/models samples/clean samples/wrong-name-character
	$(RELEASE) seal-bench
	@$(BIN)/seal-bench rules/materials .deps/rapidocr/models Tests/PeerSeals/ca.pem Tests/PeerSeals/valid_v4.esl \
	  Tests/PeerSeals/valid_v4.ofd samples/sealed/公章.esl samples/sealed/营业执照.ofd

bench-peer: deps ## the same pages by RapidOCR on the same engine, alternately, median of 5 (PICTURES: a folder to take instead of specimens)
	$(RELEASE) dossier
	$(RELEASE) dossier-forge
	@python3 Tests/bench/peer.py --dossier $(BIN)/dossier --forge $(BIN)/dossier-forge --out $(OUT)/bench \
	  $(if $(PICTURES),--pictures $(PICTURES))

group: deps ## a group of 200 with undelivered, unreadable and faulty companies, and its index asked in Chromium
	$(RELEASE) dossier
	$(RELEASE) dossier-forge
	@python3 Tests/bench/group.py --dossier $(BIN)/dossier --forge $(BIN)/dossier-forge --out $(OUT)/group

bench-scale: deps ## planning, reading and merging COMPANIES of two small files: seconds for each 1,000, memory
	$(RELEASE) dossier
	@python3 Tests/bench/scale.py --dossier $(BIN)/dossier --count $(COMPANIES)

bench-efficiency: deps ## two nodes of one core each beside one machine of two: seconds, efficiency
	$(RELEASE) dossier
	@python3 Tests/bench/efficiency.py --dossier $(BIN)/dossier

bench-nodes: deps ## a simulation of 10,000 to 1,000,000 submissions on 200 nodes that fail, from what the samples take here (SEED)
	$(RELEASE) dossier
	@python3 Tests/bench/nodes.py --dossier $(BIN)/dossier --seed $(SEED)

independent: deps ## charts written by LibreOffice, openpyxl, XlsxWriter and python-pptx (from PyPI, in ~/.cache) read as they are; the calendar of what runs out read by icalendar
	$(RELEASE) dossier
	$(RELEASE) dossier-forge
	@python3 Tests/independent/charts.py --dossier $(BIN)/dossier --forge $(BIN)/dossier-forge --out $(OUT)/independent
	@python3 Tests/independent/calendar_file.py --dossier $(BIN)/dossier --out $(OUT)/calendar

independent-papers: deps ## papers set by Chromium in fonts of other packages, photographed by OpenCV (from PyPI, in ~/.cache)
	$(RELEASE) dossier
	@python3 Tests/independent/papers/papers.py --dossier $(BIN)/dossier --out $(OUT)/papers

hypotheses: deps ## how true values and values changed in one place fare against the lines of poor photos
	$(RELEASE) dossier
	$(RELEASE) dossier-forge
	$(BIN)/dossier-forge measure hypotheses --count 120 --quality poor-photo --seed $(SEED) --dossier $(BIN)/dossier
	$(BIN)/dossier-forge measure hypotheses --count 120 --quality poor-photo --seed $(HELD_OUT_SEED) --held-out \
	  --dossier $(BIN)/dossier

accuracy: hypotheses

figures: ## docs/figures.md anew: what the measuring commands print, with command, seed, date, commit and processor
figures-reading: ## its section of the accuracy of reading alone (COUNT, SEED, HELD_OUT_SEED)
figures-judging: ## its section of planted discrepancies alone (PLANTED, CLEAN, JUDGING_SEED)
figures-speed: ## its section of pages per second, memory and start-up alone
figures-peer: ## its section of the comparison with RapidOCR alone
figures-batch: ## its section of a batch of 1,000 submissions alone

figures figures-reading figures-judging figures-speed figures-peer figures-batch: deps
	$(RELEASE) dossier
	$(RELEASE) dossier-forge
	@python3 Tests/bench/figures.py $(patsubst figures-%,%,$(filter figures-%,$@)) --dossier $(BIN)/dossier \
	  --forge $(BIN)/dossier-forge --out $(OUT)/figures --count $(COUNT) --forms $(FORMS) --seed $(SEED) --held-out-seed $(HELD_OUT_SEED) \
	  --planted $(PLANTED) --clean $(CLEAN) --judging-seed $(JUDGING_SEED)

fuzz: deps ## changed specimens against every parser, MINUTES each; what ends one is kept in Tests/Corpora
	$(RELEASE) dossier-forge
	$(BIN)/dossier-forge fuzz --minutes $(MINUTES)

corpora: deps ## extract over any files in DIR (MOST of them): crashes, hangs, readers that ended, notices, memory
	$(RELEASE) dossier
	@python3 Tests/bench/corpora.py "$(DIR)" --dossier $(BIN)/dossier $(if $(MOST),--most $(MOST))

##@ Installing

install: deps ## into PREFIX (/usr/local): bin/dossier, lib/dossier, share/dossier; what `make run` built is not built again
	$(RELEASE) dossier
	@packaging/install "$(DESTDIR)$(PREFIX)"
	@echo "installed; $(PREFIX)/bin/dossier doctor looks it over"

packages: deps ## a Debian package, a tarball for any glibc >= 2.36, their parts list (SBOM) and SHA-256, into dist/
	$(RELEASE) dossier
	@packaging/packages

deb: deps ## the Debian package alone
	$(RELEASE) dossier
	@packaging/packages deb

tarball: deps ## the tarball alone
	$(RELEASE) dossier
	@packaging/packages tarball

try-packages: ## both packages, without a network, in a bare Debian 12 (root; made by debootstrap)
	@packaging/try

same-packages: deps ## whether a second build from nothing, in another folder, gives the packages of dist/ byte for byte
	@packaging/same

uninstall: ## what install put into PREFIX
	rm -f $(DESTDIR)$(PREFIX)/bin/dossier
	rm -rf $(DESTDIR)$(PREFIX)/lib/dossier $(DESTDIR)$(PREFIX)/share/dossier $(DESTDIR)$(PREFIX)/share/doc/dossier
	rm -f $(DESTDIR)$(PREFIX)/share/man/man1/dossier.1 $(DESTDIR)$(PREFIX)/share/man/zh_CN/man1/dossier.1
	rm -f $(DESTDIR)$(PREFIX)/share/bash-completion/completions/dossier
	rm -f $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_dossier
	rm -f $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/dossier.fish

clean: ## everything built (not .deps: fetching is slow)
	rm -rf .build out dist
