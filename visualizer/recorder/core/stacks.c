#include "engine.h"

/* ---- code ---- */

void code_forget(Code *code)
{
    free(code->names);
    free(code->lines);
    free(code->loud);
    free(code->constant);
    free(code->heights);
    free(code);
}

/* ``ranges``: where it begins and ends in bytes, and the line, of each stretch of instructions. */
static int take_lines(Code *own, PyObject *ranges)
{
    own->unit_count = (int)Py_SIZE(own->code);
    own->lines = calloc((size_t)own->unit_count + 1, sizeof *own->lines);
    if (own->lines == NULL) return 0;
    for (Py_ssize_t n = 0; n + 2 < PyList_GET_SIZE(ranges); n += 3) {
        int start = PyLong_AsInt(PyList_GET_ITEM(ranges, n));
        int end = PyLong_AsInt(PyList_GET_ITEM(ranges, n + 1));
        int line = PyLong_AsInt(PyList_GET_ITEM(ranges, n + 2));
        for (int at = start / 2; at < end / 2 && at < own->unit_count; at++) own->lines[at] = line;
    }
    return 1;
}

static int take_names(Code *own)
{
    PyCodeObject *code = own->code;
    own->place_count = code->co_nlocalsplus;
    own->names = calloc((size_t)own->place_count + 1, sizeof *own->names);
    if (own->names == NULL) return 0;
    for (int n = 0; n < own->place_count; n++) {
        own->names[n] = name_of(PyTuple_GET_ITEM(code->co_localsplusnames, n));
        _PyLocals_Kind kind = _PyLocals_GetKind(code->co_localspluskinds, n);
        if (kind & (CO_FAST_CELL | CO_FAST_FREE)) own->has_cells = 1;
        for (int before = 0; kind & CO_FAST_FREE && before < n; before++)
            if (own->names[before] == own->names[n]) own->has_twins = 1;
    }
    return 1;
}

static int *take_ints(PyObject *numbers, int *count)
{
    *count = (int)PyList_GET_SIZE(numbers);
    int *found = calloc((size_t)*count + 1, sizeof *found);
    for (int n = 0; found != NULL && n < *count; n++)
        found[n] = PyLong_AsInt(PyList_GET_ITEM(numbers, n));
    return found;
}

/* code_facts(code) of describing.py: (file or -1, number, function, kind, whether it does something to
   locks, loud lines, instructions that return a constant, where each line lies, operations that announce the code). */
static int take_facts(Code *own, PyObject *told)
{
    long long file, number, function;
    PyObject *loud, *constant, *lines, *announcement;
    if (!PyArg_ParseTuple(told, "LLLipO!O!O!O!", &file, &number, &function, &own->kind,
                          &own->has_locks, &PyList_Type, &loud, &PyList_Type, &constant, &PyList_Type, &lines, &PyList_Type,
                          &announcement))
        return 0;
    own->file = file;
    own->number = number;
    own->function = function;
    own->first_line = own->code->co_firstlineno;
    own->is_function = (own->code->co_flags & CO_OPTIMIZED) != 0;
    if (file < 0) return 1;
    tell_list(&record.announced, announcement);
    own->loud = take_ints(loud, &own->loud_count);
    own->constant = take_ints(constant, &own->constant_count);
    return own->loud && own->constant && take_lines(own, lines) && take_names(own);
}

Code *code_known(PyCodeObject *code)
{
    Index index = row_of((PyObject *)code);
    return index ? rows[index].as_code : NULL;
}

Code *code_facts(PyCodeObject *code)
{
    Index index = watch((PyObject *)code);
    if (index == 0) return NULL;
    if (rows[index].as_code != NULL) return rows[index].as_code;
    Code *own = calloc(1, sizeof *own);
    if (own == NULL) {
        record.is_short_of_memory = 1;
        return NULL;
    }
    own->code = code;
    PyObject *told = ask(ASK_CODE, (PyObject *)code, NULL);
    int is_good = told != NULL && take_facts(own, told);
    answer_done(told);
    if (!is_good) {
        code_forget(own);
        return NULL;
    }
    rows[row_of((PyObject *)code)].as_code = own;
    return own;
}

int is_code_traced(PyCodeObject *code)
{
    Code *own = code_facts(code);
    return own != NULL && own->file >= 0;
}

int line_at(const Code *code, int unit)
{
    return unit >= 0 && unit < code->unit_count ? code->lines[unit] : code->first_line;
}

static int is_among(const int *numbers, int count, int number)
{
    for (int low = 0, high = count; low < high;) {
        int middle = (low + high) / 2;
        if (numbers[middle] == number) return 1;
        if (numbers[middle] < number) low = middle + 1;
        else high = middle;
    }
    return 0;
}

int is_loud(const Code *code, int line)
{
    return is_among(code->loud, code->loud_count, line);
}

int returns_constant(const Code *code, int unit)
{
    return is_among(code->constant, code->constant_count, unit);
}

/* ---- threads ---- */

static Thread *threads;
static int thread_count;
static uint32_t thread_room;
static int64_t last_frame;
static PyObject *module_plumbing, *class_plumbing;   /* sets of names */

void stacks_begin(PyObject *plumbing_of_modules, PyObject *plumbing_of_classes)
{
    module_plumbing = Py_NewRef(plumbing_of_modules);
    class_plumbing = Py_NewRef(plumbing_of_classes);
}

static void name_thread(Thread *thread)
{
    house_enter();
    PyObject *ident = PyLong_FromUnsignedLong(thread->ident);
    PyObject *number = PyLong_FromLongLong(thread->number);
    PyObject *told = ident && number ? ask(ASK_THREAD, ident, number) : NULL;
    int64_t name = told ? PyLong_AsLongLong(told) : thread->name;
    answer_done(told);
    Py_XDECREF(ident);
    Py_XDECREF(number);
    house_leave();
    if (name == thread->name || name < 0) return;
    thread->name = name;
    TELL(&record.announced, WIRE_THREAD, thread->number, name);
}

Thread *thread_of(PyThreadState *state)
{
    for (int n = 0; n < thread_count; n++)
        if (threads[n].id == state->id) return &threads[n];
    if (!HAS_ROOM(threads, thread_room, (size_t)thread_count + 1)) return NULL;
    Thread *thread = &threads[thread_count++];
    *thread = (Thread){.id = state->id, .ident = state->thread_id, .number = thread_count,
                       .name = -1, .is_alive = 1};
    name_thread(thread);
    return thread;
}

/* ---- what a frame refers to ---- */

typedef struct Height {
    uint64_t unfinished;
    int16_t sure;
    uint8_t is_known;
} Height;

static const Height *height_facts(Code *code, int unit)
{
    static const Height nothing;
    if (unit < 0 || unit >= code->unit_count) return &nothing;
    if (code->heights == NULL)
        code->heights = calloc((size_t)code->unit_count, sizeof *code->heights);
    if (code->heights == NULL) {
        record.is_short_of_memory = 1;
        return &nothing;
    }
    Height *found = &code->heights[unit];
    if (found->is_known) return found;
    found->is_known = 1;
    house_enter();
    PyObject *at = PyLong_FromLong(2 * unit);
    PyObject *told = at ? ask(ASK_HEIGHT, (PyObject *)code->code, at) : NULL;
    if (told != NULL) {
        found->sure = (int16_t)PyLong_AsLong(PyTuple_GET_ITEM(told, 0));
        found->unfinished = PyLong_AsUnsignedLongLongMask(PyTuple_GET_ITEM(told, 1));
    }
    PyErr_Clear();
    answer_done(told);
    Py_XDECREF(at);
    house_leave();
    return found;
}

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
    if (!is_collectable(Py_TYPE(object)) || !is_tracked(object)) return 0;
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
           is_collectable(type) && type != &PyGen_Type;
}

/* What is no news on a stack: it is looked at where something else leads to it. */
static int is_entered(PyObject *object)
{
    PyTypeObject *type = Py_TYPE(object);
    if (!is_collectable(type) || PyType_Check(object)) return 0;
    if (type == &PyFunction_Type || type == &PyCell_Type || type == &PyModule_Type ||
        type == &PyFrame_Type || type == &PyTraceBack_Type || type == &PyMethodDescr_Type ||
        type == &PyWrapperDescr_Type)
        return 0;
    if (type == &PyCFunction_Type) {
        PyObject *own = PyCFunction_GET_SELF(object);
        return own != NULL && !PyModule_CheckExact(own);
    }
    if (is_builtin_iterator(type)) return serial_of(object) || !is_iterator_of_something_long(object);
    return is_tracked(object) || type == &PyTuple_Type || type == &PyDict_Type;
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
        if (object != NULL && !is_unfinished && is_entered(object)) reach(object, BY_NAMES);
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

static void ask_about(PyObject *lost)
{
    Index index = lost ? row_of(lost) : 0;
    if (index) islands_ask(index);
}

static PyObject *variable_at(Frame *frame, int place)
{
    PyObject *found = place_of(frame, place);
    return found != NULL && PyCell_Check(found) ? PyCell_GET(found) : found;
}

/* A cell is what a variable of that kind is in; one that a plain variable refers to is its value. */
static PyObject *value_of(const Known *known, int place)
{
    _PyLocals_Kind kind = _PyLocals_GetKind(known->code->code->co_localspluskinds, place);
    return kind & (CO_FAST_CELL | CO_FAST_FREE) ? variable_at(known->frame, place)
                                                : place_of(known->frame, place);
}

/* Whether a comprehension that runs in a frame has a variable of its own by the name of a free one. */
static int is_hidden(const Known *known, int place)
{
    for (int n = 0; known->code->has_twins && n < place; n++)
        if (known->code->names[n] == known->code->names[place] && known->values[n] != NULL) return 1;
    return 0;
}

static void tell_locals(Thread *thread, int depth, const Known *known, const int64_t *names)
{
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
    for (int n = 0; n < known->value_count && n < MOST_LENT; n++) {
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

#define MOST_BOUND 4

/* One name is bound to another object: told by the place of the name among those that are bound. */
static void tell_bound(Thread *thread, int depth, const Known *known, int place)
{
    int64_t before = 0;
    for (int n = 0; n < place; n++) before += known->values[n] != NULL;
    TELL(&record.rest, WIRE_BIND, thread->number, depth, before, reach(known->values[place], BY_NAMES));
}

static void follow_variables(Thread *thread, int depth, Known *known, int is_new)
{
    int count = known->code->place_count, changed = 0, are_names_other = is_new;
    int places[MOST_BOUND];
    if (!HAS_ROOM(known->values, known->value_room, (size_t)count)) return;
    PyObject **values = known->values;
    if (is_new && count) memset(values, 0, (size_t)count * sizeof *values);
    known->value_count = count;
    int is_over = has_ended(known->frame);
    for (int n = 0; n < count; n++) {
        PyObject *value = is_over || is_hidden(known, n) ? NULL : value_of(known, n);
        if (value == values[n] && (value == NULL || !may_be_reborn(value))) continue;
        if ((value == NULL) != (values[n] == NULL)) are_names_other = 1;
        if (changed < MOST_BOUND) places[changed] = n;
        changed++;
        ask_about(values[n]);
        values[n] = value;
    }
    if (HAS_STACK_REFERENCES) tell_lent(thread, depth, known);
    if (changed == 0) return;
    if (are_names_other || changed > MOST_BOUND) tell_locals(thread, depth, known, known->code->names);
    else for (int n = 0; n < changed; n++) tell_bound(thread, depth, known, places[n]);
}

/* The names that a class body has given so far: those in the dict that it fills. */
static void follow_class_body(Thread *thread, int depth, Known *known)
{
    PyObject *dict = known->frame->f_locals, *key, *value;
    if (dict == NULL || !PyDict_Check(dict)) return;
    int count = 0, is_other = 0;
    for (Py_ssize_t n = 0; PyDict_Next(dict, &n, &key, &value);) {
        if (PyUnicode_CheckExact(key) && PySet_Contains(class_plumbing, key) > 0) continue;
        if (!HAS_ROOM(known->values, known->value_room, (size_t)count + 1) ||
            !HAS_ROOM(known->value_names, known->name_room, (size_t)count + 1))
            return;
        PyObject **values = known->values;
        int64_t *names = known->value_names;
        int64_t name = name_of(key);
        if (count >= known->value_count || values[count] != value || names[count] != name ||
            may_be_reborn(value)) {
            if (count < known->value_count) ask_about(values[count]);
            is_other = 1;
        }
        values[count] = value;
        names[count++] = name;
    }
    if (!is_other && count == known->value_count) return;
    for (int n = count; n < known->value_count; n++) ask_about(known->values[n]);
    known->value_count = count;
    tell_locals(thread, depth, known, known->value_names);
}

/* ---- the frames of a thread ---- */

static Frame **found;
static int found_count;
static uint32_t found_room;

#define NEAR 8          /* so many of the known frames are tried for each that is found */
#define SHALLOW 32      /* of a stack no deeper than this, all frames are looked at */

static int find_near(const Thread *thread, Frame *frame, PyCodeObject *code)
{
    int last = thread->count > NEAR ? thread->count - NEAR : 0;
    for (int n = thread->count - 1; n >= last; n--)
        if (thread->known[n].frame == frame && thread->known[n].code->code == code) return n;
    return -1;
}

/* How many of the known frames are still there; those above them are in ``found``, innermost first. */
static int find_frames(Thread *thread, Frame *innermost)
{
    found_count = 0;
    for (Frame *frame = python_frame(innermost); frame; frame = python_frame(frame->previous)) {
        Code *code = code_facts(code_of(frame));
        if (code == NULL || code->file < 0) continue;
        int place = find_near(thread, frame, code->code);
        if (place >= 0) return place + 1;
        if (!HAS_ROOM(found, found_room, (size_t)found_count + 1)) return 0;
        found[found_count++] = frame;
    }
    int same = 0;
    while (same < thread->count && same < found_count &&
           thread->known[same].frame == found[found_count - 1 - same] &&
           thread->known[same].code->code == code_of(thread->known[same].frame))
        same++;
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
    for (int n = 0; n < known->value_count; n++) ask_about(known->values[n]);
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
    TELL(&record.rest, WIRE_PUSH, thread->number, known->serial, code->function, code->file, code->kind, line);
    tell_runs(thread, known);
}

static void follow_frame(Thread *thread, int depth, int line, int is_new, int is_own)
{
    Known *known = &thread->known[depth];
    int instruction = instruction_of(known->frame);
    if (line == 0) line = instruction == known->instruction ? known->line
                                                            : line_at(known->code, instruction);
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
    int from = thread->count <= SHALLOW ? 0 : same - 1;
    for (int n = 0; n < thread->count; n++) {
        if (n < from && !thread->known[n].code->has_cells) {
            if (thread->count > SHALLOW && n == 0 && from > 2000) n = from - 1000;
            continue;
        }
        int is_last = n == thread->count - 1;
        follow_frame(thread, n, is_last ? line : 0, n >= same, is_own);
    }
}

void stacks_follow(Thread *thread, PyThreadState *state, int line)
{
    follow(thread, state->current_frame, line, 1);
}

void stacks_reach_operands(Thread *thread)
{
    for (int n = thread->count - 1; n >= 0; n--) {
        const Known *known = &thread->known[n];
        if (!known->is_to_look_at && thread->count - n > SHALLOW) break;
        if (known->is_to_look_at && known->frame != NULL) reach_operands(known);
    }
}

void stacks_tell_operands(Thread *thread)
{
    for (int n = thread->count - 1; n >= 0; n--) {
        Known *known = &thread->known[n];
        if (!known->is_to_look_at && thread->count - n > SHALLOW) break;
        if (known->is_to_look_at && known->frame != NULL) tell_operands(thread, n, known);
        known->is_to_look_at = 0;
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
    for (int n = thread->count - 1; n >= 0 && n > thread->count - NEAR; n--)
        if (thread->known[n].frame == frame)
            thread->known[n].raised_at = instruction_of(frame);
}


/* ---- global names ---- */

typedef struct {
    Index row;
    PyObject *name;             /* ours */
    int64_t file;
    int64_t *names;             /* of the entries that are told */
    int *places;                /* of each entry among those; -1 for one that is not told */
    int told, is_told;
    PyObject **words;           /* keys and values as they were told */
    uint32_t word_count, word_room, place_room, name_room;
} Namespace;

static Namespace *namespaces;
static int namespace_count;
static uint32_t namespace_room;
static Thread *current;

static PyObject *dict_of_module(PyObject *name)
{
    PyObject *modules = modules_of(this_thread());
    if (modules == NULL || !PyDict_CheckExact(modules)) return NULL;
    PyObject *module = PyDict_GetItemWithError(modules, name);
    PyErr_Clear();
    return module != NULL && PyModule_Check(module) ? PyModule_GetDict(module) : NULL;
}

void namespace_note(PyObject *dict, PyObject *name, int64_t file)
{
    Index index = watch(dict);
    if (index == 0) return;
    for (int n = 0; n < namespace_count; n++) {
        Namespace *own = &namespaces[n];
        if (own->file != file || PyUnicode_Compare(own->name, name) != 0) continue;
        PyObject *known = own->row && !rows[own->row].is_gone ? rows[own->row].object : NULL;
        if (known == dict || (known != NULL && known == dict_of_module(name))) return;
        own->row = index;  /* text of a file may run in many dicts: the last is told */
        own->is_told = 0;
        return;
    }
    if (!HAS_ROOM(namespaces, namespace_room, (size_t)namespace_count + 1)) return;
    namespaces[namespace_count++] = (Namespace){.row = index, .name = Py_NewRef(name), .file = file};
}

static void tell_globals(Namespace *own, const View *view)
{
    TELL(&record.rest, WIRE_GLOBALS, own->file, own->told);
    for (uint32_t n = 0; n < view->count / 2; n++) {
        if (own->places[n] < 0) continue;
        TELL(&record.rest, own->names[own->places[n]], reach(view->words[2 * n + 1], BY_NAMES));
    }
    own->is_told = 1;
}

static int take_entries(Namespace *own, const View *view)
{
    uint32_t count = view->count / 2;
    if (!HAS_ROOM(own->names, own->name_room, count) || !HAS_ROOM(own->places, own->place_room, count))
        return 0;
    own->told = 0;
    for (uint32_t n = 0; n < count; n++) {
        PyObject *key = view->words[2 * n];
        int is_plumbing = PyUnicode_CheckExact(key) && PySet_Contains(module_plumbing, key) > 0;
        own->places[n] = is_plumbing ? -1 : own->told;
        if (!is_plumbing) own->names[own->told++] = name_of(key);
    }
    return 1;
}

/* How deep the frame stands whose names these alone are; -1 where the thread has none. */
static int depth_of_module(const Namespace *own)
{
    for (int n = 0; n < namespace_count; n++)
        if (&namespaces[n] != own && namespaces[n].file == own->file) return -1;
    for (int n = 0; current != NULL && n < current->count && n < NEAR; n++) {
        const Known *known = &current->known[n];
        if (known->code->kind == WIRE_FRAME_MODULE && known->code->file == own->file &&
            known->frame != NULL && known->frame->f_globals == rows[own->row].object)
            return n;
    }
    return -1;
}

static void tell_entries(Namespace *own, const View *view)
{
    int changed = 0, places[MOST_BOUND];
    int are_keys_same = own->is_told && own->word_count == view->count;
    for (uint32_t n = 0; n < view->count && are_keys_same; n += 2) {
        if (own->words[n] != view->words[n]) are_keys_same = 0;
        else if (own->words[n + 1] != view->words[n + 1] || may_be_reborn(view->words[n + 1])) {
            if (own->places[n / 2] < 0) continue;
            if (changed < MOST_BOUND) places[changed] = (int)n / 2;
            changed++;
        }
    }
    int depth = depth_of_module(own);
    if (are_keys_same && changed <= MOST_BOUND && depth >= 0) {
        for (int n = 0; n < changed; n++) {
            TELL(&record.rest, WIRE_BIND, current->number, depth, own->places[places[n]],
                 reach(view->words[2 * places[n] + 1], BY_NAMES));
        }
        return;
    }
    if (are_keys_same || take_entries(own, view)) tell_globals(own, view);
}

static int is_namespace_as_before(const Namespace *own, const View *view)
{
    if (!own->is_told || view->count != own->word_count) return 0;
    for (uint32_t n = 0; n < view->count; n++)
        if (view->words[n] != own->words[n] || (n % 2 && may_be_reborn(view->words[n]))) return 0;
    return 1;
}

static void follow_namespace(Namespace *own)
{
    static PyObject **copy;
    static uint32_t room;
    View view;
    view_of_dict((PyDictObject *)rows[own->row].object, &view);
    if (is_namespace_as_before(own, &view)) return;
    /* Reaching what is new asks Python, which may have other words looked at. */
    if (!HAS_ROOM(copy, room, view.count) || !HAS_ROOM(own->words, own->word_room, view.count)) return;
    if (view.count) memcpy(copy, view.words, view.count * sizeof *copy);
    view.words = copy;
    tell_entries(own, &view);
    for (uint32_t n = 1; n < own->word_count; n += 2)
        if (n >= view.count || own->words[n] != copy[n]) ask_about(own->words[n]);
    if (view.count) memcpy(own->words, copy, view.count * sizeof *copy);
    own->word_count = view.count;
}

void namespaces_check(Thread *thread, PyObject *globals)
{
    current = thread;
    for (int n = 0; n < namespace_count; n++) {
        Namespace *own = &namespaces[n];
        PyObject *dict = own->row ? rows[own->row].object : NULL;
        int is_there = dict != NULL && !rows[own->row].is_gone &&
                       (dict_of_module(own->name) == dict || globals == dict);
        if (is_there) {
            follow_namespace(own);
        } else if (own->is_told) {
            own->is_told = 0;
            TELL(&record.rest, WIRE_GLOBALS, own->file, -1);
        }
        if (own->row && rows[own->row].is_gone) own->row = 0;
    }
}

int64_t highest_frame(void)
{
    return last_frame;
}

void stacks_forget(void)
{
    for (int n = 0; n < thread_count; n++) threads[n].count = 0;
    for (int n = 0; n < namespace_count; n++) namespaces[n].is_told = 0;
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
    for (int n = 0; n < namespace_count; n++) {
        const Namespace *own = &namespaces[n];
        for (uint32_t word = 1; own->row && word < own->word_count; word += 2)
            if (own->words[word] == object) return 1;
    }
    return 0;
}

/* ---- for Python ---- */

static int add_number(PyObject *list, int64_t number)
{
    PyObject *made = PyLong_FromLongLong(number);
    int result = made ? PyList_Append(list, made) : -1;
    Py_XDECREF(made);
    return result == 0;
}

static PyObject *frame_for_python(const Known *known)
{
    PyObject *names = PyList_New(0), *addresses = PyList_New(0);
    const int64_t *numbers = known->code->is_function ? known->code->names : known->value_names;
    int is_whole = names && addresses;
    for (int n = 0; is_whole && n < known->value_count; n++)
        if (known->values[n] != NULL)
            is_whole = add_number(names, numbers[n]) &&
                       add_number(addresses, (int64_t)(intptr_t)known->values[n]);
    if (is_whole)
        return Py_BuildValue("(nLniiNN)", (Py_ssize_t)(intptr_t)known->frame,
                             (long long)known->code->number, (Py_ssize_t)(intptr_t)known->code->code,
                             2 * known->instruction, known->line, names, addresses);
    Py_XDECREF(names);
    Py_XDECREF(addresses);
    return NULL;
}

PyObject *stacks_for_python(void)
{
    PyObject *all = PyList_New(0);
    for (int t = 0; all != NULL && t < thread_count; t++) {
        PyObject *frames = PyList_New(0);
        for (int n = 0; frames != NULL && n < threads[t].count; n++) {
            PyObject *frame = frame_for_python(&threads[t].known[n]);
            if (frame == NULL || PyList_Append(frames, frame) < 0) Py_CLEAR(frames);
            Py_XDECREF(frame);
        }
        PyObject *thread = frames ? Py_BuildValue("(LkN)", (long long)threads[t].number,
                                                  threads[t].ident, frames) : NULL;
        if (thread == NULL || PyList_Append(all, thread) < 0) Py_CLEAR(all);
        Py_XDECREF(thread);
    }
    return all;
}

PyObject *namespaces_for_python(void)
{
    PyObject *all = PyList_New(0);
    for (int n = 0; all != NULL && n < namespace_count; n++) {
        const Namespace *own = &namespaces[n];
        if (!own->is_told) continue;
        PyObject *names = PyList_New(0), *addresses = PyList_New(0);
        int is_whole = names && addresses;
        for (uint32_t word = 0; is_whole && word < own->word_count; word += 2)
            if (own->places[word / 2] >= 0)
                is_whole = add_number(names, own->names[own->places[word / 2]]) &&
                           add_number(addresses, (int64_t)(intptr_t)own->words[word + 1]);
        PyObject *one = is_whole ? Py_BuildValue("(LOO)", (long long)own->file, names, addresses) : NULL;
        if (one == NULL || PyList_Append(all, one) < 0) Py_CLEAR(all);
        Py_XDECREF(one);
        Py_XDECREF(names);
        Py_XDECREF(addresses);
    }
    return all;
}
