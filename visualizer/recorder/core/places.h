/* What the names of the frame that runs refer to: as the Python recorder's tables have it when the
   core is armed, and from then on as its own steps have left it.

   Nothing of the program is kept: an object is an address and numbers. An address is never followed;
   what is read is the object that a name of the live frame refers to at that moment. */

#ifndef VISUALIZER_PLACES_H
#define VISUALIZER_PLACES_H

#include "values.h"

#define HIGHEST_COUNT ((int64_t)1 << 31)
/* No count is so high but that of an immortal object. */

typedef struct {
    uintptr_t address;
    Py_ssize_t slot;        /* its row in the tables; 0 while it has none */
    int64_t serial, count;  /* the count as the program sees it */
    Value value;            /* of those that have come since the core was armed */
    PyObject *kept;         /* of the others: what the tables keep of it; borrowed, or NULL */
    char is_read;           /* all this has been looked up */
    char is_scalar;         /* its type is one of those that refer to nothing */
    char is_settled;        /* nothing about it can change (visualizer/recorder/objects.py) */
    char is_changed;        /* the tables do not know it so */
} Place;

/* The tables of objects.py, as they are while the core is armed: borrowed, but for ``objects``. */
typedef struct {
    PyObject *objects, *slots;
    PyObject *types, *contents, *counts, *sizes;
    const uint64_t *serials;
    const unsigned char *marks;
} Tables;

/* An attribute of a class's slots. The interpreter's cache of lookups (Objects/typeobject.c) keeps the
   name that was asked for: a text made each time would take memory that the program's are due. */
PyObject *attribute(PyObject *owner, const char *name);

/* False where the tables are not such as can be read here. */
int tables_begin(Tables *tables, PyObject *objects);
void tables_end(Tables *tables);

/* The row of an address, 0 where it has none, -1 with an exception. */
Py_ssize_t slot_of(const Tables *tables, uintptr_t address);

/* Look up what is known of ``place->address``; False where the tables do not tell. */
int read_place(const Tables *tables, Place *place);

#endif
