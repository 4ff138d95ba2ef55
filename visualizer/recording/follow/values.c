/* Values of a follower's objects, like visualizer/model/values.py, which documents them. */

#include "state.h"

enum { DEEPEST = 50, LONGEST_SHORT = 18 };       /* digits that fit into 64 bits */

static PyObject *plain, *cut, *unknown, *other;  /* of values.py */
static Slotted Thing;

/* Import values.py on first use: following alone does not need it. */
static int find_values(void)
{
    if (plain != NULL) return 0;
    PyObject *values = PyImport_ImportModule("visualizer.model.values");
    PyObject *unavailable = values == NULL ? NULL : PyObject_GetAttrString(values, "Unavailable");
    if (unavailable != NULL && find_slots(&Thing, values, "Thing", 1) == 0 &&
        (cut = PyObject_GetAttrString(unavailable, "CUT")) != NULL &&
        (unknown = PyObject_GetAttrString(unavailable, "UNKNOWN")) != NULL &&
        (other = PyObject_GetAttrString(unavailable, "OTHER")) != NULL)
        plain = PyObject_GetAttrString(values, "plain");
    Py_XDECREF(unavailable);
    Py_XDECREF(values);
    return plain == NULL ? -1 : 0;
}

static int is_of_type(const Follower *self, const Object *one, const char *type)
{
    return PyUnicode_EqualToUTF8(name_at(self, one->type), type);
}

static int is_one_of(const Follower *self, const Object *one, const char *const *types)
{
    for (int n = 0; types[n] != NULL; n++)
        if (is_of_type(self, one, types[n])) return 1;
    return 0;
}

Object *object_of(const Follower *self, PyObject *argument)
{
    int64_t serial = PyLong_AsLongLong(argument);
    return serial == -1 && PyErr_Occurred() ? NULL : find_object(self, serial);
}

static PyObject *thing_of(int64_t serial)
{
    PyObject *values[] = {PyLong_FromLongLong(serial)};
    return make_slotted(&Thing, values);
}

/* ---- plain values ---- */

/* Whether a text is a whole number of few digits, as nearly all are; set ``number``. */
static int is_short_number(const char *text, Py_ssize_t size, int64_t *number)
{
    int is_negative = size > 0 && text[0] == '-';
    if (size <= is_negative || size - is_negative > LONGEST_SHORT) return 0;
    *number = 0;
    for (Py_ssize_t n = is_negative; n < size; n++) {
        if (text[n] < '0' || text[n] > '9') return 0;
        *number = 10 * *number + (text[n] - '0');
    }
    if (is_negative) *number = -*number;
    return 1;
}

static PyObject *make_plain(const Follower *self, Object *one)
{
    int64_t number;
    if (one->whole == -1 && is_of_type(self, one, "int") &&
        is_short_number(one->text, one->text_size, &number))
        return PyLong_FromLongLong(number);
    PyObject *content = content_shown(self, one), *made = NULL;
    PyObject *serial = PyLong_FromLongLong(one->serial);
    if (content != NULL && serial != NULL)
        made = PyObject_CallFunctionObjArgs(plain, serial, name_at(self, one->type), content, NULL);
    Py_XDECREF(content);
    Py_XDECREF(serial);
    return made;
}

/* The plain value of an object, Unavailable, or a Thing; cached for a scalar. */
static PyObject *plain_of(const Follower *self, Object *one)
{
    if (one == NULL) return Py_NewRef(unknown);
    if (one->kind != WIRE_SCALAR) return thing_of(one->serial);
    if (one->value == NULL) one->value = make_plain(self, one);
    return Py_XNewRef(one->value);
}

PyObject *plain_value(const Follower *self, PyObject *serial)
{
    Object *one = object_of(self, serial);
    return PyErr_Occurred() || find_values() < 0 ? NULL : plain_of(self, one);
}

/* ---- whole values ---- */

typedef struct {
    const Follower *self;
    int64_t left;
    PyObject *things, *fault;                    /* fault: borrowed, of values.py */
    const Object *around[DEEPEST + 1];
    int depth;
} Making;

static PyObject *make_whole(Making *making, Object *one);

/* Whether ``length`` items may be made: all items of the container must be known. */
static int may_take(Making *making, int64_t known, int64_t length)
{
    making->left -= length;
    if (known != length || making->left < 0) making->fault = cut;
    return making->fault == NULL;
}

static PyObject *make_items(Making *making, const Object *one)
{
    Py_ssize_t count = one->body.count - 1;
    if (!may_take(making, count, one->body.at[0])) return NULL;
    int is_tuple = is_of_type(making->self, one, "tuple");
    PyObject *items = is_tuple ? PyTuple_New(count) : PyList_New(count);
    for (Py_ssize_t n = 0; items && n < count; n++) {
        PyObject *item = make_whole(making, find_object(making->self, one->body.at[1 + n]));
        if (item == NULL) Py_CLEAR(items);
        else if (is_tuple) PyTuple_SET_ITEM(items, n, item);
        else PyList_SET_ITEM(items, n, item);
    }
    int is_set = is_of_type(making->self, one, "set");
    if (items == NULL || is_tuple || (!is_set && is_of_type(making->self, one, "list")))
        return items;
    PyObject *made = is_set ? PySet_New(items) : PyFrozenSet_New(items);
    Py_DECREF(items);
    return made;
}

static PyObject *make_dict(Making *making, const Object *one)
{
    const int64_t *entries = one->body.at + 1;
    Py_ssize_t count = (one->body.count - 1) / 2;
    if (!may_take(making, count, one->body.at[0])) return NULL;
    PyObject *made = PyDict_New();
    for (Py_ssize_t n = 0; made && n < count; n++) {
        PyObject *key = make_whole(making, find_object(making->self, entries[2 * n])), *value;
        value = key ? make_whole(making, find_object(making->self, entries[2 * n + 1])) : NULL;
        if (value == NULL || PyDict_SetItem(made, key, value) < 0) Py_CLEAR(made);
        Py_XDECREF(key);
        Py_XDECREF(value);
    }
    return made;
}

static int is_around(const Making *making, const Object *one)
{
    if (making->depth > DEEPEST) return 1;
    for (int n = 0; n < making->depth; n++)
        if (making->around[n] == one) return 1;
    return 0;
}

/* The value of an object that has no plain value. */
static PyObject *make_around(Making *making, Object *one, PyObject *thing)
{
    static const char *const sequences[] = {"list", "tuple", "set", "frozenset", NULL};
    const Follower *self = making->self;
    if (is_around(making, one)) {
        making->fault = cut;
        return NULL;
    }
    int is_sequence = one->kind == WIRE_SEQUENCE && is_one_of(self, one, sequences);
    if (is_sequence || (one->kind == WIRE_MAPPING && is_of_type(self, one, "dict"))) {
        making->around[making->depth++] = one;
        PyObject *made = is_sequence ? make_items(making, one) : make_dict(making, one);
        making->depth--;
        return made;
    }
    PyObject *serial = PyLong_FromLongLong(one->serial);
    int done = serial == NULL ? -1 : PyList_Append(making->things, serial);
    Py_XDECREF(serial);
    return done < 0 ? NULL : thing == NULL ? thing_of(one->serial) : Py_NewRef(thing);
}

/* A value with everything in it; NULL with ``making->fault`` set, or an exception. */
static PyObject *make_whole(Making *making, Object *one)
{
    if (one != NULL && one->kind != WIRE_SCALAR) return make_around(making, one, NULL);
    PyObject *found = plain_of(making->self, one), *made = NULL;
    if (found == NULL) return NULL;
    if (found == cut || found == unknown) making->fault = found == cut ? cut : unknown;
    else if (Py_IS_TYPE(found, Thing.type)) made = make_around(making, one, found);
    else return found;
    Py_DECREF(found);
    return made;
}

/* Prepare to make values; -1 with an exception. */
static int begin_making(Making *making, const Follower *self)
{
    *making = (Making){.self = self};
    if (find_values() < 0) return -1;
    making->things = PyList_New(0);
    return making->things == NULL ? -1 : 0;
}

static PyObject *fault_of(const Making *making)
{
    return Py_NewRef(making->fault == NULL ? Py_None : making->fault);
}

PyObject *whole_value(const Follower *self, PyObject *arguments)
{
    long long serial, most;
    Making making;
    if (!PyArg_ParseTuple(arguments, "LL", &serial, &most)) return NULL;
    if (begin_making(&making, self) < 0) return NULL;
    making.left = most;
    PyObject *made = make_whole(&making, find_object(self, serial));
    if (made == NULL && making.fault == NULL) {
        Py_DECREF(making.things);
        return NULL;
    }
    if (made == NULL) made = Py_NewRef(Py_None);
    return Py_BuildValue("(NLNN)", made, (long long)making.left, making.things, fault_of(&making));
}

/* ---- what is in an object ---- */

PyObject *length_of(const Follower *self, PyObject *serial)
{
    const Object *one = object_of(self, serial);
    if (PyErr_Occurred()) return NULL;
    int has_items = one != NULL && (one->kind == WIRE_SEQUENCE || one->kind == WIRE_MAPPING);
    return has_items ? PyLong_FromLongLong(one->body.at[0]) : Py_NewRef(Py_None);
}

PyObject *item_at(const Follower *self, PyObject *arguments)
{
    static const char *const indexed[] = {"list", "tuple", "deque", NULL};
    long long serial;
    PyObject *place;
    if (!PyArg_ParseTuple(arguments, "LO!", &serial, &PyLong_Type, &place)) return NULL;
    const Object *one = find_object(self, serial);
    if (find_values() < 0) return NULL;
    if (one == NULL || one->kind != WIRE_SEQUENCE || !is_one_of(self, one, indexed))
        return Py_NewRef(other);
    int is_beyond;
    int64_t length = one->body.at[0], at = PyLong_AsLongLongAndOverflow(place, &is_beyond);
    if (at < 0) at += length;
    if (is_beyond || at < 0 || at >= length) Py_RETURN_NONE;
    if (at >= one->body.count - 1) return Py_NewRef(cut);
    return PyLong_FromLongLong(one->body.at[1 + at]);
}

/* Whether a key equals ``wanted``; -1 with an exception, or a fault. */
static int is_key(Making *making, int64_t serial, PyObject *wanted)
{
    PyObject *key = make_whole(making, find_object(making->self, serial));
    PyObject *answer = key == NULL ? NULL : PyObject_RichCompare(key, wanted, Py_EQ);
    int found = answer == NULL ? -1 : PyObject_IsTrue(answer);
    Py_XDECREF(key);
    Py_XDECREF(answer);
    return found;
}

/* The index of the entry under a key, ``count`` if there is none; -1 as above. */
static Py_ssize_t find_entry(Making *making, const Object *one, PyObject *key, int64_t most)
{
    Py_ssize_t count = (one->body.count - 1) / 2;
    for (Py_ssize_t n = 0; n < count; n++) {
        making->left = most;
        int found = is_key(making, one->body.at[1 + 2 * n], key);
        if (found) return found < 0 ? -1 : n;
    }
    if (count != one->body.at[0]) making->fault = cut;
    return count;
}

PyObject *entry_under(const Follower *self, PyObject *arguments)
{
    long long serial, most;
    PyObject *key;
    Making making;
    if (!PyArg_ParseTuple(arguments, "LOL", &serial, &key, &most)) return NULL;
    if (begin_making(&making, self) < 0) return NULL;
    const Object *one = find_object(self, serial);
    PyObject *found = Py_None;
    if (one == NULL || one->kind != WIRE_MAPPING || !is_of_type(self, one, "dict"))
        making.fault = other;
    else {
        Py_ssize_t at = find_entry(&making, one, key, most);
        if (at < 0 && making.fault == NULL) found = NULL;
        else if (making.fault == NULL && 2 * at + 2 < one->body.count)
            found = PyLong_FromLongLong(one->body.at[2 + 2 * at]);
    }
    if (found == NULL) {
        Py_DECREF(making.things);
        return NULL;
    }
    if (found == Py_None) Py_INCREF(found);
    return Py_BuildValue("(NNN)", found, making.things, fault_of(&making));
}

static int is_named(const Follower *self, int64_t number, PyObject *name)
{
    PyObject *known = name_at(self, number);
    return PyUnicode_GET_LENGTH(known) == PyUnicode_GET_LENGTH(name) && PyUnicode_Compare(known, name) == 0;
}

/* The serial of the last ``name`` among alternating names and serials, or None. */
static PyObject *named(const Follower *self, const int64_t *pairs, Py_ssize_t count, PyObject *name)
{
    Py_ssize_t n = count - 2;
    while (n >= 0 && !is_named(self, pairs[n], name)) n -= 2;
    if (n < 0) Py_RETURN_NONE;
    return PyLong_FromLongLong(pairs[n + 1]);
}

PyObject *attribute_of(const Follower *self, PyObject *arguments)
{
    long long serial;
    PyObject *name;
    if (!PyArg_ParseTuple(arguments, "LU", &serial, &name)) return NULL;
    const Object *one = find_object(self, serial);
    if (one == NULL || one->kind != WIRE_INSTANCE) Py_RETURN_NONE;
    const int64_t *body = one->body.at, *at = body + 2, *end = at + 2 * body[1];
    while (at < end && !is_named(self, at[0], name)) at += 2;    /* a slot precedes a value behind it */
    return at == end ? Py_BuildValue("(LO)", (long long)body[0], Py_None)
                     : Py_BuildValue("(LL)", (long long)body[0], (long long)at[1]);
}

/* ---- names ---- */

/* The innermost call of the step's thread; NULL where it has none, or there is no step. */
static Frame *innermost(const Follower *self)
{
    Stack *stack = self->place[0] < 0 ? NULL : map_get(&self->stacks, self->place[1]);
    return stack == NULL || !stack->depth ? NULL : &stack->frames[stack->depth - 1];
}

static PyObject *name_among(const Follower *self, const Numbers *names, PyObject *name)
{
    if (names == NULL) Py_RETURN_NONE;
    if (PyUnicode_Check(name)) return named(self, names->at, names->count, name);
    PyErr_SetString(PyExc_TypeError, "a name is text");
    return NULL;
}

PyObject *local_name(const Follower *self, PyObject *name)
{
    Frame *frame = innermost(self);
    PyObject *found = name_among(self, frame == NULL ? NULL : &frame->comprehension, name);
    if (frame == NULL || found != Py_None) return found;
    Py_DECREF(found);
    return name_among(self, locals_of(self, frame), name);
}

/* Whether a frame reads the names of its file: ``is_of_shown_module`` in model/scopes.py. */
static int is_of_shown_module(const Follower *self, const Frame *frame)
{
    const Stack *stack = map_get(&self->stacks, self->place[1]);
    const Frame *shown = frame;
    for (Py_ssize_t n = stack->depth - 1; n >= 0; n--) {
        const Frame *one = &stack->frames[n];
        if (one->kind != WIRE_FRAME_MODULE || one->file != frame->file) continue;
        shown = one;
        break;
    }
    int64_t modules = 0, first = 0, second = 0;
    EACH_ENTRY(entry, &self->codes) {
        const int64_t *code = ((const Numbers *)entry->value)->at, namespace = code[6];
        if (!namespace || code[2] != frame->file) continue;
        modules++;
        if (code[0] <= frame->code) first = namespace;
        if (code[0] <= shown->code) second = namespace;
    }
    return modules < 2 || !frame->code || !shown->code || first == second;
}

PyObject *global_name(const Follower *self, PyObject *name)
{
    const Frame *frame = innermost(self);
    if (frame != NULL && !is_of_shown_module(self, frame)) Py_RETURN_NONE;
    Py_ssize_t first = 0;
    const Entry *entry = frame == NULL ? map_next(&self->globals, &first) : NULL;
    const Numbers *names = frame != NULL ? map_get(&self->globals, frame->file)
                         : entry != NULL ? entry->value : NULL;
    return name_among(self, names, name);
}

PyObject *running_code(const Follower *self, PyObject *unused)
{
    const Frame *frame = innermost(self);
    const Numbers *known = frame == NULL ? NULL : map_get(&self->codes, frame->code);
    if (known == NULL || frame->kind == WIRE_FRAME_MODULE || frame->kind == WIRE_FRAME_CLASS)
        Py_RETURN_NONE;
    const int64_t *code = known->at;
    return Py_BuildValue("(OOL)", name_at(self, frame->file), name_at(self, code[1]),
                         (long long)code[3]);
}
