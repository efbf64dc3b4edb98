/*
 * land_printed.c -- how the label of a new provision is written: in the numerals and with the
 * marks of its neighbours' (landing.h).
 */
#include "landing.h"

#include "base/bytes.h"
#include "fold.h"
#include "model/label.h"
#include "numeral.h"

/* A canonical label as printed: "59 bis". */
redline_bytes landing_printed_label(struct landing *n, redline_bytes canonical)
{
	redline_bytes base;
	int const suffix = landing_split_suffix(canonical, &base);
	if (suffix == -1)
		return canonical;
	redline_bytes const tail = {canonical.ptr + base.len, canonical.len - base.len};
	return landing_join3(n, base, LANDING_BLANK, tail);
}

/* Bytes of the character that Chinese writes behind an article's number, or 0. */
static uint32_t counted_unit(redline_bytes text, uint32_t at)
{
	unsigned size;
	if (at >= text.len || label_counter_unit(utf8_at(text, at, &size)) == REDLINE_LABEL_PLAIN)
		return 0;
	return size;
}

static redline_bytes written_number(struct landing *n, redline_bytes base, redline_bytes like)
{
	char buf[24];
	size_t const len = numeral_write(base, numeral_script_of(like), buf, sizeof buf);
	return len ? arena_copy(n->l->arena, (redline_bytes){buf, len}) : base;
}

/*
 * The label of Chinese numerals: "三" of "第三条" as "第四条", "第三条之二".  `after` is
 * where the text of the model goes on behind it; false where that can't be said.
 */
static bool chinese_label(struct landing *n, const redline_block *model, redline_bytes label,
                          redline_bytes *out, uint32_t *after)
{
	redline_bytes const t = n->l->text;
	redline_bytes base;
	uint32_t number_end = model->core.begin;
	unsigned size;
	int const suffix = landing_split_suffix(label, &base);
	while (number_end < model->core.end &&
	       numeral_script_of(bytes_in(t, (redline_range){number_end, model->core.end})) ==
	               NUMERAL_CHINESE) {
		(void)utf8_at(t, number_end, &size);
		number_end += size;
	}
	redline_bytes const number = written_number(n, base, bytes_in(t, model->core));
	if (suffix == -2 || (base.len && number.ptr == base.ptr))
		return false;
	uint32_t const unit = counted_unit(t, number_end);
	redline_bytes const unit_word = {t.ptr + number_end, unit};
	redline_bytes const bis = suffix < 0 ? LANDING_NOTHING : bytes_of(label_bis[suffix].chinese);
	*after = model->core.end;
	if (suffix < 0 && number_end == model->core.end) { /* the unit stays where it is */
		*out = number;
		return true;
	}
	if (number_end + unit > *after)
		*after = number_end + unit;
	*out = landing_join3(n, number, unit_word, bis);
	return true;
}

static bool begins_in_arabic(const struct landing *n, const redline_block *b)
{
	unsigned char const c =
		range_len(b->body) ? (unsigned char)n->l->text.ptr[b->body.begin] : 0;
	return c >= 0xD8 && c <= 0xDB;
}

/* "5 مكررا" */
static redline_bytes arabic_label(struct landing *n, const redline_block *model,
                                  redline_bytes label)
{
	redline_bytes base;
	int const suffix = landing_split_suffix(label, &base);
	redline_bytes const number = written_number(n, base, bytes_in(n->l->text, model->core));
	if (suffix == -1)
		return number;
	if (suffix < 0 || !label_bis[suffix].arabic)
		return landing_printed_label(n, label);
	return landing_join3(n, number, LANDING_BLANK, bytes_of(label_bis[suffix].arabic));
}

/* "40b)ter" beside "40b)bis": with the parenthesis that the model has before its bis. */
static bool parted_label(struct landing *n, const redline_block *model, redline_bytes label,
                         redline_bytes *out)
{
	redline_bytes const core = bytes_in(n->l->text, model->core);
	redline_bytes base;
	const char *mark = memchr(core.ptr, ')', core.len);
	int const suffix = landing_split_suffix(label, &base);
	if (!mark || suffix == -1)
		return false;
	size_t gap = 1;
	while (mark + gap < core.ptr + core.len && is_blank(mark[gap]))
		gap++;
	*out = landing_join3(n, base, (redline_bytes){mark, gap},
	                     (redline_bytes){label.ptr + base.len, label.len - base.len});
	return true;
}

/* The bis of a label in the script of the text, as "2之二" and "2 бис"; NULL: as in labels. */
static const char *native_bis(struct landing *n, const redline_block *model, int suffix,
                              bool *joined)
{
	unsigned size;
	uint32_t const cp = range_len(model->body) ? utf8_at(n->l->text, model->body.begin, &size) : 0;
	redline_bytes core, rest;
	*joined = is_unspaced_char(cp);
	if (*joined)
		return label_bis[suffix].chinese;
	bool const cyrillic = cp >= 0x400 && cp < 0x530;
	if (!cyrillic || !landing_own_label(n, landing_trimmed(n->m->new_words.words), &core, &rest))
		return NULL;
	(void)utf8_before(core, core.len, &size);
	return size > 1 ? label_bis[suffix].russian : NULL;
}

/* A label that is neither Chinese nor Arabic in its number. */
static redline_bytes plain_label(struct landing *n, const redline_block *model, redline_bytes label)
{
	redline_bytes base;
	bool joined = false;
	int const suffix = landing_split_suffix(label, &base);
	const char *bis = suffix >= 0 ? native_bis(n, model, suffix, &joined) : NULL;
	if (!bis)
		return landing_printed_label(n, label);
	return landing_join3(n, base, joined ? LANDING_NOTHING : LANDING_BLANK, bytes_of(bis));
}

/* "2o bis" beside "2o": the sign of the ordinal stands before the bis; false if there is none. */
static bool ordinal_label(struct landing *n, const redline_block *model, redline_bytes label,
                          redline_bytes *out, uint32_t *after)
{
	redline_bytes base;
	int const suffix = landing_split_suffix(label, &base);
	redline_bytes const rest =
		bytes_in(n->l->text, (redline_range){model->core.end, model->body.begin});
	uint32_t const size = label_ordinal_sign(rest, false);
	if (suffix < 0 || !size)
		return false;
	redline_bytes const number = landing_join3(n, base, (redline_bytes){rest.ptr, size},
	                                           LANDING_BLANK);
	*out = landing_join3(n, number, bytes_of(label_bis[suffix].label), LANDING_NOTHING);
	*after = model->core.end + size;
	return true;
}

redline_bytes landing_label_like(struct landing *n, const redline_block *model, redline_bytes label,
                                 uint32_t *after)
{
	redline_bytes printed;
	*after = model->core.end;
	if (ordinal_label(n, model, label, &printed, after))
		return printed;
	if (numeral_script_of(bytes_in(n->l->text, model->core)) == NUMERAL_CHINESE &&
	    chinese_label(n, model, label, &printed, after))
		return printed;
	if (parted_label(n, model, label, &printed))
		return printed;
	return begins_in_arabic(n, model) ? arabic_label(n, model, label)
	                                  : plain_label(n, model, label);
}

/* What stands before a block's body, with another numeral in its label. */
redline_bytes landing_prefix_with(struct landing *n, const redline_block *model,
                                  redline_bytes label)
{
	redline_bytes const t = n->l->text;
	if (model->kind == REDLINE_PARAGRAPH) {
		uint32_t indent = model->bytes.begin;
		while (indent < model->body.begin && is_blank(t.ptr[indent]))
			indent++;
		return bytes_in(t, (redline_range){model->bytes.begin, indent});
	}
	if (!range_len(model->core))
		return bytes_in(t, (redline_range){model->bytes.begin, model->body.begin});
	redline_bytes const before =
		bytes_in(t, (redline_range){model->bytes.begin, model->core.begin});
	uint32_t after;
	redline_bytes const printed = landing_label_like(n, model, label, &after);
	redline_bytes gap = bytes_in(t, (redline_range){after, model->body.begin});
	/* behind a number that stands alone on its line, nothing shows what parts it from text */
	if (!range_len(range_trim(t, model->body)) && gap.len && !is_space(gap.ptr[gap.len - 1]))
		gap = landing_join3(n, gap, LANDING_BLANK, LANDING_NOTHING);
	return landing_join3(n, before, printed, gap);
}
