# Prints the codes of findings that sources give where they report, each once: the first
# string behind the level of a report, or behind what a function that refuses is told of.
{ all = all " " $0 }

END {
	gsub(/[ \t]+/, " ", all)
	reports = "(REDLINE_(ERROR|WARNING), |(refuse|say|puzzle|absent)[a-z_]*\\( ?[a-z>-]+, )"
	while (match(all, reports "\"[a-z]+(-[a-z]+)*\",")) {
		code = substr(all, RSTART, RLENGTH)
		all = substr(all, RSTART + RLENGTH)
		sub(/^[^"]*"/, "", code)
		sub(/".*/, "", code)
		seen[code]++
	}
	for (code in seen)
		print code
}
