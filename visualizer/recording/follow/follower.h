/* ``Follower`` as follow.py has it, made for Python. */

#ifndef VISUALIZER_FOLLOWER_H
#define VISUALIZER_FOLLOWER_H

#include "state.h"

/* Add the type to the module; -1 with an exception. */
int add_follower(PyObject *module);

#endif
