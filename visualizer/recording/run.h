/* Steps whose records say only what is commonest, followed in one go. */

#ifndef VISUALIZER_RUN_H
#define VISUALIZER_RUN_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

/* run(records, at, most, first, (highest, names, bytes, objects, out, err, thread),
       heap, held, addresses, cold addresses or None, stack, codes, locks)

   None where no step could be followed. Else what has come of them:
   (steps, place behind them, a byte for each, seven numbers for each entry of the course, the place
   of the last step, (highest serial, bytes, most bytes there were), (value, serials freed, what is
   held) of the last step, objects, frames), with objects as (dead, born, changed, appended), frames
   as (depth from which on they are new, from which on touched, changed, new). Nothing is changed by
   it. */
PyObject *follow_run(PyObject *self, PyObject *arguments);

#endif
