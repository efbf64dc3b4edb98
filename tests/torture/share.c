/*
 * share.c -- pushes and pulls that are killed, and many at once.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "ground.h"
#include "support/process.h"

/* libgit2 1.5 leaks what PCRE2 matches with; see tests/cli/share.c. */
static const char LEAKS[] = "leak:libpcre2-8.so\nleak:libgit2.so\n";

/* Runs a line of the shell in a folder, with redline as $redline and $n and $seed set. */
static void shell(struct done *done, const char *folder, int n, unsigned seed, const char *line)
{
	struct text all = {0};
	struct job job = {.argv = {"sh", "-c"}, .folder = folder, .seconds = 3600,
	                  .set = {"redline", redline_program()}};
	text_format(&all,
	            "export HOME=$PWD GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@x "
	            "GIT_COMMITTER_NAME=C GIT_COMMITTER_EMAIL=c@x "
	            "LSAN_OPTIONS=print_suppressions=0:suppressions=$PWD/leaks; "
	            "n=%d; seed=%u; %s", n, seed, line);
	folder_write(folder, "leaks", (redline_bytes){LEAKS, sizeof LEAKS - 1});
	job.argv[2] = all.ptr;
	job_run(done, &job);
	text_release(&all);
}

/* A bare hub, and clones of it: 1, 2, ... n. */
static const char HUB[] =
	"set -e; git init -q --bare hub.git; git -C hub.git symbolic-ref HEAD refs/heads/main; "
	"git init -q seed; cd seed; git checkout -q -b main; "
	"printf '# Draft\\n\\n' >draft.md; for i in 1 2 3 4 5 6 7 8; do "
	"printf '%s. Paragraph number %s says what it says.\\n\\n' $i $i >>draft.md; done; "
	"git add .; git commit -qm First; git push -q ../hub.git main; cd ..; "
	"for i in $(seq $n); do git clone -q hub.git $i; done";

/* After it all: what everybody saved is in the hub, and everything is sound. */
static const char END[] =
	"for i in $(seq $n); do cd $i; $redline pull -q && $redline push -q || echo stuck in $i; "
	"cd ..; done; for i in $(seq $n); do (cd $i; $redline pull -q || echo behind in $i; "
	"git status --porcelain; git fsck --strict 2>&1 | grep -v '^dangling\\|^notice'); done; "
	"git -C hub.git fsck --strict 2>&1 | grep -v '^dangling\\|^notice'; "
	"git -C hub.git log --format=%s main >said; for s in $(cat saved* 2>/dev/null); do "
	"grep -qx $s said || echo lost $s; done";

static void expect_silence(const struct done *done, unsigned seed)
{
	cr_expect(done->out.len == 0, "seed %u:\n%s%s", seed, done->out.ptr, done->err.ptr);
}

/*
 * kill -9 in the middle of pulls and pushes; every revision is a file of its own.
 * The other side's git is killed, too, and a lock that it leaves on its branch is one
 * that git leaves to people to remove.
 */
Test(share_torture, killed_in_the_middle)
{
	char folder[256];
	struct done done = {0};
	unsigned const seed = (unsigned)time(NULL) ^ (unsigned)getpid();
	/* git's own commits in between are stopped by what a killed run leaves until the
	   next one clears it; few rounds end there often, many hardly ever */
	if (!choose(0, 1)) {
		fputs("skipped: pulls and pushes killed (make torture)\n", stderr);
		return;
	}
	folder_new(folder);
	shell(&done, folder, 2, seed, HUB);
	cr_assert_eq(done.status, 0, "%s", done.err.ptr);
	done_release(&done);
	shell(&done, folder, choose(8, 300), seed,
	      "export seed; when() { awk -v s=$seed -v i=$1 "
	      "'BEGIN { srand(s + i); printf \"0.%03d\", 2 + rand() * 120 }'; }; "
	      "for i in $(seq $n); do w=$((i % 2 + 1)); cd $w; echo $i >r-$i.csv; git add .; "
	      "git commit -qm r-$i && echo r-$i >>../saved; timeout -s KILL $(when $i) $redline push -q; "
	      "timeout -s KILL $(when $i.5) $redline pull -q; timeout -s KILL $(when $i.7) "
	      "$redline push -q; rm -f .git/index.lock; cd ..; rm -f hub.git/refs/heads/*.lock; "
	      "done 2>/dev/null; true");
	done_release(&done);
	shell(&done, folder, 2, seed, END);
	expect_silence(&done, seed);
	done_release(&done);
	folder_remove(folder);
}

/* Everybody pushes into one hub until it is taken. */
Test(share_torture, many_at_once)
{
	char folder[256];
	struct done done = {0};
	folder_new(folder);
	int const people = choose(3, 8);
	shell(&done, folder, people, 0, HUB);
	cr_assert_eq(done.status, 0, "%s", done.err.ptr);
	done_release(&done);
	shell(&done, folder, choose(3, 25), (unsigned)people,
	      "work() { cd $1; for i in $(seq $n); do sed -i \"s/^$1\\. .*/$1. In version $i of "
	      "paragraph $1 it says this./\" draft.md; git commit -qam p-$1-$i; "
	      "echo p-$1-$i >>../saved-$1; t=0; until $redline push -q 2>/dev/null; do t=$((t+1)); "
	      "test $t -lt 400 || exit 1; $redline pull -q || exit 1; done; done; }; "
	      "for p in $(seq $seed); do work $p & done; wait");
	done_release(&done);
	shell(&done, folder, people, 0, END);
	expect_silence(&done, 0);
	done_release(&done);
	shell(&done, folder, people, 0, "git -C hub.git show main:draft.md");
	for (int p = 1; p <= people; p++) {
		char want[64];
		(void)snprintf(want, sizeof want, "%d. In version %d of paragraph %d it says", p,
		               choose(3, 25), p);
		cr_expect(text_holds((redline_bytes){done.out.ptr, done.out.len}, want), "%s: %s", want,
		          done.out.ptr);
	}
	done_release(&done);
	folder_remove(folder);
}
