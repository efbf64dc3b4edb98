#!/bin/sh
# Runs fuzz targets one after the other, SECONDS each, on seeds made from the
# fixtures.  What they learn stays in FOLDER/corpus-TARGET; what they find is
# left as FOLDER/TARGET-crash-...  usage: run.sh FOLDER SECONDS TARGET...
set -eu
export LC_ALL=C

folder=$1
seconds=$2
shift 2

# A draft, and before each statement a byte FF.
seed_apply() {
	for dir in fixtures/cases/* fixtures/demo; do
		[ -f "$dir/draft.md" ] || continue
		{
			cat "$dir/draft.md"
			for statement in "$dir"/amendments*.txt "$dir"/statement.txt; do
				[ -f "$statement" ] || continue
				printf '\377'
				cat "$statement"
			done
		} >"$seeds/$(basename "$dir")"
	done
	for file in fixtures/phrases/*.txt fixtures/refuse/*.txt; do
		[ -f "$file" ] || continue
		awk -v out="$seeds/$(echo "$file" | tr '/' '-')" -f tests/fuzz/phrases.awk "$file"
	done
	for file in fixtures/lang/*.txt; do
		tongue=$(basename "$file" .txt)
		for draft in fixtures/phrases/"$tongue"-*.txt fixtures/phrases/places.txt; do
			[ -f "$draft" ] && break
		done
		awk -v out="$seeds/lang-$tongue" -f tests/fuzz/sentences.awk "$draft" "$file"
	done
}

seed_critic() {
	for file in fixtures/cases/*/want.out fixtures/cases/*/draft.md; do
		[ -f "$file" ] || continue
		cp "$file" "$seeds/$(echo "$file" | tr '/' '-')"
	done
}

# A byte of options, the old draft, a byte FF, the new one.  Of other cases the draft
# twice; both ways round.
seed_diff() {
	for dir in fixtures/cases/*; do
		old=$dir/old.md
		[ -f "$old" ] || old=$dir/draft.md
		new=$dir/new.md
		[ -f "$new" ] || new=$old
		[ -f "$old" ] || continue
		name=$seeds/$(basename "$dir")
		{ printf '\000'; cat "$old"; printf '\377'; cat "$new"; } >"$name"
		{ printf '\001'; cat "$new"; printf '\377'; cat "$old"; } >"$name-back"
	done
}

# The common text, a byte FF, what one side made of it, a byte FF, the other's.
seed_merge() {
	for dir in fixtures/cases/*; do
		[ -f "$dir/new.md" ] || continue
		name=$seeds/$(basename "$dir")
		{ cat "$dir/old.md"; printf '\377'; cat "$dir/new.md"; printf '\377'; cat "$dir/old.md"; } >"$name"
		{ cat "$dir/new.md"; printf '\377'; cat "$dir/old.md"; printf '\377'; cat "$dir/old.md"; } >"$name-back"
	done
}

# The target's own standard error goes to a log; of a failure its end is shown.
run_target() {
	"$folder/fuzz_$1" -max_total_time="$seconds" -max_len=8192 -timeout=10 \
		-rss_limit_mb=2048 -dict=tests/fuzz/words.dict -print_final_stats=1 \
		-artifact_prefix="$folder/$1-" "$learned" "$seeds" 2>"$folder/$1.log"
}

status=0
for target; do
	seeds=$folder/seeds-$target
	learned=$folder/corpus-$target
	rm -rf "$seeds"
	mkdir -p "$seeds" "$learned"
	"seed_$target"
	echo "fuzz_$target: $(find "$seeds" -type f | wc -l) seeds, $seconds seconds"
	if run_target "$target"; then
		grep '^stat::number_of_executed_units' "$folder/$target.log"
	else
		status=1
		grep -v '^#' "$folder/$target.log" | tail -n 60
	fi
done
exit $status
