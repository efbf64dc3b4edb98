/*
 * share.c -- push, pull and clone with real git on the other side: repositories by
 * path and file://, git daemon, git http-backend and ssh on loopback; servers that
 * refuse, race, fall silent and hang up.  What either side holds in the end is looked at
 * with git.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "desk.h"
#include "support/servers.h"

static struct desk d;
static struct server server, cutter;

static void shell(const char *format, const char *word);

#define EXPECT_STATUS(want)                                                     \
	cr_expect(d.done.status == (want), "status %d, wanted %d\n%s%s", d.done.status, (want), \
	          desk_out(&d), desk_err(&d))
#define EXPECT_OUT(words)                                                       \
	cr_expect(strstr(desk_out(&d), words), "\"%s\" isn't in: %s%s", words, desk_out(&d), \
	          desk_err(&d))
#define EXPECT_ERR(words)                                                       \
	cr_expect(strstr(desk_err(&d), words), "\"%s\" isn't in: %s%s", words, desk_out(&d), \
	          desk_err(&d))

/*
 * A hub, bare, in a folder of its own; two clones of it, "ours" with a draft that was
 * pushed, and "theirs".
 */
static const char SETTING[] =
	"set -e\n"
	"mkdir srv; git init -q --bare srv/hub.git; git -C srv/hub.git config http.receivepack true\n"
	"git -C srv/hub.git symbolic-ref HEAD refs/heads/main\n"
	"$redline init -q ours; cp draft.md ours; cd ours; git remote add origin ../srv/hub.git\n"
	"$redline save -q draft.md -m First --author Chair; $redline push -q\n"
	"cd ..; $redline clone -q srv/hub.git theirs";

/*
 * libgit2 1.5 leaks what PCRE2 matches with, for each line of the configuration that is
 * no rule for addresses, and a git:// connection that fails.
 */
static const char LEAKS[] = "leak:libpcre2-8.so\nleak:libgit2.so\n";

static void open_desk(void)
{
	desk_open_store(&d);
	folder_write(d.home, "leaks", (redline_bytes){LEAKS, sizeof LEAKS - 1});
	shell(SETTING, "");
	EXPECT_STATUS(0);
}

static void close_desk(void)
{
	server_stop(&cutter);
	server_stop(&server);
	desk_close(&d);
}

TestSuite(share, .init = open_desk, .fini = close_desk, .timeout = 120);

/* A line of the shell, with one word put in place of @@. */
static void shell(const char *format, const char *word)
{
	struct text line = {0};
	const char *hole = strstr(format, "@@");
	text_format(&line, "export LSAN_OPTIONS=print_suppressions=0:suppressions=%s/leaks; ",
	            d.home);
	text_add(&line, format, hole ? (size_t)(hole - format) : strlen(format));
	if (hole) {
		text_put(&line, word);
		text_put(&line, hole + 2);
	}
	desk_shell(&d, line.ptr);
	text_release(&line);
}

static void expect_file(const char *name, const char *words)
{
	struct text text = desk_read(&d, name);
	cr_expect(text.ptr && strstr(text.ptr, words), "\"%s\" isn't in %s: %s", words, name,
	          text.ptr ? text.ptr : "");
	text_release(&text);
}

/* Sound on all sides, and nothing for git to do. */
static void expect_sound(void)
{
	shell("for r in srv/hub.git ours theirs; do git -C $r fsck --strict 2>&1 | grep -v ^notice; "
	      "done; for r in ours theirs; do git -C $r status --porcelain; done", "");
	cr_expect_str_empty(desk_out(&d));
}

/* Japan changes a word in theirs, Norland another in ours. */
static void change_both(void)
{
	shell("cd theirs && sed -i s/noon/dawn/ draft.md && $redline save -q draft.md -m Dawn "
	      "--author Japan && $redline push -q", "");
	EXPECT_STATUS(0);
	shell("cd ours && sed -i s/noisy/loud/ draft.md && $redline save -q draft.md -m Loud "
	      "--author Norland", "");
	EXPECT_STATUS(0);
}

/* ---- everyday work ---- */

Test(share, different_words_are_merged)
{
	change_both();
	shell("cd ours && $redline push", "");
	EXPECT_STATUS(2);
	EXPECT_ERR("has work that is not here");
	shell("cd ours && $redline pull && $redline push && git log --format=%an -3", "");
	EXPECT_STATUS(0);
	EXPECT_OUT("received 1 revision; merged with ours");
	EXPECT_OUT("sent 2 revisions");
	expect_file("ours/draft.md", "depart at dawn");
	expect_file("ours/draft.md", "who are loud");
	shell("cd theirs && $redline pull && git log --format=%s -1", "");
	EXPECT_OUT("Merge branch 'main' of");
	expect_file("theirs/draft.md", "who are loud");
	expect_sound();
}

Test(share, the_same_words_are_a_conflict_between_named_proposers)
{
	change_both();
	shell("cd ours && sed -i s/noon/dusk/ draft.md && $redline save -q draft.md -m Dusk "
	      "--author Fiji; git rev-parse HEAD; $redline pull; echo status $?; git rev-parse HEAD",
	      "");
	EXPECT_OUT("draft.md, 1: \"noon\" became\n    Fiji (here): \"dusk\"\n"
	           "    Japan (there): \"dawn\"\nstatus 1\n");
	EXPECT_ERR("nothing was merged");
	cr_expect_eq(strncmp(desk_out(&d), desk_out(&d) + strlen(desk_out(&d)) - 41, 40), 0,
	             "the branch has moved: %s", desk_out(&d));
	shell("cd ours && $redline pull -f json", "");
	EXPECT_STATUS(1);
	EXPECT_OUT("\"ours\": {\"proposer\": \"Fiji\", \"text\": \"dusk\"}");
	expect_sound();
}

Test(share, files_with_changes_of_their_own_stop_a_pull)
{
	change_both();
	shell("cd ours && echo More. >>draft.md && cp draft.md ../before && git rev-parse HEAD >../at; "
	      "$redline pull; echo status $?; cmp draft.md ../before; git rev-parse HEAD | cmp - ../at",
	      "");
	cr_expect_str_eq(desk_out(&d), "status 2\n");
	EXPECT_ERR("draft.md has changes that are not saved");
}

Test(share, files_come_go_and_are_renamed)
{
	shell("set -e; cd theirs; mkdir annex; echo New. >annex/a.md; echo x >notes.csv; git add .; "
	      "git mv draft.md text.md; git commit -qm Rename; git push -q; cd ../ours; "
	      "sed -i s/noisy/loud/ draft.md; $redline save -q draft.md -m Loud; $redline pull; ls; "
	      "$redline push -q; cd ../theirs; git rm -qr annex; git commit -qm Gone; "
	      "$redline pull -q; $redline push -q; cd ../ours; $redline pull -q; ls -d annex", "");
	EXPECT_OUT("annex\nnotes.csv\ntext.md\n");
	EXPECT_ERR("annex");
	expect_file("ours/text.md", "who are loud");
	expect_file("theirs/text.md", "who are loud");
	expect_sound();
}

Test(share, names_go_with_tags_and_are_never_changed)
{
	shell("cd ours && $redline tag L.1/Rev.1 && $redline push -q --tags && cd ../theirs && "
	      "git fetch -q --tags && git tag && $redline show L.1/Rev.1:draft.md 1", "");
	EXPECT_STATUS(0);
	EXPECT_OUT("noon");
	shell("cd theirs && git tag -d $(git tag) >/dev/null && echo >>draft.md && "
	      "$redline save -q draft.md -m Other && $redline tag L.1/Rev.1 && $redline push --tags", "");
	EXPECT_STATUS(2);
	EXPECT_ERR("names another revision");
}

Test(share, what_is_not_there_is_said)
{
	shell("cd ours && $redline push nowhere; $redline push ../nowhere; $redline pull origin other; "
	      "$redline push ext::sh; $redline push -- ssh://-oProxyCommand=x/y; "
	      "$redline push 'host:-x'; cd .. && $redline clone srv/hub.git ours; echo $?", "");
	EXPECT_ERR("there is no remote 'nowhere'");
	EXPECT_ERR("there is no repository at ../nowhere");
	EXPECT_ERR("no branch other");
	EXPECT_ERR("no host of that name");
	EXPECT_ERR("no repository of that name");
	EXPECT_ERR("is there and not empty");
	EXPECT_OUT("2\n");
}

/* ---- clone ---- */

Test(share, a_clone_that_fails_leaves_nothing)
{
	shell("set -e; cd theirs; mkdir sub; echo x >sub/evil; git add .; "
	      "blob=$(git hash-object -w sub/evil); tree=$(printf \"100644 blob $blob\\ta\\001b\\n\" | "
	      "git mktree); git push -q origin $(git commit-tree -m evil $tree):refs/heads/evil; cd ..; "
	      "git -C srv/hub.git symbolic-ref HEAD refs/heads/evil; ls >before; "
	      "$redline clone srv/hub.git copy || ls | cmp - before", "");
	EXPECT_STATUS(0);
	EXPECT_ERR("can't hold a control character");
}

Test(share, a_clone_makes_no_links)
{
	shell("set -e; cd theirs; ln -s /etc/passwd link; git add .; git commit -qm Link; git push -q; "
	      "cd ..; $redline clone -q srv/hub.git copy; test ! -L copy/link; cat copy/link; "
	      "git -C copy status --porcelain", "");
	cr_expect_str_eq(desk_out(&d), "/etc/passwd");
	EXPECT_STATUS(0);
}

/* ---- ways ---- */

/* Clone, push and pull over a way to the hub. */
static void expect_way(const char *address)
{
	shell("rm -rf way; $redline clone -q @@ way && cd way && git config redline.patience 15 && "
	      "sed -i s/noon/dawn/ draft.md && $redline save -q draft.md -m Dawn && $redline push && cd "
	      "../ours && $redline pull -q && sed -i s/loud/noisy/ draft.md && "
	      "sed -i s/captain/master/ draft.md && $redline save -q draft.md -m Master && "
	      "$redline push -q && cd ../way && $redline pull", address);
	EXPECT_STATUS(0);
	EXPECT_OUT("sent 1 revision");
	expect_file("way/draft.md", "The master");
	expect_file("ours/draft.md", "at dawn");
	shell("cd theirs && $redline pull -q", "");
	expect_sound();
}

Test(share, by_file_address)
{
	char address[512];
	(void)snprintf(address, sizeof address, "file://%s/srv/hub.git", d.folder);
	expect_way(address);
}

static bool lay_out(const char *what)
{
	char folder[512];
	(void)snprintf(folder, sizeof folder, "%s/srv", d.folder);
	if (strcmp(what, "git daemon") == 0)
		server_git(&server, folder);
	else
		server_http(&server, folder);
	if (!server.pid)
		cr_skip("there is no %s here", what);
	return server.pid;
}

static const char *address_of(const struct server *s, const char *scheme)
{
	static char address[128];
	(void)snprintf(address, sizeof address, "%s://127.0.0.1:%d/hub.git", scheme, s->port);
	return address;
}

Test(share, by_git_daemon)
{
	if (lay_out("git daemon"))
		expect_way(address_of(&server, "git"));
}

Test(share, by_http)
{
	if (lay_out("git http-backend"))
		expect_way(address_of(&server, "http"));
}

/* "japan:secret" in base 64; asked of a helper, once wrong and once right. */
Test(share, credentials_come_from_gits_helpers)
{
	char folder[512];
	(void)snprintf(folder, sizeof folder, "%s/srv", d.folder);
	server_http_locked(&server, folder, "Basic amFwYW46c2VjcmV0");
	if (!server.pid)
		cr_skip("there is no git http-backend here");
	shell("git config --global credential.helper '!f() { echo $1 >>'$PWD'/asked; "
	      "echo username=japan; echo password=wrong; }; f'; $redline clone @@ way",
	      address_of(&server, "http"));
	EXPECT_STATUS(2);
	EXPECT_ERR("wants other credentials");
	expect_file("asked", "get\nerase\n");
	cr_expect(!desk_has(&d, "way"));
	shell("rm asked; git config --global credential.helper '!f() { echo $1 >>'$PWD'/asked; "
	      "echo username=japan; echo password=secret; }; f'; $redline clone @@ way",
	      address_of(&server, "http"));
	EXPECT_STATUS(0);
	expect_file("asked", "get\nstore\n");
}

/* sshd of our own, as nobody but us, on a port that is free. */
Test(share, by_ssh)
{
	char port[16];
	(void)snprintf(port, sizeof port, "%d", server_port());
	shell("set -e; sshd=$(command -v sshd || ls /usr/sbin/sshd); command -v ssh >/dev/null; "
	      "mkdir -p -m 755 run; chmod 700 .; ssh-keygen -qt ed25519 -N '' -f host; "
	      "ssh-keygen -qt ed25519 -N '' -f key; cp key.pub allowed; printf '%s\\n' 'Port @@' "
	      "'ListenAddress 127.0.0.1' \"HostKey $PWD/host\" \"AuthorizedKeysFile $PWD/allowed\" "
	      "\"PidFile $PWD/sshd.pid\" 'StrictModes no' 'UsePAM no' >sshd_config; "
	      "mkdir -p /run/sshd 2>/dev/null || true; $sshd -f $PWD/sshd_config", port);
	if (d.done.status)
		cr_skip("there is no sshd here");
	shell("i=0; while ! test -s sshd.pid && test $i -lt 50; do i=$((i+1)); sleep 0.1; done; "
	      "echo \"[127.0.0.1]:@@ $(cut -d' ' -f1-2 host.pub)\" >known", port);
	shell("export GIT_SSH_COMMAND=\"ssh -F none -i $PWD/key -o UserKnownHostsFile=$PWD/known "
	      "-o BatchMode=yes\"; $redline clone -q ssh://127.0.0.1:@@$PWD/srv/hub.git way && cd way && "
	      "sed -i s/noon/dawn/ draft.md && $redline save -q draft.md -m Dawn && $redline push", port);
	EXPECT_STATUS(0);
	EXPECT_OUT("sent 1 revision");
	shell("export GIT_SSH_COMMAND=\"ssh -F none -i $PWD/host -o UserKnownHostsFile=$PWD/known "
	      "-o BatchMode=yes\"; $redline clone ssh://127.0.0.1:@@$PWD/srv/hub.git no; "
	      "kill $(cat sshd.pid)", port);
	EXPECT_ERR("Permission denied");
}

/* ---- those who refuse ---- */

static const char HOOK[] =
	"cat >srv/hub.git/hooks/update <<'.'\n#!/bin/sh\necho 'the text is closed' >&2\nexit 1\n.\n"
	"chmod +x srv/hub.git/hooks/update";

static void expect_refused(void)
{
	shell("cd ours && sed -i s/noon/dawn/ draft.md && $redline save -q draft.md -m Dawn && "
	      "$redline push; echo $?; git rev-list --count origin/main; git -C ../srv/hub.git "
	      "rev-list --count main", "");
	cr_expect_str_eq(desk_out(&d), "2\n1\n1\n");
	EXPECT_ERR("refused refs/heads/main: hook declined: the text is closed");
}

Test(share, a_hook_that_refuses_is_heard)
{
	shell(HOOK, "");
	expect_refused();
}

Test(share, a_hook_that_refuses_is_heard_over_the_net)
{
	shell(HOOK, "");
	if (!lay_out("git daemon"))
		return;
	shell("git -C ours remote set-url origin @@", address_of(&server, "git"));
	expect_refused();
}

/* Two push at once, again and again: whoever is late is told, and nothing is lost. */
Test(share, of_two_who_push_at_once_none_is_lost)
{
	shell("work() { cd $1; for i in 1 2 3 4 5 6; do echo \"$1 $i\" >$1-$i.csv; git add $1-$i.csv; "
	      "git commit -qm \"$1 $i\"; n=0; until $redline push -q 2>/dev/null; do n=$((n+1)); "
	      "test $n -lt 60 || exit 1; $redline pull -q || exit 1; done; done; }; "
	      "(work ours) & (work theirs) & wait; git -C srv/hub.git ls-tree --name-only main | "
	      "grep -c csv", "");
	cr_expect_str_eq(desk_out(&d), "12\n", "%s%s", desk_out(&d), desk_err(&d));
	shell("for r in ours theirs; do (cd $r && $redline pull -q); done", "");
	expect_sound();
}

/* ---- those who fall silent ---- */

Test(share, a_silent_server_is_reported)
{
	server_mute(&server);
	shell("cd ours && git config redline.patience 1 && $redline push @@ main", address_of(&server, "git"));
	EXPECT_STATUS(2);
	EXPECT_ERR("has been silent for 1 second");
	cr_expect_lt(d.done.wall, 20);
	shell("cd ours && $redline pull @@ main", address_of(&server, "http"));
	EXPECT_STATUS(2);
	EXPECT_ERR("has been silent for 1 second");
}

Test(share, nobody_there_is_reported)
{
	server.port = server_port();
	shell("cd ours && $redline push @@ main", address_of(&server, "git"));
	EXPECT_STATUS(2);
	EXPECT_ERR("can't be reached: Connection refused");
}

static void push_through(enum cut how)
{
	if (!lay_out("git daemon"))
		return;
	server_cutter(&cutter, server.port, how);
	shell("cd ours && git config redline.patience 2 && git remote set-url origin @@ && "
	      "sed -i s/noon/dawn/ draft.md && $redline save -q draft.md -m Dawn && $redline push",
	      address_of(&cutter, "git"));
}

Test(share, silence_after_the_work_was_sent_is_uncertain)
{
	push_through(CUT_SILENT);
	EXPECT_STATUS(2);
	EXPECT_ERR("may have taken the work, and can't be asked again");
	shell("cd ours && git remote set-url origin ../srv/hub.git && $redline push", "");
	EXPECT_STATUS(0);
	shell("cd theirs && $redline pull -q", "");
	expect_sound();
}

Test(share, who_took_it_and_did_not_say_so_is_asked_again)
{
	push_through(CUT_SILENT_ONCE);
	EXPECT_STATUS(0);
	EXPECT_OUT("sent 1 revision");
	shell("git -C srv/hub.git log -1 --format=%s main", "");
	cr_expect_str_eq(desk_out(&d), "Dawn\n");
}

Test(share, a_server_that_dies_in_the_middle_is_not_believed)
{
	push_through(CUT_HANG_UP);
	EXPECT_STATUS(2);
	cr_expect_str_empty(desk_out(&d));
	shell("git -C srv/hub.git log -1 --format=%s main", "");
	cr_expect_str_eq(desk_out(&d), "First\n");
	shell("cd ours && git remote set-url origin ../srv/hub.git && $redline push -q; cd ../theirs && "
	      "$redline pull -q", "");
	expect_sound();
}
