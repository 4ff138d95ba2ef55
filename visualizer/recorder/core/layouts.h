/* What was learnt of lines: where the names that a simple line loads and binds are among those of
   its frame. A layout is a code object, by its number, with the names that its frame has. */

#ifndef VISUALIZER_LAYOUTS_H
#define VISUALIZER_LAYOUTS_H

#include <Python.h>

#define MOST_BOUND 8

typedef struct {
    int64_t key;             /* the line, or -1 less the instruction where a loop goes round */
    int loaded, bound;       /* how many; -1: it is no line for the core */
    int *places;             /* those it loads, then those it binds */
} Line;

typedef struct {
    int64_t code;
    Py_ssize_t count;
    int64_t *names;          /* their numbers */
    PyObject **texts;        /* of a module's frame: the names; borrowed from the table of names */
    int *locals;             /* of a function's: the places of the fast locals */
    Line *lines;
    int lines_count, lines_room;
} Layout;

/* The layout of a frame, made where there is none yet. ``texts`` are all names by their numbers,
   ``locals`` the numbers of a function's fast locals. NULL where it cannot be. */
Layout *layout_of(int64_t code, int is_module, PyObject *names, PyObject *texts, PyObject *locals);

const Line *line_of(const Layout *layout, int64_t key);

/* Learn one; NULL where memory is short. */
const Line *learn_line(Layout *layout, int64_t key, PyObject *loaded, PyObject *bound);

#endif
