# redline: build, test, install.
#
#   make           build/redline, build/redline-store and build/libredline.a
#   make demo      install what is missing to build, build, apply a statement to a draft
#   make check     install what is missing to test, build, run every test
#   make asan      the same tests under AddressSanitizer and UBSan; a leak fails the run
#   make torture   the store's writers killed, starved, raced and lied to, for minutes
#   make fuzz      libFuzzer on drafts with amendments, marked-up text, pairs and threes of drafts
#   make bench     reading, `apply`, `diff` and the store timed beside other programs; BENCH=diff,
#                  BENCH_SIZES=2m
#   make negotiation  how well histories and credits agree with the truth
#   make rounds    how well `diff` sees which paragraph became which, where the truth is known
#   make accept    rewrite the expected output of fixtures/cases, stories and manual from
#                  what comes out now
#   make install   honours DESTDIR, prefix and the GNU directories; make uninstall
#   make score     how many real amendments come out exact, refused (and why) or wrong, on
#                  the corpora in ../shared/corpus, if they are there; CORPUS="file..."
#
# Variables: CC, CXX, CFLAGS, LDFLAGS; B is the build folder.

CC     ?= cc
CXX    ?= c++
CFLAGS ?= -O2 -g
B      ?= build

# The layers, lowest first.  A file includes only its own layer or a lower one
# (`make layers`); the library is all but the last, and the programs stand on the
# public headers alone.
base   := $(wildcard src/base/*.c)
model  := $(wildcard src/model/*.c)
lang   := $(wildcard src/lang/*.c)
engine := $(wildcard src/engine/*.c)
edge   := $(wildcard src/edge/*.c)
store  := $(wildcard src/store/*.c)
cli    := $(wildcard src/cli/*.c src/cli/store/*.c)

# Two programs, since loading libgit2 costs more than most runs: `redline` does all
# that needs no store, and runs `redline-store` for the rest.
light_cli := $(filter-out src/cli/store/%,$(cli))
store_cli := $(filter-out src/cli/hand_over.c src/cli/commands.c,$(cli))

# Tests: `inside` sees the library's internals, `outside` runs the program as
# a process, `oom` has its allocator taken away, `torture` kills and starves a
# program of its own, the driver, that saves.
support := $(wildcard tests/support/*.c)
inside  := $(wildcard tests/unit/*.c tests/law/*.c tests/golden/*.c)
outside := $(wildcard tests/cli/*.c)
oom     := $(wildcard tests/oom/*.c)
driver  := tests/torture/driver.c
torture := $(filter-out $(driver),$(wildcard tests/torture/*.c))

object       = $(patsubst %.c,$B/%.o,$1)
lib_objects := $(call object,$(base) $(model) $(lang) $(engine) $(edge) $(store))
cli_objects := $(call object,$(cli)) $B/src/cli/store/commands.o
all_objects := $(lib_objects) $(cli_objects) \
               $(call object,$(support) $(inside) $(outside) $(oom) $(torture) $(driver))

packages  := libpcre2-8 jansson libxxhash
with_store := $(packages) libgit2 zlib
# Homebrew keeps what has no pkg-config file outside the compiler's own path.
brew      := $(shell brew --prefix 2>/dev/null)
pkg_cflags = $(shell pkg-config --cflags $(with_store)) $(brew:%=-I%/include)
libs_of    = $(shell pkg-config --libs $1) $(brew:%=-L%/lib) -lunistring
pkg_libs   = $(call libs_of,$(packages))
store_libs = $(call libs_of,$(with_store))

warnings  := -Wall -Wextra -Wpedantic -Wshadow -Wconversion
std_flags  = -std=c11 $(warnings) $(SANITIZE) -fvisibility=hidden -MMD -MP
wrap      := -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=aligned_alloc,--wrap=free

all: $B/redline $B/redline-store $B/libredline.a

$B/redline: $(call object,$(light_cli)) $B/libredline.a
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ $(pkg_libs)

$B/redline-store: $(call object,$(store_cli)) $B/src/cli/store/commands.o $B/libredline.a
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ $(store_libs)

$B/libredline.a: $(lib_objects)
	@rm -f $@
	$(AR) rcs $@ $(lib_objects)

# How a file is compiled depends on where it lies.
$(cli_objects):                              flags = -Iinclude -Isrc/cli
$B/src/cli/hand_over.o:                      flags += -DREDLINE_LIBEXEC='"$(storedir)"'
$B/src/cli/store/commands.o:                 flags += -DREDLINE_WITH_STORE
$(lib_objects):                              flags = -Iinclude -Isrc $(pkg_cflags)
$(call object,$(support) $(outside) $(torture) $(driver)): flags = -Iinclude -Itests
$(call object,$(inside) $(oom)):             flags = -Iinclude -Isrc -Itests

compile = $(CC) $(std_flags) $(flags) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

$(filter-out $B/src/cli/store/commands.o,$(all_objects)): $B/%.o: %.c $B/flags
	@mkdir -p $(@D)
	$(compile)

# The table of commands is in both programs, but not the same.
$B/src/cli/store/commands.o: src/cli/commands.c $B/flags
	@mkdir -p $(@D)
	$(compile)

$B/src/cli/hand_over.o: $B/storedir

# Another compiler or other flags, and everything is built again; the same for
# where redline-store will lie.
$B/flags: always
	@mkdir -p $B
	@echo '$(CC) $(std_flags) $(CPPFLAGS) $(CFLAGS)' | cmp -s - $@ || \
	 echo '$(CC) $(std_flags) $(CPPFLAGS) $(CFLAGS)' >$@

$B/storedir: always
	@mkdir -p $B
	@echo '$(storedir)' | cmp -s - $@ || echo '$(storedir)' >$@

-include $(all_objects:.o=.d)

# --- What is missing ---

deps:
	@CC='$(CC)' CXX='$(CXX)' sh .ci/deps build test

deps-build:
	@CC='$(CC)' sh .ci/deps build

# --- A first look ---

demo: deps-build
	@$(MAKE) --no-print-directory all
	@echo
	@echo '$$ $B/redline apply -f terminal fixtures/demo/statement.txt fixtures/demo/draft.md'
	@echo
	@REDLINE_PAGER=cat $B/redline apply -f terminal fixtures/demo/statement.txt fixtures/demo/draft.md

# --- Tests ---

# macOS's linker can't wrap the allocator.
tests := $B/test-inside $B/test-outside $B/test-torture \
         $(if $(filter Darwin,$(shell uname)),,$B/test-oom)

# An archive, so that a program that stays outside the library can be linked without it.
$B/support.a: $(call object,$(support))
	@rm -f $@
	@$(AR) rcs $@ $^

$B/test-inside: $(call object,$(inside)) $B/support.a $B/libredline.a
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ $(store_libs) -lcriterion

$B/test-outside: $(call object,$(outside)) $B/support.a
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ -lcriterion

$B/test-torture: $(call object,$(torture)) $B/support.a | $B/store-driver
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ -lcriterion

$B/store-driver: $(call object,$(driver)) $B/support.a $B/libredline.a
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ $(store_libs)

$B/test-oom: $(call object,$(oom)) $B/support.a $B/libredline.a
	$(CC) $(SANITIZE) $(LDFLAGS) $(wrap) -o $@ $^ $(store_libs) -lcriterion

# What was missing may decide how things are compiled, so each of these begins
# anew once it is there.
check: deps
	@$(MAKE) --no-print-directory check-run

check-run: all $(tests)
	@REDLINE='$B/redline' REDLINE_DRIVER='$B/store-driver' \
	 sh tests/run.sh headers layers manuals $(tests)

asan: deps
	@CC='$(CC)' sh .ci/deps asan
	@$(MAKE) --no-print-directory asan-run B=$B/asan CFLAGS='-O1 -g' \
	 SANITIZE='-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer'

# Criterion runs each test in a process of its own and doesn't notice a leak
# found when that ends; the log files do (so a leak need not change an exit
# status, and Criterion's own can be told from ours).  libgit2 1.5 leaks what it
# matched configuration by; the readers of amendments are watched without it by
# the tests of allocations that fail.
asan-run: all $(tests)
	@rm -f $B/log.*
	@printf 'leak:%s\n' libpcre2-8.so libgit2.so >$B/leaks
	@ASAN_OPTIONS=abort_on_error=1:exitcode=0:detect_leaks=1:log_path='$(abspath $B)/log' \
	 LSAN_OPTIONS=print_suppressions=0:suppressions='$(abspath $B)/leaks' \
	 UBSAN_OPTIONS=print_stacktrace=1:abort_on_error=1:log_path='$(abspath $B)/log' \
	 LOGS='$B/log' REDLINE='$B/redline' REDLINE_DRIVER='$B/store-driver' \
	 sh tests/run.sh $(tests)

# The long form of what `make check` does in some seconds.  As root it also fills
# small file systems.
torture: deps
	@$(MAKE) --no-print-directory torture-run

torture-run: $B/test-torture $B/store-driver
	@REDLINE_TORTURE=1 REDLINE_DRIVER='$B/store-driver' sh tests/run.sh $B/test-torture

accept: all $B/test-inside
	@REDLINE_ACCEPT=1 REDLINE='$B/redline' $B/test-inside --filter 'golden/*'

# The single checks, by hand; `make check` counts each as one test.
headers layers manuals:
	@CC='$(CC)' CXX='$(CXX)' sh tests/run.sh $@

# --- Fuzzing: clang's, whatever CC is ---

FUZZ_SECONDS ?= 60
FUZZ_CC      ?= clang
fuzz_flags   := -O1 -g -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all
fuzz_targets := apply critic diff merge

fuzz: deps-build
	@CC='$(FUZZ_CC)' sh .ci/deps fuzz
	@$(MAKE) --no-print-directory fuzz-run B=$B/fuzz CC='$(FUZZ_CC)' CFLAGS='$(fuzz_flags)'

fuzz-run: $(fuzz_targets:%=$B/fuzz_%)
	@sh tests/fuzz/run.sh $B $(FUZZ_SECONDS) $(fuzz_targets)

$B/fuzz_%: tests/fuzz/fuzz_%.c $B/support.a $B/libredline.a
	$(CC) $(std_flags) -Iinclude -Itests $(CFLAGS) -fsanitize=fuzzer $(LDFLAGS) -o $@ \
	 $< $B/support.a $B/libredline.a $(pkg_libs)

# --- Figures ---

bench: deps-build
	@$(MAKE) --no-print-directory all $B/bench
	@REDLINE='$B/redline' $B/bench

# SEEDS="40 1": so many rounds of negotiation, from the first seed on.
rounds: deps-build
	@$(MAKE) --no-print-directory $B/rounds
	@$B/rounds $(SEEDS)

# How well histories and credits agree with the truth: SIZE="500 1000 1" paragraphs,
# revisions, seed.
negotiation: deps-build
	@$(MAKE) --no-print-directory $B/negotiation
	@$B/negotiation $(SIZE)

figures := $(call object,$(wildcard tests/bench/*.c tests/rounds/*.c tests/negotiation/*.c tests/score/*.c))

$B/bench: $(filter $B/tests/bench/%,$(figures)) $B/support.a $B/libredline.a
	$(CC) $(LDFLAGS) -o $@ $^ $(pkg_libs)

$B/rounds: $(filter $B/tests/rounds/%,$(figures)) $B/support.a $B/libredline.a
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ $(pkg_libs)

$B/negotiation: $(filter $B/tests/negotiation/%,$(figures)) $B/support.a $B/libredline.a
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ $(store_libs)

$B/score: $(filter $B/tests/score/%,$(figures)) $B/support.a $B/libredline.a
	$(CC) $(SANITIZE) $(LDFLAGS) -o $@ $^ $(pkg_libs)

$(figures): $B/%.o: %.c $B/flags
	@mkdir -p $(@D)
	$(CC) $(std_flags) -Iinclude -Itests $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

-include $(figures:.o=.d)

# Real amendments with the text that came of them, one JSON object a line; they are no
# part of the project.
CORPUS ?= $(wildcard ../shared/corpus/*-amendments.jsonl)

score: deps-build
	@$(MAKE) --no-print-directory $B/score
	@for f in $(CORPUS); do grep -qm1 '"expected"' $$f || continue; $B/score $$f || code=1; done; \
	 test -n '$(CORPUS)' || echo 'no corpus in ../shared/corpus; give one: make score CORPUS=file'; \
	 exit $${code:-0}

# --- Installing ---

prefix     ?= /usr/local
bindir     ?= $(prefix)/bin
libdir     ?= $(prefix)/lib
libexecdir ?= $(prefix)/libexec
includedir ?= $(prefix)/include
mandir     ?= $(prefix)/share/man
INSTALL    ?= install
storedir    = $(libexecdir)/redline

version = $(shell sed -n 's/.*define REDLINE_VERSION "\(.*\)"/\1/p' include/redline/base.h)
headers := $(wildcard include/redline/*.h)
manuals := $(wildcard man/*.[135])
# man/redline.1 goes to man1/redline.1
man_path = $(foreach m,$1,man$(subst .,,$(suffix $m))/$(notdir $m))

$B/redline.pc: include/redline/base.h always
	@printf '%s\n' 'prefix=$(prefix)' 'libdir=$(libdir)' 'includedir=$(includedir)' '' \
	 'Name: redline' 'Description: amendments onto negotiated text' \
	 'Version: $(version)' 'Requires.private: $(with_store)' \
	 'Cflags: -I$${includedir}' 'Libs: -L$${libdir} -lredline' \
	 'Libs.private: -lunistring' >$@

install: all $B/redline.pc
	$(INSTALL) -d '$(DESTDIR)$(bindir)' '$(DESTDIR)$(libdir)/pkgconfig' \
	 '$(DESTDIR)$(includedir)/redline' '$(DESTDIR)$(storedir)'
	$(INSTALL) -m 755 $B/redline '$(DESTDIR)$(bindir)/redline'
	$(INSTALL) -m 755 $B/redline-store '$(DESTDIR)$(storedir)/redline-store'
	$(INSTALL) -m 644 $B/libredline.a '$(DESTDIR)$(libdir)/libredline.a'
	$(INSTALL) -m 644 $B/redline.pc '$(DESTDIR)$(libdir)/pkgconfig/redline.pc'
	$(INSTALL) -m 644 $(headers) '$(DESTDIR)$(includedir)/redline'
	@set -e; for page in $(call man_path,$(manuals)); do \
	  $(INSTALL) -d "$(DESTDIR)$(mandir)/$${page%/*}"; \
	  $(INSTALL) -m 644 "man/$${page##*/}" "$(DESTDIR)$(mandir)/$$page"; \
	done

uninstall:
	rm -f '$(DESTDIR)$(bindir)/redline' '$(DESTDIR)$(libdir)/libredline.a' \
	 '$(DESTDIR)$(storedir)/redline-store' '$(DESTDIR)$(libdir)/pkgconfig/redline.pc'
	rm -f $(headers:include/%='$(DESTDIR)$(includedir)/%')
	-rmdir '$(DESTDIR)$(includedir)/redline' '$(DESTDIR)$(storedir)'
	rm -f $(patsubst %,'$(DESTDIR)$(mandir)/%',$(call man_path,$(manuals)))

clean:
	rm -rf $B

.PHONY: all always deps deps-build demo check check-run asan asan-run torture torture-run \
        accept headers layers manuals fuzz fuzz-run bench rounds negotiation score install \
        uninstall clean
.DELETE_ON_ERROR:
