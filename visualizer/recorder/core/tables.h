/* The tables of visualizer/recorder/objects.py, where the core finds what is known of an object. */

#ifndef VISUALIZER_TABLES_H
#define VISUALIZER_TABLES_H

#include "values.h"

#define HIGHEST_COUNT ((int64_t)1 << 31)
/* No count is so high but that of an immortal object. */

/* The tables of objects.py, as they are while the core is armed: borrowed, but for ``objects``. */
typedef struct {
    PyObject *objects, *slots;
    PyObject *types, *contents, *counts, *sizes;
    const uint64_t *serials, *addresses;
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

#endif
