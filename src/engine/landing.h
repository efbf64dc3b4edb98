/*
 * Inside landing: what land.c, landing.c and the files land_*.c share, and nobody
 * else uses.  One landing is one amendment on its way onto the draft.
 *
 * A function that says false has refused the amendment (and reported why) or
 * ran out of memory; its caller then just says false, too.
 */
#ifndef RL_ENGINE_LANDING_H
#define RL_ENGINE_LANDING_H

#include "land.h"

#define AREAS_MAX      32
#define SHOWN_MATCHES  8u
#define HINT_BYTES_MAX (16u << 20)

struct landing {
	struct lander *l;
	const redline_amendment *m;
	uint32_t statement, cause;
	edit_list *edits;
	struct area areas[AREAS_MAX];
	uint32_t area_count;
	struct area target; /* of the one place that `targets` names, if it does */
	bool has_target;
	struct area excepted[AREAS_MAX]; /* nothing is changed there */
	uint32_t excepted_count;
	bool refused;
};

/* Some text for the spaces between. */
#define LANDING_BLANK   ((redline_bytes){" ", 1})
#define LANDING_NOTHING ((redline_bytes){"", 0})

/* ---- landing.c: edits and refusals ---- */

redline_spot landing_at_words(const struct landing *n, const redline_operand *operand);
redline_spot landing_at_instruction(const struct landing *n);
redline_spot landing_in_draft(redline_range range);
bool landing_refuse(struct landing *n, const char *code, redline_spot spot, const char *message);
/* The same of the instruction, because what it names is not there. */
bool landing_say_not_there(struct landing *n, const char *message);
void landing_add_edit(struct landing *n, redline_range core, redline_range range,
                      redline_bytes words);
void landing_add_plain(struct landing *n, redline_range range, redline_bytes words);
redline_bytes landing_join3(struct landing *n, redline_bytes a, redline_bytes b, redline_bytes c);

/* ---- land_item.c ---- */

/* Refuses what stands behind a number that an item of its place has, too.  False then, or if
 * memory is out. */
bool landing_is_no_item(struct landing *n);

/* ---- land_blank.c ---- */

/* Refuses new words that only hold a place for some, and warns of what has a blank.  False
 * then. */
bool landing_has_words(struct landing *n);

/* ---- land_text_named.c ---- */

/* Refuses an amendment of a text that the draft is not, and warns if it may not be.  False
 * then. */
bool landing_is_of_text(struct landing *n);

/* ---- land_rival.c ---- */

/* From here on the amendment's place is the one that has its words, if it was only spoken of and
 * another held.  False, refused, if both have them, or memory is out. */
bool landing_settles_rival(struct landing *n);

/* ---- land_under.c ---- */

/* From here on the amendment's places are below the heading it is made under, if the draft has
 * one.  False if memory is out. */
bool landing_goes_below(struct landing *n);

/* ---- land_text.c: text around a place, and words that come ---- */

/* Does a blank stay before the words that go, since an act is carried out to the letter, and
 * quotes none with them? */
bool landing_keeps_blank(const struct landing *n);

redline_bytes landing_trimmed(redline_bytes words);
redline_bytes landing_with_eol(struct landing *n, redline_bytes words);
uint32_t landing_char_before(const struct landing *n, uint32_t at, uint32_t from);
uint32_t landing_char_at(const struct landing *n, uint32_t at, uint32_t end);
bool landing_is_closing_mark(uint32_t cp);
bool landing_is_opening_mark(uint32_t cp);
redline_range landing_body_of(const struct landing *n, uint32_t at);
uint32_t landing_marks_before(const struct landing *n, uint32_t at, uint32_t from);
uint32_t landing_marks_after(const struct landing *n, uint32_t at, uint32_t end);
redline_range landing_whole_emphasis(const struct landing *n, redline_range r, bool goes);
uint32_t landing_space_begin(const struct landing *n, uint32_t at, uint32_t from);
uint32_t landing_space_end(const struct landing *n, uint32_t at, uint32_t end);
/* Where the empty lines before block `at` begin, at `from` at the earliest; and where those
 * from block `at` on end, at `end` at the latest. */
uint32_t landing_blanks_begin(const struct landing *n, uint32_t at, uint32_t from);
uint32_t landing_blanks_end(const struct landing *n, uint32_t at, uint32_t end);
redline_range landing_tidy_deletion(const struct landing *n, redline_range r);
bool landing_looks_like_sentence(redline_bytes words);
/* What parts a sentence from the text before it: a blank, or nothing in a script that has
 * none. */
redline_bytes landing_gap(redline_bytes before);
/* Do dots stand by themselves in it: "The Group ... the matter."? */
bool landing_leaves_out(redline_bytes words);
/* Nothing but one mark: ".", ";". */
bool landing_is_mark(redline_bytes words);
bool landing_ends_with_stop(redline_bytes words);
bool landing_ends_with_mark(redline_bytes words);
redline_bytes landing_without_stop(redline_bytes words);
redline_bytes landing_new_words(struct landing *n, redline_bytes old);
redline_bytes landing_capitalized(struct landing *n, redline_bytes words);
void landing_warn_hidden(struct landing *n, redline_bytes words, redline_spot spot);

/* ---- land_pick.c: the words that an operand means ---- */

redline_range landing_search_range(const struct landing *n, const struct area *area);
bool landing_search_words(struct landing *n, const redline_operand *o, const struct area *area,
                          uint32_t most, struct matches *found);
bool landing_pick_words(struct landing *n, const redline_operand *o, const struct area *area,
                        redline_occurrence occurrence, struct matches *found);
bool landing_pick_target(struct landing *n, const struct area *area, struct matches *found);
/* Keeps the match that stands at the start or the end of the area, if one does. */
void landing_keep_edge(struct landing *n, const struct area *area, redline_where where,
                       struct matches *found);

/* ---- land_say.c: what is said of words that are not clear; false, to be handed on ---- */

bool landing_say_absent(struct landing *n, const redline_operand *o, const struct area *area);
/* Of the words that a range runs through. */
bool landing_say_not_after(struct landing *n, const redline_operand *o, const struct area *area);
bool landing_say_repeated(struct landing *n, const redline_operand *o, const struct area *area,
                          const struct matches *found);
/* They do not stand there as often as is said. */
bool landing_say_count(struct landing *n, const redline_operand *o, const struct area *area,
                       const struct matches *found, const char *want);
/* Where they stand, as notes. */
void landing_note_matches(struct landing *n, const struct matches *found);

/* ---- land_capital.c ---- */

/* Tells of a capital that words for what goes, or without any, leave out of its place. */
void landing_warn_capitals(struct landing *n, redline_range gone, redline_bytes words);

/* ---- land_hyphen.c ---- */

/*
 * Words that stand nowhere as quoted, as they stand without the hyphens of a page's line
 * ends: the one match, or none.  More than one is refused.
 */
bool landing_pick_joined(struct landing *n, const redline_operand *o, const struct area *area,
                         struct matches *found);

/* ---- land_words.c ---- */

bool landing_substitute_in(struct landing *n, const struct area *area);
bool landing_delete_in(struct landing *n, const struct area *area);

/* Would nothing but marks and references to footnotes be left of the provision: "[.]"? */
bool landing_leaves_no_word(const struct landing *n, redline_range r);

/* A paragraph that is quoted in full goes as a whole, if it has no number, or the amendment
 * says that it may be one; false, with nothing done, if this is none such. */
bool landing_delete_quoted(struct landing *n, redline_range r);

/* A comma, full stop, semicolon or colon, of any script? */
bool landing_is_stop(uint32_t cp);

/* What goes at r for new words: with the blank before it, if they begin with a comma. */
redline_range landing_without_blank(const struct landing *n, redline_range r,
                                    redline_bytes words);

/* The words end with a stop, and another one follows at `at`: a warning. */
void landing_warn_doubled(struct landing *n, uint32_t at, redline_range body,
                          redline_bytes words);

/* Refuses, because the new words stand there already. */
bool landing_say_stand_there(struct landing *n);

/* ---- land_insert.c ---- */

bool landing_wants_space_before(redline_bytes words);
bool landing_wants_space_after(redline_bytes words);
uint32_t landing_closing_begin(const struct landing *n, redline_range r, bool *stop);
bool landing_edge_text(struct landing *n, const struct area *area, redline_range *r);
bool landing_insert_in(struct landing *n, const struct area *area);

/* ---- land_brackets.c ---- */

bool landing_bracket_in(struct landing *n, const struct area *area);
bool landing_unbracket_in(struct landing *n, const struct area *area);

/* ---- land_extent.c ---- */

/*
 * The words found at *r and what goes with them: "all that follows through ...".
 * `words` are the new ones, or empty.
 */
bool landing_extend(struct landing *n, const struct area *area, redline_bytes words,
                    redline_range *r);

/* Takes out the matches that stand where nothing is to be changed. */
void landing_keep_exceptions(const struct landing *n, struct matches *found);

/* ---- land_marked.c ---- */

/* Words that show their change (marked.h), onto the text that they restate. */
bool landing_marked(struct landing *n, const struct area *area, redline_bytes words);

/* ---- land_provisions.c ---- */

bool landing_rewrite_in(struct landing *n, const struct area *area);
bool landing_delete_unit(struct landing *n, const struct area *area);
/* Blocks [first, end) with the empty line that set them apart; a footnote with its references. */
void landing_delete_blocks(struct landing *n, uint32_t first, uint32_t end);

/* ---- land_additions.c ---- */

bool landing_add_in(struct landing *n, const struct area *area);

/* The last of those that were inserted after a provision and come before `label`; or itself. */
uint32_t landing_past_inserted(const struct landing *n, uint32_t block, redline_bytes label);
bool landing_find_spot(struct landing *n, const struct area *area, struct addition *a);

/* What the labels of that unit call themselves; plain if they don't. */
redline_label_unit landing_label_unit_of(redline_unit unit);
/* The text, with the line ends that it needs there, as an edit. */
void landing_put_lines(struct landing *n, const struct addition *a, redline_bytes lines);
/* Do neighbours of this kind stand apart by an empty line? */
bool landing_stands_apart(const struct landing *n, uint32_t block, uint32_t end);
bool landing_ends_line(const struct landing *n, uint32_t at);
void landing_touch(struct landing *n, uint32_t block);

/* ---- land_parts.c ---- */

/* The amendment with its wording in parts, if it has several provisions whose numbers tell where
 * each of them goes; else the amendment itself. */
const redline_amendment *landing_taken_apart(struct landing *n);

/* ---- land_order.c ---- */

/* Where its number puts the new provision among those of the place, though the one before it is
 * not there; false, with nothing said, if it does not tell. */
bool landing_spot_in_order(struct landing *n, const struct area *area, struct addition *a);

/* ---- land_stops.c ---- */

/* Is the wording a full stop, comma, semicolon or colon, called by its name? */
bool landing_is_named_mark(const redline_operand *o);

/* Does no word follow it in the area, as after a full stop "at the end"? */
bool landing_is_last_stop(const struct landing *n, const struct area *area, redline_range mark);

/* Where it stands in the area, but for those of numbers and abbreviations; unless there are
 * more than a few hundred and than `most`. */
bool landing_search_mark(struct landing *n, const redline_operand *o, const struct area *area,
                         uint32_t most, struct matches *found);

/* "Strike the period and insert “; and”": of several, the one that the item ends with. */
void landing_keep_item_end(struct landing *n, const redline_operand *o, const struct area *area,
                           struct matches *found);

/* ---- land_stack.c ---- */

/*
 * Marks the edit that has just brought new provisions in, the last of them labelled `last`,
 * so that others of the same speaker may come in at that point, too.
 */
void landing_stack(struct landing *n, const struct addition *a, redline_bytes last);

/* ---- land_layout.c ---- */

/*
 * The words of a provision that comes to stand beside block `model`, or in its place, at
 * `indent` and behind `prefix` (its number): the provisions inside get the indents that
 * they have here.
 */
redline_bytes landing_laid_out(struct landing *n, uint32_t model, uint32_t indent,
                               redline_bytes prefix, redline_bytes words);
/* Columns from a provision to those in it: as in `model` if it has any, else as anywhere. */
uint32_t landing_step(const struct landing *n, uint32_t model);

/* ---- land_labels.c ---- */

/*
 * New wording read as a draft of its own, for whoever wants to know what provisions it
 * holds; to be freed by the caller.  NULL where it is no text.  NULL, too, where memory
 * has run out: the arena has failed then, so that what is decided without it goes nowhere.
 */
redline_draft *landing_read(struct landing *n, redline_bytes words);

/* Labels in canonical form: "59bis" of "59 bis". */
redline_bytes landing_canonical_label(struct landing *n, redline_bytes core);
bool landing_has_label(const struct landing *n, uint32_t block, redline_bytes label);

/* Is it the other number, or one beside it, with a letter or two: "2A" of "2", "2B" of "2A"? */
bool landing_is_lettered(redline_bytes number, redline_bytes other);

/* Such a number at the beginning of a wording, which for a draft would be none: "2A Refunds". */
bool landing_lettered_label(redline_bytes words, redline_bytes other, redline_bytes *core,
                            redline_bytes *rest);

/* Leading label of a wording: "59 bis. States ..." has "59 bis" and the rest. */
bool landing_own_label(struct landing *n, redline_bytes words, redline_bytes *core,
                       redline_bytes *rest);

/*
 * What is left behind such a label, without the dash that parts them in the statement
 * ("Art. 3 bis. – The Parties pay."), unless `model` has one there, too.
 */
redline_bytes landing_without_dash(const struct landing *n, uint32_t model, redline_bytes rest);

/*
 * The same without the labels that a block has already: "(2) ..." or "(a)(2) ..." for
 * subsection (a)(2).  False if the words carry others; without any they stay as they are.
 */
bool landing_without_labels(struct landing *n, uint32_t block, redline_bytes words,
                            redline_bytes *rest);

/*
 * "59bis" -> "59" and 0, the number of its suffix; "59" -> "59" and -1; "59alt" ->
 * -2.  And back, for the suffixes 0 to 6, bis to octies.
 */
int landing_split_suffix(redline_bytes label, redline_bytes *base);
redline_bytes landing_suffixed(struct landing *n, redline_bytes base, unsigned suffix);

/* ---- land_next_label.c ---- */

/* "(b-1)" comes after "(b)", "(3A)" after "(3)", "(A-ii)" after "(A)": the base of such a
 * label, or nothing. */
redline_bytes landing_inserted_base(redline_bytes label);
/* Was it inserted after `base`, or after what was: "2A-i", "2A" and "2", each under "2"? */
bool landing_is_inserted_under(redline_bytes label, redline_bytes base);
/* The order of labels with one base: "b-2" before "b-10", "6C-i" before "6D". */
bool landing_comes_before(redline_bytes a, redline_bytes b);

/* The numeral after a canonical one: "6" after "5", "d" after "c"; empty if unclear. */
redline_bytes landing_label_after(struct landing *n, redline_bytes core, redline_numeral numeral);
/* The same after a new provision's: "59ter" after "59bis", too. */
redline_bytes landing_label_after_new(struct landing *n, redline_bytes label,
                                      const redline_block *model);
/* The same after a block's own; and is `label` just that? */
redline_bytes landing_next_label(struct landing *n, uint32_t block);
bool landing_label_follows(struct landing *n, uint32_t block, redline_bytes label);

/* The label that the new provision gets where none was given. */
bool landing_choose_label(struct landing *n, struct addition *a);
bool landing_label_is_free(struct landing *n, const struct addition *a);

/* ---- land_printed.c ---- */

/* A canonical label as printed: "59 bis". */
redline_bytes landing_printed_label(struct landing *n, redline_bytes canonical);
/* The same in the numerals of a block's label, "第三条之二" and "٥ مكررا"; `after` is where the
 * text goes on behind what it stands in for. */
redline_bytes landing_label_like(struct landing *n, const redline_block *model,
                                 redline_bytes label, uint32_t *after);
/* What stands before a block's body, with another numeral in its label. */
redline_bytes landing_prefix_with(struct landing *n, const redline_block *model,
                                  redline_bytes label);

/* ---- land_notes.c ---- */

bool landing_add_note(struct landing *n, const struct area *area);
/* The footnote that hangs on words that go, and its references; false if there is none. */
bool landing_delete_note(struct landing *n, redline_range *words);
/* The one footnote that is referred to in text which goes as a whole; not the reference. */
bool landing_delete_note_of(struct landing *n, redline_range gone);
/* References "[^3]" to a footnote that goes. */
void landing_delete_references(struct landing *n, const redline_block *note);

/* ---- land_table.c ---- */

bool landing_add_row(struct landing *n, const struct area *area);
bool landing_delete_table_part(struct landing *n, const struct area *area);
/* Keeps the matches that stand in the area's column, if it is one. */
void landing_keep_column(const struct landing *n, const struct area *area, struct matches *found);

/* ---- land_sections.c ---- */

/* The block after a provision or section, without what only stands at its end. */
uint32_t landing_end_of(const struct landing *n, uint32_t block);
bool landing_rewrite_section(struct landing *n, const struct area *area);
bool landing_add_section(struct landing *n, struct addition *a);
/* The words of a heading without the number it has already, "Fees" of "§ 4 Fees"; false if
 * the number is another one. */
bool landing_heading_without_label(struct landing *n, uint32_t block, redline_bytes *words);

/* A new heading where the others have numbers: what stands before its words. */
bool landing_numbered_heading(struct landing *n, uint32_t model, redline_bytes words,
                              redline_bytes *prefix, redline_bytes *heading);

/* ---- land_earlier.c ---- */

/*
 * The one case where an amendment meets another's result unasked: the words stand nowhere in
 * the place, but in what the same proposer's earlier amendment brings in there, once.  False if
 * memory is out; *done if that was it.
 */
bool landing_amend_earlier(struct landing *n, const struct area *area, bool *done);

/* Changes what the proposal that it names brings in. */
bool landing_amend_proposal(struct landing *n);

/* ---- land_move.c ---- */

bool landing_move(struct landing *n);

/* ---- land_join.c ---- */

bool landing_split(struct landing *n);
bool landing_merge(struct landing *n);

/* ---- land_number.c ---- */

bool landing_renumber(struct landing *n);
/* This number, printed as the provision's own is, and noted for whoever names it by that. */
bool landing_give_number(struct landing *n, uint32_t block, redline_bytes label);

/* ---- land_inside.c: numbers inside of a text that has had none ---- */

bool landing_designate(struct landing *n, const struct area *area);
/* Behind the provision or text to which the statement itself gives the number before
 * a->label; false where there is none, or more than one. */
bool landing_follow_given(struct landing *n, const struct area *area, struct addition *a);
/* Does the statement give this provision another number than it has? */
bool landing_gives_up(const struct landing *n, uint32_t block);
/* "    (1) ": what stands before a text so numbered. */
redline_bytes landing_inner_prefix(struct landing *n, uint32_t indent, redline_bytes label);
/* Has the draft two numbers in one line, "(c)(1) ..."? */
bool landing_joins_numbers(const struct landing *n);
/* Do words go on in a new line, so that no blank is wanted before them? */
bool landing_begins_line(redline_bytes words);

#endif
