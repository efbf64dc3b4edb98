/*
 * crash.c -- writers that are killed, and many at once.
 */
#define _XOPEN_SOURCE 700

#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "ground.h"

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* kill -9 at random instants: nothing acknowledged is lost, nothing is half there,
   and the next writer is not kept out. */
Test(crash, killed_writers_lose_nothing_and_block_nobody)
{
	struct repository r;
	struct text ids = {0};
	unsigned seed = (unsigned)time(NULL) ^ (unsigned)getpid();
	unsigned kills = 0, half = 0;
	long window = 50000; /* microseconds; as wide as it must be for some to get through */
	size_t const want = (size_t)choose(30, 500) * 41;
	ground_open(&r);
	fprintf(stderr, "seed %u\n", seed);
	for (unsigned run = 0; ids.len < want && run < 2000; run++) {
		struct driver d;
		char name[32];
		snprintf(name, sizeof name, "%u", run);
		driver_start(&d, &r, name, "save", ".", "draft.md", "1000", name, NULL);
		size_t const before = ids.len;
		pause_for((long)chance(&seed) * window / 32768);
		kill(d.process, SIGKILL);
		half += driver_wait(&d) == 128 + SIGKILL;
		kills++;
		gather_file(&ids, d.acknowledged);
		window = ids.len > before ? window * 9 / 10 : window + window / 4;
	}
	cr_expect_eq(half, kills, "a writer ended by itself");
	cr_expect_geq(ids.len, want);
	cr_expect(is_free(&r));
	cr_expect(repository_is_sound(&r));
	cr_expect(all_in_history(&r, &ids));
	cr_expect(repository_does(&r, "status", NULL));
	fprintf(stderr, "%u kills, %zu acknowledged\n", kills, ids.len / 41);
	text_release(&ids);
	repository_close(&r);
}

/* Several at once, each killed at its own time. */
Test(crash, killed_among_others)
{
	enum { WRITERS = 4 };
	struct repository r;
	struct text ids = {0};
	unsigned seed = (unsigned)time(NULL) ^ (unsigned)getpid();
	ground_open(&r);
	for (int round = 0; round < choose(2, 60); round++) {
		struct driver d[WRITERS];
		for (int i = 0; i < WRITERS; i++) {
			char name[32], path[32];
			snprintf(name, sizeof name, "%d-%d", round, i);
			snprintf(path, sizeof path, "draft-%d.md", i);
			driver_start(&d[i], &r, name, "save", ".", path, "1000", name, NULL);
		}
		for (int i = 0; i < WRITERS; i++) {
			pause_for(20000 + (long)chance(&seed) * 3);
			kill(d[i].process, SIGKILL);
			(void)driver_wait(&d[i]);
			gather_file(&ids, d[i].acknowledged);
		}
	}
	cr_expect(is_free(&r));
	cr_expect(repository_is_sound(&r));
	cr_expect(all_in_history(&r, &ids));
	cr_expect_gt(ids.len, 0);
	text_release(&ids);
	repository_close(&r);
}

/* All of every writer's revisions are in the history, one after the other. */
Test(crash, many_writers_at_once)
{
	enum { WRITERS_MAX = 16 };
	struct repository r;
	struct text ids = {0};
	struct driver d[WRITERS_MAX];
	char each[16], count[32];
	int const writers = choose(8, 16), revisions = choose(8, 50);
	ground_open(&r);
	snprintf(each, sizeof each, "%d", revisions);
	double const begin = now();
	for (int i = 0; i < writers; i++) {
		char name[32], path[32];
		snprintf(name, sizeof name, "Delegation-%d", i);
		snprintf(path, sizeof path, "draft-%d.md", i);
		driver_start(&d[i], &r, name, "save", ".", path, each, name, NULL);
	}
	for (int i = 0; i < writers; i++)
		cr_expect_eq(driver_wait(&d[i]), 0);
	double const took = now() - begin;
	for (int i = 0; i < writers; i++)
		gather_file(&ids, d[i].acknowledged);
	fprintf(stderr, "%d writers of %d revisions: %.1f s\n", writers, revisions, took);
	cr_expect_eq(ids.len / 41, (size_t)(writers * revisions));
	snprintf(count, sizeof count, "%d\n", writers * revisions + 1);
	cr_expect_str_eq(repository_git(&r, "rev-list", "--count", "main", NULL), count);
	cr_expect(all_in_history(&r, &ids));
	cr_expect(repository_is_sound(&r));
	text_release(&ids);
	repository_close(&r);
}

/* git itself writes to the same branch meanwhile. */
Test(crash, git_and_redline_at_once)
{
	struct repository r;
	struct text ids = {0};
	struct driver d;
	unsigned commits = 0;
	ground_open(&r);
	driver_start(&d, &r, "a", "save", ".", "draft.md", is_long() ? "200" : "15", "Japan", NULL);
	for (int i = 0; i < choose(20, 200); i++) {
		/* git gives up at once when the branch is not where it was; that is its way */
		(void)repository_git(&r, "commit", "-q", "--allow-empty", "-m", "git's", NULL);
		commits += r.done.status == 0;
	}
	cr_expect_eq(driver_wait(&d), 0);
	gather_file(&ids, d.acknowledged);
	cr_expect_eq(ids.len / 41, (size_t)choose(15, 200));
	cr_expect(all_in_history(&r, &ids));
	(void)repository_git(&r, "log", "--format=%s", "--grep=git's", NULL);
	cr_expect_eq(repository_lines(&r), commits, "git's own commits were lost");
	cr_expect(repository_is_sound(&r));
	text_release(&ids);
	repository_close(&r);
}

/* ---- locks that were left ---- */

static void leave_lock(struct repository *r, const char *content)
{
	repository_write(r, ".git/refs/heads/main.lock", content);
}

Test(crash, a_dead_writers_lock_is_removed)
{
	static const char id[] = "0123456789012345678901234567890123456789";
	struct repository r;
	char journal[128];
	ground_open(&r);
	snprintf(journal, sizeof journal, "refs/heads/main %s\n", id);
	static const size_t kept[] = {41, 20, 0};
	for (size_t i = 0; i < 3; i++) {
		char begun[64];
		snprintf(begun, sizeof begun, "%.*s", (int)kept[i], "0123456789012345678901234567890123456789\n");
		repository_write(&r, ".git/redline/lock", journal);
		leave_lock(&r, begun);
		cr_expect(is_free(&r), "with %zu bytes of it written", kept[i]);
	}
	/* one that is older than this machine's start; all of them are dead */
	leave_lock(&r, "whatever\n");
	struct job const job = {.argv = {"touch", "-d", "2001-01-01", ".git/refs/heads/main.lock"},
	                        .folder = r.folder};
	done_release(&r.done);
	job_run(&r.done, &job);
	cr_expect(is_free(&r));
	repository_close(&r);
}

Test(crash, a_lock_that_may_be_gits_is_left_alone)
{
	struct repository r;
	char path[512];
	ground_open(&r);
	leave_lock(&r, "9876543210987654321098765432109876543210\n");
	cr_expect_neq(driver_run(&r, "save", ".", "draft.md", "1", "Japan", NULL), 0);
	cr_expect(strstr(r.done.err.ptr, "main.lock"), "%s", r.done.err.ptr);
	snprintf(path, sizeof path, "%s/.git/refs/heads/main.lock", r.folder);
	cr_expect_eq(access(path, F_OK), 0, "it was removed");
	cr_assert_eq(unlink(path), 0);
	/* a locked index keeps nobody from saving, and stays locked */
	repository_write(&r, ".git/index.lock", "");
	cr_expect_eq(driver_run(&r, "save", ".", "draft.md", "1", "Japan", NULL), 0);
	snprintf(path, sizeof path, "%s/.git/index.lock", r.folder);
	cr_assert_eq(unlink(path), 0);
	cr_expect(is_free(&r));
	cr_expect(repository_is_sound(&r));
	repository_close(&r);
}

/* ---- room ---- */

Test(crash, many_revisions_take_little_room)
{
	struct repository r;
	unsigned long loose = 0, packed = 0;
	ground_open(&r);
	cr_assert_eq(driver_run(&r, "grow", ".", "draft.md", is_long() ? "1000" : "150",
	                        is_long() ? "200000" : "30000", NULL), 0, "%s", r.done.err.ptr);
	cr_expect_eq(count_lines(r.done.out.ptr), (unsigned)choose(150, 1000));
	const char *said = repository_git(&r, "count-objects", "-v", NULL);
	cr_assert_eq(sscanf(strstr(said, "size: "), "size: %lu", &loose), 1);
	cr_assert_eq(sscanf(strstr(said, "size-pack: "), "size-pack: %lu", &packed), 1);
	fprintf(stderr, "%lu KiB loose, %lu KiB packed\n", loose, packed);
	cr_expect_lt(loose + packed, (unsigned long)choose(1500, 5000 * 1000 / 1024));
	cr_expect(repository_is_sound(&r));
	repository_close(&r);
}
