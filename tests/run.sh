#!/bin/sh
# Runs tests, adds up, and ends with the plain line "N passed, N failed".
# Fails when anything failed or when nothing ran.
#
# usage: run.sh TEST...   a Criterion binary (its totals count), or the name
# of a check below (counts as one test).  With LOGS set, each file that a
# sanitizer wrote there counts as one failure.
set -u

failed=0
passed=0

# Each public header alone and twice, as strict C11 and as C++.
headers() {
	for h in include/redline/*.h; do
		name=redline/${h##*/}
		unit="#include <$name>
#include <$name>
typedef int not_empty;"
		printf '%s\n' "$unit" | ${CC:-cc} -std=c11 -pedantic-errors -Wall -Wextra -Wconversion \
			-Wc++-compat -Werror -Iinclude -fsyntax-only -x c - || return 1
		printf '%s\n' "$unit" | ${CXX:-c++} -std=c++11 -pedantic-errors -Wall -Wextra \
			-Werror -Iinclude -fsyntax-only -x c++ - || return 1
	done
}

layers() {
	find src include tests -name '*.[ch]' -exec awk -f tests/layers.awk {} +
}

# Whatever mandoc has to say fails, and a code of a finding that no manual tells of.
manuals() {
	set -- man/*.[135]
	[ -e "$1" ] || return 0
	said=$(mandoc -T lint -W warning "$@" 2>&1
		cat src/engine/*.c | awk -f tests/codes.awk | while read -r code; do
			grep -qE "^\.It Li (.* , )?$code( , |\$)" man/redline-amendments.5 ||
				echo "man/redline-amendments.5: nothing on the code $code"
		done)
	[ -z "$said" ] || { printf '%s\n' "$said"; return 1; }
}

check() {
	if "$1"; then
		passed=$((passed + 1))
	else
		echo "FAILED: $1"
		failed=$((failed + 1))
	fi
}

# Criterion's line: "Synthesis: Tested: 5 | Passing: 3 | Failing: 2 | Crashing: 1",
# the crashed ones being among the failing.
suite() {
	said=$(mktemp)
	LC_ALL=C.UTF-8 "$1" --color=never >"$said" 2>&1
	status=$?
	cat "$said"
	counts=$(sed -n \
		's/.*Synthesis: Tested: *\([0-9]*\) | Passing: *\([0-9]*\) .*/\1 \2/p' \
		"$said" | tail -n 1)
	rm -f "$said"
	good=${counts#* }
	bad=$((${counts% *} - ${good:-0}))
	# Neither a run without totals nor a bad exit after good totals may pass.
	if [ -z "$counts" ] || { [ $status -ne 0 ] && [ $bad -eq 0 ]; }; then
		echo "FAILED: $1 (status $status)"
		bad=$((bad + 1))
	fi
	passed=$((passed + ${good:-0}))
	failed=$((failed + bad))
}

for test in "$@"; do
	case $test in
	headers|layers|manuals) check "$test" ;;
	*) suite "$test" ;;
	esac
done

# Criterion's own runner may leak a few bytes when it ends.  A report that
# holds nothing but such leaks (allocated by libcriterion itself) is no finding.
criterions_own() {
	awk '/ leak of [0-9]+ byte/ { leaks++; at = NR }
	     / #1 / && NR == at + 2 && /libcriterion/ { own++ }
	     /ERROR: AddressSanitizer|runtime error/ { other++ }
	     END { exit !(leaks > 0 && leaks == own && !other) }' "$1"
}

for log in ${LOGS:+"$LOGS".*}; do
	[ -e "$log" ] || continue
	criterions_own "$log" && continue
	echo "FAILED: a sanitizer wrote $log"
	cat "$log"
	failed=$((failed + 1))
done

echo "$passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
