/* The recorder in C: takes every event of sys.monitoring and makes each step in one way.

   A step: counts, containers, names and stacks, all there is to say of what is new, islands, the dead;
   then the record goes into the ring. Nothing of the program runs meanwhile. What only Python can tell
   (a type, a code object, a rare kind of object) is asked in the house (memory.h). */

#include "engine.h"

static struct {
    PyObject *settings;         /* what ``begin`` was given: it keeps what follows, down to the streams */
    PyObject *asks;
    PyObject *names;            /* the number of each name */
    PyObject *failed;           /* what is called when the engine gives up */
    PyObject *explain;          /* words for an exception of the recorder's own */
    const char *taken_away;     /* said when the program has taken our events away */
    PyObject *disable;
    PyObject *settle_terminal;  /* None where output goes into files */
    PyObject *flush, *text_stream;
    PyObject *heirs;            /* the callbacks of who records from then on; NULL where nobody does */
    PyObject *tool_name;        /* borrowed: it is only compared */
    int tool;
    unsigned events;
    Py_buffer mapping;
    const void *streams[2];     /* addresses of what Python made as output streams */
    int outputs[2];
    int64_t ends[2];
    PyCodeObject *program;      /* borrowed: it is only compared */
    uint64_t left_out, left_out_at;
    int is_running, is_loud, has_locks, had_others, must_reset;
    uint64_t ended_on;          /* the thread of the program's own code when that is through, 0 before */
    int is_in_doubt;            /* the engine gives up, and another recorder may go on */
    char failure[1024];
} engine;

/* ---- asking Python ---- */

static Index entering;      /* the object that is being described */

static void note_failure(const char *text)
{
    if (engine.failure[0] == 0) {
        strncpy(engine.failure, text, sizeof engine.failure - 1);
    }
}

static void note_exception(void)
{
    PyObject *error = PyErr_GetRaisedException();
    if (error != NULL && PyErr_GivenExceptionMatches(error, PyExc_MemoryError))
        record.is_short_of_memory = 1;
    PyObject *words = error ? PyObject_CallOneArg(engine.explain, error) : NULL;
    PyErr_Clear();
    int is_said = words != NULL && PyBytes_Check(words);
    note_failure(is_said ? PyBytes_AS_STRING(words) : "the recorder failed, and could not say why");
    Py_XDECREF(words);
    Py_XDECREF(error);
}

PyObject *ask(enum Ask what, PyObject *first, const char *format, ...)
{
    va_list more;
    house_enter();
    Index before = entering;
    if (what == ASK_DESCRIBE) entering = row_of(first);
    va_start(more, format);
    PyObject *second = Py_VaBuildValue(format, more), *answer = NULL;
    va_end(more);
    PyObject *arguments[] = {first, second};
    if (second != NULL) answer = PyObject_Vectorcall(PyTuple_GET_ITEM(engine.asks, what), arguments, 2, NULL);
    Py_XDECREF(second);
    entering = before;
    if (answer == NULL) note_exception();
    return answer;
}

void answer_done(PyObject *answer)
{
    Py_XDECREF(answer);
    house_leave();
}

int64_t number_in(PyObject *answer)
{
    int64_t number = answer ? PyLong_AsLongLong(answer) : -1;
    answer_done(answer);
    return number;
}

int64_t name_of(PyObject *name)
{
    PyObject *known = PyUnicode_CheckExact(name) ? PyDict_GetItemWithError(engine.names, name) : NULL;
    return known ? PyLong_AsLongLong(known) : number_in(ask(ASK_NAME, name, ""));
}

static void give_up(const char *reason)
{
    engine.is_in_doubt = engine.failure[0] == 0;
    note_failure(reason);
}

/* Whether the tool and its events are still ours; a callback that is taken away says so itself. */
static int are_events_ours(void)
{
    PyThreadState *state = PyThreadState_GetUnchecked();
    return name_of_tool(state, engine.tool) == engine.tool_name &&
           events_of_tool(state, engine.tool) == engine.events;
}

/* ---- the end of a recording ---- */

static void stop(void)
{
    engine.is_running = 0;
    memory_end();
    pages_end();
}

/* The program goes on, unrecorded: or recorded by who takes over, if the engine itself is all that is in
   doubt. ``failed(is it?)`` gives the callbacks of that one, or None. */
static void fail(void)
{
    if (!engine.is_running) return;
    stop();
    record.is_short_of_memory = 0;
    record_clear();
    if (Py_IsFinalizing()) {    /* there is nothing left to be switched off */
        record_failure(engine.failure);
        return;
    }
    PyObject *error = PyErr_GetRaisedException();
    house_enter();
    PyObject *heirs = PyObject_CallOneArg(engine.failed, engine.is_in_doubt ? Py_True : Py_False);
    if (heirs == NULL && engine.is_in_doubt) {
        engine.failure[0] = 0;
        note_exception();
    }
    PyErr_Clear();
    if (heirs != NULL && PyTuple_Check(heirs)) engine.heirs = Py_NewRef(heirs);
    else record_failure(engine.failure);
    Py_XDECREF(heirs);
    house_leave();
    PyErr_SetRaisedException(error);
}

/* ---- output ---- */

/* Have what was printed written, where Python itself made the stream: errors are the program's own, and
   come again when it writes. */
static void flush(const char *name, const void *made)
{
    PyObject *stream = PySys_GetObject(name);
    if (stream == NULL || stream != made || (PyObject *)Py_TYPE(stream) != engine.text_stream) return;
    Py_INCREF(stream);
    PyObject *result = PyObject_CallOneArg(engine.flush, stream);
    if (result == NULL) PyErr_Clear();
    Py_XDECREF(result);
    Py_DECREF(stream);
}

/* From the program's end on, not threads that nobody waits for: the interpreter ends them wherever they are.
   One that writes keeps the stream's lock, and Python aborts when it cannot have it (_enter_buffered_busy of
   Modules/_io/bufferedio.c). */
static int may_write(PyThreadState *state)
{
    if (engine.ended_on == 0 || engine.ended_on == state->id) return 1;
    const Thread *thread = known_thread(state);
    return thread != NULL && thread->is_waited_for;
}

static void take_output(PyThreadState *state)
{
    PyObject *error = PyErr_GetRaisedException();
    if (may_write(state)) {
        flush("__stdout__", engine.streams[0]);
        flush("__stderr__", engine.streams[1]);
    }
    if (engine.settle_terminal != Py_None) {
        PyObject *end = PyObject_CallNoArgs(engine.settle_terminal);
        if (end != NULL) engine.ends[0] = PyLong_AsLongLong(end);
        Py_XDECREF(end);
        PyErr_Clear();
    } else {
        for (int n = 0; n < 2; n++) {
            int64_t end = file_stands(engine.outputs[n], SEEK_END);
            if (end >= 0) engine.ends[n] = end;
        }
    }
    PyErr_SetRaisedException(error);
}

/* ---- several threads ---- */

/* One thread at a time makes a step, in the order in which they come. When the interpreter shuts down, one
   that waits for room or credit may never come back. */
static uint64_t next_ticket, served_ticket;

static uint64_t take_turn(void)
{
    uint64_t own = next_ticket++;
    while (served_ticket != own && engine.is_running) {
        if (Py_IsFinalizing()) served_ticket = own;
        Py_BEGIN_ALLOW_THREADS
        pause_briefly(50000);
        Py_END_ALLOW_THREADS
    }
    return own;
}

static void give_turn(uint64_t own)
{
    served_ticket = own + 1;
}

/* ---- a step ---- */

static Py_ssize_t collections[3];
static Section collected;

void collection_took(int64_t serial)
{
    tell(&collected, serial);
}

/* A run of the collector, and which of the dead it took. */
static void tell_collections(PyThreadState *state)
{
    Py_ssize_t now[3];
    collections_so_far(state, now);
    int newest = -1;
    for (int n = 0; n < 3; n++)
        if (now[n] > collections[n]) newest = n;
    memcpy(collections, now, sizeof now);
    if (newest >= 0) {
        TELL(&record.rest, WIRE_COLLECTION, newest, (int64_t)collected.count);
        tell_all(&record.rest, collected.numbers, collected.count);
    }
    collected.count = 0;
}

static void tell_held(int way, int64_t serial)
{
    TELL(&record.rest, WIRE_HELD, way, serial, 1);
}

static void tell_value(int event, PyObject *value, const Known *innermost)
{
    int64_t serial = reach(value, BY_NAMES);
    if (event == WIRE_EVENT_EXCEPTION || event == WIRE_EVENT_UNCAUGHT) {
        TELL(&record.rest, WIRE_EXCEPTION, serial);
        tell_held(WIRE_HELD_EXCEPTION, serial);
        return;
    }
    TELL(&record.rest, WIRE_VALUE, serial);
    /* From 3.14 on it is told with what lies on the stack, if it is counted there. */
    if (!HAS_STACK_REFERENCES && innermost != NULL &&
        !has_mark(innermost->code, innermost->instruction, RETURNS_CONSTANT))
        tell_held(WIRE_HELD_STACK, serial);
}

static void tell_step(const Thread *thread, int event, const Known *innermost)
{
    int64_t nothing = innermost ? 0 : name_of(Py_GetConstantBorrowed(Py_CONSTANT_EMPTY_STR));
    TELL(&record.head, WIRE_STEP, event, thread->number, innermost ? innermost->code->file : nothing,
         innermost ? innermost->line : 0, innermost ? innermost->code->function : nothing,
         engine.ends[0], engine.ends[1]);
    if (engine.must_reset) tell(&record.head, WIRE_RESET);
}

/* locks(None, (thread, line or 0, was it raised)) of describing.py: the operations that tell who holds which lock.
   Only where code of the program does something to locks, or there are other threads. */
static void tell_locks(int64_t thread, int event, int line)
{
    PyObject *told = ask(ASK_LOCKS, Py_None, "Lii", (long long)thread, event == WIRE_EVENT_LINE ? line : 0,
                         event == WIRE_EVENT_EXCEPTION);
    if (told != NULL) tell_list(&record.rest, told);
    answer_done(told);
}

static void make_step(PyThreadState *state, int event, int line, PyObject *value)
{
    table_count();
    table_look();
    Thread *thread = thread_of(state);
    if (thread == NULL) return;
    Frame *frame = python_frame(state->current_frame);
    namespaces_check(thread, frame ? frame->f_globals : NULL);
    if (event == WIRE_EVENT_UNCAUGHT && value != NULL) {
        PyObject *traceback = ((PyBaseExceptionObject *)value)->traceback;
        stacks_follow_traceback(thread, traceback);
    } else {
        stacks_follow(thread, state, line);
    }
    if (are_there_other_threads(state) || engine.had_others) {
        engine.had_others = are_there_other_threads(state);
        stacks_follow_others(thread, state);
        thread = thread_of(state);
        engine.has_locks = 1;
    }
    const Known *innermost = thread->count ? &thread->known[thread->count - 1] : NULL;
    tell_step(thread, event, innermost);
    if (value != NULL) tell_value(event, value, innermost);
    PyObject *handled = handled_exception(state);
    if (handled != NULL) {
        int64_t serial = reach(handled, BY_NAMES);
        if (event != WIRE_EVENT_YIELD) tell_held(WIRE_HELD_EXCEPTION, serial);
    }
    table_tell_new();
    if (event != WIRE_EVENT_UNCAUGHT) {
        stacks_operands(thread, 0);
        table_tell_new();
        stacks_operands(thread, 1);
    }
    if (innermost != NULL && innermost->code->has_locks) engine.has_locks = 1;
    if (engine.has_locks) tell_locks(thread->number, event, line);
    islands_settle();
    table_drop();
    tell_collections(state);
    engine.is_loud = event != WIRE_EVENT_LINE || innermost == NULL ||
                     has_mark(innermost->code, innermost->instruction, IS_LOUD);
}

#define MOST_LEFT_OUT 64    /* steps in a row */

/* Memory was short in the middle of a step: it is left out, and all is told anew with the next. */
static void leave_out(int event)
{
    engine.left_out = engine.left_out_at == record.steps ? engine.left_out + 1 : 1;
    engine.left_out_at = record.steps;
    if (engine.left_out > MOST_LEFT_OUT || event == WIRE_EVENT_FINISH) {
        engine.is_in_doubt = 0;
        strcpy(engine.failure, "the recorder failed: memory is short");
        return;
    }
    engine.failure[0] = engine.is_in_doubt = 0;
    record.is_short_of_memory = 0;
    table_forget();
    stacks_forget();
    islands_forget();
    record_clear();
    engine.must_reset = 1;
}

static void step(int event, int line, PyObject *value)
{
    PyThreadState *state = PyThreadState_GetUnchecked();
    if (engine.is_loud || event != WIRE_EVENT_LINE) take_output(state);
    uint64_t turn = take_turn();
    if (!engine.is_running) {
        give_turn(turn);
        return;
    }
    if (!are_events_ours()) note_failure(engine.taken_away);
    if (!are_births_seen()) give_up("the program has taken the tracer of objects (tracemalloc does)");
    if (engine.failure[0] == 0) make_step(state, event, line, value);
    if (record.is_short_of_memory) leave_out(event);
    else if (engine.failure[0] == 0 && record_send(1)) engine.must_reset = 0;
    if (record.is_refused) note_failure("nobody takes the records any more");
    if (engine.failure[0]) fail();
    give_turn(turn);
}

/* ---- events ---- */

enum Callback { ON_LINE, ON_JUMP, ON_START, ON_RESUME, ON_RETURN, ON_YIELD, ON_THROW, ON_RAISE, ON_UNWIND,
                CALLBACKS };

/* starts(code, namespace) of describing.py has the events of the code switched on where it is the program's, and
   notes the names of a module: (is it the program's, is it the program itself, file, name, announcement). */
static int begins(PyCodeObject *code, int *is_program)
{
    Frame *frame = python_frame(PyThreadState_GetUnchecked()->current_frame);
    PyObject *told = ask(ASK_START, (PyObject *)code, "O", frame ? frame->f_globals : Py_None);
    int is_traced = 0;
    long long file = 0;
    PyObject *name = NULL, *announcement = NULL;
    if (told != NULL && PyArg_ParseTuple(told, "iiLOO!", &is_traced, is_program, &file, &name,
                                         &PyList_Type, &announcement)) {
        tell_list(&record.announced, announcement);
        if (*is_program) engine.program = code;
        if (name != Py_None) namespace_note(frame->f_globals, name, file);
    }
    answer_done(told);
    return is_traced;
}

/* The step of a call, and the first time the events of its code are switched on; 0 where nothing of the code
   is to be told any more. */
static int call_begins(PyCodeObject *code)
{
    int is_program = 0;
    Code *own = code_known(code);
    if (!are_events_ours()) {
        note_failure(engine.taken_away);
    } else if (own == NULL || !own->is_armed || own->kind == WIRE_FRAME_MODULE) {
        if (begins(code, &is_program) && (own = code_facts(code)) != NULL) own->is_armed = 1;
        else if (engine.failure[0] == 0) return 0;
    }
    if (engine.failure[0]) fail();
    else if (!is_program) step(WIRE_EVENT_CALL, own->first_line, NULL);
    return 1;
}

/* A jump back within a line is that line again, as sys.settrace has it; 0 where it is none. */
static int jumps_back(PyCodeObject *of, int start, int end)
{
    Code *code = end <= start ? code_facts(of) : NULL;
    int line = code && code->lines ? line_at(code, start / 2) : 0;
    if (line == 0 || line != line_at(code, end / 2)) return 0;
    step(WIRE_EVENT_LINE, line, NULL);
    return 1;
}

static void frame_ends(void)
{
    Thread *thread = engine.is_running ? thread_of(PyThreadState_GetUnchecked()) : NULL;
    if (thread != NULL) stacks_ended(thread);
}

static void raises(PyObject *exception)
{
    step(WIRE_EVENT_EXCEPTION, 0, exception);
    Thread *thread = engine.is_running ? thread_of(PyThreadState_GetUnchecked()) : NULL;
    if (thread != NULL) stacks_raised(thread, python_frame(PyThreadState_GetUnchecked()->current_frame));
}

/* Whoever has something written at this moment is waited for. */
static void program_ends(void)
{
    PyThreadState *state = PyThreadState_GetUnchecked();
    engine.ended_on = state->id;
    take_output(state);
}

static void unwinds(int is_program, PyObject *exception)
{
    if (is_program) program_ends();
    int is_exit = PyType_IsSubtype(Py_TYPE(exception), (PyTypeObject *)PyExc_SystemExit);
    if (is_program && !is_exit) step(WIRE_EVENT_UNCAUGHT, 0, exception);
    else frame_ends();
}

/* 0 where that place of the code has nothing to tell, now or later. */
static int take(enum Callback which, PyObject *const *arguments)
{
    PyCodeObject *code = (PyCodeObject *)arguments[0];
    int is_program = code == engine.program;
    if (which >= ON_THROW && !is_code_traced(code)) return 1;  /* these events come of foreign code, too */
    switch (which) {
    case ON_LINE:
        step(WIRE_EVENT_LINE, PyLong_AsInt(arguments[1]), NULL);
        break;
    case ON_JUMP:
        return jumps_back(code, PyLong_AsInt(arguments[1]), PyLong_AsInt(arguments[2]));
    case ON_START:
        return call_begins(code);
    case ON_RETURN:
        if (is_program) program_ends();
        step(is_program ? WIRE_EVENT_FINISH : WIRE_EVENT_RETURN, 0, is_program ? NULL : arguments[2]);
        frame_ends();
        break;
    case ON_YIELD:
        step(WIRE_EVENT_YIELD, 0, arguments[2]);
        frame_ends();
        break;
    case ON_RAISE:
        raises(arguments[2]);
        break;
    case ON_UNWIND:
        unwinds(is_program, arguments[2]);
        break;
    default:
        step(WIRE_EVENT_RESUME, 0, NULL);
    }
    return 1;
}

/* The callback of every event; ``which`` it is it was made with. Who has taken over is told of the event too. */
static PyObject *on_event(PyObject *which, PyObject *const *arguments, Py_ssize_t count)
{
    int number = PyLong_AsInt(which);
    if (engine.is_running && !take(number, arguments)) return Py_NewRef(engine.disable);
    if (engine.heirs == NULL || engine.is_running) Py_RETURN_NONE;
    return PyObject_Vectorcall(PyTuple_GET_ITEM(engine.heirs, number), arguments, (size_t)count, NULL);
}

/* ---- called from Python ---- */

/* callbacks(): made anew, so that who registers them can have the interpreter alone hold them. */
static PyObject *callbacks(PyObject *self, PyObject *nothing)
{
    static PyMethodDef told = {"on_event_", (PyCFunction)(void (*)(void))on_event, METH_FASTCALL, NULL};
    PyObject *all = PyList_New(CALLBACKS);
    for (int n = 0; all != NULL && n < CALLBACKS; n++) {
        PyObject *one = PyCFunction_NewEx(&told, PyLong_FromLong(n), NULL);  /* small numbers are immortal */
        if (one == NULL) Py_CLEAR(all);
        else PyList_SET_ITEM(all, n, one);
    }
    return all;
}

/* watch(tool): it has its name and its events now, and is to keep them. */
static PyObject *watch_tool(PyObject *self, PyObject *tool)
{
    engine.tool = PyLong_AsInt(tool);
    if (PyErr_Occurred()) return NULL;
    engine.tool_name = name_of_tool(PyThreadState_GetUnchecked(), engine.tool);
    engine.events = events_of_tool(PyThreadState_GetUnchecked(), engine.tool);
    Py_RETURN_NONE;
}

/* lost(something): a callback is gone. The program has taken it away, or the interpreter ends. */
static PyObject *lost(PyObject *self, PyObject *something)
{
    if (!engine.is_running || engine.ended_on || engine.program == NULL) Py_RETURN_NONE;
    note_failure(engine.taken_away);
    fail();
    Py_RETURN_NONE;
}

/* handed(): the highest serial of an object, and of a frame; what was gathered of names and sources and has not been
   sent: numbers, bytes. */
static PyObject *handed(PyObject *self, PyObject *nothing)
{
    PyObject *numbers = list_of(&record.names);
    const char *text = record.name_text.bytes ? record.name_text.bytes : "";
    return numbers ? Py_BuildValue("(LLNy#)", (long long)last_serial, (long long)last_frame, numbers, text,
                                   (Py_ssize_t)record.name_text.length) : NULL;
}

static PyObject *enter_house(PyObject *self, PyObject *nothing)
{
    if (!memory_begin()) return PyErr_NoMemory();
    house_enter();
    Py_RETURN_NONE;
}

/* leave_house(count): as many young containers has the collector counted then. */
static PyObject *leave_house(PyObject *self, PyObject *count)
{
    int young = PyLong_AsInt(count);
    house_leave();
    *young_count(PyThreadState_GetUnchecked()) = young > 0 ? young : 0;
    Py_RETURN_NONE;
}

/* hide(class): its bases do not list it among their subclasses any more. */
static PyObject *hide(PyObject *self, PyObject *cls)
{
    if (!PyType_Check(cls)) return PyErr_Format(PyExc_TypeError, "a class");
    PyObject *key = PyLong_FromVoidPtr(cls), *bases = ((PyTypeObject *)cls)->tp_bases;
    for (Py_ssize_t n = 0; key != NULL && n < PyTuple_GET_SIZE(bases); n++) {
        PyObject *listed = subclasses_of((PyTypeObject *)PyTuple_GET_ITEM(bases, n));
        if (listed != NULL && PyDict_Check(listed) && PyDict_DelItem(listed, key) < 0) PyErr_Clear();
    }
    if (key == NULL) return NULL;
    Py_DECREF(key);
    Py_RETURN_NONE;
}

/* enter(objects, are they only led to weakly): each is known from now on. */
static PyObject *enter(PyObject *self, PyObject *arguments)
{
    PyObject *objects;
    int is_weak;
    if (!PyArg_ParseTuple(arguments, "O!p", &PyList_Type, &objects, &is_weak)) return NULL;
    if (!rows_reserve((size_t)PyList_GET_SIZE(objects) + 1)) return PyErr_NoMemory();
    Index holder = is_weak ? BY_MANY : entering ? entering : BY_NAMES;
    for (Py_ssize_t n = 0; n < PyList_GET_SIZE(objects); n++) reach(PyList_GET_ITEM(objects, n), holder);
    Py_RETURN_NONE;
}

/* The object that is known at an address, or None. */
static PyObject *object_at(PyObject *self, PyObject *address)
{
    PyObject *object = PyLong_AsVoidPtr(address);
    if (object == NULL && PyErr_Occurred()) return NULL;
    return Py_NewRef(object && serial_of(object) ? object : Py_None);
}

/* Its serial. */
static PyObject *serial_at(PyObject *self, PyObject *address)
{
    PyObject *object = PyLong_AsVoidPtr(address);
    if (object == NULL && PyErr_Occurred()) return NULL;
    int64_t serial = serial_of(object);
    if (serial == 0) return PyErr_Format(PyExc_KeyError, "nothing is known at %p", (void *)object);
    return PyLong_FromLongLong(serial);
}

/* name(numbers, bytes): a name or the source of a file, to be sent before the step. */
static PyObject *tell_name(PyObject *self, PyObject *arguments)
{
    PyObject *numbers;
    const char *bytes;
    Py_ssize_t length;
    if (!PyArg_ParseTuple(arguments, "O!y#", &PyList_Type, &numbers, &bytes, &length)) return NULL;
    tell_list(&record.names, numbers);
    tell_text(&record.name_text, bytes, (size_t)length);
    Py_RETURN_NONE;
}

/* send(): what was gathered of these, as a record that is no step. */
static PyObject *send_names(PyObject *self, PyObject *nothing)
{
    if (!record_send(0)) return PyErr_NoMemory();
    Py_RETURN_NONE;
}

/* read(path, is it asked where it leads): what is in a file, or ``target_of`` it; None where that cannot be had. No
   other thread runs meanwhile, as it would in Python's own functions. */
static PyObject *read_file(PyObject *self, PyObject *arguments)
{
    static char *found;
    static uint32_t room;
    PyObject *path, *answer = NULL;
    int is_target, file;
    if (!PyArg_ParseTuple(arguments, "Up", &path, &is_target)) return NULL;
    if (is_target) {
        answer = target_of(path);
    } else if ((file = file_open(path)) >= 0) {
        Py_ssize_t length = 0, more = 0;
        for (; HAS_ROOM(found, room, (size_t)length + MOST_PATH); length += more)
            if ((more = read(file, found + length, MOST_PATH)) <= 0) break;
        close(file);
        if (more >= 0) answer = PyBytes_FromStringAndSize(found, length);
    }
    PyErr_Clear();
    return answer ? answer : Py_NewRef(Py_None);
}

/* words(address, count): what lies there, as numbers. */
static PyObject *words_at(PyObject *self, PyObject *arguments)
{
    unsigned long long address, count;
    if (!PyArg_ParseTuple(arguments, "KK", &address, &count)) return NULL;
    PyObject *all = PyTuple_New((Py_ssize_t)count);
    for (Py_ssize_t n = 0; all != NULL && n < (Py_ssize_t)count; n++)
        PyTuple_SET_ITEM(all, n, PyLong_FromUnsignedLongLong(((uint64_t *)(uintptr_t)address)[n]));
    return all;
}

/* stands(descriptor): where an open file stands; -1 where it does nowhere. */
static PyObject *stands(PyObject *self, PyObject *descriptor)
{
    return PyLong_FromLongLong(file_stands(PyLong_AsInt(descriptor), SEEK_CUR));
}

/* begin(functions that are asked, numbers of names, what is called at the end, what puts an exception into
   words, what is said of events that were taken away, DISABLE, mapping, parent, outputs, settle, plumbing of
   modules, of classes, TextIOWrapper, the type of bound wrappers). */
static PyObject *begin(PyObject *self, PyObject *arguments)
{
    PyObject *of_modules, *of_classes, *bound_wrapper;
    long parent;
    if (!PyArg_ParseTuple(arguments, "O!O!OOyOw*l(ii)OOOOO!", &PyTuple_Type, &engine.asks, &PyDict_Type,
                          &engine.names, &engine.failed, &engine.explain, &engine.taken_away, &engine.disable,
                          &engine.mapping, &parent, &engine.outputs[0], &engine.outputs[1],
                          &engine.settle_terminal, &of_modules, &of_classes, &engine.text_stream,
                          &PyType_Type, &bound_wrapper))
        return NULL;
    if (PyTuple_GET_SIZE(engine.asks) != ASKS) return PyErr_Format(PyExc_ValueError, "%d functions", ASKS);
    engine.settings = Py_NewRef(arguments);
    engine.flush = PyObject_GetAttrString(engine.text_stream, "flush");
    if (engine.flush == NULL || !rows_reserve(1024)) return PyErr_NoMemory();
    engine.streams[0] = PySys_GetObject("__stdout__");
    engine.streams[1] = PySys_GetObject("__stderr__");
    ring_begin(engine.mapping.buf, (uint64_t)engine.mapping.len, parent);
    namespaces_begin(of_modules, of_classes);
    stacks_begin(bound_wrapper);
    Py_RETURN_NONE;
}

static PyObject *start(PyObject *self, PyObject *nothing)
{
    if (!births_begin()) return PyErr_Format(PyExc_RuntimeError, "no tracer of objects");
    collections_so_far(PyThreadState_GetUnchecked(), collections);
    engine.is_running = engine.is_loud = 1;
    Py_RETURN_NONE;
}

static PyObject *end(PyObject *self, PyObject *nothing)
{
    stop();
    Py_RETURN_NONE;
}

/* The same in a child, in which nothing is recorded and which is not to know of us. */
static PyObject *end_in_child(PyObject *self, PyObject *nothing)
{
    stop();
    house_enter();
    Py_XDECREF(PyObject_CallOneArg(engine.failed, Py_False));
    PyErr_Clear();
    house_leave();
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"enter_house_", enter_house, METH_NOARGS, NULL},
    {"leave_house_", leave_house, METH_O, NULL},
    {"hide_", hide, METH_O, NULL},
    {"enter_", enter, METH_VARARGS, NULL},
    {"serial_", serial_at, METH_O, NULL},
    {"object_", object_at, METH_O, NULL},
    {"stacks_", stacks_for_python, METH_NOARGS, NULL},
    {"namespaces_", namespaces_for_python, METH_NOARGS, NULL},
    {"name_", tell_name, METH_VARARGS, NULL},
    {"read_", read_file, METH_VARARGS, NULL},
    {"words_", words_at, METH_VARARGS, NULL},
    {"stands_", stands, METH_O, NULL},
    {"send_", send_names, METH_NOARGS, NULL},
    {"begin_", begin, METH_VARARGS, NULL},
    {"start_", start, METH_NOARGS, NULL},
    {"end_", end, METH_NOARGS, NULL},
    {"end_in_child_", end_in_child, METH_NOARGS, NULL},
    {"callbacks_", callbacks, METH_NOARGS, NULL},
    {"watch_", watch_tool, METH_O, NULL},
    {"lost_", lost, METH_O, NULL},
    {"ring_", ring_for_python, METH_NOARGS, NULL},
    {"handed_", handed, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static int execute(PyObject *module)
{
    return PyModule_AddIntConstant(module, "fits_", has_own_layouts());
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
