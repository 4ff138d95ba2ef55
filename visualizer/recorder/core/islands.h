/* What nothing but a cycle keeps alive.

   Only what has lost a reference can have become so. First a way to a name is looked for, back by who
   led to it last; where none is found the collector's own method decides (Python/gc.c,
   deduce_unreachable), for what hangs together with it alone: references from within are taken from the
   counts, and what has none left is held by nothing else. */

#ifndef VISUALIZER_ISLANDS_H
#define VISUALIZER_ISLANDS_H

#include "table.h"

/* This object has lost a reference. */
void islands_ask(Index index);

/* A container has let go of this object. */
void islands_cut(Index index);

/* Something of an island may have been found again. */
void islands_look_again(void);

/* Tell what has become, or is no longer, unreachable. */
void islands_settle(void);

void islands_forget(void);

#endif
