/* What the operations of a record do, as operations.py has it, where they are of the commonest. */

#ifndef VISUALIZER_OPERATIONS_H
#define VISUALIZER_OPERATIONS_H

#include "records.h"

enum { MOST_ITEMS = 10000 };  /* visualizer/recorder/wire.py */

/* What is so after a step, beside objects and frames. */
typedef struct {
    int64_t highest, names, bytes, objects, out, err, thread;
    PyObject *codes, *locks;         /* dicts by number and serial */
    Py_ssize_t depth, low, touched;  /* frames; the fewest there were; from which on any changed */
    int64_t place[PLACE], value;
    Numbers freed, handed;
    Py_ssize_t appended_count;
} Now;

extern Now now;

static inline int is_name(int64_t number)
{
    return 0 <= number && number < now.names;
}

/* Do what the record says. Where that is not TAKEN a part of it may have been done. */
Outcome take_step(void);

#endif
