/* Where attributes and entries stand, found without running anything. */

#ifndef VISUALIZER_ATTRIBUTES_H
#define VISUALIZER_ATTRIBUTES_H

#include "interpreter.h"

/* Where an instance that keeps its attributes in itself has the value of that name, as ``x.name`` would
   find it; -1 where it has none or the class might answer instead. */
Py_ssize_t place_of_attribute(PyObject *thing, PyObject *name);

/* The value that stands there; NULL where there is none, or the values have gone into a dict. */
PyObject *attribute_at(PyObject *thing, Py_ssize_t at);

/* Which entry of an exact dict has the key, an exact number or text; -1 where none has, -2 where that
   cannot be known without comparing by the program's code. */
Py_ssize_t entry_of_key(PyObject *dict, PyObject *key);

/* The same of a whole number. */
Py_ssize_t entry_of_number(PyObject *dict, int64_t number);

/* The value of an entry. */
PyObject *entry_at(PyObject *dict, Py_ssize_t at);
PyObject *key_at(PyObject *dict, Py_ssize_t at);

/* What a name means in a namespace, NULL where nothing, or it is none that can be looked into. */
PyObject *value_of_name(PyObject *namespace, PyObject *name);

#endif
