/* What a follower tells of values and names: methods of ``Follower``, as follower.py says. */

#ifndef VISUALIZER_VALUES_H
#define VISUALIZER_VALUES_H

#include "state.h"

PyObject *plain_value(const Follower *self, PyObject *serial);
PyObject *whole_value(const Follower *self, PyObject *arguments);
PyObject *length_of(const Follower *self, PyObject *serial);
PyObject *item_at(const Follower *self, PyObject *arguments);
PyObject *entry_under(const Follower *self, PyObject *arguments);
PyObject *attribute_of(const Follower *self, PyObject *arguments);
PyObject *local_name(const Follower *self, PyObject *name);
PyObject *global_name(const Follower *self, PyObject *name);
PyObject *running_code(const Follower *self, PyObject *unused);

#endif
