/*
 * test_history.c -- histories and blames of paragraphs (redline/history.h) in
 * repositories that plain git made.  See support/story.h for how answers are written.
 */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/story.h"

#define EXPECT(question, want)                                                     \
	do {                                                                           \
		const char *got_ = (question);                                             \
		cr_expect_str_eq(got_, want, "wanted\n%s\ngot\n%s", want, got_);           \
	} while (0)

/* ---- one line of work ---- */

Test(history, tells_each_change_once)
{
	struct story s;
	story_begin(&s,
	        "printf '1. Recalling the charter of the sea.\\n\\n"
	        "2. States should assess the needs of coastal communities.\\n' >draft.md\n"
	        "save Chair 01 Start\n"
	        "printf '1. Recalling the charter of the sea.\\n\\n"
	        "2. States shall assess the needs of coastal communities.\\n' >draft.md\n"
	        "save Japan 02 Stronger\n"
	        "printf '1. Recalling the charter of the sea.\\n\\n"
	        "2. States shall assess the\\n   needs of coastal communities.\\n' >draft.md\n"
	        "save Chair 03 Wrapped\n"
	        "printf '1. Recalling the charter of the sea.\\n\\n"
	        "2. Welcoming the offer of the Government of Kenya.\\n\\n"
	        "3. States shall assess the\\n   needs of coastal communities.\\n' >draft.md\n"
	        "save Chair 04 Inserted\n"
	        "printf '1. Recalling the charter of the sea.\\n\\n"
	        "2. Welcoming the offer of the Government of Kenya.\\n\\n"
	        "3. States shall assess regularly the\\n   needs of coastal communities.\\n' >draft.md\n"
	        "save Chile 05 More\n");
	EXPECT(story_history(&s, "3", NULL), "3 edited 5 Chile\n"
	                                     "3 renumbered 4 Chair from 2\n"
	                                     "2 edited 2 Japan\n"
	                                     "2 created 1 Chair\n");
	EXPECT(story_history(&s, "2", NULL), "2 created 4 Chair\n");
	EXPECT(story_history(&s, "2", "HEAD~2"), "2 edited 2 Japan\n2 created 1 Chair\n");
	EXPECT(story_history(&s, "3", "HEAD~2"),
	       "not found: there is no \"3\" in draft.md; the nearest is \"2\" (line 3)");
	EXPECT(story_newest(&s, "3"),
	       "3. States shall assess the\n   needs of coastal communities.\n=>\n"
	       "3. States shall assess regularly the\n   needs of coastal communities.");
	EXPECT(story_blame(&s, "3", NULL),
	       "Chair 1|3. States |Japan 2|shall |Chair 1|assess |Chile 5|regularly |"
	       "Chair 1|the\n   needs of coastal communities.|");
	EXPECT(story_number(&s, "2", NULL), "2 replaced 4 Chair\n2 edited 2 Japan\n"
	                                    "2 created 1 Chair\n");
	EXPECT(story_number(&s, "3", NULL), "3 edited 5 Chile\n3 created 4 Chair\n");
	story_end(&s);
}

#define A "Recalling that the ocean belongs to all of humankind and to none alone."
#define B "Noting the report of the committee on the state of the deep sea floor."
#define C "Requests the secretariat to prepare a summary before the next session."
#define D "Invites every delegation to submit written comments by the end of May."

Test(history, follows_moves_splits_and_merges)
{
	struct story s;
	story_begin(&s,
	        "printf '## D. One\\n\\n1. " A "\\n\\n2. " B "\\n\\n3. " C "\\n\\n"
	        "## E. Two\\n\\n4. " D "\\n' >draft.md\nsave Chair 01 Start\n"
	        /* 1 moves behind 4, edited */
	        "printf '## D. One\\n\\n1. " B "\\n\\n2. " C "\\n\\n"
	        "## E. Two\\n\\n3. " D "\\n\\n4. Also " A "\\n' >draft.md\nsave Chile 02 Moved\n"
	        /* 1 and 2 are merged */
	        "printf '## D. One\\n\\n1. " B " " C "\\n\\n"
	        "## E. Two\\n\\n2. " D "\\n\\n3. Also " A "\\n' >draft.md\nsave Kenya 03 Merged\n"
	        /* and split again */
	        "printf '## D. One\\n\\n1. " B "\\n\\n2. " C "\\n\\n"
	        "## E. Two\\n\\n3. " D "\\n\\n4. Also " A "\\n' >draft.md\nsave Nepal 04 Split\n");
	EXPECT(story_history(&s, "4", NULL), "4 renumbered 4 Nepal from 3\n"
	                                     "3 renumbered 3 Kenya from 4\n"
	                                     "4 moved+edited+renumbered 2 Chile from 1\n"
	                                     "1 created 1 Chair\n");
	EXPECT(story_history(&s, "1", "HEAD~1"), "1 merged+edited 3 Kenya\n"
	                                         "1 renumbered 2 Chile from 2\n"
	                                         "2 created 1 Chair\n");
	EXPECT(story_history(&s, "2", NULL), "2 split+edited+renumbered 4 Nepal from 1\n"
	                                     "1 merged+edited 3 Kenya\n"
	                                     "1 renumbered 2 Chile from 2\n"
	                                     "2 created 1 Chair\n");
	EXPECT(story_blame(&s, "4", NULL), "Chile 2|4. Also |Chair 1|" A "|");
	EXPECT(story_blame(&s, "2", NULL), "Chair 1|2. " C "|");
	story_end(&s);
}

/* Whatever moved in the order of the blocks, who is under another heading has moved; but
   not if that heading is new, or has another title. */
Test(history, moved_is_what_stands_under_another_heading)
{
	struct story s;
	story_begin(&s,
	        "printf '# Sea\\n\\n1. " A "\\n\\n# Land\\n\\n2. Be it so.\\n' >draft.md\nsave Chair 01 Start\n"
	        "printf '# Sea\\n\\n# Land\\n\\n1. Be it so.\\n\\n2. " A "\\n' >draft.md\n"
	        "save Chile 02 Behind\n"
	        "printf '# Sea\\n\\n# Dry land\\n\\n1. Be it so.\\n\\n2. " A "\\n' >draft.md\n"
	        "save Kenya 03 Title\n"
	        "printf '# Sea\\n\\n# Dry land\\n\\n1. Be it so.\\n\\n# Air\\n\\n2. " A "\\n' >draft.md\n"
	        "save Nepal 04 Heading\n");
	EXPECT(story_history(&s, "2", NULL), "2 moved+renumbered 2 Chile from 1\n"
	                                     "1 created 1 Chair\n");
	story_end(&s);
}

Test(history, knows_what_comes_back)
{
	struct story s;
	story_begin(&s,
	        "printf '1. " A "\\n\\n2. " B "\\n\\n3. " C "\\n' >draft.md\nsave Chair 01 Start\n"
	        "printf '1. " A "\\n\\n2. " C "\\n' >draft.md\nsave Chile 02 Deleted\n"
	        "printf '1. " A "\\n\\n2. Requests the secretariat to prepare a summary.\\n' >draft.md\n"
	        "save Kenya 03 Shorter\n"
	        "printf '1. " A "\\n\\n2. " B "\\n\\n3. Requests the secretariat to prepare a summary.\\n' >draft.md\n"
	        "save Nepal 04 Back\n"
	        "printf '1. " A "\\n\\n2. " B "\\n\\n3. " C "\\n' >draft.md\nsave Japan 05 Longer\n");
	EXPECT(story_history(&s, "2", NULL), "2 reintroduced 4 Nepal returned 14 struck 2\n"
	                                     "deleted 2 Chile from 2\n"
	                                     "2 created 1 Chair\n");
	EXPECT(story_history(&s, "3", NULL), "3 edited 5 Japan returned 4 struck 3\n"
	                                     "3 renumbered 4 Nepal from 2\n"
	                                     "2 edited 3 Kenya\n"
	                                     "2 renumbered 2 Chile from 3\n"
	                                     "3 created 1 Chair\n");
	EXPECT(story_blame(&s, "3", NULL), "Chair 1|3. Requests the secretariat to prepare a summary |"
	                                   "Chair 1*|before the next session|Chair 1|.|");
	EXPECT(story_blame(&s, "2", NULL), "Chair 1*|2. " B "|");
	/* The number was no one's for a while, but the words were elsewhere then. */
	EXPECT(story_number(&s, "3", NULL), "3 edited 5 Japan returned 4\n"
	                                    "3 reintroduced+edited 4 Nepal struck 2\n"
	                                    "deleted 2 Chile from 3\n"
	                                    "3 created 1 Chair\n");
	story_end(&s);
}

Test(history, takes_a_paragraph_with_what_it_encloses)
{
	struct story s;
	story_begin(&s,
	        "printf '1. The following are eligible:\\n\\n   (a) coastal States;\\n\\n"
	        "   (b) island States.\\n\\n2. " A "\\n' >draft.md\nsave Chair 01 Start\n"
	        "printf '1. The following are eligible:\\n\\n   (a) coastal States;\\n\\n"
	        "   (b) landlocked States;\\n\\n   (c) island States.\\n\\n2. " A "\\n' >draft.md\n"
	        "save Nepal 02 Inserted\n"
	        "printf '0. " D "\\n\\n1. The following are eligible:\\n\\n   (a) coastal States;\\n\\n"
	        "   (b) landlocked States;\\n\\n   (c) island States.\\n\\n2. " A "\\n' >draft.md\n"
	        "save Kenya 03 Elsewhere\n");
	EXPECT(story_history(&s, "1", NULL), "1 edited 2 Nepal\n1 created 1 Chair\n");
	EXPECT(story_history(&s, "1 (c)", NULL), "1 (c) renumbered 2 Nepal from 1 (b)\n"
	                                         "1 (b) created 1 Chair\n");
	EXPECT(story_history(&s, "1(b)", NULL), "1 (b) created 2 Nepal\n");
	EXPECT(story_history(&s, "line 5", NULL), "1 (a) created 1 Chair\n");
	EXPECT(story_blame(&s, "1", NULL),
	       "Chair 1|1. The following are eligible:\n\n   (a) coastal States;\n\n   |"
	       "Nepal 2|(b) landlocked States;\n\n   |Chair 1|(c) island States.|");
	story_end(&s);
}

Test(history, a_section_with_another_title_is_the_same)
{
	struct story s;
	story_begin(&s,
	        "printf '# Draft\\n\\n## Definitions\\n\\n1. " A "\\n\\n2. " B "\\n\\n## Other\\n\\n3. " C "\\n' >draft.md\n"
	        "save Chair 01 Start\n"
	        "printf '# Draft\\n\\n## Use of terms\\n\\n1. " A "\\n\\n2. " B "\\n\\n## Other\\n\\n3. " C "\\n' >draft.md\n"
	        "save Japan 02 Title\n");
	EXPECT(story_history(&s, "Use of terms", NULL),
	       "Use of terms edited+renumbered 2 Japan from Definitions\nDefinitions created 1 Chair\n");
	EXPECT(story_history(&s, "2", NULL), "2 created 1 Chair\n");
	story_end(&s);
}

Test(history, refuses_what_fits_twice)
{
	struct story s;
	story_begin(&s, "printf '## Annex I\\n\\n3. One.\\n\\n## Annex II\\n\\n3. Two.\\n' >draft.md\n"
	                "save Chair 01 Start\n");
	EXPECT(story_history(&s, "3", NULL),
	       "ambiguous: \"3\" fits more than once: \"annex I, 3\" (line 3, under \"Annex I\") and "
	       "\"annex II, 3\" (line 7, under \"Annex II\")");
	EXPECT(story_history(&s, "annex II, 3", NULL), "annex II, 3 created 1 Chair\n");
	story_end(&s);
}

/* ---- numbers ---- */

Test(history, of_a_number_tells_who_had_it)
{
	struct story s;
	story_begin(&s,
	        "printf '1. " A "\\n\\n2. " B "\\n' >draft.md\nsave Chair 01 Start\n"
	        "printf '1. " A "\\n\\n2. " C "\\n' >draft.md\nsave Chile 02 Replaced\n"
	        "printf '1. " A "\\n' >draft.md\nsave Kenya 03 Deleted\n"
	        "printf '1. " A "\\n\\n2. " D "\\n' >draft.md\nsave Nepal 04 Again\n"
	        "printf '1. " A "\\n' >draft.md\nsave Japan 05 Gone\n");
	EXPECT(story_number(&s, "2", NULL), "deleted 5 Japan from 2\n"
	                                    "2 reintroduced+edited 4 Nepal struck 3\n"
	                                    "deleted 3 Kenya from 2\n"
	                                    "2 replaced 2 Chile\n"
	                                    "2 created 1 Chair\n");
	EXPECT(story_history(&s, "2", "HEAD~3"), "2 replaced 2 Chile\n");
	EXPECT(story_number(&s, "9", NULL),
	       "not found: there is no \"9\" in draft.md; the nearest is \"1\" (line 1)");
	story_end(&s);
}

/* ---- merges ---- */

Test(history, credits_both_sides_of_a_merge)
{
	struct story s;
	story_begin(&s,
	        "printf '1. States should assess the needs of coastal communities.\\n' >draft.md\n"
	        "save Chair 01 Start\n"
	        "git checkout -q -b japan\n"
	        "printf '1. States shall assess the needs of coastal communities.\\n' >draft.md\n"
	        "save Japan 02 Shall\n"
	        "git checkout -q main\n"
	        "printf '1. States should assess the needs of island communities.\\n' >draft.md\n"
	        "save Kenya 03 Island\n"
	        "as Chair 04 git merge -q --no-commit japan >/dev/null 2>&1 || true\n"
	        "printf '1. States shall assess the needs of island communities.\\n' >draft.md\n"
	        "save Chair 04 Merged\n");
	EXPECT(story_history(&s, "1", NULL), "1 edited 3 Kenya\n1 edited 2 Japan\n1 created 1 Chair\n");
	EXPECT(story_blame(&s, "1", NULL),
	       "Chair 1|1. States |Japan 2|shall |Chair 1|assess the needs of |Kenya 3|island |"
	       "Chair 1|communities.|");
	story_go_on(&s, "printf '1. States shall assess the needs of all island communities.\\n' >draft.md\n"
	                "git add -A; as Chair 05 git commit -q --amend --reset-author -m Merged\n");
	EXPECT(story_history(&s, "1", NULL),
	       "1 edited 5 Chair\n1 edited 3 Kenya\n1 edited 2 Japan\n1 created 1 Chair\n");
	story_end(&s);
}

Test(history, takes_the_side_that_a_merge_took)
{
	struct story s;
	story_begin(&s,
	        "printf '1. States should assess.\\n' >draft.md\nsave Chair 01 Start\n"
	        "git checkout -q -b japan\nprintf '1. States shall assess.\\n' >draft.md\n"
	        "save Japan 02 Shall\ngit checkout -q main\n"
	        "printf '1. States may assess.\\n' >draft.md\nsave Kenya 03 May\n"
	        "as Chair 04 git merge -q -s ours -m Ours japan\n");
	EXPECT(story_history(&s, "1", NULL), "1 edited 3 Kenya\n1 created 1 Chair\n");
	story_end(&s);
}

Test(history, of_the_same_change_on_both_sides)
{
	struct story s;
	story_begin(&s,
	        "printf '1. States should assess.\\n' >draft.md\nsave Chair 01 Start\n"
	        "git checkout -q -b japan\nprintf '1. States shall assess.\\n' >draft.md\n"
	        "save Japan 03 Shall\ngit checkout -q main\n"
	        "printf '1. States shall assess.\\n' >draft.md\nsave Kenya 02 Too\n"
	        "as Chair 04 git merge -q -m Both japan\n");
	EXPECT(story_history(&s, "1", NULL), "1 edited 3 Japan\n1 edited 2 Kenya\n1 created 1 Chair\n");
	EXPECT(story_blame(&s, "1", NULL), "Chair 1|1. States |Kenya 2|shall |Chair 1|assess.|");
	story_end(&s);
}

Test(history, through_a_criss_cross_and_an_octopus)
{
	struct story s;
	story_begin(&s,
	        "put() { printf '1. %s\\n\\n2. %s\\n\\n3. %s\\n' \"$1\" \"$2\" \"$3\" >draft.md; }\n"
	        "a='" A "'; b='" B "'; c='" C "'\n"
	        "put \"$a\" \"$b\" \"$c\"; save Chair 01 Start\n"
	        "git checkout -q -b x; put \"$a One.\" \"$b\" \"$c\"; save Japan 02 One\n"
	        "git checkout -q -b y main; put \"$a\" \"$b\" \"$c Two.\"; save Kenya 03 Two\n"
	        "git branch oldx x; as Chair 04 git checkout -q x; as Chair 04 git merge -q -m X y\n"
	        "git checkout -q y; as Chair 05 git merge -q -m Y oldx\n"
	        "put \"$a One.\" \"$b Three.\" \"$c Two.\"; save Nepal 06 Three\n"
	        "git checkout -q x; as Chair 07 git merge -q -m XY y\n"
	        /* three more, each on its own line of work */
	        "for n in 1 2 3; do git checkout -q -b o$n x; done\n"
	        "git checkout -q o1; put \"First $a One.\" \"$b Three.\" \"$c Two.\"; save Chile 08 o1\n"
	        "git checkout -q o3; put \"$a One.\" \"$b Three.\" \"Last $c Two.\"; save Benin 09 o3\n"
	        "git checkout -q o2; as Chair 10 git merge -q -m Octopus o1 o3\n"
	        "git checkout -q -B main\n");
	EXPECT(story_history(&s, "1", NULL), "1 edited 8 Chile\n1 edited 2 Japan\n1 created 1 Chair\n");
	EXPECT(story_history(&s, "2", NULL), "2 edited 6 Nepal\n2 created 1 Chair\n");
	EXPECT(story_history(&s, "3", NULL), "3 edited 9 Benin\n3 edited 3 Kenya\n3 created 1 Chair\n");
	EXPECT(story_blame(&s, "3", NULL), "Benin 9|3. Last |Chair 1|" C " |Kenya 3|Two.|");
	story_end(&s);
}

/* ---- files that come and go ---- */

Test(history, goes_on_under_the_file_s_older_names)
{
	struct story s;
	story_begin(&s,
	        "mkdir -p texts\n"
	        "printf '1. " A "\\n\\n2. " B "\\n\\n3. " C "\\n' >texts/old.md\nsave Chair 01 Start\n"
	        "printf '1. " A "\\n\\n2. New " B "\\n\\n3. " C "\\n' >texts/old.md\nsave Japan 02 Edited\n"
	        "git mv texts/old.md middle.md; save Chair 03 Renamed\n"
	        "git mv middle.md draft.md\n"
	        "printf '1. " A "\\n\\n2. New " B "\\n\\n3. " C " Soon.\\n' >draft.md\nsave Kenya 04 Both\n");
	EXPECT(story_history(&s, "2", NULL), "2 edited 2 Japan\n2 created 1 Chair\n");
	EXPECT(story_history(&s, "3", NULL), "3 edited 4 Kenya\n3 created 1 Chair\n");
	redline_history_query const query = {.draft = "texts/old.md", .paragraph = {"2", 1}};
	EXPECT(story_ask(&s, &query, "HEAD~2"), "2 edited 2 Japan\n2 created 1 Chair\n");
	const char *said = story_ask(&s, &query, NULL);
	cr_expect(strstr(said, "has no texts/old.md"), "%s", said);
	story_end(&s);
}

Test(history, of_a_file_that_was_away)
{
	struct story s;
	story_begin(&s,
	        "printf '1. " A "\\n' >draft.md\nsave Chair 01 Start\n"
	        "git rm -q draft.md; save Chile 02 Deleted\n"
	        "echo other >other; save Chair 03 Other\n"
	        "printf '1. " A "\\n' >draft.md\nsave Nepal 04 Back\n"
	        "printf '1. Yes. " A "\\n' >draft.md\nsave Kenya 05 Edited\n");
	EXPECT(story_history(&s, "1", NULL), "1 edited 5 Kenya\n"
	                                     "1 reintroduced 4 Nepal returned 13 struck 2\n"
	                                     "deleted 2 Chile from 1\n"
	                                     "1 created 1 Chair\n");
	const char *said = story_history(&s, "1", "HEAD~2");
	cr_expect(strstr(said, "has no draft.md"), "%s", said);
	EXPECT(story_blame(&s, "1", NULL), "Kenya 5|1. Yes. |Chair 1*|" A "|");
	story_end(&s);
}

Test(history, past_what_is_no_text)
{
	struct story s;
	story_begin(&s,
	        "printf '1. " A "\\n' >draft.md\nsave Chair 01 Start\n"
	        "printf '1. \\377\\376 broken\\n' >draft.md\nsave Chile 02 Bytes\n"
	        "printf '1. Also " A "\\n' >draft.md\nsave Kenya 03 Repaired\n"
	        ": >draft.md; save Chile 04 Empty\n"
	        "printf '1. Also " A "\\n' >draft.md\nsave Nepal 05 Full\n"
	        "rm draft.md; ln -s /nowhere draft.md; save Chile 06 Link\n"
	        "rm draft.md; printf '1. Also " A "\\n' >draft.md\nsave Benin 07 File\n");
	EXPECT(story_history(&s, "1", NULL), "1 reintroduced 7 Benin returned 14 struck 6\n"
	                                     "deleted 6 Chile from 1\n"
	                                     "1 reintroduced 5 Nepal returned 14 struck 4\n"
	                                     "deleted 4 Chile from 1\n"
	                                     "1 edited 3 Kenya\n"
	                                     "1 created 1 Chair\n");
	EXPECT(story_blame(&s, "1", NULL), "Kenya 3*|1. Also |Chair 1*|" A "|");
	const char *said = story_history(&s, "1", "HEAD~5");
	cr_expect(strstr(said, "at byte 3"), "%s", said);
	said = story_history(&s, "1", "HEAD~1");
	cr_expect(!strncmp(said, "not found: ", 11), "%s", said);
	story_end(&s);
}

Test(history, of_a_draft_that_begins_unreadable)
{
	struct story s;
	story_begin(&s, "printf 'a\\0b' >draft.md\nsave Chile 01 Bytes\n"
	                "printf '1. " A "\\n' >draft.md\nsave Chair 02 Text\n");
	EXPECT(story_history(&s, "1", NULL), "1 created 2 Chair\n");
	story_end(&s);
}

Test(history, past_a_submodule_at_the_path)
{
	struct story s;
	story_begin(&s,
	        "printf '1. " A "\\n' >draft.md\nsave Chair 01 Start\n"
	        "git rm -q draft.md\n"
	        "git update-index --add --cacheinfo 160000,1111111111111111111111111111111111111111,draft.md\n"
	        "as Chile 02 git commit -q -m Submodule\n"
	        "git rm -q --cached draft.md\n"
	        "printf '1. " A "\\n' >draft.md\nsave Nepal 03 Back\n");
	EXPECT(story_history(&s, "1", NULL), "1 reintroduced 3 Nepal returned 13 struck 2\n"
	                                     "deleted 2 Chile from 1\n1 created 1 Chair\n");
	story_end(&s);
}

Test(history, when_one_side_renamed_the_file)
{
	struct story s;
	story_begin(&s,
	        "printf '1. " A "\\n\\n2. " B "\\n\\n3. " C "\\n' >old.md\nsave Chair 01 Start\n"
	        "git checkout -q -b japan; git mv old.md draft.md\n"
	        "printf '1. " A " Yes.\\n\\n2. " B "\\n\\n3. " C "\\n' >draft.md\nsave Japan 02 Renamed\n"
	        "git checkout -q main\n"
	        "printf '1. " A "\\n\\n2. " B "\\n\\n3. " C " No.\\n' >old.md\nsave Kenya 03 Edited\n"
	        "as Chair 04 git merge -q -m Both japan\n");
	EXPECT(story_history(&s, "1", NULL), "1 edited 2 Japan\n1 created 1 Chair\n");
	EXPECT(story_history(&s, "3", NULL), "3 edited 3 Kenya\n3 created 1 Chair\n");
	story_end(&s);
}

/* ---- repositories of all kinds ---- */

static const char three[] =
        "printf '1. " A "\\n' >draft.md\nsave Chair 01 Start\n"
        "printf '1. Also " A "\\n' >draft.md\nsave Japan 02 Also\n"
        "printf '1. Also " A " Now.\\n' >draft.md\nsave Kenya 03 Now\n";

static const char three_told[] = "1 edited 3 Kenya\n1 edited 2 Japan\n1 created 1 Chair\n";

Test(history, in_packed_bare_linked_and_borrowing_repositories)
{
	struct story s;
	story_begin(&s, three);
	story_go_on(&s, "git pack-refs --all; git gc -q\n");
	EXPECT(story_history(&s, "1", NULL), three_told);
	story_go_on(&s, "git worktree add -q ../\"$(basename \"$PWD\")\"-w 2>/dev/null || "
	                "git worktree add -q tree\n"
	                "git clone -q --bare . bare.git\n"
	                "git clone -q --shared . borrower\n"
	                "git clone -q --shared borrower twice\n");
	const char *const folders[] = {"bare.git", "borrower", "twice"};
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
		story_open(&s, folders[i]);
		EXPECT(story_history(&s, "1", NULL), three_told);
		EXPECT(story_history(&s, "1", NULL), three_told);
	}
	story_end(&s);
}

Test(history, in_a_linked_work_tree_shares_the_index)
{
	struct story s;
	char path[1024];
	struct stat st;
	story_begin(&s, three);
	story_go_on(&s, "git worktree add -q -b other tree\n");
	story_open(&s, "tree");
	EXPECT(story_history(&s, "1", NULL), three_told);
	snprintf(path, sizeof path, "%s/.git/redline/index/lock", s.r.folder);
	cr_expect_eq(stat(path, &st), 0);
	story_end(&s);
}

Test(history, ends_where_a_shallow_clone_does)
{
	struct story s;
	story_begin(&s, three);
	story_go_on(&s, "git clone -q --depth 2 \"file://$PWD\" shallow\n");
	story_open(&s, "shallow");
	EXPECT(story_history(&s, "1", NULL), "1 edited 3 Kenya\n1 created 2 Japan\n");
	story_go_on(&s, "cd shallow; git fetch -q --unshallow\n");
	story_open(&s, "shallow");
	EXPECT(story_history(&s, "1", NULL), three_told);
	story_end(&s);
}

Test(history, names_an_object_that_is_missing)
{
	struct story s;
	story_begin(&s, three);
	story_go_on(&s, "o=$(git rev-parse HEAD~1:draft.md)\n"
	                "rm -f .git/objects/$(echo $o | cut -c1-2)/$(echo $o | cut -c3-)\n");
	const char *said = story_history(&s, "1", NULL);
	cr_expect(strstr(said, "is missing") && strstr(said, "draft.md"), "%s", said);
	story_end(&s);
}

Test(history, minds_no_clock)
{
	struct story s;
	story_begin(&s,
	        "printf '1. " A "\\n' >draft.md\nsave Chair 20 Start\n"
	        "printf '1. Also " A "\\n' >draft.md\nsave Japan 10 Also\n"
	        "git checkout -q -b side\n"
	        "printf '1. Also " A " Now.\\n' >draft.md\nsave Kenya 01 Now\n"
	        "git checkout -q main; printf '1. Also, " A "\\n' >draft.md\nsave Nepal 25 Comma\n"
	        "as Chair 05 git merge -q -m M side >/dev/null 2>&1 || true\n"
	        "printf '1. Also, " A " Now.\\n' >draft.md\nsave Chair 05 Merged\n");
	EXPECT(story_history(&s, "1", NULL), "1 edited 25 Nepal\n1 edited 1 Kenya\n"
	                                     "1 edited 10 Japan\n1 created 20 Chair\n");
	story_end(&s);
}

Test(history, of_ten_megabytes)
{
	struct story s;
	story_begin(&s,
	        "awk 'BEGIN { for (i = 1; i <= 100000; i++) printf \"%d. Paragraph %d of the long text, "
	        "which says what %d others do not say at all, in any way.\\n\\n\", i, i, i * 7 }' >draft.md\n"
	        "save Chair 01 Start\n"
	        "sed -i '99999s/not say/never say/' draft.md\nsave Japan 02 Edited\n");
	EXPECT(story_history(&s, "50000", NULL), "50000 edited 2 Japan\n50000 created 1 Chair\n");
	story_end(&s);
}

static bool stop(void *context, uint32_t done, uint32_t of)
{
	(void)done, (void)of;
	return ++*(int *)context < 2;
}

static bool count(void *context, uint32_t done, uint32_t of)
{
	cr_assert(done <= of);
	++*(int *)context;
	return true;
}

Test(history, reports_how_far_it_is_and_can_be_stopped)
{
	struct story s;
	int calls = 0;
	story_begin(&s, three);
	redline_history_query query = {.draft = "draft.md", .paragraph = {"1", 1},
	                               .progress = stop, .context = &calls};
	EXPECT(story_ask(&s, &query, NULL), "can't be done as asked: stopped");
	calls = 0;
	query.progress = count;
	EXPECT(story_ask(&s, &query, NULL), three_told);
	cr_expect(calls > 0);
	calls = 0;
	EXPECT(story_ask(&s, &query, NULL), three_told);
	cr_expect_eq(calls, 0); /* nothing is left to do */
	story_end(&s);
}
