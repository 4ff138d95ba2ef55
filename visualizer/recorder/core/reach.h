/* Whether something that lost a reference is still reached, or only a cycle keeps it.

   All that is known can be reached. Of each object that leads elsewhere one way there is noted: the
   object that refers to it, and so on up to a name. As long as a line takes none of these references
   away, all is still reached; where it does, another way is looked for nearby. What none is found for
   is left to the scan.

   The ways are looked for in the tables when the first reference goes, by no way through names that
   lines have given another object before: those are fleeting. */

#ifndef VISUALIZER_REACH_H
#define VISUALIZER_REACH_H

#include "frames.h"

/* The recorder's: globals by file, stacks by thread, kinds of content by type, names of layouts. */
typedef struct {
    PyObject *globals, *threads, *kinds, *layouts;
} Sources;

extern Sources sources;

/* Forget the ways. */
void reach_begin(void);

/* The names that a line has given another object are no way from now on. */
void make_fleeting(Frame *frame, const int *places, int count);

/* Look for the ways, if that was not done yet; 0 where memory is short. */
int find_ways(void);

/* What the way to an object comes from: > 0 the row of an object, or one of these. */
enum { NO_WAY = 0, BY_NAME_OUTSIDE = -1, BY_NAME = -2 };
int way_to(Py_ssize_t slot);
void set_way(Py_ssize_t slot, int way);

/* Whether the way to one object does not lead over the other. */
int is_way_free_of(Py_ssize_t slot, Py_ssize_t other);

#endif
