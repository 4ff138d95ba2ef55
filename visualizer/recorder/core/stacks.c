/* The frames of every thread: what they refer to, and what differs from the step before. */

#include "engine.h"

/* ---- threads ---- */

static Thread *threads;
static int thread_count;
static uint32_t thread_room;
int64_t last_frame;

static void name_thread(Thread *thread)
{
    int64_t name = number_in(ask(ASK_THREAD, Py_None, "kL", thread->ident, (long long)thread->number));
    if (name == thread->name || name < 0) return;
    thread->name = name;
    TELL(&record.announced, WIRE_THREAD, thread->number, name);
}

Thread *known_thread(const PyThreadState *state)
{
    for (int n = 0; n < thread_count; n++)
        if (threads[n].id == state->id) return &threads[n];
    return NULL;
}

Thread *thread_of(PyThreadState *state)
{
    Thread *known = known_thread(state);
    if (known != NULL) return known;
    if (!HAS_ROOM(threads, thread_room, (size_t)thread_count + 1)) return NULL;
    Thread *thread = &threads[thread_count++];
    *thread = (Thread){.id = state->id, .ident = state->thread_id, .number = thread_count,
                       .name = -1, .is_alive = 1};
    name_thread(thread);
    thread->is_waited_for = number_in(ask(ASK_WAITED, Py_None, "(k)", thread->ident)) == 1;
    return thread;
}

#define MOST_BOUND 4    /* names that are told one by one */

/* ---- what a frame refers to ---- */

#define MOST_WALKED 1000    /* items of what only an iterator refers to, beyond which it is not entered */

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

static int is_iterator_of_something_long(PyObject *object)
{
    int depth = 4;
    return Py_TYPE(object)->tp_traverse(object, visit_long, &depth);
}

static int is_builtin_iterator(PyTypeObject *type)
{
    return type->tp_iternext != NULL && !PyType_HasFeature(type, Py_TPFLAGS_HEAPTYPE) &&
           PyType_IS_GC(type) && type != &PyGen_Type;
}

static PyTypeObject *bound_wrapper;     /* of a bound method of a class in C; it is not exported */

void stacks_begin(PyObject *type_of_bound_wrappers)
{
    bound_wrapper = (PyTypeObject *)Py_NewRef(type_of_bound_wrappers);
}

/* What is no news on a stack: it is looked at where something else leads to it. */
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
    if (is_builtin_iterator(type)) return serial_of(object) || !is_iterator_of_something_long(object);
    return PyObject_GC_IsTracked(object) || type == &PyTuple_Type || type == &PyDict_Type ||
           type == &PyFrozenSet_Type;
}

/* Whether only a loop has a long list or tuple: it is not looked at, nor is one that an iterator goes over. */
static int is_something_long_of_a_loop(const Known *known, int n, PyObject *object)
{
    return is_gone_over(known->frame, known->code->place_count + n) && serial_of(object) == 0 &&
           (PyList_CheckExact(object) || PyTuple_CheckExact(object)) && Py_SIZE(object) > MOST_WALKED;
}

/* An operand of a frame, if it is an object with a count that the frame does not borrow. */
static PyObject *operand_at(const Known *known, int n)
{
    PyObject *object = place_of(known->frame, known->code->place_count + n);
    if (object == NULL || count_of(object) <= 0) return NULL;
    return is_lent(known->frame, known->code->place_count + n) ? NULL : object;
}

/* The operands of a frame that is looked at are those from ``first`` on, below ``height``. */
static const Height *bounds_of(const Known *known, int *first, int *height)
{
    static const Height nothing;
    const Height *facts = &nothing;
    *first = known->code->is_function ? 0 : -known->code->place_count;
    *height = height_of(known->frame, known->code->code);
    if (*height != 0) facts = height_facts(known->code, known->instruction);
    if (*height < 0) *height = known->raised_at == known->instruction ? 0 : facts->sure;
    return facts;
}

static void reach_operands(const Known *known)
{
    int first, height;
    const Height *facts = bounds_of(known, &first, &height);
    for (int n = first; n < height; n++) {
        PyObject *object = operand_at(known, n);
        int is_unfinished = n >= 0 && n < 64 && facts->unfinished >> n & 1;
        if (object == NULL || is_unfinished || is_something_long_of_a_loop(known, n, object)) continue;
        if (is_entered(object)) reach(object, BY_NAMES);
    }
}

static void tell_operands(Thread *thread, int depth, Known *known)
{
    int first = 0, height = 0, count = 0, is_other = 0;
    if (known->is_to_look_at) bounds_of(known, &first, &height);
    int most = Py_MAX(height - first, 0);
    if (most + known->operand_count == 0) return;
    if (!HAS_ROOM(known->operands, known->operand_room, (size_t)most)) return;
    for (int n = first; n < height; n++) {
        PyObject *object = operand_at(known, n);
        int64_t serial = object != NULL ? serial_of(object) : 0;
        if (serial == 0) continue;
        if (count >= known->operand_count || known->operands[count] != serial) is_other = 1;
        known->operands[count++] = serial;
    }
    if (!is_other && count == known->operand_count) return;
    known->operand_count = count;
    TELL(&record.rest, WIRE_OPERANDS, thread->number, depth, count);
    tell_all(&record.rest, known->operands, (size_t)count);
}

/* Whether a comprehension that runs in a frame has a variable of its own by the name of a free one. */
static int is_hidden(const Known *known, int place)
{
    for (int n = 0; known->code->has_twins && n < place; n++)
        if (known->code->names[n] == known->code->names[place] && known->values[n] != NULL) return 1;
    return 0;
}

/* The names of what a frame has by name: a function's are those of its code, unless it was given more. */
static const int64_t *names_of(const Known *known)
{
    int has_own = known->code->is_function && known->value_count == known->code->place_count;
    return has_own ? known->code->names : known->value_names;
}

static void tell_locals(Thread *thread, int depth, const Known *known)
{
    const int64_t *names = names_of(known);
    int64_t count = 0;
    for (int n = 0; n < known->value_count; n++) count += known->values[n] != NULL;
    TELL(&record.rest, WIRE_LOCALS, thread->number, depth, count);
    for (int n = 0; n < known->value_count; n++) {
        if (known->values[n] == NULL) continue;
        TELL(&record.rest, names[n], reach(known->values[n], BY_NAMES));
    }
}

static int compare_numbers(const void *one, const void *other)
{
    int64_t a = *(const int64_t *)one, b = *(const int64_t *)other;
    return (a > b) - (a < b);
}

#define MOST_LENT 64

/* Which of its variables are lent to a frame. */
static void tell_lent(Thread *thread, int depth, Known *known)
{
    int64_t names[MOST_LENT];
    int count = 0;
    uint64_t lent = 0;
    for (int n = 0; n < known->code->place_count && n < MOST_LENT; n++) {
        PyObject *value = known->values[n];
        if (value == NULL || !is_lent(known->frame, n) || count_of(value) < 0) continue;
        lent |= (uint64_t)1 << n;
        names[count++] = known->code->names[n];
    }
    if (lent == known->lent) return;
    known->lent = lent;
    qsort(names, (size_t)count, sizeof *names, compare_numbers);
    TELL(&record.rest, WIRE_LENT, thread->number, depth, count);
    tell_all(&record.rest, names, (size_t)count);
}

/* Counts what happened to variables that several frames may share. */
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

/* Whether somebody else may write the variables of a frame that waits. */
static int may_be_written(const Thread *thread, const Known *known)
{
    if (known->code->has_cells && thread->changes_seen != changes_of_cells) return 1;
    return are_proxies_there && known->frame != NULL && object_of_frame(known->frame) != NULL;
}

static int is_shared(const Known *known, int place)
{
    PyObject *found = place_of(known->frame, place);
    return known->code->has_cells && found != NULL && PyCell_Check(found) && count_of(found) != 1;
}

/* One name is bound to another object: told by the place of the name among those that are bound. */
static void tell_bound(Thread *thread, int depth, const Known *known, int place)
{
    int64_t before = 0;
    for (int n = 0; n < place; n++) before += known->values[n] != NULL;
    TELL(&record.rest, WIRE_BIND, thread->number, depth, before, reach(known->values[place], BY_NAMES));
}

/* Take in the names in a dict, from a place on; whether they are other than before. */
static int take_names_in(Known *known, PyObject *dict, int first)
{
    int count = first, is_other = 0;
    PyObject *key, *value;
    for (Py_ssize_t n = 0; dict != NULL && PyDict_Next(dict, &n, &key, &value);) {
        if (!known->code->is_function && is_plumbing(key, 1)) continue;
        if (!HAS_ROOM(known->values, known->value_room, (size_t)count + 1) ||
            !HAS_ROOM(known->value_names, known->name_room, (size_t)count + 1))
            return 0;
        PyObject **values = known->values;
        int64_t *names = known->value_names;
        int64_t name = name_of(key);
        if (count >= known->value_count || names[count] != name || !is_same_object(values[count], value)) {
            if (count < known->value_count) islands_lost(values[count]);
            is_other = 1;
        }
        values[count] = value;
        names[count++] = name;
    }
    if (!is_other && count == known->value_count) return 0;
    for (int n = count; n < known->value_count; n++) islands_lost(known->values[n]);
    known->value_count = count;
    return 1;
}

/* The names that a function's frame was given stand behind its variables. */
static int follow_given(Known *known, PyObject *given)
{
    size_t count = (size_t)known->code->place_count;
    if (!HAS_ROOM(known->value_names, known->name_room, count)) return 0;
    if (count) memcpy(known->value_names, known->code->names, count * sizeof *known->value_names);
    return take_names_in(known, given, (int)count);
}

static void follow_variables(Thread *thread, int depth, Known *known, int is_new)
{
    int count = known->code->place_count, changed = 0, are_names_other = is_new;
    int places[MOST_BOUND];
    if (!HAS_ROOM(known->values, known->value_room, (size_t)count)) return;
    PyObject **values = known->values;
    if (is_new && count) memset(values, 0, (size_t)count * sizeof *values);
    if (is_new || known->value_count < count) known->value_count = count;
    int is_over = has_ended(known->frame);
    for (int n = 0; n < count; n++) {
        PyObject *value = is_over || is_hidden(known, n) ? NULL : value_at(known->frame, known->code->code, n);
        if (is_same_object(values[n], value)) continue;
        if ((value == NULL) != (values[n] == NULL)) are_names_other = 1;
        if (!is_new && is_shared(known, n)) stacks_cell_changed();
        if (changed < MOST_BOUND) places[changed] = n;
        changed++;
        islands_lost(values[n]);
        values[n] = value;
    }
    PyObject *given = names_given(known->frame);
    int is_given_other = (given != NULL || known->value_count > count) && follow_given(known, given);
    if (HAS_STACK_REFERENCES) tell_lent(thread, depth, known);
    if (changed == 0 && !is_given_other) return;
    if (is_given_other || are_names_other || changed > MOST_BOUND) tell_locals(thread, depth, known);
    else for (int n = 0; n < changed; n++) tell_bound(thread, depth, known, places[n]);
}

/* The names that a class body has given so far: those in the dict that it fills. */
static void follow_class_body(Thread *thread, int depth, Known *known)
{
    PyObject *dict = known->frame->f_locals;
    if (dict == NULL || !PyDict_Check(dict)) return;
    if (take_names_in(known, dict, 0)) tell_locals(thread, depth, known);
}

/* ---- the frames of a thread ---- */

static Frame **found;
static int found_count;
static uint32_t found_room;

#define SHALLOW 32      /* of a stack no deeper than this, all frames are looked at */

static int is_still(const Known *known, Frame *frame)
{
    return known->frame == frame && known->code->code == code_of(frame);
}

/* How many of the known frames are still there; those above them are in ``found``, innermost first. */
static int find_frames(Thread *thread, Frame *innermost)
{
    int same = thread->count;
    found_count = 0;
    for (Frame *frame = python_frame(innermost); frame; frame = python_frame(frame->previous)) {
        Code *code = code_facts(code_of(frame));
        if (code == NULL || code->file < 0) continue;
        if (same && is_still(&thread->known[same - 1], frame)) return same;
        if (!HAS_ROOM(found, found_room, (size_t)found_count + 1)) return 0;
        found[found_count++] = frame;
    }
    /* The innermost that is known has gone unseen. */
    for (same = 0; same < thread->count && same < found_count; same++)
        if (!is_still(&thread->known[same], found[found_count - 1 - same])) break;
    found_count -= same;
    return same;
}

static void tell_runs(const Thread *thread, Known *known)
{
    known->object = object_of_frame(known->frame);
    const void *address = known->object ? (void *)known->object : (void *)known->frame;
    TELL(&record.rest, WIRE_RUNS, thread->number, known->code->number, as_number(address),
         as_number(known->names_in));
}

static void ask_about_frame(const Known *known)
{
    for (int n = 0; n < known->value_count; n++) islands_lost(known->values[n]);
}

static void pop(Thread *thread, int count)
{
    if (count == thread->count) return;
    TELL(&record.rest, WIRE_POP, thread->number, thread->count - count);
    for (int n = count; n < thread->count; n++) ask_about_frame(&thread->known[n]);
    thread->count = count;
}

static void push(Thread *thread, Frame *frame, Code *code, int line)
{
    if (!HAS_ROOM(thread->known, thread->room, (size_t)thread->count + 1)) return;
    Known *known = &thread->known[thread->count++];
    known->frame = frame;
    known->code = code;
    known->serial = ++last_frame;
    known->line = line;
    known->instruction = known->raised_at = -1;
    known->value_count = known->operand_count = 0;
    known->lent = 0;
    known->names_in = code->kind == WIRE_FRAME_CLASS ? frame->f_locals : NULL;
    TELL(&record.rest, WIRE_PUSH, thread->number, known->serial, code->function, code->file, code->kind,
         line);
    tell_runs(thread, known);
}

static void follow_frame(Thread *thread, int depth, int line, int is_new, int is_own)
{
    Known *known = &thread->known[depth];
    int instruction = instruction_of(known->frame);
    if (line == 0) line = instruction == known->instruction ? known->line
                                                            : line_at(known->code, instruction);
    if (instruction != known->instruction) known->raised_at = -1;
    known->instruction = instruction;
    int is_other = depth == thread->count - 1 && object_of_frame(known->frame) != known->object;
    if (is_other) tell_runs(thread, known);
    if (line != known->line || is_other) {
        known->line = line;
        TELL(&record.rest, WIRE_LINE, thread->number, depth, line);
    }
    known->is_to_look_at = is_own;
    if (!is_own && known->operand_count) tell_operands(thread, depth, known);
    if (known->code->is_function) follow_variables(thread, depth, known, is_new);
    else if (known->code->kind == WIRE_FRAME_CLASS) follow_class_body(thread, depth, known);
}

static void follow(Thread *thread, Frame *innermost, int line, int is_own)
{
    while (thread->count && thread->known[thread->count - 1].frame == NULL) {
        int left = thread->count - 1;
        while (left && thread->known[left - 1].frame == NULL) left--;
        pop(thread, left);
    }
    int same = find_frames(thread, innermost);
    pop(thread, same);
    for (int n = found_count - 1; n >= 0; n--) {
        Code *code = code_facts(code_of(found[n]));
        if (code == NULL) return;
        int its_line = n == 0 && line ? line : line_at(code, instruction_of(found[n]));
        push(thread, found[n], code, its_line);
    }
    int from = thread->count <= SHALLOW ? 0 : Py_MAX(same - 1, 0);
    for (int n = from; n < thread->count; n++)
        follow_frame(thread, n, n == thread->count - 1 ? line : 0, n >= same, is_own);
    /* Other frames wait for those; who runs may change but what it shares with them. */
    int is_any_written = are_proxies_there || thread->changes_seen != changes_of_cells;
    for (int n = 0; n < from && is_any_written; n++)
        if (may_be_written(thread, &thread->known[n])) follow_frame(thread, n, 0, 0, is_own);
    thread->changes_seen = changes_of_cells;
}

void stacks_follow(Thread *thread, PyThreadState *state, int line)
{
    follow(thread, state->current_frame, line, 1);
}

void stacks_operands(Thread *thread, int is_to_be_told)
{
    for (int n = thread->count - 1; n >= 0; n--) {
        Known *known = &thread->known[n];
        if (!known->is_to_look_at && thread->count - n > SHALLOW) break;
        if (!known->is_to_look_at || known->frame == NULL) continue;
        if (is_to_be_told) tell_operands(thread, n, known);
        else reach_operands(known);
        known->is_to_look_at = !is_to_be_told;
    }
}

void stacks_follow_traceback(Thread *thread, PyObject *traceback)
{
    int depth = 0;
    for (PyTracebackObject *one = (PyTracebackObject *)traceback; one; one = one->tb_next) {
        Frame *frame = frame_of_object((PyObject *)one->tb_frame);
        Code *code = code_facts(code_of(frame));
        if (code == NULL || code->file < 0) continue;
        int line = one->tb_lineno > 0 ? one->tb_lineno : line_at(code, one->tb_lasti / 2);
        int is_new = depth >= thread->count || thread->known[depth].frame != frame;
        if (is_new) {
            pop(thread, depth);
            push(thread, frame, code, line);
        }
        if (depth >= thread->count) return;
        follow_frame(thread, depth++, line, is_new, 0);
    }
    pop(thread, depth);
    for (int n = 0; n < thread->count; n++) thread->known[n].frame = NULL;
}

/* What lies on the stacks of other threads is not told: they go on before anybody could look again. */
void stacks_follow_others(Thread *own, PyThreadState *state)
{
    uint64_t own_id = own->id;
    for (int n = 0; n < thread_count; n++) threads[n].is_alive = 0;
    for (PyThreadState *other = first_thread(state); other != NULL; other = other->next) {
        Thread *thread = NULL;
        for (int n = 0; n < thread_count; n++)
            if (threads[n].id == other->id) thread = &threads[n];
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
    if (thread->count) thread->known[thread->count - 1].frame = NULL;
}

void stacks_raised(Thread *thread, Frame *frame)
{
    Known *innermost = thread->count ? &thread->known[thread->count - 1] : NULL;
    if (innermost != NULL && innermost->frame == frame) innermost->raised_at = instruction_of(frame);
}

void stacks_forget(void)
{
    for (int n = 0; n < thread_count; n++) threads[n].count = 0;
    namespaces_forget();
}

/* ---- who refers to an object ---- */

#define MOST_FRAMES 24

int do_names_refer_to(const PyObject *object)
{
    for (int t = 0; t < thread_count; t++) {
        const Thread *thread = &threads[t];
        int last = thread->count > MOST_FRAMES ? thread->count - MOST_FRAMES : 0;
        for (int n = thread->count - 1; n >= last; n--) {
            const Known *known = &thread->known[n];
            if (known->frame == NULL) continue;
            for (int place = 0; place < known->value_count; place++)
                if (known->values[place] == object) return 1;
        }
    }
    return do_namespaces_refer_to(object);
}

/* ---- for Python ---- */

PyObject *stacks_for_python(PyObject *self, PyObject *nothing)
{
    static Section told;
    told.count = 0;
    for (int t = 0; t < thread_count; t++) {
        TELL(&told, threads[t].number, (int64_t)threads[t].ident, threads[t].count);
        for (int n = 0; n < threads[t].count; n++) {
            const Known *known = &threads[t].known[n];
            const int64_t *names = names_of(known);
            TELL(&told, as_number(known->frame), known->code->number, as_number(known->code->code),
                 2 * known->instruction, known->line, 0);
            size_t last = told.count - 1;
            for (int place = 0; place < known->value_count; place++)
                if (known->values[place] != NULL)
                    tell_counted(&told, last, names[place], known->values[place]);
        }
    }
    return list_of(&told);
}
