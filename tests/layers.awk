# The include rule: a file includes only its own layer or a lower one.
#
#   src/LAYER/x.c   "x.h" of its own folder, "LAYER/x.h", <redline/x.h>
#   src/cli         "x.h" of its own folder, <redline/x.h>
#   include/redline "x.h" of its own folder
#   tests/cli       "x.h" of its own folder, "support/x.h", <redline/x.h>
#   git2.h          nowhere but in src/store
#
# Names every include that breaks it, and fails if there is one.

BEGIN {
	count = split("base model lang engine edge store cli", order, " ")
	for (i = 1; i <= count; i++)
		rank[order[i]] = i
}

FNR == 1 {
	split(FILENAME, at, "/")
	home = at[1] == "src" ? at[2] : at[1] "/" at[2]
	if (at[1] == "src" && !(home in rank))
		complain("no such layer")
}

/^[ \t]*#[ \t]*include[ \t]*[<"]/ {
	quoted = $0 ~ /include[ \t]*"/
	name = $0
	sub(/^[^<"]*[<"]/, "", name)
	sub(/[>"].*$/, "", name)
	judge()
}

function judge(    folder) {
	folder = name ~ /\// ? substr(name, 1, index(name, "/") - 1) : ""
	if (name ~ /(^|\/)git2(\.h|\/)/ && home != "store")
		complain("only the store knows libgit2")
	else if (name ~ /\.\./)
		complain("climbs out of its folder")
	else if (folder == "redline" && (quoted || home == "include/redline"))
		complain("public headers are <redline/...>, and name each other plainly")
	else if (!quoted || folder == "")
		judge_plain(folder)
	else if (home == "cli" || home == "include/redline" || (home == "tests/cli" && folder != "support"))
		complain("stands on the public headers alone")
	else if (home in rank && !(folder in rank))
		complain("not in a layer")
	else if (home in rank && rank[folder] > rank[home])
		complain("a higher layer")
}

# <x.h>, <sys/x.h> or "x.h": a layer's header is not to be had this way.
function judge_plain(folder) {
	if (!quoted && folder in rank)
		complain("internal headers are included with quotes")
}

function complain(why) {
	printf "%s:%d: %s: %s\n", FILENAME, FNR, name ? name : home, why
	broken = 1
}

END { exit broken }
