# Makes seeds of a phrase file: for each case its draft (or the file's own),
# a byte FF, its amendments.  -v out=PREFIX; files PREFIX-1, PREFIX-2, ...

function finish() {
	if (count && amendments != "") {
		file = out "-" count
		printf "%s%s", (draft != "" ? draft : shared), amendments >file
		close(file)
	}
	draft = amendments = ""
}

/^=== / {
	if (!count)
		shared = draft
	finish()
	count++
	section = ""
	next
}

/^--- / {
	section = $2
	if (section == "amendments")
		amendments = amendments sprintf("%c", 255)
	next
}

section == "draft" { draft = draft $0 "\n" }
section == "amendments" { amendments = amendments $0 "\n" }

END { finish() }
