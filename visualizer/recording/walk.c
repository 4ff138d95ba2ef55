/* Goes past plain steps, as PlainRun in plain_run.py does, and past the heads of records, as Skim in
   skim.py does, at a twentieth of the cost.

   It looks at the bytes of the records alone: nothing here depends on how the interpreter keeps its
   objects. Whatever is in any way different, or cannot be true, is left as it is: the walk ends
   before it. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <stdint.h>
#include <string.h>

#if !PY_LITTLE_ENDIAN
#error "records are little endian, and are read as they are"
#endif

/* Where the numbers of a record stand, from its header on (visualizer/recorder/wire.py). */
enum {
    COUNT, TEXT_SIZE, OPERATION, EVENT, THREAD, FILE_, AT_LINE, FUNCTION, OUT, ERR, WHAT,
    ITS_THREAD, ITS_DEPTH, PLACE, SERIAL, ADDRESS, REFERENCES, SIZE, TYPE, WHOLE, LENGTH,
    FRONT = 25
};
/* Larger objects than there can be: their sizes need no look at whether a sum of them fits. */
#define LARGEST ((int64_t)1 << 48)

/* How one kind of step looks: how many numbers its record has, and where the operands of its LINE,
   which comes last, stand. */
typedef struct {
    int64_t what, count;
    int line;
} Kind;

/* A name of the frame: what it refers to, and where the record of that is if it is new. */
typedef struct {
    int64_t serial, address, size;
    Py_ssize_t at;
} Name;

typedef struct {
    const char *records;
    Py_ssize_t size, at, last;
    int64_t here[6], written[2], step, line;
    Kind kinds[3]; /* LINE, BIND, REBOUND */
    int64_t scalar, longest, highest, name_count, freed, delta;
    Name *names;
    Py_ssize_t count, fresh;
    PyObject *heap, *held, *addresses, *cold, *touched;
    int is_bound, wants_objects;
} Walk;

/* What looking at a step comes to. */
typedef enum { FAILED = -1, DIFFERENT = 0, TAKEN = 1 } Outcome;

static int has(PyObject *dict, int64_t key)
{
    PyObject *number = PyLong_FromLongLong(key);
    if (number == NULL) return -1;
    int found = PyDict_Contains(dict, number);
    Py_DECREF(number);
    return found;
}

static int drop(PyObject *dict, int64_t key)
{
    PyObject *number = PyLong_FromLongLong(key);
    if (number == NULL) return -1;
    int done = PyDict_DelItem(dict, number);
    Py_DECREF(number);
    return done;
}

static int put(PyObject *dict, int64_t key, PyObject *value)
{
    PyObject *number = PyLong_FromLongLong(key);
    if (number == NULL) return -1;
    int done = PyDict_SetItem(dict, number, value);
    Py_DECREF(number);
    return done;
}

/* How often an object is held; -1 where that is not known, -2 with an exception. */
static int64_t held_times(const Walk *walk, int64_t serial)
{
    PyObject *number = PyLong_FromLongLong(serial);
    if (number == NULL) return -2;
    PyObject *found = PyDict_GetItemWithError(walk->held, number);
    Py_DECREF(number);
    if (found == NULL) return PyErr_Occurred() ? -2 : -1;
    long long times = PyLong_AsLongLong(found);
    return times == -1 && PyErr_Occurred() ? -2 : times;
}

static int hold(const Walk *walk, int64_t serial, int64_t times)
{
    PyObject *number = PyLong_FromLongLong(times);
    if (number == NULL) return -1;
    int done = put(walk->held, serial, number);
    Py_DECREF(number);
    return done;
}

static int number_of(PyObject *object, const char *name, int64_t *found)
{
    PyObject *value = PyObject_GetAttrString(object, name);
    if (value == NULL) return -1;
    *found = PyLong_AsLongLong(value);
    Py_DECREF(value);
    return *found == -1 && PyErr_Occurred() ? -1 : 0;
}

/* ---- one step ---- */

/* Address and size of what a name refers to and nothing else does, a scalar that is kept. */
static Outcome look_up(const Walk *walk, const Name *name, int64_t *address, int64_t *size)
{
    PyObject *number = PyLong_FromLongLong(name->serial);
    if (number == NULL) return FAILED;
    PyObject *one = PyDict_GetItemWithError(walk->heap, number);
    Py_DECREF(number);
    if (one == NULL) return PyErr_Occurred() ? FAILED : DIFFERENT;
    int64_t kind;
    if (number_of(one, "kind", &kind) < 0) return FAILED;
    int64_t times = held_times(walk, name->serial);
    if (times == -2) return FAILED;
    if (kind != walk->scalar || times != 1) return DIFFERENT;
    if (number_of(one, "address", address) < 0 || number_of(one, "size", size) < 0) return FAILED;
    return TAKEN;
}

static int is_value_possible(const Walk *walk, const int64_t *front)
{
    int64_t length = front[LENGTH], whole = front[WHOLE];
    if (front[SERIAL] <= walk->highest || front[ADDRESS] < 0 || front[REFERENCES] < -1) return 0;
    if (front[SIZE] < 0 || front[SIZE] > LARGEST) return 0;
    if (front[TYPE] < 0 || front[TYPE] >= walk->name_count || length != front[TEXT_SIZE]) return 0;
    if (length < 0 || length > walk->longest || (whole != -1 && whole < length)) return 0;
    Py_ssize_t text = walk->at + FRONT * 8;
    if (((length + 7) & ~(int64_t)7) > walk->size - text) return 0;
    for (int64_t at = 0; at < length; at++)
        if (walk->records[text + at] & 0x80) return 0;
    return 1;
}

/* The new object has an address that was free, or that of the one it comes in place of. */
static Outcome move(Walk *walk, int64_t gone, int64_t address, int64_t serial)
{
    if (address != gone) {
        int taken = has(walk->addresses, address);
        if (taken == 0 && walk->cold != Py_None) {
            PyObject *number = PyLong_FromLongLong(address);
            taken = number == NULL ? -1 : PySequence_Contains(walk->cold, number);
            Py_XDECREF(number);
        }
        if (taken) return taken < 0 ? FAILED : DIFFERENT;
        if (drop(walk->addresses, gone) < 0) return FAILED;
    }
    PyObject *number = PyLong_FromLongLong(serial);
    if (number == NULL) return FAILED;
    int done = put(walk->addresses, address, number);
    Py_DECREF(number);
    return done < 0 ? FAILED : TAKEN;
}

static Outcome rebind(Walk *walk, Name *name, const int64_t *front)
{
    if (!is_value_possible(walk, front)) return DIFFERENT;
    int64_t address = name->address, size = name->size, old = name->serial;
    if (name->at < 0) {
        Outcome found = look_up(walk, name, &address, &size);
        if (found != TAKEN) return found;
    }
    Outcome moved = move(walk, address, front[ADDRESS], front[SERIAL]);
    if (moved != TAKEN) return moved;
    if (name->at < 0) {
        if (drop(walk->heap, old) < 0 || drop(walk->held, old) < 0) return FAILED;
        if (put(walk->touched, old, Py_None) < 0) return FAILED;
        walk->fresh++;
    }
    *name = (Name){front[SERIAL], front[ADDRESS], front[SIZE], walk->at};
    walk->highest = front[SERIAL];
    walk->freed = old;
    walk->delta += front[SIZE] - size;
    return TAKEN;
}

static Outcome bind(Walk *walk, Name *name, const int64_t *front)
{
    int64_t old = name->serial, new = front[SERIAL];
    int is_there = has(walk->heap, new), was_there = has(walk->heap, old);
    if (is_there < 0 || was_there < 0) return FAILED;
    if (walk->fresh && !(is_there && was_there)) {
        walk->wants_objects = 1;
        return DIFFERENT;
    }
    int64_t times = held_times(walk, old);
    if (times == -2) return FAILED;
    if (front[TEXT_SIZE] || !is_there || times == -1) return DIFFERENT;
    int64_t new_times = held_times(walk, new);
    if (new_times == -2) return FAILED;
    if (hold(walk, new, new_times == -1 ? 1 : new_times + 1) < 0) return FAILED;
    times = held_times(walk, old); /* which may be the same object */
    if (times == -2 || hold(walk, old, times - 1) < 0) return FAILED;
    name->serial = new;
    walk->freed = 0;
    return TAKEN;
}

static Outcome take(Walk *walk, const int64_t *front)
{
    const Kind *kind = walk->kinds;
    while (kind < walk->kinds + 3 && kind->what != front[WHAT]) kind++;
    if (kind == walk->kinds + 3) return DIFFERENT;
    if (front[COUNT] != kind->count || front[OPERATION] != walk->step) return DIFFERENT;
    const int64_t *end = front + kind->line;
    const int64_t here[6] = {front[EVENT], front[THREAD], front[FILE_], front[FUNCTION], end[0],
                             end[1]};
    if (memcmp(here, walk->here, sizeof here)) return DIFFERENT;
    if (front[OUT] != walk->written[0] || front[ERR] != walk->written[1]) return DIFFERENT;
    if (front[AT_LINE] < 0 || end[2] < 0) return DIFFERENT;
    if (kind == walk->kinds) return front[TEXT_SIZE] ? DIFFERENT : TAKEN;
    int64_t place = front[PLACE];
    if (end[-1] != walk->line || place < 0 || place >= walk->count) return DIFFERENT;
    if (front[ITS_THREAD] != end[0] || front[ITS_DEPTH] != end[1]) return DIFFERENT;
    Name *name = walk->names + place;
    Outcome done = kind == walk->kinds + 1 ? bind(walk, name, front) : rebind(walk, name, front);
    if (done == TAKEN) walk->is_bound = 1;
    return done;
}

/* ---- the walk ---- */

/* How many steps it has come past; where the heap's size changes, that is put into `sizes`. */
static int64_t go(Walk *walk, int64_t most, PyObject *sizes)
{
    int64_t steps = 0, told = 0, front[FRONT];
    while (steps < most && walk->size - walk->at >= (Py_ssize_t)sizeof front) {
        memcpy(front, walk->records + walk->at, sizeof front);
        Outcome done = take(walk, front);
        if (done == FAILED) return -1;
        if (done == DIFFERENT) break;
        if (!steps || walk->delta != told) {
            PyObject *pair = Py_BuildValue("LL", (long long)steps, (long long)walk->delta);
            if (pair == NULL || PyList_Append(sizes, pair) < 0) {
                Py_XDECREF(pair);
                return -1;
            }
            Py_DECREF(pair);
            told = walk->delta;
        }
        walk->last = walk->at;
        walk->at += (Py_ssize_t)(16 + 8 * front[COUNT] + ((front[TEXT_SIZE] + 7) & ~(int64_t)7));
        steps++;
    }
    return steps;
}

static int read_names(Walk *walk, PyObject *flat)
{
    walk->count = PyList_GET_SIZE(flat) / 2;
    walk->names = PyMem_New(Name, walk->count + 1);
    if (walk->names == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t at = 0; at < walk->count; at++) {
        long long serial = PyLong_AsLongLong(PyList_GET_ITEM(flat, 2 * at + 1));
        if (serial == -1 && PyErr_Occurred()) return -1;
        walk->names[at] = (Name){serial, 0, 0, -1};
    }
    return 0;
}

/* Puts into `flat` what the names refer to now, and into `fresh` where the new objects stand. */
static int tell_names(const Walk *walk, PyObject *flat, PyObject *fresh)
{
    for (Py_ssize_t at = 0; at < walk->count; at++) {
        const Name *name = walk->names + at;
        PyObject *serial = PyLong_FromLongLong(name->serial);
        if (serial == NULL || PyList_SetItem(flat, 2 * at + 1, serial) < 0) return -1;
        if (name->at < 0) continue;
        PyObject *place = PyLong_FromSsize_t(name->at);
        int done = place == NULL ? -1 : put(fresh, 2 * at + 1, place);
        Py_XDECREF(place);
        if (done < 0) return -1;
    }
    return 0;
}

/* walk(records, at, most, (event, thread, file, function, thread, depth), (out, err),
        (STEP, LINE, BIND, REBOUND, SCALAR, longest text, numbers of the three kinds),
        flat, heap, held, addresses, cold addresses or None, touched, highest, name_count)

   Gives steps, the place behind them, that of the last one, the highest serial, the last object
   that was freed, whether a name was bound, whether it ended because objects that are new must be
   in the heap first, [(step, change of the heap's size)] and {place in flat: place of the record}.
   flat, heap, held, addresses and touched are changed. */
static PyObject *walk_on(PyObject *self, PyObject *arguments)
{
    Walk walk = {.last = -1};
    Py_buffer records;
    PyObject *flat;
    long long most, here[6], written[2], step, what[3], scalar, longest, counts[3], highest, names;
    if (!PyArg_ParseTuple(
            arguments, "y*nL(LLLLLL)(LL)(LLLLLLLLL)O!O!O!O!OO!LL", &records, &walk.at, &most,
            &here[0], &here[1], &here[2], &here[3], &here[4], &here[5], &written[0], &written[1],
            &step, &what[0], &what[1], &what[2], &scalar, &longest, &counts[0], &counts[1],
            &counts[2], &PyList_Type, &flat, &PyDict_Type, &walk.heap, &PyDict_Type, &walk.held,
            &PyDict_Type, &walk.addresses, &walk.cold, &PyDict_Type, &walk.touched, &highest,
            &names))
        return NULL;
    walk.records = records.buf;
    walk.size = records.len;
    for (int at = 0; at < 6; at++) walk.here[at] = here[at];
    for (int at = 0; at < 2; at++) walk.written[at] = written[at];
    for (int at = 0; at < 3; at++)
        walk.kinds[at] = (Kind){what[at], counts[at], (int)(2 + counts[at] - 3)};
    walk.step = step;
    walk.line = what[0];
    walk.scalar = scalar;
    walk.longest = longest;
    walk.highest = highest;
    walk.name_count = names;

    PyObject *sizes = PyList_New(0), *fresh = PyDict_New(), *answer = NULL;
    if (walk.at < 0) PyErr_SetString(PyExc_ValueError, "a place before the records");
    int is_ready = sizes != NULL && fresh != NULL && walk.at >= 0 && read_names(&walk, flat) == 0;
    int64_t steps = is_ready ? go(&walk, most, sizes) : -1;
    if (steps >= 0 && tell_names(&walk, flat, fresh) == 0)
        answer = Py_BuildValue("LnnLLOOOO", (long long)steps, walk.at, walk.last,
                               (long long)walk.highest, (long long)walk.freed,
                               walk.is_bound ? Py_True : Py_False,
                               walk.wants_objects ? Py_True : Py_False, sizes, fresh);
    PyMem_Free(walk.names);
    Py_XDECREF(sizes);
    Py_XDECREF(fresh);
    PyBuffer_Release(&records);
    return answer;
}

/* ---- the heads of records ---- */

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

static PyMethodDef methods[] = {
    {"walk", walk_on, METH_VARARGS, NULL},
    {"skim", skim_on, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyModuleDef_Slot slots[] = {{0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "walk", NULL, 0, methods, slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit_walk(void)
{
    return PyModuleDef_Init(&definition);
}
