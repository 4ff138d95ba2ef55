/* Where CPython keeps what the core reads, each access by a name.

   The layouts are those of Include/internal, so the core is good for the very version it was built
   for; visualizer/recorder/core/loading.py refuses another one, and tries all of this at start. */

#ifndef VISUALIZER_INTERPRETER_H
#define VISUALIZER_INTERPRETER_H

#define Py_BUILD_CORE 1
#define Py_BUILD_CORE_MODULE 1  /* the thread is asked for: its variable is not exported */
#include <Python.h>
#include <opcode_ids.h>
#include "internal/pycore_code.h"
#include "internal/pycore_dict.h"
#include "internal/pycore_frame.h"
#include "internal/pycore_gc.h"
#include "internal/pycore_interp.h"
#include "internal/pycore_long.h"
#include "internal/pycore_list.h"
#include "internal/pycore_object.h"
#include "internal/pycore_pystate.h"
#include "internal/pycore_range.h"
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

/* The frame that called, NULL where that was none of Python. */
static inline _PyInterpreterFrame *caller_of(_PyInterpreterFrame *frame)
{
    _PyInterpreterFrame *caller = frame->previous;
    return caller != NULL && caller->owner == FRAME_OWNED_BY_THREAD ? caller : NULL;
}

/* The function that a frame runs, NULL where it runs none. Borrowed. */
static inline PyFunctionObject *function_of(_PyInterpreterFrame *frame)
{
    return PyFunction_Check(frame->f_funcobj) ? (PyFunctionObject *)frame->f_funcobj : NULL;
}

/* How much lies on the stack of a frame, -1 where that was not noted. */
static inline int height_of(_PyInterpreterFrame *frame)
{
    return frame->stacktop < 0 ? -1 : frame->stacktop - _PyFrame_GetCode(frame)->co_nlocalsplus;
}

/* What lies there, from the bottom on; NULL for a callable's missing self. Borrowed. */
static inline PyObject *operand_of(_PyInterpreterFrame *frame, int place)
{
    return _PyFrame_Stackbase(frame)[place];
}

/* ``co_code``, as the code object keeps it since it was first asked for it; else NULL. Borrowed. */
static inline PyObject *instructions_of(PyCodeObject *code)
{
    return code->_co_cached == NULL ? NULL : code->_co_cached->_co_code;
}

/* Whether the frame, which returns, hands out a constant that its stack does not hold. */
static inline int returns_constant(_PyInterpreterFrame *frame)
{
    int opcode = PyBytes_AS_STRING(instructions_of(_PyFrame_GetCode(frame)))[instruction_of(frame)];
    return opcode == RETURN_CONST;
}

/* Whether an exception is being handled by the thread. */
static inline int is_handling(PyThreadState *thread)
{
    for (_PyErr_StackItem *item = thread->exc_info; item; item = item->previous_item)
        if (item->exc_value != NULL && item->exc_value != Py_None) return 1;
    return 0;
}

/* Whether somebody beside the recorder is called by events, of whom no event tells. */
static inline int are_others_called(PyThreadState *thread)
{
    int tools = 0;
    for (int n = 0; n < PY_MONITORING_SYS_PROFILE_ID; n++)
        tools += thread->interp->monitoring_tool_names[n] != NULL;
    return tools > 1 || thread->c_tracefunc != NULL || thread->c_profilefunc != NULL;
}

/* How many calls of Python functions the thread may still make within each other. */
static inline int calls_left(PyThreadState *thread)
{
    return thread->py_recursion_remaining;
}

/* The collector counts one young container more, or fewer. */
static inline void count_young(PyThreadState *thread, int more)
{
    thread->interp->gc.generations[0].count += more;
}

/* How many bytes the object of a frame takes, with what the collector has before it. */
static inline size_t size_of_frame_object(PyCodeObject *code)
{
    return sizeof(PyGC_Head) + (size_t)PyFrame_Type.tp_basicsize +
           (size_t)PyFrame_Type.tp_itemsize * (size_t)(code->co_nlocalsplus + code->co_stacksize);
}

/* Make the object by which Python knows the innermost frame; the collector rests meanwhile and does
   not count it. Borrowed from the frame; NULL where memory is short. */
static inline PyObject *make_frame_object(PyThreadState *thread)
{
    struct _gc_runtime_state *collector = &thread->interp->gc;
    int was_enabled = collector->enabled, before = collector->generations[0].count;
    collector->enabled = 0;
    PyObject *object = (PyObject *)PyThreadState_GetFrame(thread);
    collector->enabled = was_enabled;
    collector->generations[0].count = before;
    if (object == NULL) PyErr_Clear();
    else Py_DECREF(object);  /* the frame has it */
    return object;
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

/* ``sys.getsizeof`` of an exact list (Objects/listobject.c), with what the collector has before it. */
static inline Py_ssize_t size_of_list(PyObject *list)
{
    return (Py_ssize_t)(sizeof(PyGC_Head) + sizeof(PyListObject)) +
           ((PyListObject *)list)->allocated * (Py_ssize_t)sizeof(PyObject *);
}

/* Of an int its digits of 30 bits, ``__sizeof__`` counts at least one. */
static inline Py_ssize_t digits_of(PyObject *number)
{
    Py_ssize_t digits = (Py_ssize_t)(((PyLongObject *)number)->long_value.lv_tag >> NON_SIZE_BITS);
    return digits ? digits : 1;
}

#endif
