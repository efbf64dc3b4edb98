# Prints the codes of findings that sources give where they report, each once: the first
# string behind the level of a report, or behind what a function that refuses is told of.
# That string stands in the same line or in the next.
BEGIN {
	reports = "(REDLINE_(ERROR|WARNING), |(refuse|say|puzzle|absent)[a-z_]*\\( ?[a-z>-]+, )"
}

{
	gsub(/[ \t]+/, " ")
	text = before " " $0
	before = $0
	gsub(/ +/, " ", text)
	while (match(text, reports "\"[a-z]+(-[a-z]+)*\",")) {
		code = substr(text, RSTART, RLENGTH)
		before = text = substr(text, RSTART + RLENGTH)
		sub(/^[^"]*"/, "", code)
		sub(/".*/, "", code)
		seen[code]++
	}
}

END {
	for (code in seen)
		print code
}
