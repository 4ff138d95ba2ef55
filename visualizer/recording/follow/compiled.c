/* The C module for reading and writing recordings: Follower (follower.c), the lines of steps
   (lines.c), and joining the bytes of records.

   Nothing here depends on the layout of the interpreter's own objects. */

#include "state.h"

/* storage.py stores the lowest byte of every number first, then the next bytes, and so on. */
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

/* Static variables hold the classes that Follower uses, so only one interpreter can use it. */
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
