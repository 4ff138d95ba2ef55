#include "births.h"
#include "values.h"

#define MOST_ITEMS 10000        /* visualizer/recorder/wire.py */
#define KINDS_KEPT 512

static Kind kinds[KINDS_KEPT];
static uint32_t last_shape;

static int64_t number(PyObject *owner, const char *name)
{
    PyObject *found = attribute(owner, name);
    int64_t value = found ? PyLong_AsLongLong(found) : -1;
    Py_XDECREF(found);
    return value;
}

static void take_plan(Kind *kind, PyTypeObject *type, PyObject *plan)
{
    Py_XSETREF(kind->plan, Py_NewRef(plan));
    Py_CLEAR(kind->read);
    Py_XSETREF(kind->type_id, attribute(plan, "type_id"));
    kind->type = type;
    kind->name = number(plan, "name");
    kind->kind = number(plan, "kind");
    kind->is_immutable = (int)number(plan, "immutable");
    kind->is_collectable = (int)number(plan, "collectable");
    kind->is_told = kind->has_layout = kind->is_disordered = 0;
    kind->shape = 0;
}

Kind *kind_of(PyTypeObject *type, PyObject *plans, int64_t moment)
{
    Kind *kind = &kinds[((uintptr_t)type >> 4) % KINDS_KEPT];
    if (kind->type == type && kind->moment == moment) return kind;
    PyObject *key = PyLong_FromVoidPtr(type);
    PyObject *plan = key ? PyDict_GetItemWithError(plans, key) : NULL;
    Py_XDECREF(key);
    if (plan != NULL && (kind->type != type || kind->plan != plan)) take_plan(kind, type, plan);
    if (PyErr_Occurred()) {
        PyErr_Clear();
        kind->type = NULL;
        return NULL;
    }
    if (plan == NULL) return NULL;
    kind->moment = moment;
    return kind;
}

uint32_t shape_of(const Kind *kind, int64_t moment)
{
    if (kind->looked == moment) return kind->shape;
    return kind->version && kind->version == kind->type->tp_version_tag ? kind->shape : 0;
}

void note_shape(Kind *kind, int64_t moment)
{
    PyObject *read = attribute(kind->plan, "read");
    if (kind->read != read || read == NULL || kind->shape == 0) {
        kind->shape = ++last_shape;
        kind->has_layout = kind->is_disordered = 0;
    }
    PyErr_Clear();
    Py_XSETREF(kind->read, read);
    kind->version = kind->type->tp_version_tag;
    kind->looked = moment;
}

static uint64_t mask_of(const uintptr_t *values, uint32_t count)
{
    uint64_t mask = (uint64_t)1 << 63;
    for (uint32_t n = 0; n < count && n < 63; n++)
        if (values[n]) mask |= (uint64_t)1 << n;
    return mask;
}

/* Whether the layout has the names in the order of the keys that all of the class share. */
static int is_in_order(PyTypeObject *type, const Row *row, PyObject *layouts, PyObject *texts)
{
    int64_t layout = *(const int64_t *)PyBytes_AS_STRING(row->content);
    PyDictKeysObject *keys = ((PyHeapTypeObject *)type)->ht_cached_keys;
    if (keys == NULL || !DK_IS_UNICODE(keys) || layout >= PyList_GET_SIZE(layouts)) return 0;
    PyObject *numbers = PyList_GET_ITEM(layouts, layout);
    Py_ssize_t told = 0, count = PyTuple_GET_SIZE(numbers);
    for (uint32_t n = 0; n < row->image_count; n++) {
        if (row->image[n] == 0) continue;
        if (told == count || (Py_ssize_t)n >= keys->dk_nentries) return 0;
        int64_t name = PyLong_AsLongLong(PyTuple_GET_ITEM(numbers, told++));
        PyObject *key = DK_UNICODE_ENTRIES(keys)[n].me_key;
        if (key == NULL || name < 0 || name >= PyList_GET_SIZE(texts) ||
            PyUnicode_Compare(key, PyList_GET_ITEM(texts, name)) != 0)
            return 0;
    }
    return told == count;
}

void note_layout(Kind *kind, const Row *row, PyObject *layouts, PyObject *texts)
{
    if (row->what != ATTRIBUTES || row->image_count > 62) return;
    kind->has_layout = is_in_order(kind->type, row, layouts, texts);
    if (!kind->has_layout) {
        PyErr_Clear();
        kind->is_disordered = 1;
        return;
    }
    kind->mask = mask_of(row->image, row->image_count);
    kind->layout = *(const int64_t *)PyBytes_AS_STRING(row->content);
}

/* Whether two names have one value. */
static int has_equals(PyDictValues *values)
{
    for (int n = 1; n < values->capacity; n++)
        for (int m = 0; values->values[n] && m < n; m++)
            if (values->values[m] == values->values[n]) return 1;
    return 0;
}

/* ---- contents ---- */

static PyObject *numbers_for(Py_ssize_t count, int64_t **numbers)
{
    PyObject *made = PyBytes_FromStringAndSize(NULL, count * (Py_ssize_t)sizeof **numbers);
    if (made != NULL) *numbers = (int64_t *)PyBytes_AS_STRING(made);
    return made;
}

static PyObject *read_items(PyObject *thing)
{
    int64_t *numbers;
    Py_ssize_t length = Py_SIZE(thing);
    if (length > MOST_ITEMS) return NULL;
    PyObject **items = PyList_CheckExact(thing) ? ((PyListObject *)thing)->ob_item
                                                : ((PyTupleObject *)thing)->ob_item;
    for (Py_ssize_t n = 0; n < length; n++)
        if (items[n] == NULL) return NULL;  /* it is still being made */
    PyObject *made = numbers_for(length + 1, &numbers);
    if (made == NULL) return NULL;
    numbers[0] = length;
    if (length) memcpy(numbers + 1, items, (size_t)length * sizeof *numbers);  /* or there are none */
    return made;
}

/* The layout is that of another instance with values at the same places of the keys they share. */
static PyObject *read_attributes(PyObject *thing, const Kind *kind, int64_t moment)
{
    int64_t *numbers;
    if (!shape_of(kind, moment) || !kind->has_layout) return NULL;
    PyDictValues *values = _PyObject_InlineValues(thing);
    if (!values->valid || values->capacity > 62 ||
        mask_of((uintptr_t *)values->values, values->capacity) != kind->mask ||
        (kind->is_disordered && has_equals(values)))
        return NULL;
    PyObject *made = numbers_for(3 + __builtin_popcountll(kind->mask << 1), &numbers);
    if (made == NULL) return NULL;
    *numbers++ = kind->layout;
    *numbers++ = 0;
    *numbers++ = (int64_t)(uintptr_t)Py_TYPE(thing);
    for (int n = 0; n < values->capacity; n++)
        if (values->values[n]) *numbers++ = (int64_t)(uintptr_t)values->values[n];
    return made;
}

PyObject *read_content(PyObject *thing, const Kind *kind, int64_t moment)
{
    PyTypeObject *type = Py_TYPE(thing);
    PyObject *made = NULL;
    Value value;
    if (type == &PyLong_Type || type == &PyFloat_Type || type == &PyUnicode_Type) {
        if (read_value(thing, &value)) made = kept_value(&value);
    } else if (type == &PyList_Type || type == &PyTuple_Type) {
        made = read_items(thing);
    } else if (is_plain_instance(type)) {
        made = read_attributes(thing, kind, moment);
    }
    PyErr_Clear();
    return made;
}

/* ---- differences ---- */

PyObject *splice_items(PyObject *self, PyObject *const *a, Py_ssize_t count)
{
    if (count != 2 || !PyBytes_CheckExact(a[0]) || !PyBytes_CheckExact(a[1]))
        return PyErr_Format(PyExc_TypeError, "two contents");
    const int64_t *old = (const int64_t *)PyBytes_AS_STRING(a[0]) + 1;
    const int64_t *new = (const int64_t *)PyBytes_AS_STRING(a[1]) + 1;
    Py_ssize_t before = PyBytes_GET_SIZE(a[0]) / 8 - 1, after = PyBytes_GET_SIZE(a[1]) / 8 - 1;
    Py_ssize_t least = before < after ? before : after, start = 0, end = 0;
    while (start < least && old[start] == new[start]) start++;
    while (end < least - start && old[before - 1 - end] == new[after - 1 - end]) end++;
    Py_ssize_t length = after - start - end;
    PyObject *added = PyTuple_New(length);
    for (Py_ssize_t n = 0; added != NULL && n < length; n++) {
        PyObject *one = PyLong_FromLongLong(new[start + n]);
        if (one == NULL) Py_CLEAR(added);
        else PyTuple_SET_ITEM(added, n, one);
    }
    return added ? Py_BuildValue("(nnN)", start, before - start - end, added) : NULL;
}
