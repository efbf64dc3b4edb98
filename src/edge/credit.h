/*
 * How a revision is named to people and to programs: its day, who made it, its
 * short id, and why.  Everything is appended to a buf; a revision's own words are
 * not made safe for a terminal (the writers do that).
 */
#ifndef RL_EDGE_CREDIT_H
#define RL_EDGE_CREDIT_H

#include <redline/store.h>

#include "base/buf.h"

/* 2020-11-18, by the person's own clock. */
void credit_day(struct buf *b, const redline_person *person);
/* 2020-11-18T10:30:00+09:00; in UTC with a Z. */
void credit_time(struct buf *b, const redline_person *person);

/* 9f2c1e7, or "9f2c1e7 Rev.1" if it has a name of its own. */
void credit_id(struct buf *b, const redline_revision *revision);

/* The author; "nobody" if the name is empty. */
redline_bytes credit_who(const redline_revision *revision);

/* The trailer "Reason"; else, if nobody gave one, the message's subject. */
redline_bytes credit_why(const redline_revision *revision);

#endif
