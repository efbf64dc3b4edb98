/*
 * lineage_passage.c -- words that come, and stood in a row elsewhere or before.  See
 * lineaging.h.
 *
 * A passage must say something to be taken for one that was there: "in accordance
 * with the Charter of the United Nations" is nine words, but only four that carry
 * weight, and anybody's.  And what was struck long ago is back only if it doesn't
 * stand in a parent: then it is rather a copy.
 *
 * A unit of such words that nothing was paired with is linked to where they stood.
 */
#include "engine/lineaging.h"

#include "lang/common.h"

enum {
	PASSAGE_HEAVY = 5,  /* words of a passage that are not "the", "of", ... */
	NEAR_WORDS = 3,     /* words of what moved inside a unit; */
	NEAR_ALONE = 2,     /* if nothing else was struck there, or came there; if neither, 1 */
	SEARCHES = 16,      /* of the parents' texts, in one step */
	LONG_WORDS = 16,    /* passages that are taken unsearched, after those */
	SEARCH_WORDS = 64,  /* words of a passage that are compared */
};

/* ---- runs of words that are nobody's ---- */

/* The next of come tokens [*at, end); false if there is no more. */
static bool next_run(struct lineage *l, uint32_t *at, uint32_t end)
{
	l->run.len = 0;
	for (; *at < end; ++*at) {
		bool const owned = l->come.origins[*at] != NOBODY;
		if (is_punctuation(l->come.memos[*at]))
			continue; /* it neither belongs to a run nor ends one */
		if (owned && l->run.len)
			return true;
		uint32_t *word = owned ? NULL : VEC_PUSH(&l->run);
		if (word)
			*word = *at;
	}
	return l->run.len;
}

static struct weight weigh(const struct step *s, const struct recall_match *m)
{
	struct weight w = {0};
	for (uint32_t i = m->begin; i < m->end; i++)
		weight_add(&w, s, s->l->run.at[i]);
	return w;
}

void weight_add(struct weight *w, const struct step *s, uint32_t come)
{
	bool const character = s->l->come.tokens.at[come].kind == TOKEN_CHARACTER;
	uint32_t const halves = character ? 1 : 2;
	w->halves += halves;
	w->heavy += common_word(come_bytes(s, come)) ? 0 : halves;
}

/* ---- crediting ---- */

/* Token `at` of a passage has come. */
static void credit(struct lineage *l, const struct passage *p, uint32_t at, uint32_t come)
{
	lineage_origin *origin = &l->come.origins[come];
	if (*origin != NOBODY)
		return;
	*origin = p->origins[at] | (p->kind != PASSAGE_GONE);
	if (p->kind == PASSAGE_GONE || p->kind == PASSAGE_BACK)
		l->gone.mates[p->first + at] = MATE_MOVED;
	else if (p->kind == PASSAGE_GHOST)
		l->ghosts.at[p->first + at].back = true;
}

/* Punctuation in front of a word goes with it, as far as it is the same; */
static void credit_before(struct lineage *l, const struct passage *p, uint32_t at, uint32_t come,
                          uint32_t begin)
{
	while (at > 0 && come > begin && is_punctuation(p->memos[at - 1]) &&
	       p->memos[at - 1] == l->come.memos[come - 1])
		credit(l, p, --at, --come);
}

/* and punctuation behind it. */
static void credit_behind(struct lineage *l, const struct passage *p, uint32_t at, uint32_t come,
                          uint32_t end)
{
	for (at++, come++; at < p->count && come < end && is_punctuation(p->memos[at]) &&
	     p->memos[at] == l->come.memos[come]; at++, come++)
		credit(l, p, at, come);
}

static void credit_match(struct lineage *l, const struct passage *p, const struct recall_match *m,
                         const struct target *target)
{
	uint32_t at = m->at;
	struct finding *found = p->kind == PASSAGE_GONE ? VEC_PUSH(&l->found) : NULL;
	if (found)
		*found = (struct finding){p->unit, m->end - m->begin};
	credit_before(l, p, at, l->run.at[m->begin], target->first);
	for (uint32_t i = m->begin; i < m->end; i++) {
		credit(l, p, at, l->run.at[i]);
		credit_behind(l, p, at, l->run.at[i], target->first + target->count);
		for (at++; at < p->count && !memo_is_word(p->memos[at]);)
			at++;
	}
}

/* ---- taking ---- */

static bool take_run(struct step *s, struct recall *r, const struct target *target,
                     passage_test *test)
{
	struct lineage *l = s->l;
	struct recall_text const text = {l->come.memos, l->run.at, (uint32_t)l->run.len};
	uint32_t from = 0;
	if (text.count < r->block)
		return true;
	if (!recall_index(r))
		return false;
	for (uint32_t at = 0; at + r->block <= text.count;) {
		struct recall_match match;
		if (!recall_find(r, &text, from, at, &match)) {
			at++;
			continue;
		}
		const struct passage *p = &r->passages.at[match.passage];
		at = match.end;
		if (test(s, p, &match)) {
			credit_match(l, p, &match, target);
			from = match.end;
		}
	}
	return !s->failed;
}

bool passage_take(struct step *s, struct recall *r, const struct target *target,
                  passage_test *test)
{
	uint32_t at = target->first;
	uint32_t const end = target->first + target->count;
	while (next_run(s->l, &at, end))
		if (!take_run(s, r, target, test))
			return false;
	return !s->l->run.failed;
}

/* ---- what was struck in this step ---- */

bool passage_add_struck(struct lineage *l, struct recall *r, uint32_t index, uint32_t least)
{
	const struct source *source = &l->sources.at[index];
	uint32_t const last = source->first + source->count;
	for (uint32_t begin = source->first, end; begin < last; begin = end + 1) {
		for (end = begin; end < last && l->gone.mates[end] == MATE_NONE;)
			end++;
		if (end - begin < least)
			continue;
		struct passage *p = recall_add(r);
		if (!p)
			return false;
		*p = (struct passage){
			.memos = l->gone.memos + begin, .origins = l->gone.origins + begin,
			.count = end - begin, .whole = !source_lives(source),
			.kind = source->parent == NONE ? PASSAGE_BACK : PASSAGE_GONE,
			.first = begin, .unit = index,
		};
	}
	return true;
}

bool passage_is_near(struct step *s, const struct passage *p, const struct recall_match *m)
{
	struct weight const w = weigh(s, m);
	uint32_t const words = m->end - m->begin;
	bool const all_come = words == s->l->run.len;
	bool const all_gone = p->kind != PASSAGE_GHOST && words == recall_words(p->memos, p->count);
	uint32_t const heavy = p->kind == PASSAGE_GHOST && !all_come ? 2 : 1;
	uint32_t const alone = all_come && all_gone ? 1 : NEAR_ALONE;
	uint32_t const least = all_come || all_gone ? alone : NEAR_WORDS;
	return w.halves >= 2 * least && w.heavy >= 2 * heavy;
}

static bool says_something(struct step *s, const struct recall_match *m)
{
	struct weight const w = weigh(s, m);
	return w.halves >= 2 * PASSAGE_WORDS && w.heavy >= 2 * PASSAGE_HEAVY;
}

static bool has_moved(struct step *s, const struct passage *p, const struct recall_match *m)
{
	(void)p;
	return says_something(s, m);
}

/* The source of more than half of all words, as a vote by weight finds it; or NULL. */
static struct source *main_source(struct lineage *l, uint32_t words)
{
	uint32_t leads = NONE, lead = 0, sum = 0;
	for (uint32_t i = 0; i < l->found.len; i++) {
		const struct finding *f = &l->found.at[i];
		if (f->source == leads) {
			lead += f->words;
		} else if (f->words > lead) {
			leads = f->source;
			lead = f->words - lead;
		} else {
			lead -= f->words;
		}
	}
	for (uint32_t i = 0; i < l->found.len; i++)
		sum += l->found.at[i].source == leads ? l->found.at[i].words : 0;
	return sum * 2 > words ? &l->sources.at[leads] : NULL;
}

/*
 * A new unit most of whose words stood in one that lives on is a part of it, split off,
 * wherever it stands: a heading may have come between.
 */
static void link_if_part(struct step *s, const struct target *target)
{
	struct lineage *l = s->l;
	const struct source *source =
	    main_source(l, recall_words(l->come.memos + target->first, target->count));
	if (!source || !source_lives(source) ||
	    s->side->units->at[target->unit].class != UNIT_TEXT ||
	    s->side->units->at[source->to].class != UNIT_TEXT)
		return;
	struct lineage_link *links = s->unit_links[source->parent];
	if (links[target->unit].begin < links[target->unit].end)
		return;
	for (uint32_t i = source->to; i < source->to_end; i++) {
		links[i].split = true;
		links[i].same = false;
	}
	links[target->unit] = (struct lineage_link){.begin = source->begin, .end = source->end,
	                                            .split = true};
}

bool lineage_move_passages(struct step *s)
{
	struct lineage *l = s->l;
	recall_clear(&l->here);
	for (uint32_t i = 0; i < l->sources.len; i++)
		if (!passage_add_struck(l, &l->here, i, PASSAGE_WORDS))
			return false;
	for (size_t i = 0; l->here.passages.len && i < l->targets.len; i++) {
		l->found.len = 0;
		if (!passage_take(s, &l->here, &l->targets.at[i], has_moved) || l->found.failed)
			return false;
		link_if_part(s, &l->targets.at[i]);
	}
	return true;
}

/* ---- parts that were edited when they were split off ---- */

/* Takes nothing, and notes what could be taken. */
static bool note_near(struct step *s, const struct passage *p, const struct recall_match *m)
{
	struct finding *found = passage_is_near(s, p, m) ? VEC_PUSH(&s->l->found) : NULL;
	if (found)
		*found = (struct finding){p->unit, m->end - m->begin};
	return false;
}

/* A unit beside one that lost words: most of its own must be some of those. */
static bool take_edited(struct step *s, uint32_t index, const struct target *target)
{
	struct lineage *l = s->l;
	uint32_t const words = recall_words(l->come.memos + target->first, target->count);
	l->found.len = 0;
	if (!passage_take(s, &l->near, target, note_near) || l->found.failed)
		return false;
	if (main_source(l, words) != &l->sources.at[index])
		return true;
	l->found.len = 0;
	if (!passage_take(s, &l->near, target, passage_is_near) || l->found.failed)
		return false;
	link_if_part(s, target);
	return true;
}

/* The next unit of text from `unit` on that has no parent's, as a target; or NULL. */
static const struct target *free_target(const struct step *s, const struct source *source,
                                        uint32_t unit, bool backwards)
{
	const struct units *units = s->side->units;
	while (unit < units->count && units->at[unit].class != UNIT_TEXT)
		unit += backwards ? UINT32_MAX : 1; /* from 0 it goes past the end */
	if (unit >= units->count || s->target_of[unit] == NONE)
		return NULL;
	const struct lineage_link *link = &s->unit_links[source->parent][unit];
	return link->begin < link->end ? NULL : &s->l->targets.at[s->target_of[unit]];
}

bool lineage_take_edited_parts(struct step *s)
{
	struct lineage *l = s->l;
	for (uint32_t i = 0; i < l->sources.len; i++) {
		const struct source *source = &l->sources.at[i];
		if (!source_lives(source) || source->parent == NONE)
			continue;
		const struct target *const beside[] = {
			free_target(s, source, source->to - 1, true),
			free_target(s, source, source->to_end, false),
		};
		recall_clear(&l->near);
		if ((beside[0] || beside[1]) && !passage_add_struck(l, &l->near, i, l->near.block))
			return false;
		for (size_t k = 0; k < 2 && l->near.passages.len; k++)
			if (beside[k] && !take_edited(s, i, beside[k]))
				return false;
	}
	return true;
}

/* ---- what was buried ---- */

/* Words of the run in a row. */
struct phrase {
	const uint32_t *words;
	uint32_t count;
};

static redline_bytes longest_word(const struct step *s, const struct phrase *phrase)
{
	redline_bytes longest = {"", 0};
	for (uint32_t i = 0; i < phrase->count; i++) {
		redline_bytes const word = come_bytes(s, phrase->words[i]);
		if (word.len > longest.len)
			longest = word;
	}
	return longest;
}

/* Where the word next stands in a text, at or behind `at`; the text's length if nowhere. */
static size_t find_bytes(redline_bytes text, redline_bytes word, size_t at)
{
	while (at + word.len <= text.len) {
		const char *hit = memchr(text.ptr + at, word.ptr[0], text.len - at - word.len + 1);
		if (!hit)
			break;
		at = (size_t)(hit - text.ptr);
		if (memcmp(hit, word.ptr, word.len) == 0)
			return at;
		at++;
	}
	return text.len;
}

/* The unit that holds byte `at`, or the last one before it. */
static uint32_t unit_at(const struct units *u, size_t at)
{
	uint32_t low = 0, high = u->count;
	while (high - low > 1) {
		uint32_t const middle = low + (high - low) / 2;
		if (u->at[middle].text.begin <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static bool stands_at(const struct step *s, const struct units *u, uint32_t unit, uint32_t token,
                      const struct phrase *phrase)
{
	const struct token *tokens = unit_tokens(u, unit);
	const uint64_t *hashes = unit_hashes(u, unit), *wanted = s->l->come.tokens.hash;
	for (uint32_t k = 0; k < phrase->count; token++) {
		if (token == u->at[unit].count)
			return false;
		if (!token_counts(tokens[token]))
			continue;
		if (hashes[token] != wanted[phrase->words[k++]])
			return false;
	}
	return true;
}

static bool stands_in_unit(struct step *s, struct units *u, uint32_t unit,
                           const struct phrase *phrase)
{
	units_read(u, unit);
	s->failed |= u->tokens.failed;
	for (uint32_t i = 0; !s->failed && i < u->at[unit].count; i++)
		if (token_counts(unit_tokens(u, unit)[i]) && stands_at(s, u, unit, i, phrase))
			return true;
	return false;
}

/* Looks for the longest word as it is written, and for the rest of the phrase there. */
static bool stands_in(struct step *s, struct units *u, const struct phrase *phrase)
{
	redline_bytes const word = longest_word(s, phrase);
	size_t at = u->count ? 0 : u->text.len;
	while ((at = find_bytes(u->text, word, at)) < u->text.len) {
		uint32_t const unit = unit_at(u, at);
		if (stands_in_unit(s, u, unit, phrase))
			return true;
		size_t const past = u->at[unit].text.end;
		at = past > at ? past : at + 1;
	}
	return false;
}

static bool is_back(struct step *s, const struct passage *p, const struct recall_match *m)
{
	uint32_t const words = m->end - m->begin;
	struct phrase const phrase = {s->l->run.at + m->begin,
	                              words < SEARCH_WORDS ? words : SEARCH_WORDS};
	(void)p;
	if (!says_something(s, m))
		return false;
	if (s->searches++ >= SEARCHES)
		return words >= LONG_WORDS;
	for (uint32_t i = 0; i < s->parent_count; i++)
		if (stands_in(s, s->parents[i].units, &phrase))
			return false;
	return true;
}

bool lineage_return_passages(struct step *s)
{
	struct lineage *l = s->l;
	bool const may = s->parent_count && l->buried.passages.len;
	for (size_t i = 0; may && i < l->targets.len; i++)
		if (!passage_take(s, &l->buried, &l->targets.at[i], is_back))
			return false;
	return true;
}
