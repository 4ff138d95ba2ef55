/* Values that refer to nothing: what is compared of them, how large they are, how they are written.

   Only what can be told without running anything: exact ints that fit into 64 bits, floats, and
   short text that is written as it is. */

#ifndef VISUALIZER_VALUES_H
#define VISUALIZER_VALUES_H

#include "interpreter.h"

enum kind { UNKNOWN, NUMBER, REAL, TEXT, OTHER_SCALAR };
/* OTHER_SCALAR: a scalar type (visualizer/recorder/reading.py, ``scalars``) of which nothing is
   read here. */

#define KINDS 5
#define LONGEST_TEXT 1024

typedef struct {
    enum kind kind;
    Py_ssize_t size;      /* sys.getsizeof */
    int64_t bits;         /* what is compared: the number, the float's bits, the hash >> 2 */
} Value;

enum kind kind_of_type(PyTypeObject *type);

/* False, and nothing is set, where the value is none of those that can be told here. */
int read_value(PyObject *object, Value *value);

/* Writes the ``repr`` into ``text`` (LONGEST_TEXT bytes and two quotes); its length, or -1. */
Py_ssize_t write_value(PyObject *object, const Value *value, char *text);

/* What the tables of visualizer/recorder/objects.py keep of such a value; a new reference. */
PyObject *kept_value(const Value *value);

/* Whether the tables keep just this of an object. */
int is_kept_value(PyObject *kept, const Value *value);

#endif
