/* What reading and writing a recording have in C: Follower (follower.c), the lines of steps (lines.c),
   and the bytes of records put together.

   Nothing here depends on how the interpreter keeps its own objects. */

#include "state.h"

/* storage.py has the bytes apart: the lowest of all numbers, then the next, and so on. */
static void reorder(const char *restrict from, char *restrict to, Py_ssize_t count)
{
    for (Py_ssize_t at = 0; at < count; at++)
        for (int n = 0; n < 8; n++) to[8 * at + n] = from[n * count + at];
}

static PyObject *put_together(PyObject *self, PyObject *bytes)
{
    char *from;
    Py_ssize_t size;
    if (PyBytes_AsStringAndSize(bytes, &from, &size) < 0) return NULL;
    PyObject *answer = PyBytes_FromStringAndSize(NULL, size);
    if (answer != NULL) reorder(from, PyBytes_AS_STRING(answer), size / 8);
    return answer;
}

static PyMethodDef methods[] = {
    {"together", put_together, METH_O, NULL},
    {"scan_lines", scan_lines, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

/* The classes that Follower uses are known in one place. */
static PyModuleDef_Slot slots[] = {
    {Py_mod_exec, add_follower},
    {Py_mod_multiple_interpreters, Py_MOD_MULTIPLE_INTERPRETERS_NOT_SUPPORTED},
    {0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "compiled", NULL, 0, methods, slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit_compiled(void)
{
    return PyModuleDef_Init(&definition);
}
