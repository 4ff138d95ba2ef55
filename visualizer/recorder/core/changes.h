/* What a line has changed that was looked ahead at: read again behind it, and told. */

#ifndef VISUALIZER_CHANGES_H
#define VISUALIZER_CHANGES_H

#include "ahead.h"
#include "ring.h"

typedef struct {
    int place;
    Thing *thing;
} Bound;

/* A reference that is another now. */
typedef struct {
    const Change *change;
    Thing *receiver, *old, *value;
    int64_t *words;             /* of the receiver's content */
} Changed;

typedef struct {
    Changed all[MOST_CHANGES];
    int count;
    Py_ssize_t numbers;         /* that it takes to tell them, at most */
} Changes;

/* What steps.c does for all steps. */
Thing *look(PyObject *object);
int release(Thing *thing);

/* Read what stands now where the line replaced references; 0 where that is for the scan. */
int read_changes(Changes *changes);

/* Whether all that the line let go of, and that lives, is still reached. ``released`` is what lost
   references; the names are not bound yet, nor is what has changed taken over. */
int are_reached(Frame *frame, const Bound *bound, int count, const Changes *changes,
                Thing *const *released, int released_count);

/* Tell what has changed, and know it from now on. */
void tell_changes(Record *record, const Changes *changes);

#endif
