/* What reading and writing a recording have in C: Follower (follower.c), the lines of steps (lines.c),
   and bytes in another order.

   Nothing here depends on how the interpreter keeps its own objects. */

#include "state.h"

/* Turn a square of bytes over its diagonal: by halves, quarters and eighths (Warren, Hacker's Delight,
   7-3). */
static inline void turn(uint64_t square[8], int far, uint64_t mask)
{
    for (int row = 0; row < 8; row++) {
        if (row & far) continue;
        uint64_t moved = (square[row] >> 8 * far ^ square[row + far]) & mask;
        square[row + far] ^= moved;
        square[row] ^= moved << 8 * far;
    }
}

/* The bytes of so many eights in another order: of those behind each other each byte with its like, or
   back. */
static void reorder(const char *from, char *to, Py_ssize_t count, int is_back)
{
    Py_ssize_t at = 0;
    for (; at + 8 <= count; at += 8) {
        uint64_t square[8];
        for (int n = 0; n < 8; n++)
            memcpy(&square[n], from + (is_back ? n * count + at : 8 * (at + n)), 8);
        turn(square, 4, 0x00000000FFFFFFFF);
        turn(square, 2, 0x0000FFFF0000FFFF);
        turn(square, 1, 0x00FF00FF00FF00FF);
        for (int n = 0; n < 8; n++)
            memcpy(to + (is_back ? 8 * (at + n) : n * count + at), &square[n], 8);
    }
    for (; at < count; at++)
        for (int n = 0; n < 8; n++) {
            if (is_back) to[8 * at + n] = from[n * count + at];
            else to[n * count + at] = from[8 * at + n];
        }
}

static PyObject *reordered(PyObject *bytes, int is_back)
{
    char *from;
    Py_ssize_t size;
    if (PyBytes_AsStringAndSize(bytes, &from, &size) < 0) return NULL;
    PyObject *answer = PyBytes_FromStringAndSize(NULL, size);
    if (answer != NULL) reorder(from, PyBytes_AS_STRING(answer), size / 8, is_back);
    return answer;
}

static PyObject *take_apart(PyObject *self, PyObject *bytes) { return reordered(bytes, 0); }

static PyObject *put_together(PyObject *self, PyObject *bytes) { return reordered(bytes, 1); }

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
