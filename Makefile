# pyviz: build, test, measure.  `make help` lists the targets.

CC      ?= cc
CFLAGS  ?= -O2 -g
PREFIX  ?= /usr/local
BUILD   ?= build
PROGRAM ?= pyviz

# Every dependency stands here, once, with its reason.
#   ncursesw  owns the terminal: terminfo, termios, diffing        (screen)
#   tickit    drawing surface and key decoder on every backend     (canvas, screen)
#   utf8proc  Unicode: widths, categories, case                    (base, str)
#   jansson   JSON that keeps 64-bit integers whole                (trace, state)
#   gmp       the mpn layer, for integers of any size              (int)
PACKAGES := ncursesw tickit libutf8proc jansson gmp
ifneq ($(filter-out help install-help clean uninstall format check-format,$(or $(MAKECMDGOALS),all)),)
MISSING := $(shell pkg-config --exists $(PACKAGES) 2>/dev/null || echo yes)
ifeq ($(MISSING),yes)
$(info pyviz needs: $(PACKAGES))
$(info   Debian, Ubuntu:  apt install build-essential pkg-config libncurses-dev libtickit-dev libutf8proc-dev libjansson-dev libgmp-dev unicode-data)
$(info   Homebrew:        brew install pkg-config ncurses libtickit utf8proc jansson gmp)
$(error a library is missing, see the lines above)
endif
endif

# No fused multiply-add: floats must come out as CPython's do.
STD      := -std=c17 -D_GNU_SOURCE -ffp-contract=off
WARN     := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes $(WERROR)
DEPS_CFLAGS := $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
DEPS_LIBS   := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null)
ALL_CFLAGS   = $(STD) $(WARN) $(CFLAGS) -Iinclude -I$(BUILD)/gen $(DEPS_CFLAGS) -MMD -MP

SOURCES   := $(sort $(wildcard src/*/*.c src/*/*/*.c))
OBJECTS   := $(SOURCES:src/%.c=$(BUILD)/obj/%.o) $(BUILD)/obj/scenarios.o $(BUILD)/obj/python_modules.o \
             $(BUILD)/obj/character_names.o
LIBRARY   := $(BUILD)/libpyviz.a
SCENARIOS := $(sort $(wildcard scenarios/*.py))
PYTHON_MODULES := $(sort $(wildcard src/machine/modules/python/*.py))

.DELETE_ON_ERROR:
.SUFFIXES:

all: $(PROGRAM) ## build ./pyviz

$(PROGRAM): $(BUILD)/bin/pyviz
	@cp -f $< $@

$(BUILD)/bin/pyviz: $(LIBRARY)
	@mkdir -p $(@D)
	@echo "  LD    $@"
	@$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(BUILD)/obj/app/main.o $(LIBRARY) $(DEPS_LIBS) -lm

$(LIBRARY): $(OBJECTS)
	@rm -f $@ && ar rcs $@ $(filter-out $(BUILD)/obj/app/main.o,$^)

$(BUILD)/obj/%.o: src/%.c
	@mkdir -p $(@D)
	@echo "  CC    $<"
	@$(CC) $(ALL_CFLAGS) -c -o $@ $<

# The scenarios are embedded, so that `pyviz dict-insert` works from anywhere.
INSIDE_CPYTHON := $(addprefix src/app/,memory.py outside.py observe.py record.py)
$(BUILD)/gen/scenarios.c: $(INSIDE_CPYTHON) $(SCENARIOS) src/app/embed.sh
	@mkdir -p $(@D)
	@sh src/app/embed.sh $(INSIDE_CPYTHON) $(SCENARIOS) > $@

# So are the modules, or parts of modules, that are written in Python.
$(BUILD)/gen/python_modules.c: $(PYTHON_MODULES) src/machine/embed.sh
	@mkdir -p $(@D)
	@sh src/machine/embed.sh $(PYTHON_MODULES) > $@

$(BUILD)/obj/python_modules.o: $(BUILD)/gen/python_modules.c
	@mkdir -p $(@D)
	@$(CC) $(ALL_CFLAGS) -Isrc/machine -c -o $@ $<

$(BUILD)/obj/scenarios.o: $(BUILD)/gen/scenarios.c
	@mkdir -p $(@D)
	@$(CC) $(ALL_CFLAGS) -c -o $@ $<

# So are the names of the characters, from the system's copy of Unicode's tables (Debian: unicode-data); where
# there is none, programs that name characters are refused.
UNICODE_DATA ?= /usr/share/unicode
$(BUILD)/gen/character_names.c: src/base/names.sh $(wildcard $(UNICODE_DATA)/UnicodeData.txt)
	@mkdir -p $(@D)
	@sh src/base/names.sh $(UNICODE_DATA) > $@

$(BUILD)/obj/character_names.o: $(BUILD)/gen/character_names.c
	@mkdir -p $(@D)
	@$(CC) $(ALL_CFLAGS) -Isrc/base -c -o $@ $<

# ---- tests ----------------------------------------------------------------------------------------

TEST_SOURCES := $(sort $(wildcard tests/unit/*.c tests/heap/*.c tests/stage/*.c tests/screens/*.c))
TEST_PROGRAMS := $(foreach f,$(TEST_SOURCES),$(BUILD)/tests/$(basename $(notdir $(f))))
CMOCKA_LIBS   = $(shell pkg-config --libs cmocka)

define test_program
$(BUILD)/tests/$(basename $(notdir $(1))): $(1) $(LIBRARY)
	@mkdir -p $$(@D)
	@echo "  CC    $(1)"
	@$(CC) $(ALL_CFLAGS) -Isrc -Isrc/lang -Itests $$(LDFLAGS) -o $$@ $(1) $(LIBRARY) $(DEPS_LIBS) $$(CMOCKA_LIBS) -lm
endef
$(foreach f,$(TEST_SOURCES),$(eval $(call test_program,$(f))))

test-programs: $(PROGRAM) $(TEST_PROGRAMS)

# tests/run reads these; a relative PROGRAM is one of this folder's.
export BUILD
export PYVIZ ?= $(abspath $(PROGRAM))

test: test-programs ## run all tests; the last line counts them
	@command -v python3 >/dev/null || { echo "the tests need python3"; exit 1; }
	@tests/run $(SUITES)

# Sanitised builds live in folders of their own.  The machine runs on C stacks of its own, which
# ASan's fake stack does not know.
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
ifneq ($(findstring clang,$(shell $(CC) --version)),)
SANITIZE += -mllvm -asan-stack=0
else
SANITIZE += --param asan-stack=0
endif
export ASAN_OPTIONS ?= detect_stack_use_after_return=0:detect_leaks=1
SANITIZED_SUITES ?= unit lang exact stage bad

asan: ## run the tests under AddressSanitizer and UBSan, in build/asan
	@$(MAKE) --no-print-directory BUILD=build/asan PROGRAM=build/asan/pyviz \
	    PYVIZ=$(abspath build/asan/pyviz) CFLAGS="-O1 -g $(SANITIZE)" LDFLAGS="$(SANITIZE)" \
	    SUITES="$(SANITIZED_SUITES)" test

valgrind: test-programs ## run the scenarios and the unit tests under valgrind
	@sh tests/valgrind.sh

bench: $(PROGRAM) $(BUILD)/tests/bench ## seek, memory, frame, and run beside python3
	@$(BUILD)/tests/bench
	@tests/bench/run.sh

SEED  ?= 0
COUNT ?= 200
fuzz: $(PROGRAM) ## COUNT made-up programs and numbers from SEED on, beside python3, and broken ones
	@tests/fuzz/programs.py $(SEED) $(COUNT)
	@tests/fuzz/numbers.py $(SEED) $(COUNT)
	@tests/fuzz/broken.py $(SEED) $(COUNT)

$(BUILD)/tests/bench: tests/bench/bench.c $(LIBRARY)
	@mkdir -p $(@D)
	@$(CC) $(ALL_CFLAGS) -Isrc -Isrc/lang -Itests $(LDFLAGS) -o $@ $< $(LIBRARY) $(DEPS_LIBS) -lm

# ---- the rest -------------------------------------------------------------------------------------

C_FILES = $(shell git ls-files '*.c' '*.h')

format: ## lay out the C files with clang-format
	clang-format -i $(C_FILES)

check-format: ## is every C file laid out?
	clang-format --dry-run --Werror $(C_FILES)

compile_commands.json: Makefile ## for clangd and clang-tidy (needs bear)
	bear -- $(MAKE) -B BUILD=build/bear PROGRAM=build/bear/pyviz

install: $(PROGRAM) ## into $(DESTDIR)$(PREFIX)/bin
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 $(PROGRAM) "$(DESTDIR)$(PREFIX)/bin/pyviz"

uninstall: ## out of there
	rm -f "$(DESTDIR)$(PREFIX)/bin/pyviz"

clean: ## remove what was built
	rm -rf build $(PROGRAM)

help: ## this list
	@sed -n 's/^\([a-z_.-]*\):.*## \(.*\)/  make \1@\2/p' $(MAKEFILE_LIST) | column -t -s@

.PHONY: all test-programs test asan valgrind bench fuzz format check-format install uninstall clean help
-include $(OBJECTS:.o=.d) $(TEST_PROGRAMS:=.d)
