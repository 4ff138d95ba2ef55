/* What reading and writing a recording have in C: Follower (follower.c), the lines of steps (lines.c),
   and bytes in another order.

   Nothing here depends on how the interpreter keeps its own objects. */

#include "state.h"

/* The bytes of eights in another order: of those behind each other each byte with its like
   (``apart``), or back (``together``). The size is a multiple of eight. */

static void apart(const unsigned char *from, unsigned char *to, Py_ssize_t count)
{
    for (Py_ssize_t at = 0; at < count; at++, from += 8)
        for (Py_ssize_t place = 0; place < 8; place++) to[place * count + at] = from[place];
}

static void together(const unsigned char *from, unsigned char *to, Py_ssize_t count)
{
    for (Py_ssize_t at = 0; at < count; at++, to += 8) {
        uint64_t eight = 0;
        for (Py_ssize_t place = 0; place < 8; place++)
            eight |= (uint64_t)from[place * count + at] << 8 * place;
        memcpy(to, &eight, sizeof eight);
    }
}

static PyObject *reorder(PyObject *bytes,
                         void (*order)(const unsigned char *, unsigned char *, Py_ssize_t))
{
    char *from;
    Py_ssize_t size;
    if (PyBytes_AsStringAndSize(bytes, &from, &size) < 0) return NULL;
    PyObject *answer = PyBytes_FromStringAndSize(NULL, size);
    if (answer == NULL) return NULL;
    order((const unsigned char *)from, (unsigned char *)PyBytes_AS_STRING(answer), size / 8);
    return answer;
}

static PyObject *take_apart(PyObject *self, PyObject *bytes) { return reorder(bytes, apart); }

static PyObject *put_together(PyObject *self, PyObject *bytes) { return reorder(bytes, together); }

static PyMethodDef methods[] = {
    {"apart", take_apart, METH_O, NULL},
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
