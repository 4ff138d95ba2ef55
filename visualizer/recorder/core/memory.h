/* The memory of the program seen from outside: who dies, and where the recorder's own things lie.

   A hook in the allocator of objects tells when a block goes back, the reference tracer when an object
   is made; ``object_gone`` is called for an object that is known and is no more (table.c). What the
   recorder allocates while it runs Python code comes from memory of its own. */

#ifndef VISUALIZER_MEMORY_H
#define VISUALIZER_MEMORY_H

#include "interpreter.h"

typedef uint32_t Index;  /* of a row in the table; 0 is none */

/* Where the row of the object at an address is noted; NULL where no object near it is known and none
   is to be noted, or memory is short. */
Index *cell_of(const void *address, int is_to_be_made);

int memory_begin(void);
void memory_end(void);  /* no object is told any more; blocks still go back where they came from */

/* Whether the tracer is still ours: ``tracemalloc.start()`` takes it away. */
int are_births_seen(void);

/* Between these Python code of the recorder runs in a house of its own: its memory, free lists,
   containers and interned text are apart from the program's, no signal handler and no audit hook is
   called, the collector rests, and no other thread takes its turn. */
void house_enter(void);
void house_leave(void);

#endif
