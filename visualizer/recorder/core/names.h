/* Numbers for the names that are sent, so that each is sent once. */

#ifndef VISUALIZER_NAMES_H
#define VISUALIZER_NAMES_H

#include "interpreter.h"

/* The number of a text, by what is in it; -1 where memory is short. Nothing is kept of the object. */
int64_t name_of(PyObject *text);

/* For Python: all texts, in the order of their numbers. A new reference; NULL where that failed. */
PyObject *names_for_python(void);

#endif
