/* Functions of the module: which line each step is about to run. */

#ifndef VISUALIZER_LINES_H
#define VISUALIZER_LINES_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

/* Of each whole step of some records the file and line that it is about to run, as 64-bit numbers
   in bytes. */
PyObject *scan_lines(PyObject *module, PyObject *records);

#endif
