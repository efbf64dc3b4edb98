/*
 * Words that dates are written with, of every language at once: whoever cuts a
 * text into words doesn't know its language, nor need a draft have only one.
 */
#ifndef RL_LANG_DATES_H
#define RL_LANG_DATES_H

#include "base/bytes.h"

/*
 * The name of a month as a date has it, or its English short form?  Case aside,
 * but for Cyrillic; accents may be composed or not.
 */
bool date_is_month(redline_bytes word);

/* "de", "of": may stand before the month, and before the year? */
bool date_links(redline_bytes word);

/* "st", "er": may follow the day's figures at once? */
bool date_ends_day(redline_bytes word);

#endif
