#include "ahead.h"
#include "attributes.h"
#include "reckoning.h"
#include "steps.h"

#define MOST_STACK 12
#define MOST_INSTRUCTIONS 200
#define MOST_ITEMS 10000        /* wire.py: of what is longer the rest is not told */

Ahead ahead;

/* A line that is gone through: its stack above what lay there before, and what it has replaced. */
typedef struct {
    Frame *frame;
    PyCodeObject *code;
    Datum stack[MOST_STACK], bound[MOST_BOUND], stored[MOST_CHANGES];
    uintptr_t unbound[MOST_BOUND];   /* what the names that it binds referred to before */
    int height, is_left;
    int places[MOST_BOUND], bound_count;
} Run;

/* ---- the stack ---- */

static int push(Run *run, Datum datum)
{
    if (run->height == MOST_STACK) return 0;
    run->stack[run->height++] = datum;
    return 1;
}

static int push_object(Run *run, PyObject *object)
{
    return object != NULL && push(run, datum_of(object));
}

static Datum *top(Run *run, int n)
{
    return run->height < n ? NULL : &run->stack[run->height - n];
}

/* ---- names ---- */

static int bound_to(const Run *run, int place)
{
    for (int n = 0; n < run->bound_count; n++)
        if (run->places[n] == place) return n;
    return -1;
}

static int push_local(Run *run, int place)
{
    int known = bound_to(run, place);
    if (known >= 0) return push(run, run->bound[known]);
    return place < run->frame->count && push_object(run, local_of(run->frame->frame, place));
}

static int place_of_name(const Run *run, PyObject *name)
{
    const Frame *frame = run->frame;
    for (int n = 0; n < frame->count; n++)
        if (PyUnicode_Compare(frame->code->texts[n], name) == 0) return n;
    return -1;
}

static PyObject *name_at(const Run *run, int n)
{
    PyObject *names = run->code->co_names;
    return n < PyTuple_GET_SIZE(names) ? PyTuple_GET_ITEM(names, n) : NULL;
}

/* A global or builtin name; a module's own may have been bound by the line just before. */
static int push_name(Run *run, PyObject *name, int is_own)
{
    _PyInterpreterFrame *frame = run->frame->frame;
    if (name == NULL) return 0;
    if (is_own && frame->f_locals != frame->f_globals) return 0;
    if (is_own && run->bound_count) {
        int known = bound_to(run, place_of_name(run, name));
        if (known >= 0) return push(run, run->bound[known]);
    }
    PyObject *value = value_of_name(frame->f_globals, name);
    if (value == NULL) value = value_of_name(frame->f_builtins, name);
    return push_object(run, value);
}

static int bind(Run *run, int place)
{
    Datum *value = top(run, 1);
    if (value == NULL || place < 0 || place >= run->frame->count) return 0;
    int known = bound_to(run, place);
    if (known < 0) {
        if (run->bound_count == MOST_BOUND) return 0;
        PyObject *before = value_at(run->frame, place);
        known = run->bound_count++;
        run->places[known] = place;
        run->unbound[known] = (uintptr_t)before;
        if (run->unbound[known] != run->frame->places[place].address) return 0;
    }
    run->bound[known] = *value;
    run->height--;
    return 1;
}

/* ---- attributes and items ---- */

static int replaced_at(const PyObject *receiver, enum place_of_value where, Py_ssize_t at)
{
    for (int n = 0; n < ahead.change_count; n++) {
        const Change *one = &ahead.changes[n];
        if (one->receiver == receiver && one->where == where && one->at == at) return n;
    }
    return -1;
}

/* Note that the value at the top will stand there. */
static int replace(Run *run, Change change, Datum value)
{
    int known = replaced_at(change.receiver, change.where, change.at);
    if (known < 0) {
        Thing *thing = thing_at((uintptr_t)change.receiver);
        if (ahead.change_count == MOST_CHANGES || thing == NULL || thing->is_scalar ||
            thing->is_settled)
            return 0;
        known = ahead.change_count++;
        ahead.changes[known] = change;
    }
    run->stored[known] = value;
    return 1;
}

static int push_stored(Run *run, const Change *place)
{
    int known = replaced_at(place->receiver, place->where, place->at);
    if (known >= 0) return push(run, run->stored[known]);
    return push_object(run, (PyObject *)place->old);
}

static int find_attribute(PyObject *receiver, PyObject *name, Change *change)
{
    Py_ssize_t at = receiver && name ? place_of_attribute(receiver, name) : -1;
    if (at < 0) return 0;
    *change = (Change){.receiver = receiver, .where = ATTRIBUTE, .at = at, .name = name,
                       .old = (uintptr_t)attribute_at(receiver, at)};
    return 1;
}

static int load_attribute(Run *run, int argument)
{
    Datum *owner = top(run, 1);
    Change place;
    if (owner == NULL || argument & 1 ||
        !find_attribute(owner->object, name_at(run, argument >> 1), &place))
        return 0;
    run->height--;
    return push_stored(run, &place);
}

static int store_attribute(Run *run, int argument)
{
    Datum *owner = top(run, 1), *value = top(run, 2);
    Change place;
    if (value == NULL || !find_attribute(owner->object, name_at(run, argument), &place) ||
        !replace(run, place, *value))
        return 0;
    run->height -= 2;
    return 1;
}

static int find_item(PyObject *list, const Datum *index, Change *change)
{
    int64_t at;
    Py_ssize_t length = Py_SIZE(list);
    if (!whole_number(index, &at)) return 0;
    if (at < 0) at += length;
    if (at < 0 || at >= length || length > MOST_ITEMS) return 0;
    PyObject **items = PyList_CheckExact(list) ? ((PyListObject *)list)->ob_item
                                               : ((PyTupleObject *)list)->ob_item;
    *change = (Change){.receiver = list, .where = ITEM, .at = (Py_ssize_t)at,
                       .word = 1 + (Py_ssize_t)at, .old = (uintptr_t)items[at]};
    return 1;
}

static int find_entry(PyObject *dict, const Datum *key, Change *change)
{
    int64_t number;
    Py_ssize_t at = -2;
    if (key->object) at = entry_of_key(dict, key->object);
    else if (whole_number(key, &number)) at = entry_of_number(dict, number);
    if (at < 0) return 0;
    *change = (Change){.receiver = dict, .where = ENTRY, .at = at, .word = 2 + 2 * at,
                       .old = (uintptr_t)entry_at(dict, at)};
    return 1;
}

static int find_in_container(PyObject *container, const Datum *key, Change *change)
{
    if (container == NULL) return 0;
    if (PyList_CheckExact(container) || PyTuple_CheckExact(container))
        return find_item(container, key, change);
    return PyDict_CheckExact(container) && find_entry(container, key, change);
}

static int load_item(Run *run)
{
    Datum *key = top(run, 1), *owner = top(run, 2);
    Change place;
    if (owner == NULL) return 0;
    if (owner->object && PyUnicode_CheckExact(owner->object)) {
        Datum letter;
        if (!letter_of(owner->object, key, &letter)) return 0;
        run->height -= 2;
        return push(run, letter);
    }
    if (!find_in_container(owner->object, key, &place)) return 0;
    run->height -= 2;
    return push_stored(run, &place);
}

static int store_item(Run *run)
{
    Datum *key = top(run, 1), *owner = top(run, 2), *value = top(run, 3);
    Change place;
    if (value == NULL || owner->object == NULL || !PyList_CheckExact(owner->object) ||
        !find_in_container(owner->object, key, &place) || !replace(run, place, *value))
        return 0;
    run->height -= 3;
    return 1;
}

/* ---- the rest ---- */

static int compute(Run *run, int (*operate)(const Datum *, const Datum *, int, Datum *), int how)
{
    Datum *right = top(run, 1), *left = top(run, 2), result;
    if (left == NULL || !operate(left, right, how, &result)) return 0;
    run->height -= 2;
    return push(run, result);
}

static int compute_one(Run *run, int (*operate)(const Datum *, Datum *))
{
    Datum *one = top(run, 1), result;
    if (one == NULL || !operate(one, &result)) return 0;
    *one = result;
    return 1;
}

/* The number of items of a list, text, …: what the builtin function ``len`` gives. */
static int call_len(Run *run, int arguments)
{
    Datum *one = top(run, 1), *none = top(run, 2), *function = top(run, 3), result;
    if (arguments != 1 || function == NULL || none->object || none->type ||
        function->object == NULL || !PyCFunction_CheckExact(function->object) ||
        PyCFunction_GET_FUNCTION(function->object) == NULL || !is_len(function->object) ||
        !length_of(one, &result))
        return 0;
    run->height -= 3;
    return push(run, result);
}

/* The next number of a range, which is none of the objects that are told; at its end the loop is left
   and lets go of it. */
static int next_of_range(Run *run, int *is_over)
{
    int height = height_of(run->frame->frame);
    PyObject *iterator = height < 1 || run->height ? NULL
                                                   : operand_of(run->frame->frame, height - 1);
    if (iterator == NULL || Py_TYPE(iterator) != &PyRangeIter_Type ||
        known_thing((uintptr_t)iterator) || is_in_tables((uintptr_t)iterator))
        return 0;
    const _PyRangeIterObject *range = (const _PyRangeIterObject *)iterator;
    *is_over = range->len <= 0;
    return *is_over || push(run, datum_of_number(range->start));
}

enum { ON, JUMPS, FAILS };

static int is_taken(Run *run, int opcode)
{
    Datum *one = top(run, 1);
    if (one == NULL) return FAILS;
    int is_none = opcode == POP_JUMP_IF_NONE || opcode == POP_JUMP_IF_NOT_NONE;
    int truth = is_none ? is_datum_none(one) : truth_of_bool(one);
    if (truth < 0) return FAILS;
    run->height--;
    return truth == (opcode == POP_JUMP_IF_TRUE || opcode == POP_JUMP_IF_NONE) ? JUMPS : ON;
}

/* Two places are in one argument. */
static int two_places(Run *run, int opcode, int argument)
{
    int first = argument >> 4, second = argument & 15;
    switch (opcode) {
    case LOAD_FAST_LOAD_FAST:
        return push_local(run, first) && push_local(run, second);
    case STORE_FAST_LOAD_FAST:
        return bind(run, first) && push_local(run, second);
    default:
        return bind(run, first) && bind(run, second);
    }
}

static int push_of_cell(Run *run, int place)
{
    PyObject *cell = run->frame->frame->localsplus[place];
    return cell && PyCell_Check(cell) && push_object(run, PyCell_GET(cell));
}

static int move(Run *run, int opcode, int argument)
{
    Datum *one = top(run, argument), *last = top(run, 1);
    if (argument < 1 || one == NULL) return 0;
    if (opcode == COPY) return push(run, *one);
    Datum kept = *one;
    *one = *last;
    *last = kept;
    return 1;
}

static int do_one(Run *run, int opcode, int argument)
{
    switch (opcode) {
    case NOP: case EXTENDED_ARG:
        return 1;
    case POP_TOP:
        return run->height-- > 0;
    case COPY: case SWAP:
        return move(run, opcode, argument);
    case PUSH_NULL:
        return push(run, (Datum){0});
    case LOAD_CONST:
        return push_object(run, PyTuple_GET_ITEM(run->code->co_consts, argument));
    case LOAD_FAST: case LOAD_FAST_CHECK:
        return push_local(run, argument);
    case LOAD_FAST_LOAD_FAST: case STORE_FAST_LOAD_FAST: case STORE_FAST_STORE_FAST:
        return two_places(run, opcode, argument);
    case LOAD_NAME:
        return push_name(run, name_at(run, argument), 1);
    case LOAD_GLOBAL:
        return push_name(run, name_at(run, argument >> 1), 0) &&
               (!(argument & 1) || push(run, (Datum){0}));
    case LOAD_DEREF:
        return push_of_cell(run, argument);
    case STORE_FAST:
        return run->frame->code->kind && bind(run, argument);
    case STORE_NAME:
        return !run->frame->code->kind && bind(run, place_of_name(run, name_at(run, argument)));
    case LOAD_ATTR:
        return load_attribute(run, argument);
    case STORE_ATTR:
        return store_attribute(run, argument);
    case BINARY_SUBSCR:
        return load_item(run);
    case STORE_SUBSCR:
        return store_item(run);
    case BINARY_OP:
        return compute(run, combine, argument);
    case COMPARE_OP:
        return compute(run, compare, argument >> 5);
    case IS_OP:
        return compute(run, are_same, argument);
    case TO_BOOL:
        return compute_one(run, truth_of);
    case UNARY_NOT:
        return compute_one(run, opposite_of);
    case UNARY_NEGATIVE:
        return compute_one(run, negative_of);
    case CALL:
        return call_len(run, argument);
    default:
        return 0;
    }
}

/* Go through the line, to the instruction at which the next one begins. */
static int go_through(Run *run)
{
    const Code *code = run->frame->code;
    const unsigned char *bytes = (unsigned char *)PyBytes_AS_STRING(code->instructions);
    int count = code->unit_count, argument = 0, is_over = 0;
    int at = instruction_of(run->frame->frame) / 2;
    if (at < 0 || at >= count || code->line_of_unit[at] == 0) return 0;
    int line = code->line_of_unit[at];
    for (int n = 0; n < MOST_INSTRUCTIONS; n++) {
        if (at >= count) return 0;
        if (code->line_of_unit[at] && code->line_of_unit[at] != line) {
            ahead.exit = 2 * at;
            return run->height == 0;
        }
        int opcode = bytes[2 * at], next = at + 1, way = ON;
        argument |= bytes[2 * at + 1];
        while (next < count && bytes[2 * next] == CACHE) next++;
        int target = next + argument;
        if (opcode == JUMP_FORWARD) {
            way = JUMPS;
        } else if (opcode == JUMP_BACKWARD) {
            target = next - argument;
            way = target < 0 || code->line_of_unit[target] == line ? FAILS : JUMPS;
        } else if (opcode >= POP_JUMP_IF_FALSE && opcode <= POP_JUMP_IF_TRUE) {
            way = is_taken(run, opcode);
        } else if (opcode == FOR_ITER) {
            way = is_over || !next_of_range(run, &is_over) ? FAILS : is_over ? JUMPS : ON;
            target++;  /* behind END_FOR */
        } else if (opcode == POP_TOP && run->height == 0 && is_over == 1) {
            is_over = 2;  /* the range goes */
        } else if (!do_one(run, opcode, argument)) {
            way = FAILS;
        }
        if (way == FAILS) return 0;
        argument = opcode == EXTENDED_ARG ? argument << 8 : 0;
        at = way == JUMPS ? target : next;
    }
    return 0;
}

/* ---- what goes and what lives on ---- */

/* By how much the line changes the count of an object. */
static int64_t difference(const Run *run, uintptr_t address)
{
    int64_t found = 0;
    for (int n = 0; n < run->bound_count; n++) {
        found -= run->unbound[n] == address;
        found += (uintptr_t)run->bound[n].object == address;
    }
    for (int n = 0; n < ahead.change_count; n++) {
        found -= ahead.changes[n].old == address;
        found += (uintptr_t)run->stored[n].object == address;
    }
    return found;
}

static void hold(PyObject *object)
{
    if (find_held((uintptr_t)object) == NULL)
        ahead.held[ahead.held_count++] = Py_NewRef(object);
}

/* Hold what the line lets go of, if that lives on, until its new count has been read. What dies must
   not take anything else with it. */
static int hold_old(const Run *run, PyObject *old)
{
    if (old == NULL || Py_REFCNT(old) > HIGHEST_COUNT) return 1;
    Thing *thing = thing_at((uintptr_t)old);
    if (thing == NULL) return 0;
    if (thing->is_settled) return 1;
    if (thing->count + difference(run, thing->address) > 0) hold(old);
    else if (!thing->is_scalar) return 0;
    return 1;
}

static int hold_all(const Run *run)
{
    for (int n = 0; n < run->bound_count; n++)
        if (!hold_old(run, (PyObject *)run->unbound[n])) return 0;
    for (int n = 0; n < ahead.change_count; n++)
        if (!hold_old(run, (PyObject *)ahead.changes[n].old)) return 0;
    for (int n = 0; n < ahead.change_count; n++) hold(ahead.changes[n].receiver);
    return 1;
}

static void tell_line(const Run *run)
{
    static int places[MOST_BOUND];
    for (int n = 0; n < run->bound_count; n++) {  /* in the order in which a scan finds them */
        int place = n;
        for (; place > 0 && places[place - 1] > run->places[n]; place--)
            places[place] = places[place - 1];
        places[place] = run->places[n];
    }
    ahead.line = (Line){.is_usable = 1, .bound = run->bound_count, .places = places, .list = -1};
}

const Line *look_ahead(Frame *frame)
{
    ahead_let_go();
    ahead.change_count = ahead.held_count = 0;
    PyCodeObject *code = _PyFrame_GetCode(frame->frame);
    /* Somebody else who is called in between would find counts that are too high. */
    if (frame->code->unit_count == 0 || instructions_of(code) != frame->code->instructions ||
        are_others_called(now.thread) || other_threads(now.thread))
        return NULL;
    Run run = {.frame = frame, .code = code};
    ahead.is_set = 1;
    int is_seen_through = go_through(&run) && hold_all(&run);
    PyErr_Clear();
    if (!is_seen_through) {
        ahead_let_go();
        return NULL;
    }
    tell_line(&run);
    return &ahead.line;
}

void ahead_let_go(void)
{
    ahead.is_good = ahead.is_set;
    if (!ahead.is_set) ahead.held_count = 0;
    ahead.is_set = 0;
    for (int n = 0; n < ahead.held_count; n++)
        if (Py_REFCNT(ahead.held[n]) < 2) ahead.is_good = 0;
    for (int n = 0; ahead.is_good && n < ahead.held_count; n++) Py_DECREF(ahead.held[n]);
    /* Something else has run, and let go of one of them: it dies now, whatever that brings about. */
    while (!ahead.is_good && ahead.held_count) Py_DECREF(ahead.held[--ahead.held_count]);
}

PyObject *find_held(uintptr_t address)
{
    for (int n = 0; n < ahead.held_count; n++)
        if ((uintptr_t)ahead.held[n] == address) return ahead.held[n];
    return NULL;
}

PyObject *value_now(const Change *change)
{
    PyObject *receiver = change->receiver;
    if (change->where == ATTRIBUTE) return attribute_at(receiver, change->at);
    if (change->where == ENTRY) return entry_at(receiver, change->at);
    return change->at < PyList_GET_SIZE(receiver) ? PyList_GET_ITEM(receiver, change->at) : NULL;
}

int is_value_of_class(const Change *change, PyObject *value)
{
    return change->where == ATTRIBUTE &&
           _PyType_Lookup(Py_TYPE(change->receiver), change->name) == value;
}
