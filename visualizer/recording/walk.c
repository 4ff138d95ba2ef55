/* The parts of following records that are in C: it goes past the heads of records here, as Skim in
   skim.py does, and follows common steps in run.c.

   All of it looks at the bytes of the records and at objects as Python shows them: nothing here
   depends on how the interpreter keeps its own. */

#include "run.h"

#include <stdint.h>
#include <string.h>

#if !PY_LITTLE_ENDIAN
#error "records are little endian, and are read as they are"
#endif

/* Where the numbers of a record stand, from its header on (visualizer/recorder/wire.py). */
enum { COUNT, TEXT_SIZE, OPERATION, EVENT, THREAD, FILE_, AT_LINE, FUNCTION, OUT, ERR };

typedef struct {
    const char *records;
    Py_ssize_t size, at;
    int64_t step, more, events, line, written[2];
    unsigned char wrote;
} Skim;

/* What is told of a step: its byte in the index, and file and line, or -1. */
typedef struct {
    unsigned char event;
    int64_t line;
} Head;

/* Whether a whole step, in one record, comes next: then its head, and the place behind it. */
static int look_at_head(Skim *skim, Head *head)
{
    int64_t front[ERR + 1], last;
    Py_ssize_t left = skim->size - skim->at;
    if (left < (Py_ssize_t)sizeof front) return 0;
    memcpy(front, skim->records + skim->at, sizeof front);
    int64_t count = front[COUNT], text = front[TEXT_SIZE], event = front[EVENT];
    if (front[OPERATION] != skim->step || count < 8 || count > left / 8) return 0;
    if (text < 0 || text > left) return 0;
    int64_t length = 16 + 8 * count + ((text + 7) & ~(int64_t)7);
    if (length > left || event < 0 || event >= skim->events) return 0;
    memcpy(&last, skim->records + skim->at + 8 + 8 * count, sizeof last);
    if (last == skim->more) return 0;
    int64_t file = front[FILE_], line = front[AT_LINE];
    int is_line = event == skim->line && 0 <= file && file <= INT32_MAX && 0 <= line;
    head->line = is_line && line <= UINT32_MAX ? file << 32 | line : -1;
    head->event = (unsigned char)event;
    if (front[OUT] > skim->written[0] || front[ERR] > skim->written[1]) {
        head->event |= skim->wrote;
        for (int at = 0; at < 2; at++)
            if (front[OUT + at] > skim->written[at]) skim->written[at] = front[OUT + at];
    }
    skim->at += (Py_ssize_t)length;
    return 1;
}

/* skim(records, at, end, most, (out, err), (STEP, MORE, events, LINE's event, WROTE))

   Gives the place behind the last step, the output that the steps speak of, a byte for each step,
   and eight for each that say which line it is about to run. */
static PyObject *skim_on(PyObject *self, PyObject *arguments)
{
    Py_buffer records;
    Skim skim;
    Py_ssize_t end, most;
    long long written[2], step, more, events, line;
    if (!PyArg_ParseTuple(arguments, "y*nnn(LL)(LLLLb)", &records, &skim.at, &end, &most,
                          &written[0], &written[1], &step, &more, &events, &line, &skim.wrote))
        return NULL;
    skim.records = records.buf;
    skim.size = records.len;
    skim.step = step;
    skim.more = more;
    skim.events = events;
    skim.line = line;
    for (int at = 0; at < 2; at++) skim.written[at] = written[at];

    /* No step takes fewer bytes than its header and place. */
    Py_ssize_t room = skim.at < 0 || skim.at > end ? 0 : (end - skim.at) / (10 * 8) + 1;
    if (room > most) room = most > 0 ? most : 0;
    PyObject *answer = NULL, *bytes = PyBytes_FromStringAndSize(NULL, room);
    PyObject *lines = PyBytes_FromStringAndSize(NULL, 8 * room);
    if (bytes != NULL && lines != NULL) {
        Py_ssize_t steps = 0;
        Head head;
        while (steps < room && skim.at < end && look_at_head(&skim, &head)) {
            PyBytes_AS_STRING(bytes)[steps] = (char)head.event;
            memcpy(PyBytes_AS_STRING(lines) + 8 * steps, &head.line, 8);
            steps++;
        }
        if (_PyBytes_Resize(&bytes, steps) == 0 && _PyBytes_Resize(&lines, 8 * steps) == 0)
            answer = Py_BuildValue("n(LL)OO", skim.at, (long long)skim.written[0],
                                   (long long)skim.written[1], bytes, lines);
    }
    Py_XDECREF(bytes);
    Py_XDECREF(lines);
    PyBuffer_Release(&records);
    return answer;
}

/* The bytes of eights in another order: of those behind each other each byte with its like
   (``apart``), or back. The size is a multiple of eight. */
static PyObject *reorder(PyObject *bytes, int apart)
{
    char *from;
    Py_ssize_t size;
    if (PyBytes_AsStringAndSize(bytes, &from, &size) < 0) return NULL;
    PyObject *answer = PyBytes_FromStringAndSize(NULL, size);
    if (answer == NULL) return NULL;
    char *to = PyBytes_AS_STRING(answer);
    Py_ssize_t count = size / 8;
    for (Py_ssize_t at = 0; at < count; at++)
        for (Py_ssize_t place = 0; place < 8; place++)
            if (apart) to[place * count + at] = from[8 * at + place];
            else to[8 * at + place] = from[place * count + at];
    return answer;
}

static PyObject *take_apart(PyObject *self, PyObject *bytes) { return reorder(bytes, 1); }

static PyObject *put_together(PyObject *self, PyObject *bytes) { return reorder(bytes, 0); }

static PyMethodDef methods[] = {
    {"apart", take_apart, METH_O, NULL},
    {"together", put_together, METH_O, NULL},
    {"run", follow_run, METH_VARARGS, NULL},
    {"skim", skim_on, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

/* What is being followed is noted in one place (overlay.c). */
static PyModuleDef_Slot slots[] = {
    {Py_mod_multiple_interpreters, Py_MOD_MULTIPLE_INTERPRETERS_NOT_SUPPORTED},
    {0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "walk", NULL, 0, methods, slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit_walk(void)
{
    return PyModuleDef_Init(&definition);
}
