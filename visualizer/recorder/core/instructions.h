/* Single instructions of a line that is looked ahead at: what they would leave on the stack, which names
   they bind, and which references they replace. */

#ifndef VISUALIZER_INSTRUCTIONS_H
#define VISUALIZER_INSTRUCTIONS_H

#include "ahead.h"
#include "reckoning.h"

#define MOST_STACK 12

/* A line that is gone through: its stack above what lay there before, and what it has replaced. */
typedef struct {
    Frame *frame;
    PyCodeObject *code;
    Datum stack[MOST_STACK], bound[MOST_BOUND], stored[MOST_CHANGES];
    uintptr_t unbound[MOST_BOUND];   /* what the names that it binds referred to before */
    int height, is_left;
    int places[MOST_BOUND], bound_count;
} Run;

/* What it does; 0 where that cannot be known without running it. */
int do_instruction(Run *run, int opcode, int argument);

/* Whether a conditional jump jumps. */
enum { ON, JUMPS, FAILS };
int is_taken(Run *run, int opcode);

/* Push what the iterator of the loop gives next, or find that it is at its end; 0 as above. */
int next_of(Run *run, int *is_over);

#endif
