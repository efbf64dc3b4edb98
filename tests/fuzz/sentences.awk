# Makes seeds of the sentences of a language: the draft of a phrase file (the first
# file), a byte FF, and six sentences of the second file.  -v out=PREFIX.

function finish() {
	if (said != "") {
		file = out "-" ++count
		printf "%s%c%s", draft, 255, said >file
		close(file)
	}
	said = ""
	sentences = 0
}

FNR == NR {
	if (/^=== /)
		past = 1
	else if (/^--- draft/)
		inside = 1
	else if (/^--- /)
		inside = 0
	else if (inside && !past)
		draft = draft $0 "\n"
	next
}

/^[^ #]/ {
	said = said $0 "\n\n"
	if (++sentences == 6)
		finish()
}

END { finish() }
