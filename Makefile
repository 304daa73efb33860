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
$(info   Debian, Ubuntu:  apt install build-essential pkg-config libncurses-dev libtickit-dev libutf8proc-dev libjansson-dev libgmp-dev)
$(info   Homebrew:        brew install pkg-config ncurses libtickit utf8proc jansson gmp)
$(error a library is missing, see the lines above)
endif
endif

STD      := -std=c17 -D_GNU_SOURCE
WARN     := -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes $(WERROR)
DEPS_CFLAGS := $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null)
DEPS_LIBS   := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null)
ALL_CFLAGS   = $(STD) $(WARN) $(CFLAGS) -Iinclude -I$(BUILD)/gen $(DEPS_CFLAGS) -MMD -MP

SOURCES   := $(sort $(wildcard src/*/*.c src/*/*/*.c))
OBJECTS   := $(SOURCES:src/%.c=$(BUILD)/obj/%.o) $(BUILD)/obj/scenarios.o
LIBRARY   := $(BUILD)/libpyviz.a
SCENARIOS := $(sort $(wildcard scenarios/*.py))

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
$(BUILD)/gen/scenarios.c: $(SCENARIOS) src/app/embed.sh
	@mkdir -p $(@D)
	@sh src/app/embed.sh $(SCENARIOS) > $@

$(BUILD)/obj/scenarios.o: $(BUILD)/gen/scenarios.c
	@mkdir -p $(@D)
	@$(CC) $(ALL_CFLAGS) -c -o $@ $<

clean: ## remove what was built
	rm -rf $(BUILD) $(PROGRAM)

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1@\2/p' $(MAKEFILE_LIST) | column -t -s@

.PHONY: all clean help
-include $(OBJECTS:.o=.d)
