/* The scan of a full step: all that can be reached is looked at, what is as it was is passed over. */

#ifndef VISUALIZER_SCAN_H
#define VISUALIZER_SCAN_H

#include "contents.h"

/* scan(tracker, objects, reader, work, things, changed, replaced): as ``Tracker._scan``; what differs
   or is new is handed to ``tracker.look``. */
PyObject *scan(PyObject *self, PyObject *const *arguments, Py_ssize_t count);

/* tell_counts(objects, things, telling, numbers, texts, layouts): as ``Telling._tell_counts`` of what
   was just scanned; what cannot be told here is handed to ``telling.tell_one``. */
PyObject *tell_counts(PyObject *self, PyObject *const *arguments, Py_ssize_t count);

/* held_by_nothing(objects, addresses): as ``lost.held_by_nothing``; None where one of them is not known
   here as it is in the tables. */
PyObject *held_by_nothing(PyObject *self, PyObject *const *arguments, Py_ssize_t count);

#endif
