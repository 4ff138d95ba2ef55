/* The recorder's callbacks for lines and jumps, in C: the step after a line that can only have bound
   names to numbers or text (visualizer/recorder/simple.py says which those are, and why nothing else
   can have changed then).

   ``arm`` tells what such a line may have changed. If the next event is a line of the same frame, the
   step is made and written here, and the core is armed for the next one. Whatever is in any way
   different goes to the Python callback, which first takes over what was done here (``settle``).

   While it makes a step the core keeps nothing, makes no object that lasts and runs no Python code,
   so the program's memory, counts and collector are as in a plain run. */

#include "births.h"
#include "layouts.h"
#include "ring.h"
#include "scan.h"

/* visualizer/recorder/wire.py; the event is steps.py's */
enum { STEP = 3, STEP_LINE = 7, OBJECT = 10, COUNT = 13, SIZE = 14, FREED = 16, BIND = 23,
       REBOUND = 24, SCALAR = 1, EVENT_LINE = 1 };

static struct {
    PyObject *on_line, *on_jump;        /* the Python recorder's */
    PyObject *objects, *spool, *raised, *plans, *texts;
    Py_buffer mapping;
    int64_t names[KINDS];               /* of the types, by kind; -1 while they have no plan */
    PyTypeObject *types[KINDS];
} recorder;

static struct {
    int is_armed;
    uint64_t steps;                     /* made since the core was armed */
    PyThreadState *thread;
    uintptr_t frame;                    /* the address of its object */
    int64_t number, depth, file, function, line, instruction, ends[2];
    int64_t highest, heap;
    int older[2];                       /* the collector's counts when it was last looked at */
    int is_module, are_loops;
    Layout *layout;
    const Line *after;                  /* the line that runs; NULL where none was learnt */
    Tables tables;
    Place *places;
    Py_ssize_t room;
    Py_ssize_t *dead;                   /* rows of the tables whose objects are dead */
    Py_ssize_t dead_count;
} now;

static Ring ring;
static char text[MOST_BOUND * (LONGEST_TEXT + 32)];
static Record record = {.text = text, .capacity = sizeof text};

/* ---- what a line has bound ---- */

typedef enum { SAME_AS_BEFORE, IS_SETTLED, IS_KNOWN, IS_NEW } Novelty;

typedef struct {
    int place;
    Novelty novelty;
    Place facts;
    Py_ssize_t written;                 /* the length of its text */
} Found;

static Place *place_at(int n)
{
    Place *place = &now.places[n];
    return place->is_read || read_place(&now.tables, place) ? place : NULL;
}

static PyObject *value_at(_PyInterpreterFrame *frame, int place)
{
    if (!now.is_module) return local_of(frame, now.layout->locals[place]);
    PyObject *own = namespace_of(frame);
    if (own == NULL || !PyDict_CheckExact(own)) return NULL;
    PyObject *value = PyDict_GetItemWithError(own, now.layout->texts[place]);
    if (value == NULL) PyErr_Clear();
    return value;
}

/* What is known of an address by one of the names of the line; that it is held by one of them is
   what makes it known here. */
static const Place *known_by_name(const Line *line, uintptr_t address)
{
    for (int n = 0; n < line->loaded + line->bound; n++) {
        const Place *place = place_at(line->places[n]);
        if (place != NULL && place->address == address) return place;
    }
    return NULL;
}

static int64_t name_of_type(enum kind kind)
{
    if (recorder.names[kind] < 0) {
        PyObject *key = PyLong_FromVoidPtr(recorder.types[kind]);
        PyObject *plan = key ? PyDict_GetItemWithError(recorder.plans, key) : NULL;
        PyObject *name = plan ? attribute(plan, "name") : NULL;
        if (name) recorder.names[kind] = PyLong_AsLongLong(name);
        Py_XDECREF(name);
        Py_XDECREF(key);
        PyErr_Clear();
    }
    return recorder.names[kind];
}

/* Take note of what a name refers to now; 0 where that is for the Python recorder to do. */
static int look_at(PyObject *value, const Line *line, Found *found, const Found *before)
{
    uintptr_t address = (uintptr_t)value;
    for (; before < found; before++)
        if (before->facts.address == address) {
            found->novelty = SAME_AS_BEFORE;
            found->facts = before->facts;
            return 1;
        }
    const Place *known = known_by_name(line, address);
    int64_t count = Py_REFCNT(value);
    if (known == NULL && count > HIGHEST_COUNT) {
        found->facts = (Place){.address = address};
        known = read_place(&now.tables, &found->facts) ? &found->facts : NULL;
        if (known == NULL || !known->is_settled) return 0;
    }
    if (known != NULL && known->is_settled) {
        found->novelty = IS_SETTLED;
        found->facts = *known;
        return known->is_scalar;
    }
    Value read;
    if (count > HIGHEST_COUNT || !read_value(value, &read)) return 0;
    if (known != NULL) {
        found->novelty = IS_KNOWN;
        found->facts = *known;
        if (known->value.kind != read.kind) return 0;
        if (known->kept ? !is_kept_value(known->kept, &read) : known->value.bits != read.bits)
            return 0;
        found->facts.value = read;
        found->facts.count = count;
        return 1;
    }
    /* Who holds it beside the name was there before: then it may be known by something else. */
    if (count != 1 && slot_of(&now.tables, address) != 0) {
        PyErr_Clear();
        return 0;
    }
    found->novelty = IS_NEW;
    found->facts = (Place){.address = address, .count = count, .value = read, .is_read = 1,
                           .is_scalar = 1};
    found->written = write_value(value, &read, record.text + record.length);
    if (found->written < 0 || name_of_type(read.kind) < 0) return 0;
    record.length += found->written;
    return 1;
}

/* ---- what is told of it ---- */

static void tell_where(int64_t operation)
{
    tell(&record, operation);
    tell(&record, now.number);
    tell(&record, now.depth);
}

static void tell_new(const Found *found)
{
    const Place *facts = &found->facts;
    tell(&record, facts->serial);
    tell(&record, (int64_t)facts->address);
    tell(&record, facts->count);
    tell(&record, facts->value.size);
    tell(&record, name_of_type(facts->value.kind));
}

static void tell_text(const Found *found)
{
    tell(&record, -1);  /* nothing was cut */
    tell(&record, found->written);
}

/* All names that are known to refer to an object have the same to say of it. */
static void take_over(const Place *facts)
{
    for (Py_ssize_t n = 0; n < now.layout->count; n++) {
        Place *place = &now.places[n];
        if (place->is_read && place->address == facts->address) {
            place->count = facts->count;
            place->value.size = facts->value.size;
            place->is_changed = 1;
        }
    }
}

static void tell_found(Found *found)
{
    Place *facts = &found->facts;
    if (found->novelty == IS_NEW) {
        facts->serial = ++now.highest;
        now.heap += facts->value.size;
        tell(&record, OBJECT);
        tell_new(found);
        tell(&record, SCALAR);
        tell(&record, 2);
        tell_text(found);
    } else if (found->novelty == IS_KNOWN) {
        const Place *before = known_by_name(now.after, facts->address);
        if (before->count != facts->count) {
            tell(&record, COUNT);
            tell(&record, facts->serial);
            tell(&record, facts->count);
        }
        if (before->value.size != facts->value.size) {
            tell(&record, SIZE);
            tell(&record, facts->serial);
            tell(&record, facts->value.size);
            now.heap += facts->value.size - before->value.size;
        }
        take_over(facts);
    }
}

static void note_dead(const Place *place)
{
    now.heap -= place->value.size;
    if (place->slot) now.dead[now.dead_count++] = place->slot;
}

static int by_size(const void *a, const void *b)
{
    int64_t one = *(const int64_t *)a, other = *(const int64_t *)b;
    return (one > other) - (one < other);
}

static void tell_rebound(Found *found, Place *place)
{
    note_dead(place);
    found->facts.serial = ++now.highest;
    now.heap += found->facts.value.size;
    tell_where(REBOUND);
    tell(&record, found->place);
    tell_new(found);
    tell_text(found);
    *place = found->facts;
    place->is_changed = 1;
}

/* Append what the line has changed, and take it over. ``dead`` are the places among ``found`` whose
   object has died. */
static void commit(Found *found, int count, const int *dead, int dead_count)
{
    if (dead_count && count == 1 && found->novelty == IS_NEW) {
        tell_rebound(found, &now.places[found->place]);
        return;
    }
    if (dead_count) {
        tell(&record, FREED);
        tell(&record, dead_count);
        for (int n = 0; n < dead_count; n++) {
            const Place *place = &now.places[dead[n]];
            note_dead(place);
            tell(&record, place->serial);
        }
        qsort(record.numbers + record.count - dead_count, (size_t)dead_count, sizeof(int64_t),
              by_size);
    }
    for (int n = 0; n < count; n++) {
        if (found[n].novelty == SAME_AS_BEFORE) {
            for (int m = 0; m < n; m++)
                if (found[m].facts.address == found[n].facts.address) {
                    found[n].facts = found[m].facts;
                    break;
                }
        } else {
            tell_found(&found[n]);
        }
        tell_where(BIND);
        tell(&record, found[n].place);
        tell(&record, found[n].facts.serial);
    }
    for (int n = 0; n < count; n++) {
        Place *place = &now.places[found[n].place];
        *place = found[n].facts;
        place->is_read = place->is_changed = 1;
    }
}

static int is_among(const Found *found, int count, uintptr_t address)
{
    for (int n = 0; n < count; n++)
        if (found[n].facts.address == address) return 1;
    return 0;
}

/* What the bound names referred to before and nothing refers to any more; -1 where it would have to
   be looked for. */
static int find_dead(const Found *found, int count, int *dead)
{
    int n_dead = 0;
    for (int n = 0; n < count; n++) {
        const Place *old = place_at(found[n].place);
        if (old == NULL) return -1;
        if (old->address == found[n].facts.address || old->is_settled ||
            is_among(found, count, old->address))
            continue;
        if (old->count != 1 || !old->is_scalar) return -1;
        dead[n_dead++] = found[n].place;
    }
    return n_dead;
}

/* ---- one step ---- */

static int is_as_armed(PyThreadState *thread, _PyInterpreterFrame *frame)
{
    return thread == now.thread && (uintptr_t)object_of_frame(frame) == now.frame &&
           PyDict_GET_SIZE(recorder.raised) == 0 && other_threads(thread) == 0 &&
           collector_count(thread, 1) == now.older[0] &&
           collector_count(thread, 2) == now.older[1];
}

static void begin_record(int64_t line)
{
    record.count = record.length = 0;
    tell(&record, STEP);
    tell(&record, EVENT_LINE);
    tell(&record, now.number);
    tell(&record, now.file);
    tell(&record, line);
    tell(&record, now.function);
    tell(&record, now.ends[0]);
    tell(&record, now.ends[1]);
}

static const Line *line_that_follows(int64_t line)
{
    const Line *found = line_of(now.layout, line);
    if (found == NULL && now.are_loops) found = line_of(now.layout, -1 - now.instruction);
    return found != NULL && found->loaded >= 0 ? found : NULL;
}

/* Make the step at ``line``; 0, and nothing has changed, where the Python recorder is to do it. */
static int step(int64_t line)
{
    if (now.after == NULL) return 0;
    PyThreadState *thread = _PyThreadState_GET();
    _PyInterpreterFrame *frame = watched_frame(thread);
    if (!is_as_armed(thread, frame)) return 0;
    const Line *after = now.after;
    begin_record(line);
    for (int n = 0; n < after->loaded; n++) {
        const Place *place = place_at(after->places[n]);
        if (place == NULL || !place->is_scalar) return 0;
    }
    Found found[MOST_BOUND];
    int dead[MOST_BOUND];
    for (int n = 0; n < after->bound; n++) {
        found[n].place = after->places[after->loaded + n];
        PyObject *value = value_at(frame, found[n].place);
        if (value == NULL || !look_at(value, after, &found[n], found)) return 0;
    }
    int dead_count = find_dead(found, after->bound, dead);
    if (dead_count < 0) return 0;
    if (!ring_has_room(&ring, sizeof record.numbers + sizeof text)) return 0;
    commit(found, after->bound, dead, dead_count);
    if (now.line != line) {
        now.line = line;
        tell_where(STEP_LINE);
        tell(&record, line);
    }
    now.instruction = instruction_of(frame);
    now.steps++;
    ring_write_step(&ring, &record, (uint64_t)now.heap);
    now.after = line_that_follows(line);
    return 1;
}

/* ---- callbacks ---- */

static PyObject *on_line(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    if (now.is_armed && count == 2 && step(PyLong_AsLongLong(arguments[1]))) Py_RETURN_NONE;
    return PyObject_Vectorcall(recorder.on_line, arguments, (size_t)count, NULL);
}

/* A jump back within a line is that line again. */
static PyObject *on_jump(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    if (now.is_armed && now.after != NULL && count == 3) {
        int start = PyLong_AsInt(arguments[1]), end = PyLong_AsInt(arguments[2]);
        if (end <= start) {
            PyCodeObject *code = (PyCodeObject *)arguments[0];
            int line = PyCode_Addr2Line(code, start);
            if (line > 0 && line == PyCode_Addr2Line(code, end) && step(line)) Py_RETURN_NONE;
        }
    }
    return PyObject_Vectorcall(recorder.on_jump, arguments, (size_t)count, NULL);
}

/* ---- between the tables and the core ---- */

static PyObject *begin(PyObject *self, PyObject *const *a, Py_ssize_t count)
{
    if (count != 8) return PyErr_Format(PyExc_TypeError, "eight arguments");
    if (PyObject_GetBuffer(a[7], &recorder.mapping, PyBUF_WRITABLE) < 0) return NULL;
    PyObject **kept[] = {&recorder.on_line, &recorder.on_jump, &recorder.objects, &recorder.spool,
                         &recorder.raised, &recorder.plans, &recorder.texts};
    for (int n = 0; n < 7; n++) *kept[n] = Py_NewRef(a[n]);
    PyTypeObject *types[KINDS] = {NULL, &PyLong_Type, &PyFloat_Type, &PyUnicode_Type, NULL};
    memcpy(recorder.types, types, sizeof types);
    for (int n = 0; n < KINDS; n++) recorder.names[n] = -1;
    ring_begin(&ring, recorder.mapping.buf, (uint64_t)recorder.mapping.len);
    Py_RETURN_NONE;
}

static int64_t number_of(PyObject *owner, const char *name)
{
    PyObject *found = attribute(owner, name);
    int64_t number = found ? PyLong_AsLongLong(found) : -1;
    Py_XDECREF(found);
    return number;
}

static void disarm(void)
{
    now.is_armed = 0;
    now.after = NULL;
    tables_end(&now.tables);
}

static int make_room(Py_ssize_t count)
{
    if (count > now.room) {
        Place *places = realloc(now.places, (size_t)(2 * count) * sizeof *places);
        if (places) now.places = places;
        Py_ssize_t *dead = realloc(now.dead, (size_t)(2 * count) * sizeof *dead);
        if (dead) now.dead = dead;
        if (!places || !dead) return 0;
        now.room = 2 * count;
    }
    memset(now.places, 0, (size_t)count * sizeof *now.places);
    now.dead_count = 0;
    return 1;
}

/* learn(code, names, is module, locals, key, loaded, bound): one line more, so that the core knows
   what follows when it comes there. Sets the layout and the line. */
static PyObject *learn(PyObject *self, PyObject *const *a, Py_ssize_t count)
{
    if (count < 7) return PyErr_Format(PyExc_TypeError, "seven arguments");
    disarm();
    int64_t key = PyLong_AsLongLong(a[4]);
    now.is_module = PyObject_IsTrue(a[2]);
    now.layout = layout_of(PyLong_AsLongLong(a[0]), now.is_module, a[1], recorder.texts, a[3]);
    if (now.layout == NULL) Py_RETURN_NONE;
    now.after = line_of(now.layout, key);
    if (now.after == NULL) now.after = learn_line(now.layout, key, a[5], a[6]);
    if (now.after != NULL && now.after->loaded < 0) now.after = NULL;
    Py_RETURN_NONE;
}

/* arm(…as learn…, addresses, frame, thread, depth, file, function, line, (stdout, stderr),
   (older counts), are loops) */
static PyObject *arm(PyObject *self, PyObject *const *a, Py_ssize_t count)
{
    if (count != 17) return PyErr_Format(PyExc_TypeError, "seventeen arguments");
    Py_XDECREF(learn(self, a, count));
    Py_ssize_t places = PyTuple_GET_SIZE(a[1]);
    if (now.after == NULL || !make_room(places + 1)) Py_RETURN_FALSE;
    a += 7;
    for (Py_ssize_t n = 0; n < places; n++)
        now.places[n].address = (uintptr_t)PyLong_AsVoidPtr(PyTuple_GET_ITEM(a[0], n));
    now.frame = (uintptr_t)PyLong_AsVoidPtr(a[1]);
    int64_t *numbers[] = {&now.number, &now.depth, &now.file, &now.function};
    for (int n = 0; n < 4; n++) *numbers[n] = PyLong_AsLongLong(a[2 + n]);
    now.line = PyLong_AsLongLong(a[6]);
    for (int n = 0; n < 2; n++) {
        now.ends[n] = PyLong_AsLongLong(PyTuple_GET_ITEM(a[7], n));
        now.older[n] = PyLong_AsInt(PyTuple_GET_ITEM(a[8], n));
    }
    now.are_loops = PyObject_IsTrue(a[9]);
    now.highest = number_of(recorder.objects, "highest");
    now.heap = number_of(recorder.objects, "bytes");
    ring.written = (uint64_t)number_of(recorder.spool, "_written");
    ring.steps = (uint64_t)number_of(recorder.spool, "_steps");
    ring.peak = (uint64_t)number_of(recorder.spool, "_peak");
    now.thread = _PyThreadState_GET();
    now.steps = 0;
    if (PyErr_Occurred() || !tables_begin(&now.tables, recorder.objects) ||
        !PyDict_CheckExact(now.tables.slots)) {
        now.after = NULL;
        return PyErr_Occurred() ? NULL : Py_NewRef(Py_False);
    }
    now.is_armed = now.older[0] || now.older[1];
    if (!now.is_armed) disarm();
    return PyBool_FromLong(now.is_armed);
}

static PyObject *has_steps(PyObject *self, PyObject *nothing)
{
    if (now.is_armed && now.steps) Py_RETURN_TRUE;
    disarm();
    Py_RETURN_FALSE;
}

static int set_number(PyObject *owner, const char *name, uint64_t number)
{
    PyObject *found = PyLong_FromUnsignedLongLong(number);
    int result = found ? PyObject_SetAttrString(owner, name, found) : -1;
    Py_XDECREF(found);
    return result;
}

/* (place, address, row or 0, serial, type or None where it is settled, count, size, content) */
static PyObject *changed_place(Py_ssize_t n)
{
    const Place *place = &now.places[n];
    PyObject *type = place->is_settled ? Py_None : (PyObject *)recorder.types[place->value.kind];
    PyObject *kept = place->slot ? Py_NewRef(Py_None) : kept_value(&place->value);
    if (kept == NULL) return NULL;
    return Py_BuildValue("(nKnLOLnN)", n, (unsigned long long)place->address, place->slot,
                         (long long)place->serial, type ? type : Py_None, (long long)place->count,
                         place->value.size, kept);
}

static PyObject *told(void)
{
    PyObject *changed = PyList_New(0), *dead = PyList_New(0);
    int is_whole = changed != NULL && dead != NULL;
    for (Py_ssize_t n = 0; is_whole && n < now.layout->count; n++) {
        if (!now.places[n].is_changed) continue;
        PyObject *one = changed_place(n);
        is_whole = one != NULL && PyList_Append(changed, one) == 0;
        Py_XDECREF(one);
    }
    for (Py_ssize_t n = 0; is_whole && n < now.dead_count; n++) {
        PyObject *slot = PyLong_FromSsize_t(now.dead[n]);
        is_whole = slot != NULL && PyList_Append(dead, slot) == 0;
        Py_XDECREF(slot);
    }
    if (is_whole)
        return Py_BuildValue("(LLNN)", (long long)now.line, (long long)now.instruction, dead,
                             changed);
    Py_XDECREF(changed);
    Py_XDECREF(dead);
    return NULL;
}

/* Hand over what has changed since the core was armed: (line, instruction, rows of the dead,
   places). What the spool and the tables count is set here, where no signal's handler can run. */
static PyObject *settle(PyObject *self, PyObject *nothing)
{
    PyObject *found = told();
    if (found == NULL) return NULL;
    uint64_t place = ring_place(&ring);
    if (set_number(recorder.objects, "highest", (uint64_t)now.highest) < 0 ||
        set_number(recorder.spool, "_written", ring.written) < 0 ||
        set_number(recorder.spool, "_steps", ring.steps) < 0 ||
        set_number(recorder.spool, "_peak", ring.peak) < 0 ||
        set_number(recorder.spool, "_place", place) < 0 ||
        set_number(recorder.spool, "_clear", place) < 0) {
        Py_DECREF(found);
        return NULL;
    }
    disarm();
    return found;
}

/* ---- the self-test's view of what the core reads ---- */

/* (id of the caller's frame, its instruction, id of its first local, counts of the older
   generations, other threads) */
static PyObject *look(PyObject *self, PyObject *nothing)
{
    PyThreadState *thread = _PyThreadState_GET();
    _PyInterpreterFrame *frame = watched_frame(thread);
    return Py_BuildValue("(KiKiin)", (unsigned long long)(uintptr_t)object_of_frame(frame),
                         instruction_of(frame), (unsigned long long)(uintptr_t)local_of(frame, 0),
                         collector_count(thread, 1), collector_count(thread, 2),
                         other_threads(thread));
}

/* (size, what is kept, text) of a value, or None where it cannot be told */
static PyObject *look_at_value(PyObject *self, PyObject *object)
{
    Value value;
    char written[LONGEST_TEXT + 32];
    Py_ssize_t length = read_value(object, &value) ? write_value(object, &value, written) : -1;
    if (length < 0) Py_RETURN_NONE;
    return Py_BuildValue("(nNy#)", value.size, kept_value(&value), written, length);
}

static PyMethodDef methods[] = {
    {"on_line_", (PyCFunction)(void (*)(void))on_line, METH_FASTCALL, NULL},
    {"on_jump_", (PyCFunction)(void (*)(void))on_jump, METH_FASTCALL, NULL},
    {"begin_", (PyCFunction)(void (*)(void))begin, METH_FASTCALL, NULL},
    {"arm_", (PyCFunction)(void (*)(void))arm, METH_FASTCALL, NULL},
    {"learn_", (PyCFunction)(void (*)(void))learn, METH_FASTCALL, NULL},
    {"has_steps_", has_steps, METH_NOARGS, NULL},
    {"settle_", settle, METH_NOARGS, NULL},
    {"scan_", (PyCFunction)(void (*)(void))scan, METH_FASTCALL, NULL},
    {"tell_counts_", (PyCFunction)(void (*)(void))tell_counts, METH_FASTCALL, NULL},
    {"held_by_nothing_", (PyCFunction)(void (*)(void))held_by_nothing, METH_FASTCALL, NULL},
    {"splice_", (PyCFunction)(void (*)(void))splice_items, METH_FASTCALL, NULL},
    {"look_", look, METH_NOARGS, NULL},
    {"look_at_value_", look_at_value, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static int execute(PyObject *module)
{
    return PyModule_AddIntConstant(module, "built_for_", PY_VERSION_HEX);
}

static PyModuleDef_Slot slots[] = {
    {Py_mod_exec, execute},
    {Py_mod_multiple_interpreters, Py_MOD_MULTIPLE_INTERPRETERS_NOT_SUPPORTED},
    {0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "native", NULL, 0, methods, slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit_native(void)
{
    return PyModuleDef_Init(&definition);
}
