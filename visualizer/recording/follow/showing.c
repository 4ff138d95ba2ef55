/* Makes Python objects from a follower's state: those of the model like contents.py. */

#include "state.h"

static Slotted HeapObject, ObjectChange, Scalar, Sequence, Mapping, Instance;
static PyObject *content_of, *parts_of;          /* contents.py makes the rare kinds */

/* ---- building blocks ---- */

/* The same few serials, counts and sizes occur all the time: the Python object of each is kept
   until another number takes its slot. */
enum { KEPT_NUMBERS = 16384 };
static PyObject *kept_numbers[KEPT_NUMBERS];

PyObject *shared_number(int64_t number)
{
    PyObject **slot = &kept_numbers[number & (KEPT_NUMBERS - 1)];
    if (*slot != NULL && PyUnstable_Long_CompactValue((PyLongObject *)*slot) == number)
        return Py_NewRef(*slot);
    PyObject *made = PyLong_FromLongLong(number);
    if (made != NULL && PyUnstable_Long_IsCompact((PyLongObject *)made))
        Py_XSETREF(*slot, Py_NewRef(made));
    return made;
}

/* No object of a state refers back to one that holds it, so the collector need not visit them: it
   would examine thousands in the middle of a jump. */
static PyObject *untracked(PyObject *made)
{
    if (made != NULL) PyObject_GC_UnTrack(made);
    return made;
}

PyObject *tuple_of(const int64_t *numbers, Py_ssize_t count)
{
    PyObject *found = untracked(PyTuple_New(count));
    for (Py_ssize_t n = 0; found && n < count; n++) {
        PyObject *number = shared_number(numbers[n]);
        if (number == NULL) Py_CLEAR(found);
        else PyTuple_SET_ITEM(found, n, number);
    }
    return found;
}

PyObject *tuple_of_all(const Numbers *numbers)
{
    return numbers == NULL ? PyTuple_New(0) : tuple_of(numbers->at, numbers->count);
}

static Slotted *classes;

static inline PyObject **slot_of(const Slotted *class, PyObject *one, Py_ssize_t n)
{
    return (PyObject **)((char *)one + class->at[n]);
}

/* The ``tp_dealloc`` of a class with slots. Like CPython's tuples and dicts, dead objects are used
   again: a jump frees and makes thousands. */
static void free_slotted(PyObject *one)
{
    PyTypeObject *type = Py_TYPE(one);
    Slotted *class = NULL;
    for (PyTypeObject *base = type; class == NULL; base = base->tp_base)
        for (class = classes; class != NULL && class->type != base;) class = class->next;
    PyObject_GC_UnTrack(one);
    for (Py_ssize_t n = 0; n < class->count; n++) Py_CLEAR(*slot_of(class, one, n));
    if (class->type == type && class->spares < MOST_SPARES) {
        *slot_of(class, one, 0) = class->spare;
        class->spare = one;
        class->spares++;
    } else
        type->tp_free(one);
    Py_DECREF(type);
}

int find_slots(Slotted *found, PyObject *module, const char *class, Py_ssize_t count)
{
    PyObject *type = PyObject_GetAttrString(module, class);
    PyObject *names = type == NULL ? NULL : PyObject_GetAttrString(type, "__slots__");
    int is_so = names != NULL && PyTuple_Check(names) && PyTuple_GET_SIZE(names) == count;
    for (Py_ssize_t n = 0; is_so && n < count; n++) {
        PyObject *slot = PyObject_GetAttr(type, PyTuple_GET_ITEM(names, n));
        is_so = slot != NULL && Py_IS_TYPE(slot, &PyMemberDescr_Type);
        if (is_so) found->at[n] = ((PyMemberDescrObject *)slot)->d_member->offset;
        Py_XDECREF(slot);
    }
    Py_XDECREF(names);
    if (!is_so && !PyErr_Occurred()) PyErr_Format(PyExc_TypeError, "%s has other slots", class);
    found->type = (PyTypeObject *)type;
    found->count = count;
    if (is_so && found->type->tp_dealloc != free_slotted) {
        found->next = classes;
        classes = found;
        found->type->tp_dealloc = free_slotted;
    }
    return is_so ? 0 : -1;
}

static PyObject *new_slotted(Slotted *class)
{
    PyObject *one = class->spare;
    if (one == NULL) return untracked(class->type->tp_alloc(class->type, 0));
    class->spare = *slot_of(class, one, 0);
    class->spares--;
    return PyObject_Init(one, class->type);
}

PyObject *make_slotted(Slotted *class, PyObject **values)
{
    PyObject *made = new_slotted(class);
    for (Py_ssize_t n = 0; n < class->count; n++) {
        if (made == NULL) Py_XDECREF(values[n]);
        else *slot_of(class, made, n) = values[n];
        if (values[n] == NULL) Py_CLEAR(made);
    }
    return made;
}

/* ---- the model ---- */

static int find_classes(PyObject *model, PyObject *contents)
{
    if (model == NULL || contents == NULL) return -1;
    /* A dying object's class is sought from the end: the most frequent one comes last. */
    if (find_slots(&ObjectChange, model, "ObjectChange", 3) < 0 ||
        find_slots(&Mapping, model, "Mapping", 2) < 0 ||
        find_slots(&Instance, model, "Instance", 3) < 0 ||
        find_slots(&Sequence, model, "Sequence", 2) < 0 ||
        find_slots(&Scalar, model, "Scalar", 2) < 0 ||
        find_slots(&HeapObject, model, "HeapObject", 10) < 0 ||
        (parts_of = PyObject_GetAttrString(contents, "parts_of")) == NULL)
        return -1;
    content_of = PyObject_GetAttrString(contents, "content_of");
    return content_of == NULL ? -1 : 0;
}

/* Import the classes on first use: only showing objects needs them. ``content_of`` is set last. */
static int find_model(void)
{
    if (content_of != NULL) return 0;
    PyObject *model = PyImport_ImportModule("visualizer.model");
    PyObject *contents = PyImport_ImportModule("visualizer.recording.read.contents");
    int done = find_classes(model, contents);
    Py_XDECREF(model);
    Py_XDECREF(contents);
    return done;
}

static PyObject *number_or_none(int64_t number, int64_t none)
{
    return number == none ? Py_NewRef(Py_None) : shared_number(number);
}

static PyObject *scalar_of(const Object *one, int64_t whole)
{
    PyObject *values[] = {
        PyUnicode_DecodeUTF8(one->text, one->text_size, "surrogatepass"),
        number_or_none(whole, -1),
    };
    return make_slotted(&Scalar, values);
}

/* The length, then the items. */
static PyObject *sequence_of(const int64_t *body, Py_ssize_t count)
{
    PyObject *values[] = {tuple_of(body + 1, count - 1), shared_number(body[0])};
    return make_slotted(&Sequence, values);
}

/* A pair of two values, whose references it takes over. */
static PyObject *pair_of(PyObject *one, PyObject *other)
{
    PyObject *pair = one == NULL || other == NULL ? NULL : untracked(PyTuple_New(2));
    if (pair == NULL) {
        Py_XDECREF(one);
        Py_XDECREF(other);
        return NULL;
    }
    PyTuple_SET_ITEM(pair, 0, one);
    PyTuple_SET_ITEM(pair, 1, other);
    return pair;
}

/* Pairs of a name, or a serial if ``self`` is NULL, and a serial. */
static PyObject *pairs_of(const Follower *self, const int64_t *flat, Py_ssize_t count)
{
    PyObject *found = untracked(PyTuple_New(count / 2));
    for (Py_ssize_t n = 0; found && n < count / 2; n++) {
        PyObject *key = self ? Py_NewRef(name_at(self, flat[2 * n])) : shared_number(flat[2 * n]);
        PyObject *pair = pair_of(key, shared_number(flat[2 * n + 1]));
        if (pair == NULL) Py_CLEAR(found);
        else PyTuple_SET_ITEM(found, n, pair);
    }
    return found;
}

static PyObject *mapping_of(const int64_t *body, Py_ssize_t count)
{
    PyObject *values[] = {pairs_of(NULL, body + 1, count - 1), shared_number(body[0])};
    return make_slotted(&Mapping, values);
}

enum { MOST_COMPARED = 32 };

/* Whether two of some names may be equal: a slot, and a value in the ``__dict__``. */
static int may_repeat(const int64_t *flat, int64_t count)
{
    for (int64_t n = 0; n < count && count <= MOST_COMPARED; n++)
        for (int64_t before = 0; before < n; before++)
            if (flat[2 * before] == flat[2 * n]) return 1;
    return count > MOST_COMPARED;
}

/* NULL without an exception if its base is a structure, or a name may repeat. */
static PyObject *instance_of(const Follower *self, const Object *one)
{
    const int64_t *body = one->body.at;
    Py_ssize_t base = 2 + 2 * (Py_ssize_t)body[1], count = one->body.count;
    int64_t kind = base == count ? 0 : body[base];
    if (kind == WIRE_STRUCTURE || may_repeat(body + 2, body[1])) return NULL;
    PyObject *values[] = {
        shared_number(body[0]),
        pairs_of(self, body + 2, base - 2),
        kind == WIRE_SCALAR ? scalar_of(one, body[base + 2])
        : kind == WIRE_SEQUENCE ? sequence_of(body + base + 2, count - base - 2)
        : kind == WIRE_MAPPING ? mapping_of(body + base + 2, count - base - 2)
        : Py_NewRef(Py_None),
    };
    return make_slotted(&Instance, values);
}

static PyObject *rare_content(const Follower *self, const Object *one)
{
    return PyObject_CallFunction(content_of, "iNNO", one->kind, tuple_of_all(&one->body),
                                 PyBytes_FromStringAndSize(one->text, one->text_size), self->names);
}

static PyObject *content(const Follower *self, const Object *one)
{
    switch (one->kind) {
    case WIRE_SCALAR: return scalar_of(one, one->whole);
    case WIRE_SEQUENCE: return sequence_of(one->body.at, one->body.count);
    case WIRE_MAPPING: return mapping_of(one->body.at, one->body.count);
    case WIRE_INSTANCE: {
        PyObject *instance = instance_of(self, one);
        if (instance != NULL || PyErr_Occurred()) return instance;
        break;
    }
    }
    return rare_content(self, one);
}

static PyObject *parts(const Object *one)
{
    PyObject *numbers = tuple_of_all(one->parts);
    if (one->parts == NULL || numbers == NULL) return numbers;
    PyObject *found = PyObject_CallOneArg(parts_of, numbers);
    Py_DECREF(numbers);
    return found;
}

PyObject *content_shown(const Follower *self, Object *one)
{
    if (find_model() < 0) return NULL;
    if (one->content == NULL) one->content = content(self, one);
    return Py_XNewRef(one->content);
}

/* An object as it is made for a state: only a step's changes need the same one again. */
PyObject *object_of_state(const Follower *self, Object *one)
{
    if (one->made != NULL) return Py_NewRef(one->made);
    if (find_model() < 0) return NULL;
    if (one->made_parts == NULL) one->made_parts = parts(one);
    PyObject *values[] = {
        shared_number(one->serial),
        Py_NewRef(name_at(self, one->type)),
        PyLong_FromLongLong(one->address),
        number_or_none(one->count, -1),
        shared_number(one->size),
        content_shown(self, one),
        Py_NewRef(one->is_unreachable ? Py_True : Py_False),
        Py_XNewRef(one->made_parts),
        PyLong_FromLongLong(one->apart),
        shared_number(one->deleted),
    };
    return make_slotted(&HeapObject, values);
}

PyObject *heap_object(const Follower *self, Object *one)
{
    if (one->made == NULL) one->made = object_of_state(self, one);
    return Py_XNewRef(one->made);
}

PyObject *object_changes(const Follower *self)
{
    const Numbers *touched = &self->changes.touched;
    if (find_model() < 0) return NULL;
    PyObject *found = PyTuple_New(touched->count);
    for (Py_ssize_t n = 0; found && n < touched->count; n++) {
        Object *one = find_object(self, touched->at[n]);
        PyObject *values[] = {
            shared_number(touched->at[n]),
            Py_XNewRef(PyList_GetItem(self->changes.old, n)),
            one == NULL ? Py_NewRef(Py_None) : heap_object(self, one),
        };
        PyObject *change = make_slotted(&ObjectChange, values);
        if (change == NULL) Py_CLEAR(found);
        else PyTuple_SET_ITEM(found, n, change);
    }
    return found;
}
