#include "instructions.h"
#include "attributes.h"

#define MOST_ITEMS 10000        /* wire.py: of what is longer the rest is not told */

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
    if (!run->frame->code->kind) return 0;
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

Py_ssize_t position_of(PyObject *iterator, PyObject **list)
{
    const _PyListIterObject *own = (const _PyListIterObject *)iterator;
    *list = (PyObject *)own->it_seq;
    return *list && PyList_CheckExact(*list) && own->it_index < PyList_GET_SIZE(*list) ? own->it_index
                                                                                       : -1;
}

/* The next item of a list; its end is left to the scan. */
static int next_of_list(Run *run, PyObject *iterator)
{
    PyObject *list;
    Py_ssize_t at = position_of(iterator, &list);
    if (at < 0 || run->frame->height < 1) return 0;
    Change change = {.receiver = iterator, .where = POSITION, .old = (uintptr_t)at};
    return replace(run, change, (Datum){0}) && push_object(run, PyList_GET_ITEM(list, at));
}

/* The next number of a range, which is none of the objects that are told; at its end the loop is left
   and lets go of it. */
static int next_of_range(Run *run, PyObject *iterator, int *is_over)
{
    if (known_thing((uintptr_t)iterator) || is_in_tables((uintptr_t)iterator)) return 0;
    const _PyRangeIterObject *range = (const _PyRangeIterObject *)iterator;
    *is_over = range->len <= 0;
    return *is_over || push(run, datum_of_number(range->start));
}

int next_of(Run *run, int *is_over)
{
    int height = height_of(run->frame->frame);
    PyObject *iterator = height < 1 || run->height ? NULL
                                                   : operand_of(run->frame->frame, height - 1);
    if (iterator == NULL || *is_over) return 0;
    if (Py_TYPE(iterator) == &PyListIter_Type) return next_of_list(run, iterator);
    return Py_TYPE(iterator) == &PyRangeIter_Type && next_of_range(run, iterator, is_over);
}

int is_taken(Run *run, int opcode)
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

int do_instruction(Run *run, int opcode, int argument)
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
