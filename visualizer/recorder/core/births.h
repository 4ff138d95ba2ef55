/* Objects of the commonest kinds, read and entered in the tables without Python. */

#ifndef VISUALIZER_BIRTHS_H
#define VISUALIZER_BIRTHS_H

#include "contents.h"
#include "tables.h"

/* What is known of a type of which there are objects: its plan (visualizer/recorder/plans.py), and of
   a class how its instances were last read. */
typedef struct {
    PyTypeObject *type;         /* borrowed: only compared */
    PyObject *plan, *read;      /* owned */
    PyObject *type_id;          /* of the plan; owned */
    int64_t name, kind;
    int is_immutable, is_collectable, is_told;
    int64_t moment;             /* when all this was asked for */
    uint32_t shape;             /* another whenever its instances are read otherwise; 0: not known */
    unsigned version;           /* tp_version_tag, when the names in it were looked at */
    int64_t looked;             /* the step of that */
    int is_disordered;          /* Python told names in another order, where values are the same */
    int has_layout;             /* of instances that have values at the places in ``mask`` */
    uint64_t mask;
    int64_t layout;
} Kind;

/* What is known of a type at this step, NULL where it has no plan yet. */
Kind *kind_of(PyTypeObject *type, PyObject *plans, int64_t moment);

/* The shape of a class if its names are those of when it was set, else 0. */
uint32_t shape_of(const Kind *kind, int64_t moment);

/* An instance was just read in Python, so the names in its class were looked at. */
void note_shape(Kind *kind, int64_t moment);

/* The same instance gave this row: others may have their values at the same places. ``layouts`` and
   ``texts`` are those of the reader: where several names have one value, Python cannot tell in which
   order they stand, and such a layout is good for that instance alone. */
void note_layout(Kind *kind, const Row *row, PyObject *layouts, PyObject *texts);

/* What is kept of an object, as its plan reads it; NULL without an exception where that is for Python
   to do. */
PyObject *read_content(PyObject *thing, const Kind *kind, int64_t moment);

/* Where the items of two contents of a sequence differ: (start, removed, added), as ``splice`` of
   visualizer/recorder/encoding.py. */
PyObject *splice_items(PyObject *self, PyObject *const *arguments, Py_ssize_t count);

#endif
