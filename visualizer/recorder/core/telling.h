/* What a step has found so far, and its record. */

#ifndef VISUALIZER_TELLING_H
#define VISUALIZER_TELLING_H

#include "steps.h"

/* visualizer/recorder/wire.py; the events are steps.py's */
enum { STEP = 3, POP = 5, PUSH = 6, STEP_LINE = 7, LOCALS = 8, OBJECT = 10, SPLICE = 12, COUNT = 13,
       SIZE = 14, FREED = 16, VALUE = 17, BIND = 23, REBOUND = 24, RUNS = 27, HELD_BY = 28, OPERANDS = 31,
       SCALAR = 1, EVENT_CALL = 0, EVENT_LINE = 1, EVENT_RETURN = 2 };

#define MOST_SEEN 96            /* objects that are looked at in a step, and references that go */
#define MOST_TEXT (MOST_BOUND * (LONGEST_TEXT + 32))

typedef struct {
    Thing *seen[MOST_SEEN], *fresh[MOST_BOUND], *dying[MOST_SEEN], *released[MOST_SEEN];
    int seen_count, fresh_count, dying_count, released_count;
} Found;

extern Found found;
extern Record record;

/* The head of the step, with which its record begins. */
void tell_step(int64_t event, const Frame *frame, int64_t line);

/* An operation that speaks of a frame: it, the thread, and how deep the frame is. */
void tell_where(int64_t operation, const Frame *frame);

/* All that is known by now of what has died, changed and come, and of the frame that has returned. */
void tell_all(void);

/* What all names of a frame refer to; what is known to lie on its stack. */
void tell_locals(const Frame *frame);
void tell_operands(Frame *frame);

/* A new object: its facts, and that there is text of it. It must have been entered. */
void tell_new(const Thing *thing);
void tell_text(const Thing *thing);

/* Know one that is new, forget those that die. */
void enter(Thing *thing);
void bury(void);

/* The record is whole. */
void write_step(void);

#endif
