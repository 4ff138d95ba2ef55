/* Where CPython keeps what the core reads, each access by a name.

   The layouts are those of Include/internal, so the core is good for the very version it was built
   for; visualizer/recorder/core/loading.py refuses another one, and tries all of this at start. */

#ifndef VISUALIZER_INTERPRETER_H
#define VISUALIZER_INTERPRETER_H

#define Py_BUILD_CORE 1
#define Py_BUILD_CORE_MODULE 1  /* the thread is asked for: its variable is not exported */
#include <Python.h>
#include "internal/pycore_code.h"
#include "internal/pycore_dict.h"
#include "internal/pycore_frame.h"
#include "internal/pycore_interp.h"
#include "internal/pycore_long.h"
#include "internal/pycore_object.h"
#include "internal/pycore_pystate.h"
#include "internal/pycore_runtime.h"
#include "internal/pycore_setobject.h"
#include "internal/pycore_sysmodule.h"

#if PY_VERSION_HEX < 0x030D0000 || PY_VERSION_HEX >= 0x030E0000 || defined(Py_GIL_DISABLED)
#error "the layouts are known of CPython 3.13 alone, with its lock"
#endif
#if PY_BIG_ENDIAN || SIZEOF_VOID_P != 8
#error "records are little endian, and addresses take eight bytes"
#endif

/* A callback in C has no frame of its own: the innermost is that of the line. */
static inline _PyInterpreterFrame *watched_frame(PyThreadState *thread)
{
    return thread->current_frame;
}

/* The object by which Python knows a frame, NULL where none was ever asked for. Borrowed. */
static inline PyObject *object_of_frame(_PyInterpreterFrame *frame)
{
    return (PyObject *)frame->frame_obj;
}

/* ``f_lasti``: where the instruction pointer is, in bytes from the first instruction. */
static inline int instruction_of(_PyInterpreterFrame *frame)
{
    return _PyInterpreterFrame_LASTI(frame) * (int)sizeof(_Py_CODEUNIT);
}

/* A fast local by its place, NULL while unbound. Borrowed. */
static inline PyObject *local_of(_PyInterpreterFrame *frame, Py_ssize_t place)
{
    return frame->localsplus[place];
}

/* The dict that the names of a module's frame are in. Borrowed. */
static inline PyObject *namespace_of(_PyInterpreterFrame *frame)
{
    return frame->f_locals;
}

/* What ``gc.get_count`` tells of an older generation. */
static inline int collector_count(PyThreadState *thread, int generation)
{
    return thread->interp->gc.generations[generation].count;
}

/* ``_thread._count``: the threads beside the first that were started and have not ended. */
static inline Py_ssize_t other_threads(PyThreadState *thread)
{
    return thread->interp->threads.count;
}

/* Of an int its digits of 30 bits, ``__sizeof__`` counts at least one. */
static inline Py_ssize_t digits_of(PyObject *number)
{
    Py_ssize_t digits = (Py_ssize_t)(((PyLongObject *)number)->long_value.lv_tag >> NON_SIZE_BITS);
    return digits ? digits : 1;
}

#endif
