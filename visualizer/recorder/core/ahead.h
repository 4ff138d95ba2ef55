/* What the line that is about to run will change, worked out before it runs.

   Its instructions are gone through over the very objects at hand, which are only read: where each of
   them is seen to run nothing of the program (an attribute that stands in an instance, an item of a
   list, numbers and text), it is known which references the line will replace. Where one is not, the
   line is let be. */

#ifndef VISUALIZER_AHEAD_H
#define VISUALIZER_AHEAD_H

#include "frames.h"

#define MOST_CHANGES 8

enum place_of_value { ATTRIBUTE, ITEM, ENTRY, POSITION };
/* The last is no reference: how far the iterator of a list has come. */

/* A reference that is replaced: where it stands, and what stood there. */
typedef struct {
    PyObject *receiver;         /* held while the line runs */
    enum place_of_value where;
    Py_ssize_t at, word;        /* among its values, items or entries; among the words of its content */
    PyObject *name;             /* of an attribute; only compared */
    uintptr_t old;
} Change;

typedef struct {
    int is_set;
    int is_good;                /* all that was held lived on */
    Line line;                  /* the names it binds */
    int64_t exit;               /* the instruction at which the next line begins */
    int change_count, held_count;
    Change changes[MOST_CHANGES];
    PyObject *held[2 * MOST_CHANGES + MOST_BOUND];
} Ahead;

extern Ahead ahead;

/* Look ahead at the line that a frame is at; NULL where that is not possible. What is returned is
   ``ahead.line``, good until the next event. */
const Line *look_ahead(Frame *frame);

/* The next event has come: hold nothing any more. */
void ahead_let_go(void);

/* How far the iterator of a list has come, and the list; -1 where it is through. */
Py_ssize_t position_of(PyObject *iterator, PyObject **list);

/* What stands now where a reference was to be replaced; NULL where the place is gone. Borrowed. */
PyObject *value_now(const Change *change);

/* Whether the value that stands there now is one that its class has by the same name. */
int is_value_of_class(const Change *change, PyObject *value);

/* One of those that are held. Borrowed; NULL where it is none of them. */
PyObject *find_held(uintptr_t address);

#endif
