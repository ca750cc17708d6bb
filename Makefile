PREFIX ?= /usr/local
DESTDIR ?=
# Where the program is built; two of these do not wait for each other.
SCRATCH ?= .build
export RELEASE := $(SCRATCH)/release/kstop
# Of 19.8 MB, 16.0 are left: nothing is linked to by name from outside, so nothing needs to stay for that; functions that
# nothing calls go one by one (0.5 MB); the program is loaded where it was linked for, as Go's are (1.1 MB of relocations,
# and 1 ms of the start); nothing is unwound (2.3 MB). The order of the functions saves memory.
export LINK := -use-ld=lld -Xclang-linker -no-pie -Xlinker --no-export-dynamic -Xlinker -z -Xlinker now \
	-Xlinker --symbol-ordering-file=packaging/functions.order -Xlinker --no-warn-symbol-ordering
STATIC := --static-swift-stdlib $(addprefix -Xswiftc ,$(LINK) -Xfrontend -function-sections)
DIST := .build/dist
# The processor that packages are built for, as Debian calls it; this machine's if empty.
export ARCH ?=
PACKAGED := $(DIST)/$(or $(ARCH),native)/kstop
# Suites that leave no processor idle, for a minute or more in all.
BUSY := DemoLeavingTests|HostileScreenTests|RandomSessionTests
# Suites of whole programs that look at no screen which changes by itself.
SCREENLESS := EndToEnd\.(Argument|Completion|Cycle|DiskFull|Doctor|Flood|Install|MachineOutput|ReadmeCommand|Release|Script|ServerPath|Soak|StartFault|UnwritableOutput)Tests
# Suites that, together, do a bit of everything.
OPTIMIZED := EndToEnd\.(Argument|Demo|DemoActing|DemoLog|Doctor|MachineOutput|ReadmeCommand|Script)Tests
# What CI adds for the builds of the tests.
SWIFT_FLAGS ?=
CLUSTER := Tests/EndToEnd/cluster
KSTOP_CLUSTER ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/kstop-cluster
export KSTOP_CLUSTER

# Where .ci/swift puts a toolchain if the system has none.
export PATH := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/kstop-swift/usr/bin:$(PATH)

.PHONY: help demo build test optimized unit e2e soak cycles check fuzz sanitize man install uninstall deb tarball \
	reproducible release trial fresh clean bench bench-check order screenshots screenshots-check packaged cross

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "make %-18s %s\n", $$1, $$2 }' Makefile

demo: build ## Build kstop and look at a made-up seedbox; no cluster needed
	@if [ -t 0 ] && [ -t 1 ]; then $(RELEASE) --demo; else $(RELEASE) --demo --once; fi

build: ## Build the program (.build/release/kstop)
	@.ci/setup build
	@script=$$(.ci/linkable packaging/program.ld $(LINK)) && \
		swift build -c release --scratch-path $(SCRATCH) $(STATIC) $$script --product kstop

test: ## Run all tests but those against a real Kubernetes
	@echo "kstop: building the tests and running them takes about 15 minutes on two cores"
	@$(MAKE) --no-print-directory unit
	@# Apart, since they leave no processor to those that wait for something with a limit of time.
	@.ci/timed "unit tests that compute" swift test $(SWIFT_FLAGS) --ignore-lock --skip-build \
		--filter '$(BUSY)'
	@# One terminal at a time: who looks at a screen must not be late for a sentence that goes after five seconds.
	@run="swift test $(SWIFT_FLAGS) --ignore-lock --skip-build --no-parallel"; \
		export KSTOP_BINARY="$$(swift build --show-bin-path)/kstop"; .ci/timed "tests of the whole program" .ci/abreast \
		"$$run --filter EndToEnd --skip 'RealCluster|$(SCREENLESS)'" "$$run --filter '$(SCREENLESS)'"

optimized: build ## Run tests of the whole program with the program that is installed: the optimizer errs, too
	@swift build --build-tests $(SWIFT_FLAGS) --ignore-lock
	@KSTOP_BINARY="$$PWD/$(RELEASE)" swift test $(SWIFT_FLAGS) --ignore-lock --skip-build --no-parallel --filter '$(OPTIMIZED)'

unit: ## Run the unit tests, but for those that compute for long
	@.ci/setup test
	@.ci/timed "build" swift build --build-tests $(SWIFT_FLAGS)
	@# In two processes: a test that waits in a system call holds up the others of its own.
	@run="swift test $(SWIFT_FLAGS) --ignore-lock --skip-build"; .ci/timed "unit tests" .ci/abreast \
		"$$run --filter kstopTests --skip '$(BUSY)'" "$$run --skip 'kstopTests|EndToEnd|RealCluster|$(BUSY)'"

e2e: ## Get, start, test against and stop a real Kubernetes (Debian 12, root)
	@.ci/setup test
	@swift build --build-tests $(SWIFT_FLAGS)
	@.ci/e2e $(CLUSTER)

MINUTES ?= 30
soak: ## Hold kstop's memory flat under a storm of changes, for MINUTES (30)
	@.ci/setup test
	@swift build -c release --product kstop
	@swift build --build-tests $(SWIFT_FLAGS)
	@KSTOP_BINARY="$$(swift build -c release --show-bin-path)/kstop" KSTOP_SOAK_MINUTES=$(MINUTES) \
		swift test $(SWIFT_FLAGS) --skip-build --filter SoakTests

CYCLES ?= 1000
cycles: ## Start and end kstop in every way, CYCLES (1000) times, and look for what is left
	@.ci/setup test
	@swift build -c release --product kstop
	@swift build --build-tests $(SWIFT_FLAGS)
	@KSTOP_BINARY="$$(swift build -c release --show-bin-path)/kstop" KSTOP_CYCLES=$(CYCLES) \
		swift test $(SWIFT_FLAGS) --skip-build --filter CycleTests

check: ## Lint, build with warnings as errors, and test, as CI does
	@.ci/setup test
	@./check

FUZZ_SECONDS ?= 60
fuzz: ## Feed random bytes to all that reads bytes, FUZZ_SECONDS (60) to each target
	@.ci/setup build
	@Fuzzing/run $(FUZZ_SECONDS)

sanitize: ## Run the unit tests with ThreadSanitizer, then with AddressSanitizer
	@.ci/setup test
	@for sanitizer in thread address; do \
		echo "kstop: the unit tests with the $$sanitizer sanitizer"; \
		swift build --build-tests --sanitize=$$sanitizer --scratch-path .build-$$sanitizer || exit 1; \
		Tests/Sanitizers/run $$sanitizer .build-$$sanitizer || exit 1; \
	done

man: ## Check the manual pages, and show kstop(1)
	@packaging/check-manuals
	@man -l man/kstop.1

install: ## Install what `make build` has built into PREFIX (/usr/local) under DESTDIR
	@# As root there may be no toolchain, so nothing is built that is there already.
	@[ -x $(RELEASE) ] || $(MAKE) --no-print-directory build
	@newer=$$(find Package.swift Sources -newer $(RELEASE) | head -n 1); [ -z "$$newer" ] || \
		echo "kstop: $(RELEASE) is older than $$newer: 'make build' builds it anew" >&2
	@packaging/tarball --folder $(RELEASE) $(DIST)/install
	@PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" $(DIST)/install/install.sh

uninstall: ## Remove what `make install` has installed
	@PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" packaging/install.sh uninstall

packaged:
	@.ci/setup package
	@packaging/program $(PACKAGED)

# In a clean Debian 13, by packaging/program.
cross:
	@.ci/setup build
	@packaging/cross $(OUTPUT)

deb: packaged ## Build the Debian package (.build/dist), for ARCH: this machine's, amd64 or arm64 (root)
	@packaging/deb $(PACKAGED) $(DIST)

tarball: packaged ## Build the archive with install.sh (.build/dist), for ARCH
	@packaging/tarball $(PACKAGED) $(DIST)

reproducible: packaged ## Compile twice, build package and archive from each and compare their bytes, for ARCH
	@packaging/reproducible $(PACKAGED)

release: ## Check the sources, build the packages for both processors with their sums, and tag (root; packaging/release.md)
	@packaging/publish

fresh: ## Do README's two commands in clean systems with git, make and ca-certificates alone (root, debootstrap, an hour)
	@.ci/fresh $(SYSTEMS)

trial: deb tarball ## Install, run and remove both in clean systems (root, debootstrap, minutes)
	@packaging/trial $(DIST) $(SYSTEMS)

bench: build ## Measure the program: times, memory, bytes, with kubectl beside it
	@.ci/setup bench
	@Benchmarks/bench

bench-check: build ## Count instructions, and fail if there are 10 % more than recorded
	@.ci/setup bench
	@Benchmarks/instructions

order: build ## Write anew which functions of Swift's libraries are put together
	@.ci/setup bench
	@Benchmarks/order

screenshots: build ## Make the pictures of the README anew
	@.ci/setup screenshots
	@screenshots/capture

screenshots-check: build ## Make the pictures twice, and compare them with each other and with those here
	@.ci/setup screenshots
	@screenshots/capture --check

clean: ## Remove all that was built
	@rm -rf .build .build-thread .build-address Fuzzing/.build
