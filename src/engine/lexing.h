/*
 * Inside the lexer: what lex.c and lex_solid.c share, and nobody else uses.
 *
 * What says false has found nothing at l->at, or memory is out; on true it has added
 * lexemes, and l->at is behind what they were made of.
 */
#ifndef RL_ENGINE_LEXING_H
#define RL_ENGINE_LEXING_H

#include "lex.h"
#include "base/vec.h"
#include "party.h"

#define NUMERALS_MAX 4096u /* in a sentence; each takes some hundred bytes */

struct lexer {
	const struct lang *lang;
	/* compiled, and not changed by use; borrowed ones of what is NULL here */
	struct rows *own_rows;
	struct parties *own_parties;
	struct word_lists *own_lists;
	const struct rows *rows;
	const struct parties *parties;
	const struct word_lists *lists;

	struct row_finder *finder;
	/* of the sentence lexed last */
	VEC(struct lexeme) lexemes;
	VEC(struct numeral) numerals;
	VEC(redline_range) groups;
	lex_classes classes;
	bool arrows;
};

/* A sentence on its way into lexemes. */
struct lexing {
	struct lexer *lexer;
	struct arena *arena;
	redline_bytes text;
	redline_range sentence;
	const struct quotes *quotes;
	uint32_t next_quote;
	uint32_t at;
};

static inline void lexing_push_at(struct lexing *l, struct lexeme x)
{
	l->lexer->classes |= LEX_BIT(x.cls);
	if (VEC_ROOM(&l->lexer->lexemes))
		l->lexer->lexemes.at[l->lexer->lexemes.len++] = x;
}

static inline void lexing_push(struct lexing *l, enum lex_class cls, int32_t value, uint32_t end)
{
	lexing_push_at(l, (struct lexeme){cls, value, {l->at, end}, NO_ROW});
	l->at = end;
}

static inline void lexing_push_row(struct lexing *l, const struct lang_row *row, uint32_t end)
{
	uint32_t const index = (uint32_t)(row - l->lexer->lang->rows);
	lexing_push_at(l, (struct lexeme){row->cls, row->value, {l->at, end}, index});
	l->at = end;
}

static inline bool lexing_push_numeral(struct lexing *l, const struct numeral *n, uint32_t end)
{
	struct numeral *slot = VEC_PUSH(&l->lexer->numerals);
	if (!slot)
		return false;
	*slot = *n;
	lexing_push(l, LEX_NUMERAL, (int32_t)(l->lexer->numerals.len - 1), end);
	return true;
}

/* The row whose wording begins at `at`; NULL if there is none. */
static inline const struct lang_row *lexing_row_at(struct lexing *l, uint32_t at, uint32_t *end)
{
	uint32_t const row = row_find(l->lexer->finder, l->text, at, l->sentence.end, end);
	return row == NO_ROW ? NULL : &l->lexer->lang->rows[row];
}

/* ---- lex_solid.c ---- */

/* "第59段", "第1、2和5段", "第二句": numbers and the unit behind them. */
bool lexing_counted(struct lexing *l);

/* "附件一": a number behind its unit, in characters. */
bool lexing_annex(struct lexing *l);

/* A Chinese character that no row knows, one word with those before it. */
bool lexing_character(struct lexing *l);

#endif
