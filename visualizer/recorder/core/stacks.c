/* Reads the frames of every thread and emits the changes since the last step. */

#include "engine.h"

/* ---- threads ---- */

Thread *threads;
int thread_count;
static uint32_t thread_room;
static int64_t last_frame;      /* the highest serial of a frame */

/* Whether a class has an attribute of that name: reading an object's own may then run code of the program. */
static int has_class_attribute(PyTypeObject *cls, PyObject *name)
{
    for (Py_ssize_t n = 0; cls->tp_mro != NULL && n < PyTuple_GET_SIZE(cls->tp_mro); n++) {
        PyTypeObject *one = (PyTypeObject *)PyTuple_GET_ITEM(cls->tp_mro, n);
        if (one->tp_dict != NULL && PyDict_GetItemWithError(one->tp_dict, name) != NULL) return 1;
    }
    return 0;
}

/* Return the name that the library's object of a thread has; NULL if there is none. */
static PyObject *name_in_library(const Thread *thread)
{
    PyObject *modules = modules_of(PyThreadState_GetUnchecked());
    PyObject *name = library_names[MODULE_OF_THREADS].text;
    PyObject *module = modules && PyDict_CheckExact(modules) ? PyDict_GetItemWithError(modules, name) : NULL;
    PyObject *names = module && PyModule_Check(module) ? PyModule_GetDict(module) : NULL;
    PyObject *active = names ? PyDict_GetItemWithError(names, library_names[TABLE_OF_THREADS].text) : NULL;
    PyObject *own = active && PyDict_CheckExact(active) ? PyDict_GetItemWithError(active, thread->key) : NULL;
    if (own == NULL || has_class_attribute(Py_TYPE(own), library_names[NAME_OF_THREAD].text) ||
        has_class_attribute(Py_TYPE(own), library_names[NATIVE_ID_OF_THREAD].text) ||
        value_in_instance(own, library_names[NATIVE_ID_OF_THREAD].number) == NULL)
        return NULL;
    name = value_in_instance(own, library_names[NAME_OF_THREAD].number);
    return name && PyUnicode_CheckExact(name) ? name : NULL;
}

static void name_thread(Thread *thread)
{
    PyObject *own = thread->key ? name_in_library(thread) : NULL;
    PyErr_Clear();
    int64_t name = own ? name_of(own) : thread->name;
    if (name == thread->name || name < 0) return;
    EMIT(&record.announced, WIRE_THREAD, thread->number, name);
    if (!record.is_short_of_memory) thread->name = name;
}

Thread *known_thread(const PyThreadState *state)
{
    for (int n = 0; n < thread_count; n++)
        if (threads[n].id == state->id) return &threads[n];
    return NULL;
}

/* The system reuses idents: the last thread that got one has it. */
int64_t thread_number(unsigned long ident)
{
    for (int n = thread_count - 1; n >= 0; n--)
        if (threads[n].ident == ident) return threads[n].number;
    return 0;
}

Thread *thread_of(PyThreadState *state)
{
    Thread *known = known_thread(state);
    if (known != NULL) return known;
    if (!HAS_ROOM(threads, thread_room, (size_t)thread_count + 1)) return NULL;
    Thread *thread = &threads[thread_count++];
    *thread = (Thread){.id = state->id, .ident = state->thread_id, .number = thread_count,
                       .name = -1, .is_alive = 1};
    isolation_enter();
    thread->key = PyLong_FromUnsignedLong(thread->ident);
    isolation_leave();
    PyObject *answer = ask(ASK_THREAD, Py_None, "kL", thread->ident, (long long)thread->number);
    long long name = -1;
    if (answer != NULL) PyArg_ParseTuple(answer, "Lp", &name, &thread->is_joined_at_exit);
    answer_done(answer);
    if (name >= 0) EMIT(&record.announced, WIRE_THREAD, thread->number, name);
    if (!record.is_short_of_memory) thread->name = name;
    return thread;
}

#define MOST_BOUND 4    /* names that are emitted one by one */

/* ---- the references of a frame ---- */

#define MOST_WALKED 1000    /* items of a container that only an iterator refers to, beyond which it is not tracked */

static int visit_long(PyObject *object, void *context)
{
    int *depth = context;
    if (row_of(object) && serial_of(object)) return 0;
    if (PyList_CheckExact(object) || PyTuple_CheckExact(object)) {
        if (Py_SIZE(object) > MOST_WALKED) return 1;
        if (!PyTuple_CheckExact(object) || *depth <= 0) return 0;
    } else if (PyDict_CheckExact(object)) {
        return PyDict_GET_SIZE(object) > MOST_WALKED;
    } else if (PyAnySet_CheckExact(object)) {
        return PySet_GET_SIZE(object) > MOST_WALKED;
    } else if (Py_TYPE(object)->tp_iternext == NULL || *depth <= 0) {
        return 0;
    }
    int inner = *depth - 1;
    if (!PyType_IS_GC(Py_TYPE(object)) || !PyObject_GC_IsTracked(object)) return 0;
    return Py_TYPE(object)->tp_traverse(object, visit_long, &inner);
}

static int is_iterator_of_long_container(PyObject *object)
{
    int depth = 4;
    return Py_TYPE(object)->tp_traverse(object, visit_long, &depth);
}

static int is_builtin_iterator(PyTypeObject *type)
{
    return type->tp_iternext != NULL && !PyType_HasFeature(type, Py_TPFLAGS_HEAPTYPE) &&
           PyType_IS_GC(type) && type != &PyGen_Type;
}

static PyTypeObject *bound_wrapper;     /* of a bound method of a class in C; not exported */

void stacks_begin(PyObject *type_of_bound_wrappers)
{
    bound_wrapper = (PyTypeObject *)Py_NewRef(type_of_bound_wrappers);
}

/* Whether an operand is tracked; other operands are only if another reference leads to them. */
static int is_entered(PyObject *object)
{
    PyTypeObject *type = Py_TYPE(object);
    if (!PyType_IS_GC(type) || PyType_Check(object)) return 0;
    if (type == &PyFunction_Type || type == &PyCell_Type || type == &PyModule_Type ||
        type == &PyFrame_Type || type == &PyTraceBack_Type || type == &PyMethodDescr_Type ||
        type == &PyWrapperDescr_Type || type == bound_wrapper)
        return 0;
    if (type == &PyCFunction_Type) {
        PyObject *own = PyCFunction_GET_SELF(object);
        return own != NULL && !PyModule_CheckExact(own);
    }
    if (is_builtin_iterator(type)) return serial_of(object) || !is_iterator_of_long_container(object);
    return PyObject_GC_IsTracked(object) || type == &PyTuple_Type || type == &PyDict_Type ||
           type == &PyFrozenSet_Type;
}

/* Whether a long list or tuple belongs to a loop alone: it is not tracked, like one with an iterator. */
static int is_long_loop_container(const FrameSnapshot *snapshot, int n, PyObject *object)
{
    return is_iterated_by_index(snapshot->frame, snapshot->code->place_count + n) && serial_of(object) == 0 &&
           (PyList_CheckExact(object) || PyTuple_CheckExact(object)) && Py_SIZE(object) > MOST_WALKED;
}

static int is_inner(const Code *code, int place)
{
    for (int n = 0; n < code->inner_count; n++)
        if (code->inner[n] == place) return 1;
    return 0;
}

/* Return an operand of a frame if it is a mortal object that the frame does not borrow, and no variable refers to. */
static PyObject *operand_at(const FrameSnapshot *snapshot, int n)
{
    PyObject *object = place_of(snapshot->frame, snapshot->code->place_count + n);
    if (object == NULL || count_of(object) <= 0) return NULL;
    if (n < 0 && !PyCell_Check(object) && is_inner(snapshot->code, snapshot->code->place_count + n)) return NULL;
    return is_borrowed(snapshot->frame, snapshot->code->place_count + n) ? NULL : object;
}

/* Set the range of a frame's operands: from ``first`` up to, not including, ``height``. */
static const Height *bounds_of(const FrameSnapshot *snapshot, int *first, int *height)
{
    static const Height nothing;
    const Height *info = &nothing;
    *first = snapshot->code->is_function ? 0 : -snapshot->code->place_count;
    *height = height_of(snapshot->frame, snapshot->code->code);
    if (*height != 0) info = height_info(snapshot->code, snapshot->instruction);
    if (*height < 0) *height = snapshot->raised_at == snapshot->instruction ? 0 : info->guaranteed;
    return info;
}

/* The results that comprehensions of a frame are filling; NULL if there are none. */
static const Height *results_of(const FrameSnapshot *snapshot)
{
    if (!has_mark(snapshot->code, snapshot->instruction, IN_COMPREHENSION) || has_ended(snapshot->frame) ||
        snapshot->raised_at == snapshot->instruction)
        return NULL;
    return height_info(snapshot->code, snapshot->instruction);
}

static int is_result(const Height *height, int n)
{
    for (int m = 0; m < height->result_count; m++)
        if (height->results[m].slot == n) return 1;
    return 0;
}

static void track_operands(const FrameSnapshot *snapshot)
{
    int first, height;
    const Height *info = bounds_of(snapshot, &first, &height);
    for (int n = first; n < height; n++) {
        PyObject *object = operand_at(snapshot, n);
        if (object == NULL || is_result(info, n) || is_long_loop_container(snapshot, n, object)) continue;
        if (is_entered(object)) track(object, BY_NAMES);
    }
}

static void emit_operands(Thread *thread, int depth, FrameSnapshot *snapshot)
{
    static const Height nothing;
    const Height *info = &nothing;
    int first = 0, height = 0, count = 0, is_other = 0;
    if (snapshot->must_read_operands) info = bounds_of(snapshot, &first, &height);
    int most = Py_MAX(height - first, 0);
    if (most + snapshot->operand_count == 0) return;
    if (!HAS_ROOM(snapshot->operands, snapshot->operand_room, (size_t)most)) return;
    for (int n = first; n < height; n++) {
        PyObject *object = operand_at(snapshot, n);
        int64_t serial = object != NULL && !is_result(info, n) ? serial_of(object) : 0;
        if (serial == 0) continue;
        if (count >= snapshot->operand_count || snapshot->operands[count] != serial) is_other = 1;
        snapshot->operands[count++] = serial;
    }
    if (!is_other && count == snapshot->operand_count) return;
    snapshot->operand_count = count;
    EMIT(&record.rest, WIRE_OPERANDS, thread->number, depth, count);
    emit_all(&record.rest, snapshot->operands, (size_t)count);
}

/* Whether a comprehension running in a frame has a variable with the name of a free variable. */
static int is_hidden(const FrameSnapshot *snapshot, int place)
{
    for (int n = 0; snapshot->code->has_twins && n < place; n++)
        if (snapshot->code->names[n] == snapshot->code->names[place] && snapshot->values[n] != NULL) return 1;
    return 0;
}

/* Return the names of a frame's values: a function's are those of its code, unless it has extra names. */
static const int64_t *names_of(const FrameSnapshot *snapshot)
{
    int has_own = snapshot->code->is_function && snapshot->value_count == snapshot->code->place_count;
    return has_own ? snapshot->code->names : snapshot->value_names;
}

static void emit_locals(Thread *thread, int depth, const FrameSnapshot *snapshot)
{
    const int64_t *names = names_of(snapshot);
    int64_t count = 0;
    for (int n = 0; n < snapshot->value_count; n++) count += snapshot->values[n] != NULL;
    EMIT(&record.rest, WIRE_LOCALS, thread->number, depth, count);
    for (int n = 0; n < snapshot->value_count; n++) {
        if (snapshot->values[n] == NULL) continue;
        EMIT(&record.rest, names[n], track(snapshot->values[n], BY_NAMES));
    }
}

static int compare_numbers(const void *one, const void *other)
{
    int64_t a = *(const int64_t *)one, b = *(const int64_t *)other;
    return (a > b) - (a < b);
}

#define MOST_BORROWED 64

/* Emit which variables of a frame are borrowed. */
static void emit_borrowed(Thread *thread, int depth, FrameSnapshot *snapshot)
{
    int64_t names[MOST_BORROWED];
    int count = 0;
    uint64_t borrowed = 0;
    for (int n = 0; n < snapshot->code->place_count && n < MOST_BORROWED; n++) {
        PyObject *value = snapshot->values[n];
        if (value == NULL || !is_borrowed(snapshot->frame, n) || count_of(value) < 0) continue;
        borrowed |= (uint64_t)1 << n;
        names[count++] = snapshot->code->names[n];
    }
    if (borrowed == snapshot->borrowed) return;
    snapshot->borrowed = borrowed;
    qsort(names, (size_t)count, sizeof *names, compare_numbers);
    EMIT(&record.rest, WIRE_LENT, thread->number, depth, count);
    emit_all(&record.rest, names, (size_t)count);
}

/* Counts changes of variables that several frames may share. */
static uint64_t changes_of_cells;

void stacks_cell_changed(void)
{
    changes_of_cells++;
}

static int are_proxies_there;

void stacks_proxy_made(void)
{
    are_proxies_there = 1;
}

/* Whether other code may write the variables of a waiting frame. */
static int may_be_written(const Thread *thread, const FrameSnapshot *snapshot)
{
    if (snapshot->code->has_cells && thread->changes_seen != changes_of_cells) return 1;
    return are_proxies_there && snapshot->frame != NULL && object_of_frame(snapshot->frame) != NULL;
}

static int is_shared(const FrameSnapshot *snapshot, int place)
{
    PyObject *found = place_of(snapshot->frame, place);
    return snapshot->code->has_cells && found != NULL && PyCell_Check(found) && count_of(found) != 1;
}

/* Emit one name bound to another object; the name is given by its index among the bound ones. */
static void emit_bound(Thread *thread, int depth, const FrameSnapshot *snapshot, int place)
{
    int64_t before = 0;
    for (int n = 0; n < place; n++) before += snapshot->values[n] != NULL;
    EMIT(&record.rest, WIRE_BIND, thread->number, depth, before, track(snapshot->values[place], BY_NAMES));
}

/* Update the names from a dict, starting at index ``first``; return whether they changed. */
static int update_names_in(FrameSnapshot *snapshot, PyObject *dict, int first)
{
    int count = first, is_other = 0;
    PyObject *key, *value;
    for (Py_ssize_t n = 0; dict != NULL && PyDict_Next(dict, &n, &key, &value);) {
        if (!snapshot->code->is_function && is_implicit_name(key, 1)) continue;
        if (!HAS_ROOM(snapshot->values, snapshot->value_room, (size_t)count + 1) ||
            !HAS_ROOM(snapshot->value_names, snapshot->name_room, (size_t)count + 1))
            return 0;
        PyObject **values = snapshot->values;
        int64_t *names = snapshot->value_names;
        int64_t name = name_of(key);
        if (count >= snapshot->value_count || names[count] != name || !is_same_object(values[count], value)) {
            if (count < snapshot->value_count) cycles_check_object(values[count]);
            is_other = 1;
        }
        values[count] = value;
        names[count++] = name;
    }
    if (!is_other && count == snapshot->value_count) return 0;
    for (int n = count; n < snapshot->value_count; n++) cycles_check_object(snapshot->values[n]);
    snapshot->value_count = count;
    return 1;
}

/* The extra names of a function's frame follow its variables. */
static int follow_extra(FrameSnapshot *snapshot, PyObject *extra)
{
    size_t count = (size_t)snapshot->code->place_count;
    if (!HAS_ROOM(snapshot->value_names, snapshot->name_room, count)) return 0;
    if (count) memcpy(snapshot->value_names, snapshot->code->names, count * sizeof *snapshot->value_names);
    return update_names_in(snapshot, extra, (int)count);
}

static void follow_variables(Thread *thread, int depth, FrameSnapshot *snapshot, int is_new)
{
    int count = snapshot->code->place_count, changed = 0, are_names_other = is_new;
    int places[MOST_BOUND];
    if (!HAS_ROOM(snapshot->values, snapshot->value_room, (size_t)count)) return;
    PyObject **values = snapshot->values;
    if (is_new && count) memset(values, 0, (size_t)count * sizeof *values);
    if (is_new || snapshot->value_count < count) snapshot->value_count = count;
    int is_over = has_ended(snapshot->frame);
    for (int n = 0; n < count; n++) {
        PyObject *value = is_over || is_hidden(snapshot, n) ? NULL : value_at(snapshot->frame, snapshot->code->code, n);
        if (is_same_object(values[n], value)) continue;
        if ((value == NULL) != (values[n] == NULL)) are_names_other = 1;
        if (!is_new && is_shared(snapshot, n)) stacks_cell_changed();
        if (changed < MOST_BOUND) places[changed] = n;
        changed++;
        cycles_check_object(values[n]);
        values[n] = value;
    }
    PyObject *extra = extra_names(snapshot->frame);
    int is_given_other = (extra != NULL || snapshot->value_count > count) && follow_extra(snapshot, extra);
    if (HAS_STACK_REFERENCES) emit_borrowed(thread, depth, snapshot);
    if (changed == 0 && !is_given_other) return;
    if (is_given_other || are_names_other || changed > MOST_BOUND) emit_locals(thread, depth, snapshot);
    else for (int n = 0; n < changed; n++) emit_bound(thread, depth, snapshot, places[n]);
}

/* The names that a class body has bound so far: those in the dict that it fills. */
static void follow_class_body(Thread *thread, int depth, FrameSnapshot *snapshot)
{
    PyObject *dict = snapshot->frame->f_locals;
    if (dict == NULL || !PyDict_Check(dict)) return;
    if (update_names_in(snapshot, dict, 0)) emit_locals(thread, depth, snapshot);
}

/* Add a name of a comprehension to those of the step; return whether it changed. */
static int add_inner(FrameSnapshot *snapshot, int place, int64_t name, PyObject *value)
{
    Bound *known = &snapshot->inner[place];
    if (place >= snapshot->inner_count) snapshot->inner[snapshot->inner_count++] = (Bound){name, NULL};
    if (is_same_object(known->value, value) && (value == NULL || known->name == name)) return 0;
    cycles_check_object(known->value);
    *known = (Bound){name, value};
    return 1;
}

/* The variables of the comprehensions that run in a module's or a class's frame, and the results that those of any
   frame are filling. */
static void follow_comprehensions(Thread *thread, int depth, FrameSnapshot *snapshot)
{
    const Code *code = snapshot->code;
    const Height *height = results_of(snapshot);
    int is_other = 0, is_over = has_ended(snapshot->frame), count = 0;
    size_t most = (size_t)code->inner_count + MOST_RESULTS;
    if (!HAS_ROOM(snapshot->inner, snapshot->inner_room, most)) return;
    for (int n = 0; n < code->inner_count; n++) {
        PyObject *value = is_over ? NULL : value_at(snapshot->frame, code->code, code->inner[n]);
        is_other |= add_inner(snapshot, n, code->names[code->inner[n]], value);
    }
    for (int n = 0; n < MOST_RESULTS; n++) {
        int is_there = height != NULL && n < height->result_count;
        int64_t label = is_there ? height->results[n].label : 0;
        PyObject *result = is_there ? operand_at(snapshot, (int)height->results[n].slot) : NULL;
        is_other |= add_inner(snapshot, code->inner_count + n, label, result);
    }
    if (!is_other) return;
    for (int n = 0; n < snapshot->inner_count; n++) count += snapshot->inner[n].value != NULL;
    EMIT(&record.rest, WIRE_COMPREHENSION, thread->number, depth, count);
    for (int n = 0; n < snapshot->inner_count; n++) {
        const Bound *one = &snapshot->inner[n];
        if (one->value != NULL) EMIT(&record.rest, one->name, track(one->value, BY_NAMES));
    }
}

/* ---- the frames of a thread ---- */

static Frame **found;
static int found_count;
static uint32_t found_room;

#define SHALLOW 32      /* if a stack has at most this depth, all its frames are read */

static int is_same_frame(const FrameSnapshot *snapshot, Frame *frame)
{
    return snapshot->frame == frame && snapshot->code->code == code_of(frame);
}

/* Return how many of the known frames still exist; ``found`` gets those above them, innermost first. */
static int find_frames(Thread *thread, Frame *innermost)
{
    int same = thread->count;
    found_count = 0;
    for (Frame *frame = python_frame(innermost); frame; frame = python_frame(frame->previous)) {
        Code *code = code_info(code_of(frame));
        if (code == NULL || code->file < 0) continue;
        if (same && is_same_frame(&thread->snapshots[same - 1], frame)) return same;
        if (!HAS_ROOM(found, found_room, (size_t)found_count + 1)) return 0;
        found[found_count++] = frame;
    }
    /* The innermost known frame has ended unnoticed. */
    for (same = 0; same < thread->count && same < found_count; same++)
        if (!is_same_frame(&thread->snapshots[same], found[found_count - 1 - same])) break;
    found_count -= same;
    return same;
}

static void emit_runs(const Thread *thread, FrameSnapshot *snapshot)
{
    snapshot->object = object_of_frame(snapshot->frame);
    const void *address = snapshot->object ? (void *)snapshot->object : (void *)snapshot->frame;
    EMIT(&record.rest, WIRE_RUNS, thread->number, snapshot->code->number, as_number(address),
         as_number(snapshot->names_in));
}

static void check_frame(const FrameSnapshot *snapshot)
{
    for (int n = 0; n < snapshot->value_count; n++) cycles_check_object(snapshot->values[n]);
    for (int n = 0; n < snapshot->inner_count; n++) cycles_check_object(snapshot->inner[n].value);
}

static void pop(Thread *thread, int count)
{
    if (count == thread->count) return;
    EMIT(&record.rest, WIRE_POP, thread->number, thread->count - count);
    for (int n = count; n < thread->count; n++) check_frame(&thread->snapshots[n]);
    thread->count = count;
}

static void push(Thread *thread, Frame *frame, Code *code, int line)
{
    if (!HAS_ROOM(thread->snapshots, thread->room, (size_t)thread->count + 1)) return;
    FrameSnapshot *snapshot = &thread->snapshots[thread->count++];
    snapshot->frame = frame;
    snapshot->code = code;
    snapshot->serial = ++last_frame;
    snapshot->line = line;
    snapshot->instruction = snapshot->raised_at = -1;
    snapshot->value_count = snapshot->inner_count = snapshot->operand_count = 0;
    snapshot->borrowed = 0;
    snapshot->names_in = code->kind == WIRE_FRAME_CLASS ? frame->f_locals : NULL;
    EMIT(&record.rest, WIRE_PUSH, thread->number, snapshot->serial, code->function, code->file, code->kind,
         line);
    emit_runs(thread, snapshot);
}

static void follow_frame(Thread *thread, int depth, int line, int is_new, int is_own)
{
    FrameSnapshot *snapshot = &thread->snapshots[depth];
    int instruction = instruction_of(snapshot->frame);
    if (line == 0) line = instruction == snapshot->instruction ? snapshot->line
                                                            : line_at(snapshot->code, instruction);
    if (line == 0) line = snapshot->line;   /* the compiler made the instruction, such as a return after ``except*`` */
    if (instruction != snapshot->instruction) snapshot->raised_at = -1;
    snapshot->instruction = instruction;
    int is_other = depth == thread->count - 1 && object_of_frame(snapshot->frame) != snapshot->object;
    if (is_other) emit_runs(thread, snapshot);
    if (line != snapshot->line || is_other) {
        snapshot->line = line;
        EMIT(&record.rest, WIRE_LINE, thread->number, depth, line);
    }
    snapshot->must_read_operands = is_own;
    if (!is_own && snapshot->operand_count) emit_operands(thread, depth, snapshot);
    if (snapshot->code->is_function) follow_variables(thread, depth, snapshot, is_new);
    else if (snapshot->code->kind == WIRE_FRAME_CLASS) follow_class_body(thread, depth, snapshot);
    if (snapshot->code->inner_count || snapshot->inner_count || results_of(snapshot) != NULL)
        follow_comprehensions(thread, depth, snapshot);
}

static void follow(Thread *thread, Frame *innermost, int line, int is_own)
{
    while (thread->count && thread->snapshots[thread->count - 1].frame == NULL) {
        int left = thread->count - 1;
        while (left && thread->snapshots[left - 1].frame == NULL) left--;
        pop(thread, left);
    }
    int same = find_frames(thread, innermost);
    pop(thread, same);
    for (int n = found_count - 1; n >= 0; n--) {
        Code *code = code_info(code_of(found[n]));
        if (code == NULL) return;
        int its_line = n == 0 && line ? line : line_at(code, instruction_of(found[n]));
        push(thread, found[n], code, its_line);
    }
    int from = thread->count <= SHALLOW ? 0 : Py_MAX(same - 1, 0);
    for (int n = from; n < thread->count; n++)
        follow_frame(thread, n, n == thread->count - 1 ? line : 0, n >= same, is_own);
    /* The outer frames wait for these; running code can only change variables that it shares with them. */
    int is_any_written = are_proxies_there || thread->changes_seen != changes_of_cells;
    for (int n = 0; n < from && is_any_written; n++)
        if (may_be_written(thread, &thread->snapshots[n])) follow_frame(thread, n, 0, 0, is_own);
    thread->changes_seen = changes_of_cells;
}

void stacks_follow(Thread *thread, PyThreadState *state, int line)
{
    follow(thread, state->current_frame, line, 1);
}

void stacks_operands(Thread *thread, int must_emit)
{
    for (int n = thread->count - 1; n >= 0; n--) {
        FrameSnapshot *snapshot = &thread->snapshots[n];
        if (!snapshot->must_read_operands && thread->count - n > SHALLOW) break;
        if (!snapshot->must_read_operands || snapshot->frame == NULL) continue;
        if (must_emit) emit_operands(thread, n, snapshot);
        else track_operands(snapshot);
        snapshot->must_read_operands = !must_emit;
    }
}

void stacks_follow_traceback(Thread *thread, PyObject *traceback)
{
    int depth = 0;
    for (PyTracebackObject *one = (PyTracebackObject *)traceback; one; one = one->tb_next) {
        Frame *frame = frame_of_object((PyObject *)one->tb_frame);
        Code *code = code_info(code_of(frame));
        if (code == NULL || code->file < 0) continue;
        int line = one->tb_lineno > 0 ? one->tb_lineno : line_at(code, one->tb_lasti / 2);
        int is_new = depth >= thread->count || thread->snapshots[depth].frame != frame;
        if (is_new) {
            pop(thread, depth);
            push(thread, frame, code, line);
        }
        if (depth >= thread->count) return;
        follow_frame(thread, depth++, line, is_new, 0);
    }
    pop(thread, depth);
    for (int n = 0; n < thread->count; n++) thread->snapshots[n].frame = NULL;
}

/* Omits the operands of other threads: those may resume before their operands are read again. */
void stacks_follow_others(Thread *own, PyThreadState *state)
{
    uint64_t own_id = own->id;
    for (int n = 0; n < thread_count; n++) threads[n].is_alive = 0;
    for (PyThreadState *other = first_thread(state); other != NULL; other = other->next) {
        Thread *thread = known_thread(other);
        if (thread != NULL) thread->is_alive = 1;
        if (other->id == own_id) continue;
        if (thread == NULL) {
            static Thread nobody;
            nobody.count = 0;
            find_frames(&nobody, other->current_frame);
            if (found_count == 0 || (thread = thread_of(other)) == NULL) continue;
        }
        name_thread(thread);
        follow(thread, other->current_frame, 0, 0);
    }
    for (int n = 0; n < thread_count; n++)
        if (!threads[n].is_alive) pop(&threads[n], 0);
    Thread *running = thread_of(state);
    if (running != NULL) name_thread(running);
}

void stacks_ended(Thread *thread)
{
    if (thread->count) thread->snapshots[thread->count - 1].frame = NULL;
}

void stacks_raised(Thread *thread, Frame *frame)
{
    FrameSnapshot *innermost = thread->count ? &thread->snapshots[thread->count - 1] : NULL;
    if (innermost != NULL && innermost->frame == frame) innermost->raised_at = instruction_of(frame);
}

void stacks_forget(void)
{
    for (int n = 0; n < thread_count; n++) threads[n].count = 0;
    namespaces_forget();
}

/* ---- finding references to an object ---- */

#define MOST_FRAMES 24

int do_names_refer_to(const PyObject *object)
{
    for (int t = 0; t < thread_count; t++) {
        const Thread *thread = &threads[t];
        int last = thread->count > MOST_FRAMES ? thread->count - MOST_FRAMES : 0;
        for (int n = thread->count - 1; n >= last; n--) {
            const FrameSnapshot *snapshot = &thread->snapshots[n];
            if (snapshot->frame == NULL) continue;
            for (int place = 0; place < snapshot->value_count; place++)
                if (snapshot->values[place] == object) return 1;
            for (int place = 0; place < snapshot->inner_count; place++)
                if (snapshot->inner[place].value == object) return 1;
        }
    }
    return do_namespaces_refer_to(object);
}

/* ---- for other files, and for Python ---- */

PyObject *value_of_name(const FrameSnapshot *snapshot, int64_t name)
{
    const int64_t *names = names_of(snapshot);
    for (int n = 0; n < snapshot->value_count; n++)
        if (names[n] == name && snapshot->values[n] != NULL) return snapshot->values[n];
    return NULL;
}

