/* The recorder's callbacks for lines, jumps, calls and returns, in C: steps after which all that can
   have changed is known, because the instructions before them only bound names to numbers or text, or
   called a function of the program with such, or returned one (visualizer/recorder/simple.py and
   call_lines.py say which those are, and why nothing else can have changed then).

   ``arm`` tells in which frames the thread stands. If the next event comes to one of them, or to a
   function that it calls, the step is made and written here (steps.c). Whatever is in any way
   different goes to the Python callback, which first takes over what was done here (``settle``).

   While it makes a step the core keeps nothing and runs no Python code, and the only object it makes
   that lasts is the frame's own, which the Python recorder would make too; so the program's memory,
   counts and collector are as in a plain run. */

#include "ahead.h"
#include "births.h"
#include "reach.h"
#include "scan.h"
#include "steps.h"

static Py_ssize_t told_so_far;

static struct {
    PyObject *on_line, *on_jump, *on_start, *on_return;  /* the Python recorder's */
    PyObject *objects, *spool, *texts;
    Py_buffer mapping;
} recorder;

/* ---- callbacks ---- */

static PyObject *on_line(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    ahead_let_go();
    if (now.is_armed && count == 2 && step_line(PyLong_AsLongLong(arguments[1]), 0)) Py_RETURN_NONE;
    return PyObject_Vectorcall(recorder.on_line, arguments, (size_t)count, NULL);
}

/* A jump back within a line is that line again. */
static PyObject *on_jump(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    ahead_let_go();
    if (now.is_armed && innermost() && innermost()->after && count == 3) {
        int start = PyLong_AsInt(arguments[1]), end = PyLong_AsInt(arguments[2]);
        if (end <= start) {
            PyCodeObject *code = (PyCodeObject *)arguments[0];
            int line = PyCode_Addr2Line(code, start);
            if (line > 0 && line == PyCode_Addr2Line(code, end) && step_line(line, 1))
                Py_RETURN_NONE;
        }
    }
    return PyObject_Vectorcall(recorder.on_jump, arguments, (size_t)count, NULL);
}

static PyObject *on_start(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    ahead_let_go();
    if (now.is_armed && count == 2 && step_call((PyCodeObject *)arguments[0])) Py_RETURN_NONE;
    return PyObject_Vectorcall(recorder.on_start, arguments, (size_t)count, NULL);
}

static PyObject *on_return(PyObject *self, PyObject *const *arguments, Py_ssize_t count)
{
    ahead_let_go();
    if (now.is_armed && count == 3 && step_return(arguments[2])) Py_RETURN_NONE;
    return PyObject_Vectorcall(recorder.on_return, arguments, (size_t)count, NULL);
}

/* ---- between the tables and the core ---- */

static PyObject *begin(PyObject *self, PyObject *const *a, Py_ssize_t count)
{
    if (count != 14) return PyErr_Format(PyExc_TypeError, "fourteen arguments");
    if (PyObject_GetBuffer(a[13], &recorder.mapping, PyBUF_WRITABLE) < 0) return NULL;
    PyObject **kept[] = {&recorder.on_line, &recorder.on_jump, &recorder.on_start,
                         &recorder.on_return, &recorder.objects, &recorder.spool, &now.raised,
                         &now.plans, &recorder.texts, &sources.globals, &sources.threads,
                         &sources.kinds, &sources.layouts};
    now.texts = a[8];
    for (int n = 0; n < 13; n++) *kept[n] = Py_NewRef(a[n]);
    PyTypeObject *types[KINDS] = {NULL, &PyLong_Type, &PyFloat_Type, &PyUnicode_Type, NULL};
    memcpy(now.types, types, sizeof types);
    for (int n = 0; n < KINDS; n++) now.names[n] = -1;
    ring_begin(&now.ring, recorder.mapping.buf, (uint64_t)recorder.mapping.len);
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
    now.count = 0;
    now.last.is_pending = 0;
    ahead_let_go();
    tables_end(&now.tables);
}

/* know_code(all about it): as ``know_code`` in codes.h. */
static PyObject *know(PyObject *self, PyObject *told)
{
    disarm();
    if (know_code(told, recorder.texts) == NULL) return NULL;
    Py_RETURN_NONE;
}

static PyObject *forget_calls(PyObject *self, PyObject *nothing)
{
    forget_callable();
    Py_RETURN_NONE;
}

/* The frame whose object is at an address, among those that the thread is in. */
static _PyInterpreterFrame *frame_of_object(PyThreadState *thread, uintptr_t address)
{
    _PyInterpreterFrame *frame = thread->current_frame;
    while (frame && (frame->owner == FRAME_OWNED_BY_CSTACK ||
                     (uintptr_t)object_of_frame(frame) != address))
        frame = frame->previous;
    return frame;
}

static int fill_places(Frame *frame, PyObject *names, PyObject *addresses)
{
    const Code *code = frame->code;
    Py_ssize_t count = PyTuple_GET_SIZE(names);
    int local = 0;
    if (!frame_make_room(frame, code->kind ? code->locals : (int)count)) return 0;
    for (Py_ssize_t n = 0; n < count; n++) {
        int place = (int)n;
        if (code->kind) {  /* names come in the order of the locals; cells are none */
            int64_t name = PyLong_AsLongLong(PyTuple_GET_ITEM(names, n));
            for (place = local; place < code->locals && code->numbers[place] != name; place++) {}
            if (place == code->locals) continue;
            local = place + 1;
        }
        frame->places[place].address = (uintptr_t)PyLong_AsVoidPtr(PyTuple_GET_ITEM(addresses, n));
    }
    return 1;
}

/* Whether a module's frame is in the middle of a comprehension, whose variables are its only locals. */
static int has_locals(_PyInterpreterFrame *frame)
{
    for (int n = 0; n < _PyFrame_GetCode(frame)->co_nlocalsplus; n++)
        if (local_of(frame, n) != NULL) return 1;
    return 0;
}

/* One frame as it was sent last: (code, names, addresses, frame, serial, line, instruction, whether it
   has just begun). */
static int take_frame(PyObject *told)
{
    long long number, serial, line, instruction;
    unsigned long long address;
    PyObject *names, *addresses;
    int has_begun;
    if (!PyArg_ParseTuple(told, "LO!O!KLLLp", &number, &PyTuple_Type, &names, &PyTuple_Type,
                          &addresses, &address, &serial, &line, &instruction, &has_begun))
        return 0;
    Frame *frame = &now.frames[now.count];
    frame->code = code_of_number(number);
    frame->frame = frame_of_object(now.thread, (uintptr_t)address);
    if (frame->code == NULL || frame->frame == NULL) return 0;
    if (frame->code->kind == 0 && has_locals(frame->frame)) return 0;
    if (frame->code->kind == 0 && !set_names(frame->code, names, recorder.texts)) return 0;
    if (!fill_places(frame, names, addresses)) return 0;
    frame->object = (uintptr_t)address;
    frame->serial = serial;
    frame->line = line;
    frame->instruction = instruction;
    frame->returned = -1;
    frame->are_operands_new = 0;
    read_operands(frame);
    now.count++;
    frame->after = &begun;
    if (!has_begun) follow_line(frame, line);
    return frame->after != NULL;
}

/* arm(frames, outermost first; (thread, depth of the first), (stdout, stderr), (older counts), are
   loops, may call, serial of the last frame) */
static PyObject *arm(PyObject *self, PyObject *const *a, Py_ssize_t count)
{
    if (count != 7) return PyErr_Format(PyExc_TypeError, "seven arguments");
    disarm();
    now.thread = _PyThreadState_GET();
    now.number = PyLong_AsLongLong(PyTuple_GET_ITEM(a[1], 0));
    now.depth = PyLong_AsLongLong(PyTuple_GET_ITEM(a[1], 1));
    for (int n = 0; n < 2; n++) {
        now.ends[n] = PyLong_AsLongLong(PyTuple_GET_ITEM(a[2], n));
        now.older[n] = PyLong_AsInt(PyTuple_GET_ITEM(a[3], n));
    }
    now.are_loops = PyObject_IsTrue(a[4]);
    now.may_call = PyObject_IsTrue(a[5]);
    now.serial = PyLong_AsLongLong(a[6]);
    now.highest = number_of(recorder.objects, "highest");
    now.heap = number_of(recorder.objects, "bytes");
    now.ring.written = (uint64_t)number_of(recorder.spool, "_written");
    now.ring.steps = (uint64_t)number_of(recorder.spool, "_steps");
    now.ring.peak = (uint64_t)number_of(recorder.spool, "_peak");
    now.steps = 0;
    now.calls = 0;
    if (PyErr_Occurred() || !tables_begin(&now.tables, recorder.objects)) return NULL;
    things_begin(&now.tables);
    reach_begin();
    int is_good = PyDict_CheckExact(now.tables.slots) && (now.older[0] || now.older[1]);
    for (Py_ssize_t n = 0; is_good && n < PyTuple_GET_SIZE(a[0]); n++)
        is_good = take_frame(PyTuple_GET_ITEM(a[0], n));
    if (!is_good) disarm();
    now.is_armed = is_good;
    return PyErr_Occurred() ? NULL : PyBool_FromLong(is_good);
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

/* ---- what has come of the steps ---- */

static int append(PyObject *list, PyObject *item)
{
    int result = item == NULL ? -1 : PyList_Append(list, item);
    Py_XDECREF(item);
    return result == 0;
}

/* (address, row or 0, serial, type, count, size, content, items that were appended or None) */
static PyObject *told_thing(const Thing *thing)
{
    PyObject *kept = thing->words ? changed_content(thing) : thing->slot ? Py_NewRef(Py_None)
                                                                         : kept_value(&thing->value);
    PyObject *type = (PyObject *)now.types[thing->value.kind];
    PyObject *items = thing->appended ? appended_items(thing) : Py_NewRef(Py_None);
    if (kept == NULL || items == NULL) {
        Py_XDECREF(kept);
        Py_XDECREF(items);
        return NULL;
    }
    return Py_BuildValue("(KnLOLnNN)", (unsigned long long)thing->address, thing->slot,
                         (long long)thing->serial, type ? type : Py_None, (long long)thing->count,
                         thing->value.size, kept, items);
}

static PyObject *told_dead(void)
{
    const Py_ssize_t *rows;
    Py_ssize_t count = dead_rows(&rows);
    PyObject *found = PyList_New(0);
    for (Py_ssize_t n = 0; found && n < count; n++)
        if (!append(found, PyLong_FromSsize_t(rows[n]))) Py_CLEAR(found);
    return found;
}

static PyObject *told_operands(const Frame *frame)
{
    if (!frame->are_operands_new) Py_RETURN_NONE;
    PyObject *found = PyList_New(0);
    for (int n = 0; found && n < frame->height; n++)
        if (frame->operands[n] && !append(found, PyLong_FromLongLong(frame->operands[n]->serial)))
            Py_CLEAR(found);
    return found;
}

/* (code, address of the code, address, serial, line, instruction, names, addresses, operands) */
static PyObject *told_frame(const Frame *frame)
{
    PyObject *names = PyList_New(0), *addresses = PyList_New(0), *operands = told_operands(frame);
    int is_whole = names && addresses && operands;
    for (int n = 0; is_whole && n < frame->count; n++) {
        uintptr_t address = frame->places[n].address;
        if (frame->code->kind && !address) continue;
        is_whole = append(names, PyLong_FromLongLong(name_of_place(frame, n))) &&
                   append(addresses, PyLong_FromVoidPtr((void *)address));
    }
    if (is_whole)
        return Py_BuildValue("(LKKLLLNNN)", (long long)frame->code->number,
                             (unsigned long long)frame->code->address,
                             (unsigned long long)frame->object, (long long)frame->serial,
                             (long long)frame->line, (long long)frame->instruction, names,
                             addresses, operands);
    Py_XDECREF(names);
    Py_XDECREF(addresses);
    Py_XDECREF(operands);
    return NULL;
}

/* None where the last step was no return, else (address of the value or 0, its count once the frame is
   gone, addresses of what dies with it) */
static PyObject *told_return(void)
{
    if (!now.last.is_pending) Py_RETURN_NONE;
    const Frame *frame = &now.frames[now.last.depth];
    PyObject *doomed = PyList_New(0);
    for (int n = 0; doomed && n < frame->count; n++) {
        const Place *place = &frame->places[n];
        if (place->thing && place->thing->is_doomed &&
            !append(doomed, PyLong_FromVoidPtr((void *)place->address)))
            Py_CLEAR(doomed);
    }
    uintptr_t value = now.last.value ? now.last.value->address : 0;
    return doomed == NULL ? NULL : Py_BuildValue("(KLN)", (unsigned long long)value,
                                                 (long long)now.last.left, doomed);
}

/* Hand over what has changed since the core was armed: (how many frames there are, the last one ended
   by a return; rows of the dead, return, serial of the last frame, frames made less ended, how deep the
   program stood). ``frame`` and ``thing`` give the rest, until the core is armed again. What the spool
   and the tables count is set here, where no signal's handler can run. */
static PyObject *settle(PyObject *self, PyObject *nothing)
{
    PyObject *rows = told_dead(), *returned = told_return();
    uint64_t place = ring_place(&now.ring);
    int count = now.count + now.last.is_pending;
    int is_whole = rows && returned &&
                   set_number(recorder.objects, "highest", (uint64_t)now.highest) == 0 &&
                   set_number(recorder.spool, "_written", now.ring.written) == 0 &&
                   set_number(recorder.spool, "_steps", now.ring.steps) == 0 &&
                   set_number(recorder.spool, "_peak", now.ring.peak) == 0 &&
                   set_number(recorder.spool, "_place", place) == 0 &&
                   set_number(recorder.spool, "_clear", place) == 0;
    if (!is_whole) {
        Py_XDECREF(rows);
        Py_XDECREF(returned);
        return NULL;
    }
    count_young(now.thread, now.calls);  /* for the ballast to make up for */
    disarm();
    told_so_far = 0;
    return Py_BuildValue("(iNNLiL)", count, rows, returned, (long long)now.serial, now.calls,
                         (long long)(now.depth + now.stood));
}

/* frame(n): as it was when the core was settled. One at a time: many lists at once would be left to
   the program. */
static PyObject *frame(PyObject *self, PyObject *place)
{
    int n = PyLong_AsInt(place);
    return PyErr_Occurred() ? NULL : told_frame(&now.frames[n]);
}

/* The next object that has come or changed; None after the last. */
static PyObject *thing(PyObject *self, PyObject *nothing)
{
    const Thing *found = next_changed(&told_so_far);
    if (found == NULL) Py_RETURN_NONE;
    return told_thing(found);
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
    {"on_start_", (PyCFunction)(void (*)(void))on_start, METH_FASTCALL, NULL},
    {"on_return_", (PyCFunction)(void (*)(void))on_return, METH_FASTCALL, NULL},
    {"begin_", (PyCFunction)(void (*)(void))begin, METH_FASTCALL, NULL},
    {"arm_", (PyCFunction)(void (*)(void))arm, METH_FASTCALL, NULL},
    {"know_code_", know, METH_O, NULL},
    {"forget_calls_", forget_calls, METH_NOARGS, NULL},
    {"has_steps_", has_steps, METH_NOARGS, NULL},
    {"settle_", settle, METH_NOARGS, NULL},
    {"frame_", frame, METH_O, NULL},
    {"thing_", thing, METH_NOARGS, NULL},
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
