/* The recorder in C: handles every event of sys.monitoring and makes each step in the same way.

   A step: counts, containers, names and stacks, new objects, unreachable cycles, dead objects; then the record
   goes to the ring buffer. No code of the program runs meanwhile. Questions that only Python can answer (a type, a
   code object, a rare kind of object) are asked in isolation (memory.c). */

#include "engine.h"

static struct {
    PyObject *settings;         /* the arguments of ``begin``, which keep the following up to ``flush`` alive */
    PyObject *functions;
    PyObject *names;            /* the number of each name */
    PyObject *failed;           /* called when the engine fails */
    PyObject *explain;          /* describes an exception of the recorder */
    const char *taken_away;     /* the failure if the program has taken our events away */
    PyObject *disable;
    PyObject *sync_terminal;  /* None if output goes into files */
    PyObject *flush, *text_stream;
    PyObject *tool_name;        /* borrowed: only compared */
    int tool;
    unsigned events;
    Py_buffer mapping;
    const void *streams[2];     /* addresses of the output streams that Python created */
    PyObject *stream_names[2];
    WriteState written[2];      /* of these streams, when the output was measured */
    int outputs[2];
    int64_t ends[2];
    PyCodeObject *program;      /* borrowed: only compared */
    uint64_t skipped, skipped_at;
    int is_running, must_measure_output, has_locks, had_others, must_reset;
    uint64_t ended_on;          /* the thread of the program's own code when that has ended, 0 before */
    char failure[1024];
} engine;

LibraryName library_names[LIBRARY_NAMES];

/* ---- calling Python ---- */

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
    isolation_enter();
    Index before = entering;
    if (what == ASK_DESCRIBE) entering = row_of(first);
    va_start(more, format);
    PyObject *second = Py_VaBuildValue(format, more), *answer = NULL;
    va_end(more);
    PyObject *arguments[] = {first, second};
    if (second != NULL) answer = PyObject_Vectorcall(PyTuple_GET_ITEM(engine.functions, what), arguments, 2, NULL);
    Py_XDECREF(second);
    entering = before;
    if (answer == NULL) note_exception();
    return answer;
}

void answer_done(PyObject *answer)
{
    Py_XDECREF(answer);
    isolation_leave();
}

int64_t number_in(PyObject *answer)
{
    int64_t number = answer ? PyLong_AsLongLong(answer) : -1;
    answer_done(answer);
    return number;
}

static int64_t number_of_name(PyObject *name)
{
    PyObject *known = PyUnicode_CheckExact(name) ? PyDict_GetItemWithError(engine.names, name) : NULL;
    return known ? PyLong_AsLongLong(known) : number_in(ask(ASK_NAME, name, ""));
}

/* A name that dies may leave its address to another one, in a dict that otherwise looks unchanged. */
int64_t name_of(PyObject *name)
{
    Index index = count_of(name) < 0 ? 0 : watch(name);
    if (index) rows[index].holder = BY_MANY;
    return number_of_name(name);
}

static int64_t name_of_own(PyObject *own)
{
    int64_t number = own ? number_of_name(own) : 0;
    if (own == NULL) note_exception();
    Py_XDECREF(own);
    return number;
}

int64_t name_of_text(const char *name)
{
    isolation_enter();
    int64_t number = name_of_own(PyUnicode_FromString(name));
    isolation_leave();
    return number;
}

int64_t name_of_repr(PyObject *own)
{
    int64_t number = name_of_own(own ? PyObject_Repr(own) : NULL);
    Py_XDECREF(own);
    return number;
}

/* Whether the tool and its events are still ours; a replaced callback reports that itself. */
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

/* ``failed()`` of engine.py. */
static void disable_events(void)
{
    Py_XDECREF(PyObject_CallNoArgs(engine.failed));
    PyErr_Clear();
}

/* End the recording; the program continues unrecorded. */
static void fail(void)
{
    if (!engine.is_running) return;
    stop();
    record.is_short_of_memory = 0;
    record_clear();
    if (Py_IsFinalizing()) {    /* there are no events left to disable */
        record_failure(engine.failure);
        return;
    }
    PyObject *error = PyErr_GetRaisedException();
    isolation_enter();
    disable_events();
    record_failure(engine.failure);
    isolation_leave();
    PyErr_SetRaisedException(error);
}

/* ---- output ---- */

/* A stream that Python itself created; NULL if the program has replaced it. Borrowed. */
static PyObject *own_stream(PyThreadState *state, int n)
{
    PyObject *names = state->interp->sysdict;   /* NULL when the interpreter ends */
    PyObject *stream = names ? PyDict_GetItemWithError(names, engine.stream_names[n]) : NULL;
    int is_ours = stream != NULL && stream == engine.streams[n] && (PyObject *)Py_TYPE(stream) == engine.text_stream;
    return is_ours ? stream : NULL;
}

/* Return whether the program wrote to these streams since the engine measured the output, according to their memory. */
static int has_written(PyThreadState *state)
{
    int has_any = 0;
    for (int n = 0; n < 2; n++) {
        PyObject *stream = own_stream(state, n);
        WriteState now = stream ? write_state_of(stream) : engine.written[n];
        has_any |= memcmp(&now, &engine.written[n], sizeof now) != 0;
        engine.written[n] = now;
    }
    return has_any;
}

/* Ignores errors: they are the program's, and recur when it writes. */
static void flush(PyObject *stream)
{
    if (stream == NULL || is_flushed(stream)) return;
    Py_INCREF(stream);
    PyObject *result = PyObject_CallOneArg(engine.flush, stream);
    if (result == NULL) PyErr_Clear();
    Py_XDECREF(result);
    Py_DECREF(stream);
}

/* Whether a thread may flush. After the program's end it may not while there are threads that the interpreter does not
   wait for, because it ends those at any point: while this thread writes, such a thread may wait for the stream's lock,
   and be ended as its holder. Python aborts if it cannot acquire that lock (_enter_buffered_busy of
   Modules/_io/bufferedio.c). */
static int may_write(PyThreadState *state)
{
    for (PyThreadState *other = first_thread(state); engine.ended_on && other != NULL; other = other->next) {
        const Thread *thread = known_thread(other);
        if (other->id != engine.ended_on && (thread == NULL || !thread->is_joined_at_exit)) return 0;
    }
    return 1;
}

static void measure_output(PyThreadState *state)
{
    PyObject *error = PyErr_GetRaisedException();
    if (may_write(state)) {
        for (int n = 0; n < 2; n++) flush(own_stream(state, n));
        has_written(state);
    }
    if (engine.sync_terminal != Py_None) {
        PyObject *end = PyObject_CallNoArgs(engine.sync_terminal);
        if (end != NULL) engine.ends[0] = PyLong_AsLongLong(end);
        Py_XDECREF(end);
        PyErr_Clear();
    } else {
        for (int n = 0; n < 2; n++) {
            int64_t end = file_position(engine.outputs[n], SEEK_END);
            if (end >= 0) engine.ends[n] = end;
        }
    }
    PyErr_SetRaisedException(error);
}

/* ---- several threads ---- */

/* Threads make steps one at a time, in the order of arrival. At shutdown, a thread that waits for space or credit
   may never return. */
static uint64_t next_ticket, served_ticket;

static uint64_t acquire_turn(void)
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

static void release_turn(uint64_t own)
{
    served_ticket = own + 1;
}

/* ---- a step ---- */

static Py_ssize_t collections[3];
static Section collected;

void collection_freed(int64_t serial)
{
    emit(&collected, serial);
}

/* Emit a run of the collector with the objects that it freed. */
static void emit_collections(PyThreadState *state)
{
    Py_ssize_t now[3];
    collections_so_far(state, now);
    int newest = -1;
    for (int n = 0; n < 3; n++)
        if (now[n] > collections[n]) newest = n;
    memcpy(collections, now, sizeof now);
    if (newest >= 0) {
        EMIT(&record.rest, WIRE_COLLECTION, newest, (int64_t)collected.count);
        emit_all(&record.rest, collected.numbers, collected.count);
        cycles_collected();
    }
    collected.count = 0;
}

static void emit_held(int way, int64_t serial)
{
    EMIT(&record.rest, WIRE_HELD, way, serial, 1);
}

static void emit_value(int event, PyObject *value, const FrameSnapshot *innermost)
{
    int64_t serial = track(value, BY_NAMES);
    if (event == WIRE_EVENT_EXCEPTION || event == WIRE_EVENT_UNCAUGHT) {
        EMIT(&record.rest, WIRE_EXCEPTION, serial);
        emit_held(WIRE_HELD_EXCEPTION, serial);
        return;
    }
    EMIT(&record.rest, WIRE_VALUE, serial);
    /* From 3.14 on it is emitted as an operand, if the stack counts it. */
    if (!HAS_STACK_REFERENCES && innermost != NULL &&
        !has_mark(innermost->code, innermost->instruction, RETURNS_CONSTANT))
        emit_held(WIRE_HELD_STACK, serial);
}

static void emit_step(const Thread *thread, int event, const FrameSnapshot *innermost)
{
    int64_t nothing = innermost ? 0 : name_of(Py_GetConstantBorrowed(Py_CONSTANT_EMPTY_STR));
    EMIT(&record.head, WIRE_STEP, event, thread->number, innermost ? innermost->code->file : nothing,
         innermost ? innermost->line : 0, innermost ? innermost->code->function : nothing,
         engine.ends[0], engine.ends[1]);
    if (engine.must_reset) emit(&record.head, WIRE_RESET);
}

static void make_step(PyThreadState *state, int event, int line, PyObject *value)
{
    places_follow();
    table_count();
    table_scan();
    Thread *thread = thread_of(state);
    if (thread == NULL) return;
    Frame *frame = python_frame(state->current_frame);
    namespaces_check(thread, frame);
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
    const FrameSnapshot *innermost = thread->count ? &thread->snapshots[thread->count - 1] : NULL;
    emit_step(thread, event, innermost);
    if (value != NULL) emit_value(event, value, innermost);
    PyObject *handled = handled_exception(state);
    if (handled != NULL) {
        int64_t serial = track(handled, BY_NAMES);
        if (event != WIRE_EVENT_YIELD) emit_held(WIRE_HELD_EXCEPTION, serial);
    }
    table_emit_new();
    if (event != WIRE_EVENT_UNCAUGHT) {
        stacks_operands(thread, 0);
        table_emit_new();
        stacks_operands(thread, 1);
    }
    if (innermost != NULL && innermost->code->lock_sites != NULL) engine.has_locks = 1;
    if (engine.has_locks) locks_follow(state, thread, event == WIRE_EVENT_LINE ? line : 0, event == WIRE_EVENT_EXCEPTION);
    table_release();
    cycles_update();
    expressions_resolve();
    table_drop();
    places_settle();
    emit_collections(state);
    engine.must_measure_output = event != WIRE_EVENT_LINE || innermost == NULL ||
                     has_mark(innermost->code, innermost->instruction, MAY_WRITE);
}

#define MOST_SKIPPED 64     /* consecutive steps */

/* Out of memory in the middle of a step: skip it, and start the next one from scratch. */
static void skip_step(int event)
{
    engine.skipped = engine.skipped_at == record.steps ? engine.skipped + 1 : 1;
    engine.skipped_at = record.steps;
    if (engine.skipped > MOST_SKIPPED || event == WIRE_EVENT_FINISH || record.is_incomplete) {
        strcpy(engine.failure, "the recorder failed: memory is short");
        return;
    }
    engine.failure[0] = 0;
    record.is_short_of_memory = 0;
    table_forget();
    stacks_forget();
    locks_forget();
    cycles_forget();
    places_forget();
    expressions_forget();
    record_clear();
    engine.must_reset = 1;
}

static void step(int event, int line, PyObject *value)
{
    PyThreadState *state = PyThreadState_GetUnchecked();
    if (engine.must_measure_output || event != WIRE_EVENT_LINE || has_written(state)) measure_output(state);
    uint64_t turn = acquire_turn();
    if (!engine.is_running) {
        release_turn(turn);
        return;
    }
    if (!are_events_ours()) note_failure(engine.taken_away);
    tracer_keep();
    isolation_hold();
    if (engine.failure[0] == 0) make_step(state, event, line, value);
    isolation_release();
    reserve_fill();
    if (record.is_short_of_memory) skip_step(event);
    else if (engine.failure[0] == 0 && record_send(1)) engine.must_reset = 0;
    if (record.is_refused) note_failure("nobody takes the records any more");
    if (engine.failure[0]) fail();
    release_turn(turn);
}

/* ---- events ---- */

enum Callback { ON_LINE, ON_JUMP, ON_START, ON_RESUME, ON_RETURN, ON_YIELD, ON_INSTRUCTION, ON_THROW,
                ON_RAISE, ON_UNWIND, CALLBACKS };

/* enable_code(code, namespace) of describing.py enables the events of the program's code and notes a module: (is
   it the program's, is it the main program, file, name). */
static int enable_code(PyCodeObject *code, int *is_program)
{
    Frame *frame = python_frame(PyThreadState_GetUnchecked()->current_frame);
    PyObject *answer = ask(ASK_START, (PyObject *)code, "O", frame ? frame->f_globals : Py_None);
    int is_traced = 0;
    long long file = 0;
    PyObject *name = NULL;
    if (answer != NULL && PyArg_ParseTuple(answer, "iiLO", &is_traced, is_program, &file, &name)) {
        if (*is_program) engine.program = code;
        if (name != Py_None) namespace_note(frame->f_globals, name, file);
    }
    answer_done(answer);
    return is_traced;
}

/* Forget what ran at the frame's address before. */
static void forget_running(void)
{
    PyThreadState *state = PyThreadState_GetUnchecked();
    Thread *thread = known_thread(state);
    if (thread != NULL && thread->running_count)
        expressions_forget_frame(thread, python_frame(state->current_frame));
}

/* Make the step of a call, and enable the events of its code at the first one; 0 to disable the code's events. */
static int on_call(PyCodeObject *code)
{
    int is_program = 0;
    Code *own = code_known(code);
    if (!are_events_ours()) {
        note_failure(engine.taken_away);
    } else if (own == NULL || !own->is_armed || own->kind == WIRE_FRAME_MODULE) {
        untrack_event_tables(code);
        if (enable_code(code, &is_program) && (own = code_info(code)) != NULL) {
            own->is_armed = 1;
            sites_find(own);
        } else if (engine.failure[0] == 0) {
            return 0;
        }
    }
    forget_running();
    if (engine.failure[0] && !record.is_short_of_memory) fail();
    else if (own != NULL && !is_program) step(WIRE_EVENT_CALL, own->first_line, NULL);
    return 1;
}

/* A jump back within a line is that line again, as in sys.settrace; 0 for any other jump. */
static int on_jump_back(PyCodeObject *of, int start, int end)
{
    Code *code = end <= start ? code_info(of) : NULL;
    int line = code && code->lines ? line_at(code, start / 2) : 0;
    if (line == 0 || line != line_at(code, end / 2)) return 0;
    step(WIRE_EVENT_LINE, line, NULL);
    return 1;
}

/* Return 0 if no value is read at this instruction. */
static int on_instruction(PyCodeObject *of, int unit)
{
    Code *code = code_known(of);
    if (code == NULL || code->sites == NULL) return 0;
    PyThreadState *state = PyThreadState_GetUnchecked();
    uint64_t turn = acquire_turn();
    Thread *thread = engine.is_running ? thread_of(state) : NULL;
    int is_needed = 1;
    if (thread != NULL)
        is_needed = expressions_on_instruction(thread, python_frame(state->current_frame), code, unit);
    release_turn(turn);
    return is_needed;
}

static void on_frame_end(void)
{
    forget_running();
    Thread *thread = engine.is_running ? thread_of(PyThreadState_GetUnchecked()) : NULL;
    if (thread != NULL) stacks_ended(thread);
}

static void on_raise(PyObject *exception)
{
    step(WIRE_EVENT_EXCEPTION, 0, exception);
    Thread *thread = engine.is_running ? thread_of(PyThreadState_GetUnchecked()) : NULL;
    if (thread != NULL) stacks_raised(thread, python_frame(PyThreadState_GetUnchecked()->current_frame));
}

/* Measure the output once more, waiting for a thread that writes it at this moment. */
static void on_program_end(void)
{
    PyThreadState *state = PyThreadState_GetUnchecked();
    engine.ended_on = state->id;
    measure_output(state);
}

static void on_unwind(int is_program, PyObject *exception)
{
    if (is_program) on_program_end();
    int is_exit = PyType_IsSubtype(Py_TYPE(exception), (PyTypeObject *)PyExc_SystemExit);
    if (is_program && !is_exit) step(WIRE_EVENT_UNCAUGHT, 0, exception);
    else on_frame_end();
}

/* Return 0 to disable the event at that place of the code. */
static int handle_event(enum Callback which, PyObject *const *arguments)
{
    PyCodeObject *code = (PyCodeObject *)arguments[0];
    int is_program = code == engine.program;
    if (which >= ON_THROW && !is_code_traced(code)) return 1;  /* these events occur in foreign code, too */
    switch (which) {
    case ON_LINE:
        step(WIRE_EVENT_LINE, PyLong_AsInt(arguments[1]), NULL);
        break;
    case ON_JUMP:
        return on_jump_back(code, PyLong_AsInt(arguments[1]), PyLong_AsInt(arguments[2]));
    case ON_START:
        return on_call(code);
    case ON_RETURN:
        if (is_program) on_program_end();
        step(is_program ? WIRE_EVENT_FINISH : WIRE_EVENT_RETURN, 0, is_program ? NULL : arguments[2]);
        on_frame_end();
        break;
    case ON_YIELD:
        step(WIRE_EVENT_YIELD, 0, arguments[2]);
        on_frame_end();
        break;
    case ON_INSTRUCTION:
        return on_instruction(code, PyLong_AsInt(arguments[1]) / 2);
    case ON_RAISE:
        on_raise(arguments[2]);
        break;
    case ON_UNWIND:
        on_unwind(is_program, arguments[2]);
        break;
    default:
        step(WIRE_EVENT_RESUME, 0, NULL);
    }
    return 1;
}

/* The callback of every event, created with its ``which``. */
static PyObject *on_event(PyObject *which, PyObject *const *arguments, Py_ssize_t count)
{
    int number = PyLong_AsInt(which);
    if (engine.is_running && !handle_event(number, arguments)) return Py_NewRef(engine.disable);
    Py_RETURN_NONE;
}

/* ---- called from Python ---- */

/* callbacks(): created on each call, so that only the interpreter holds them once they are registered. */
static PyObject *callbacks(PyObject *self, PyObject *nothing)
{
    static PyMethodDef method = {"on_event_", (PyCFunction)(void (*)(void))on_event, METH_FASTCALL, NULL};
    PyObject *all = PyList_New(CALLBACKS);
    for (int n = 0; all != NULL && n < CALLBACKS; n++) {
        PyObject *one = PyCFunction_NewEx(&method, PyLong_FromLong(n), NULL);  /* small ints are immortal */
        if (one == NULL) Py_CLEAR(all);
        else PyList_SET_ITEM(all, n, one);
    }
    return all;
}

/* watch(tool): note the tool's name and events, which must stay the same. */
static PyObject *watch_tool(PyObject *self, PyObject *tool)
{
    engine.tool = PyLong_AsInt(tool);
    if (PyErr_Occurred()) return NULL;
    engine.tool_name = name_of_tool(PyThreadState_GetUnchecked(), engine.tool);
    engine.events = events_of_tool(PyThreadState_GetUnchecked(), engine.tool);
    Py_RETURN_NONE;
}

/* callback_lost(ignored): the program has replaced a callback, or the interpreter ends. */
static PyObject *callback_lost(PyObject *self, PyObject *something)
{
    if (!engine.is_running || engine.ended_on || engine.program == NULL) Py_RETURN_NONE;
    note_failure(engine.taken_away);
    fail();
    Py_RETURN_NONE;
}

static PyObject *enter_isolation(PyObject *self, PyObject *nothing)
{
    if (!memory_begin()) return PyErr_NoMemory();
    isolation_enter();
    Py_RETURN_NONE;
}

/* leave_isolation(count): afterwards the collector counts that many young containers. */
static PyObject *leave_isolation(PyObject *self, PyObject *count)
{
    int young = PyLong_AsInt(count);
    isolation_leave();
    *young_count(PyThreadState_GetUnchecked()) = young > 0 ? young : 0;
    Py_RETURN_NONE;
}

/* untrack(object): ``gc.get_objects()`` no longer returns it; its class deallocates untracked objects, too. */
static PyObject *untrack(PyObject *self, PyObject *object)
{
    PyObject_GC_UnTrack(object);
    Py_RETURN_NONE;
}

/* hide(class): remove it from its bases' lists of subclasses, and from it the descriptors that all classes share
   from 3.15 on. */
static PyObject *hide(PyObject *self, PyObject *cls)
{
    if (!PyType_Check(cls)) return PyErr_Format(PyExc_TypeError, "a class");
    PyObject *key = PyLong_FromVoidPtr(cls), *bases = ((PyTypeObject *)cls)->tp_bases;
    for (const char **name = (const char *[]){"__dict__", "__weakref__", NULL}; *name != NULL; name++)
        if (PyDict_PopString(((PyTypeObject *)cls)->tp_dict, *name, NULL) < 0) return NULL;
    PyType_Modified((PyTypeObject *)cls);
    for (Py_ssize_t n = 0; key != NULL && n < PyTuple_GET_SIZE(bases); n++) {
        PyObject *listed = subclasses_of((PyTypeObject *)PyTuple_GET_ITEM(bases, n));
        if (listed != NULL && PyDict_Check(listed) && PyDict_DelItem(listed, key) < 0) PyErr_Clear();
    }
    if (key == NULL) return NULL;
    Py_DECREF(key);
    Py_RETURN_NONE;
}

/* enter(objects, are the references weak): add the objects to the table. */
static PyObject *enter(PyObject *self, PyObject *arguments)
{
    PyObject *objects;
    int is_weak;
    if (!PyArg_ParseTuple(arguments, "O!p", &PyList_Type, &objects, &is_weak)) return NULL;
    if (!rows_reserve((size_t)PyList_GET_SIZE(objects) + 1)) return PyErr_NoMemory();
    Index holder = is_weak ? BY_MANY : entering ? entering : BY_NAMES;
    for (Py_ssize_t n = 0; n < PyList_GET_SIZE(objects); n++) track(PyList_GET_ITEM(objects, n), holder);
    Py_RETURN_NONE;
}

/* serial(address): its serial. */
static PyObject *serial_at(PyObject *self, PyObject *address)
{
    PyObject *object = PyLong_AsVoidPtr(address);
    if (object == NULL && PyErr_Occurred()) return NULL;
    int64_t serial = serial_of(object);
    if (serial == 0) return PyErr_Format(PyExc_KeyError, "nothing is known at %p", (void *)object);
    return PyLong_FromLongLong(serial);
}

/* name(numbers, bytes): add a name or the source of a file, to be sent before the step. */
static PyObject *name(PyObject *self, PyObject *arguments)
{
    PyObject *numbers;
    const char *bytes;
    Py_ssize_t length;
    if (!PyArg_ParseTuple(arguments, "O!y#", &PyList_Type, &numbers, &bytes, &length)) return NULL;
    emit_name(numbers, bytes, (size_t)length);
    Py_RETURN_NONE;
}

/* announce(numbers): add the announcement of code, to be sent with the step. */
static PyObject *announce_codes(PyObject *self, PyObject *numbers)
{
    if (!PyList_Check(numbers)) return PyErr_Format(PyExc_TypeError, "not a list");
    announce(numbers);
    Py_RETURN_NONE;
}

/* send(): send the added names as a record that is no step. */
static PyObject *send_names(PyObject *self, PyObject *nothing)
{
    if (!record_send(0)) return PyErr_NoMemory();
    Py_RETURN_NONE;
}

/* read(path, is the link's target wanted): the file's bytes, or ``target_of`` it; None if unavailable. Unlike
   Python's own functions it lets no other thread run. */
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
            if ((more = file_read(file, found + length, MOST_PATH)) <= 0) break;
        file_close(file);
        if (more >= 0) answer = PyBytes_FromStringAndSize(found, length);
    }
    PyErr_Clear();
    return answer ? answer : Py_NewRef(Py_None);
}

/* words(address, count): the words at an address, as ints. */
static PyObject *words_at(PyObject *self, PyObject *arguments)
{
    unsigned long long address, count;
    if (!PyArg_ParseTuple(arguments, "KK", &address, &count)) return NULL;
    PyObject *all = PyTuple_New((Py_ssize_t)count);
    for (Py_ssize_t n = 0; all != NULL && n < (Py_ssize_t)count; n++) {
        PyObject *word = PyLong_FromUnsignedLongLong(((uint64_t *)(uintptr_t)address)[n]);
        if (word == NULL) Py_CLEAR(all);
        else PyTuple_SET_ITEM(all, n, word);
    }
    return all;
}

/* position(descriptor): the position of an open file; -1 if it has none. */
static PyObject *position(PyObject *self, PyObject *descriptor)
{
    return PyLong_FromLongLong(file_position(PyLong_AsInt(descriptor), SEEK_CUR));
}

/* begin(…), by keywords: ``functions`` are those of describing.py in the order of ``enum Ask``, ``failed`` is called
   when the engine fails, ``explain`` describes an exception, ``sync_terminal`` is None if output goes into files. */
static PyObject *begin(PyObject *self, PyObject *arguments, PyObject *keywords)
{
    static char *names[] = {"functions", "names", "failed", "explain", "taken_away", "disable", "mapping",
                            "parent", "outputs", "sync_terminal", "implicit_module_names", "implicit_class_names",
                            "text_stream", "bound_wrapper", "library_names", "must_record_pools", NULL};
    int must_record_pools;
    PyObject *of_modules, *of_classes, *bound_wrapper, *texts;
    long parent;
    if (!PyArg_ParseTupleAndKeywords(arguments, keywords, "$O!O!OOyOw*l(ii)OOOOO!O!p", names,
                                     &PyTuple_Type, &engine.functions, &PyDict_Type, &engine.names,
                                     &engine.failed, &engine.explain, &engine.taken_away, &engine.disable,
                                     &engine.mapping, &parent, &engine.outputs[0], &engine.outputs[1],
                                     &engine.sync_terminal, &of_modules, &of_classes, &engine.text_stream,
                                     &PyType_Type, &bound_wrapper, &PyTuple_Type, &texts, &must_record_pools))
        return NULL;
    if (PyTuple_GET_SIZE(engine.functions) != ASKS) return PyErr_Format(PyExc_ValueError, "%d functions", ASKS);
    engine.settings = Py_XNewRef(keywords);
    engine.flush = PyObject_GetAttrString(engine.text_stream, "flush");
    reserve_fill();
    if (engine.flush == NULL || !rows_reserve(1024)) return PyErr_NoMemory();
    static const char *const streams[] = {"__stdout__", "__stderr__"};
    for (int n = 0; n < 2; n++) {
        engine.streams[n] = PySys_GetObject(streams[n]);
        engine.stream_names[n] = PyUnicode_FromString(streams[n]);
        if (engine.stream_names[n] == NULL) return NULL;
    }
    end_with_session();
    if (has_session_died(parent)) _exit(1);
    ring_begin(engine.mapping.buf, (uint64_t)engine.mapping.len, parent);
    namespaces_begin(of_modules, of_classes);
    stacks_begin(bound_wrapper);
    for (int n = 0; n < LIBRARY_NAMES; n++) {
        PyObject *text = PyTuple_GetItem(texts, n);
        if (text == NULL) return NULL;
        library_names[n] = (LibraryName){text, number_of_name(text)};
    }
    places_begin(must_record_pools);
    Py_RETURN_NONE;
}

static PyObject *start(PyObject *self, PyObject *nothing)
{
    tracer_begin();
    collections_so_far(PyThreadState_GetUnchecked(), collections);
    engine.is_running = engine.must_measure_output = 1;
    Py_RETURN_NONE;
}

static PyObject *end(PyObject *self, PyObject *nothing)
{
    stop();
    Py_RETURN_NONE;
}

/* end_in_child(): end in a forked child, which is not recorded and must not notice us. */
static PyObject *end_in_child(PyObject *self, PyObject *nothing)
{
    stop();
    isolation_enter();
    disable_events();
    isolation_leave();
    Py_RETURN_NONE;
}

static PyMethodDef methods[] = {
    {"enter_isolation_", enter_isolation, METH_NOARGS, NULL},
    {"leave_isolation_", leave_isolation, METH_O, NULL},
    {"hide_", hide, METH_O, NULL},
    {"untrack_", untrack, METH_O, NULL},
    {"enter_", enter, METH_VARARGS, NULL},
    {"serial_", serial_at, METH_O, NULL},
    {"name_", name, METH_VARARGS, NULL},
    {"announce_", announce_codes, METH_O, NULL},
    {"read_", read_file, METH_VARARGS, NULL},
    {"words_", words_at, METH_VARARGS, NULL},
    {"position_", position, METH_O, NULL},
    {"send_", send_names, METH_NOARGS, NULL},
    {"begin_", (PyCFunction)(void (*)(void))begin, METH_VARARGS | METH_KEYWORDS, NULL},
    {"start_", start, METH_NOARGS, NULL},
    {"end_", end, METH_NOARGS, NULL},
    {"end_in_child_", end_in_child, METH_NOARGS, NULL},
    {"callbacks_", callbacks, METH_NOARGS, NULL},
    {"watch_", watch_tool, METH_O, NULL},
    {"callback_lost_", callback_lost, METH_O, NULL},
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
