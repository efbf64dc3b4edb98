/*
 * The time that a line of a chat or of minutes has before who speaks: "[10:42] Japan: ...",
 * "10:42 Japan: ...", "[29/11/2026, 10:42:07] Japan: ...".
 */
#ifndef RL_ENGINE_TURN_STAMP_H
#define RL_ENGINE_TURN_STAMP_H

#include <redline/base.h>

#include <stdint.h>

/* Where the words begin, behind the time, if there is one, and the blanks after it. */
uint32_t turn_stamp_end(redline_bytes text, redline_range words);

#endif
