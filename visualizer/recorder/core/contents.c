#include "contents.h"

#define MOST_ITEMS 10000            /* visualizer/recorder/wire.py */
#define MOST_WORDS 1024             /* of a class or function; what has more is read in Python */

/* Words that are gathered from an object, to be noted or compared. */
typedef struct {
    uintptr_t words[MOST_WORDS];
    uint32_t count;
    int are_too_many;
} Gathered;

static void gather(Gathered *found, const void *word)
{
    if (found->count == MOST_WORDS) found->are_too_many = 1;
    else found->words[found->count++] = (uintptr_t)word;
}

static void gather_items(Gathered *found, PyObject *tuple)
{
    if (tuple == NULL || !PyTuple_CheckExact(tuple)) return;
    for (Py_ssize_t n = 0; n < PyTuple_GET_SIZE(tuple); n++)
        gather(found, PyTuple_GET_ITEM(tuple, n));
}

/* ---- the words of each kind ---- */

/* All that a function refers to, as the collector sees it (Objects/funcobject.c, func_traverse): the
   Python recorder takes it for the same as long as these are. */
static void gather_function(Gathered *found, PyObject *thing)
{
    PyFunctionObject *own = (PyFunctionObject *)thing;
    const void *parts[] = {own->func_code, own->func_globals, own->func_builtins, own->func_module,
                           own->func_defaults, own->func_kwdefaults, own->func_doc, own->func_name,
                           own->func_dict, own->func_closure, own->func_annotations,
                           own->func_typeparams, own->func_qualname};
    for (size_t n = 0; n < sizeof parts / sizeof *parts; n++) gather(found, parts[n]);
    gather(found, (void *)(intptr_t)((PyCodeObject *)own->func_code)->co_firstlineno);
    gather_items(found, own->func_defaults);
    gather_items(found, own->func_closure);
}

/* Name, bases, and every name in the class with its value. */
static void gather_class(Gathered *found, PyObject *thing, uintptr_t epoch)
{
    PyHeapTypeObject *own = (PyHeapTypeObject *)thing;
    PyObject *names = own->ht_type.tp_dict, *key, *value;
    gather(found, (void *)epoch);
    gather(found, own->ht_name);
    gather(found, own->ht_type.tp_bases);
    if (names == NULL) return;
    for (Py_ssize_t place = 0; PyDict_Next(names, &place, &key, &value);) {
        gather(found, key);
        gather(found, value);
    }
}

static void gather_module(Gathered *found, PyObject *thing)
{
    PyObject *names = PyModule_GetDict(thing);
    PyObject *name = names ? PyDict_GetItemWithError(names, &_Py_ID(__name__)) : NULL;
    PyErr_Clear();
    gather(found, name);
}

static void gather_builtin(Gathered *found, PyObject *thing)
{
    gather(found, ((PyCFunctionObject *)thing)->m_self);
    gather(found, ((PyCFunctionObject *)thing)->m_ml);
}

static void gather_words(Gathered *found, int what, PyObject *thing, uintptr_t epoch)
{
    found->count = 0;
    found->are_too_many = 0;
    if (what == FUNCTION_OF_PYTHON) gather_function(found, thing);
    else if (what == CLASS_OF_PYTHON) gather_class(found, thing, epoch);
    else if (what == MODULE_BY_NAME) gather_module(found, thing);
    else gather_builtin(found, thing);
}

/* ---- what a kind of object is ---- */

int is_plain_instance(PyTypeObject *type)
{
    if (!PyType_HasFeature(type, Py_TPFLAGS_INLINE_VALUES)) return 0;
    for (; type != &PyBaseObject_Type; type = type->tp_base)
        if (!PyType_HasFeature(type, Py_TPFLAGS_HEAPTYPE) || Py_SIZE(type)) return 0;
    return 1;
}

static int what_is(PyObject *thing, PyObject *content)
{
    PyTypeObject *type = Py_TYPE(thing);
    if (type == &PyLong_Type) return WHOLE_NUMBER;
    if (type == &PyUnicode_Type || type == &PyBytes_Type) return HASHED;
    if (!PyBytes_CheckExact(content)) return NOTHING_KNOWN;
    if (type == &PyFloat_Type) return FLOATING;
    if (type == &PyBool_Type || thing == Py_None || thing == Py_Ellipsis ||
        thing == Py_NotImplemented)
        return ONE_OF_A_KIND;
    if (type == &PyList_Type || type == &PyTuple_Type) return ARRAY_OF_ITEMS;
    if (type == &PyDict_Type) return ENTRIES;
    if (type == &PySet_Type || type == &PyFrozenSet_Type) return MEMBERS;
    if (type == &PyCell_Type) return VARIABLE;
    if (type == &PyMethod_Type) return BOUND;
    if (type == &PyCFunction_Type) return FUNCTION_IN_C;
    if (type == &PyCode_Type) return CODE_OBJECT;
    if (type == &PyModule_Type) return MODULE_BY_NAME;
    if (type == &PyFunction_Type) {
        PyFunctionObject *own = (PyFunctionObject *)thing;
        return own->func_dict || own->func_kwdefaults ? NOTHING_KNOWN : FUNCTION_OF_PYTHON;
    }
    if (type == &PyType_Type && PyType_HasFeature((PyTypeObject *)thing, Py_TPFLAGS_HEAPTYPE))
        return CLASS_OF_PYTHON;
    return is_plain_instance(type) ? ATTRIBUTES : NOTHING_KNOWN;
}

static int keeps_its_size(int what, PyObject *thing)
{
    switch (what) {
    case ARRAY_OF_ITEMS:
        return PyTuple_CheckExact(thing);
    case HASHED:
        return PyBytes_CheckExact(thing) || PyUnicode_IS_COMPACT_ASCII(thing);
    case NOTHING_KNOWN: case ENTRIES: case MEMBERS: case CLASS_OF_PYTHON: case CODE_OBJECT:
        return 0;
    default:
        return 1;
    }
}

/* ---- comparing ---- */

static const uintptr_t *numbers_of(PyObject *content)
{
    return (const uintptr_t *)PyBytes_AS_STRING(content);
}

static uint32_t numbers_in(PyObject *content)
{
    return (uint32_t)(PyBytes_GET_SIZE(content) / (Py_ssize_t)sizeof(uintptr_t));
}

static Py_ssize_t told_of(Py_ssize_t length)
{
    return length < MOST_ITEMS ? length : MOST_ITEMS;
}

static int has_items(const Row *row, PyObject *thing)
{
    PyObject **items = PyList_CheckExact(thing) ? ((PyListObject *)thing)->ob_item
                                                : ((PyTupleObject *)thing)->ob_item;
    const uintptr_t *then = numbers_of(row->content);
    Py_ssize_t length = Py_SIZE(thing);
    return (Py_ssize_t)then[0] == length &&
           (length == 0 ||  /* an empty list has no items to point at */
            memcmp(then + 1, items, (size_t)told_of(length) * sizeof *then) == 0);
}

static int has_entries(const Row *row, PyObject *thing)
{
    const uintptr_t *then = numbers_of(row->content);
    if ((Py_ssize_t)*then++ != PyDict_GET_SIZE(thing)) return 0;
    PyObject *key, *value;
    const uintptr_t *end = row->children + row->children_count;
    for (Py_ssize_t place = 0; then < end && PyDict_Next(thing, &place, &key, &value); then += 2)
        if (then[0] != (uintptr_t)key || then[1] != (uintptr_t)value) return 0;
    return then == end;
}

static int has_members(const Row *row, PyObject *thing)
{
    const uintptr_t *then = numbers_of(row->content);
    if ((Py_ssize_t)*then++ != PySet_GET_SIZE(thing)) return 0;
    PyObject *key;
    Py_hash_t hash;
    const uintptr_t *end = row->children + row->children_count;
    for (Py_ssize_t place = 0; then < end && _PySet_NextEntry(thing, &place, &key, &hash); then++)
        if (then[0] != (uintptr_t)key) return 0;
    return then == end;
}

/* The values stand in the object itself; which name each has is the same for all of its class. */
static int has_attributes(const Row *row, PyObject *thing)
{
    PyDictValues *values = _PyObject_InlineValues(thing);
    return values->valid && values->capacity == row->image_count &&
           memcmp(values->values, row->image, row->image_count * sizeof *row->image) == 0;
}

static int has_number(PyObject *content, PyObject *thing)
{
    if (!PyLong_CheckExact(content)) return 0;
    const _PyLongValue *one = &((PyLongObject *)content)->long_value;
    const _PyLongValue *other = &((PyLongObject *)thing)->long_value;
    /* Include/internal/pycore_long.h: sign and number of digits, then the digits */
    return one->lv_tag >> NON_SIZE_BITS == other->lv_tag >> NON_SIZE_BITS &&
           (one->lv_tag & SIGN_MASK) == (other->lv_tag & SIGN_MASK) &&
           memcmp(one->ob_digit, other->ob_digit, (size_t)digits_of(thing) * sizeof(digit)) == 0;
}

static int has_hash(PyObject *content, PyObject *thing)
{
    int is_too_large = 0;
    return PyLong_CheckExact(content) &&
           PyLong_AsLongLongAndOverflow(content, &is_too_large) == PyObject_Hash(thing) >> 2;
}

static int has_words(const Row *row, PyObject *thing, uintptr_t epoch)
{
    static Gathered found;
    gather_words(&found, row->what, thing, epoch);
    return !found.are_too_many && found.count == row->image_count &&
           memcmp(found.words, row->image, found.count * sizeof *found.words) == 0;
}

int row_is_true(const Row *row, PyObject *thing, uint32_t shape, uintptr_t epoch)
{
    if (row->type != Py_TYPE(thing)) return 0;
    int is_told_in_words = row->content && PyBytes_CheckExact(row->content);
    const uintptr_t *then = is_told_in_words ? numbers_of(row->content) : NULL;
    switch (row->what) {
    case ONE_OF_A_KIND:
        return 1;
    case WHOLE_NUMBER:
        return has_number(row->content, thing);
    case FLOATING:
        return memcmp(then, &((PyFloatObject *)thing)->ob_fval, sizeof(double)) == 0;
    case HASHED:
        return has_hash(row->content, thing);
    case ARRAY_OF_ITEMS:
        return has_items(row, thing);
    case ENTRIES:
        return has_entries(row, thing);
    case MEMBERS:
        return has_members(row, thing);
    case ATTRIBUTES:
        return row->shape == shape && has_attributes(row, thing);
    case VARIABLE:
        return then[0] == (uintptr_t)((PyCellObject *)thing)->ob_ref;
    case BOUND:
        return then[0] == (uintptr_t)PyMethod_GET_SELF(thing) &&
               then[1] == (uintptr_t)PyMethod_GET_FUNCTION(thing);
    case CODE_OBJECT:
        return row->children_count == 0 ||
               then[0] == (uintptr_t)((PyCodeObject *)thing)->co_consts;
    case FUNCTION_IN_C: case FUNCTION_OF_PYTHON: case CLASS_OF_PYTHON: case MODULE_BY_NAME:
        return has_words(row, thing, epoch);
    default:
        return 0;
    }
}

/* ---- noting ---- */

void row_clear(Row *row)
{
    PyObject *content = row->content;
    free(row->image);
    memset(row, 0, sizeof *row);
    Py_XDECREF(content);
}

static int keep_image(Row *row, const uintptr_t *words, uint32_t count, uint32_t room)
{
    row->image = malloc((room + 1) * sizeof *row->image);
    if (row->image == NULL) return 0;
    memcpy(row->image, words, count * sizeof *row->image);
    row->image_count = count;
    return 1;
}

/* What they refer to stands behind the words: first the values that the class's body named, then its
   bases; of a function the defaults, its cells, and last its code. The content has them in another
   order. */
static int keep_words(Row *row, PyObject *thing, uintptr_t epoch)
{
    static Gathered found;
    gather_words(&found, row->what, thing, epoch);
    uint32_t size = numbers_in(row->content);
    const uintptr_t *numbers = numbers_of(row->content);
    if (found.are_too_many || size > MOST_WORDS ||
        !keep_image(row, found.words, found.count, found.count + size))
        return 0;
    uintptr_t *children = row->image + found.count, *next = children;
    if (row->what == CLASS_OF_PYTHON && size > 3) {
        uint32_t bases = (uint32_t)numbers[2];
        for (uint32_t n = 3 + bases; n < size; n++) *next++ = numbers[n];
        for (uint32_t n = 3; n < 3 + bases; n++) *next++ = numbers[n];
    } else if (row->what == FUNCTION_OF_PYTHON && size > 6 && numbers[6]) {
        PyFunctionObject *own = (PyFunctionObject *)thing;
        uint32_t defaults = (uint32_t)(own->func_defaults ? PyTuple_GET_SIZE(own->func_defaults) : 0);
        uint32_t cells = (uint32_t)(own->func_closure ? PyTuple_GET_SIZE(own->func_closure) : 0);
        if (7 + defaults + cells != size) return 0;
        for (uint32_t n = 0; n < defaults; n++) *next++ = numbers[7 + cells + n];
        for (uint32_t n = 0; n < cells; n++) *next++ = numbers[7 + n];
        *next++ = numbers[6];
    } else if (row->what == FUNCTION_IN_C && size == 8) {
        if (numbers[7] != found.words[0]) return 0;
        *next++ = numbers[7];
    }
    row->children = children;
    row->children_count = (uint32_t)(next - children);
    return 1;
}

/* Only where the words are those that the content was told from, in that order. */
static int keep_attributes(Row *row, PyObject *thing)
{
    const uintptr_t *numbers = numbers_of(row->content), *told = numbers + 3;
    const uintptr_t *end = numbers + numbers_in(row->content);
    PyDictValues *values = _PyObject_InlineValues(thing);
    if (!values->valid || end < told || numbers[1] || numbers[2] != (uintptr_t)row->type) return 0;
    for (int n = 0; n < values->capacity; n++)
        if (values->values[n] != NULL &&
            (told == end || *told++ != (uintptr_t)values->values[n]))
            return 0;
    row->children = numbers + 2;
    row->children_count = numbers_in(row->content) - 2;
    return told == end &&
           keep_image(row, (uintptr_t *)values->values, values->capacity, values->capacity);
}

static int keep(Row *row, PyObject *thing, uintptr_t epoch)
{
    switch (row->what) {
    case NOTHING_KNOWN:
        return 0;
    case ONE_OF_A_KIND: case WHOLE_NUMBER: case FLOATING: case HASHED:
        return 1;
    case ATTRIBUTES:
        return keep_attributes(row, thing);
    case FUNCTION_IN_C: case FUNCTION_OF_PYTHON: case CLASS_OF_PYTHON: case MODULE_BY_NAME:
        return keep_words(row, thing, epoch);
    default:
        row->children = numbers_of(row->content);
        row->children_count = numbers_in(row->content);
        if (row->what == VARIABLE && row->children[0] == 0) row->children_count = 0;
        if (row->what == ARRAY_OF_ITEMS || row->what == ENTRIES || row->what == MEMBERS) {
            row->children++;
            row->children_count--;
        }
        return 1;
    }
}

void row_fill(Row *row, PyObject *thing, PyObject *content, uint64_t serial, uint32_t shape,
              uintptr_t epoch)
{
    row_clear(row);
    row->what = (uint8_t)what_is(thing, content);
    row->type = Py_TYPE(thing);
    row->content = Py_NewRef(content);
    row->serial = serial;
    row->shape = shape;
    if (!keep(row, thing, epoch) || !row_is_true(row, thing, shape, epoch)) row_clear(row);
    else row->has_fixed_size = (uint8_t)keeps_its_size(row->what, thing);
}

Py_ssize_t size_now(const Row *row, PyObject *thing)
{
    if (row->what == ARRAY_OF_ITEMS && PyList_CheckExact(thing))
        /* list.__sizeof__ (Objects/listobject.c), and the collector's part before it */
        return (Py_ssize_t)(sizeof(PyGC_Head) + sizeof(PyListObject) +
                            (size_t)((PyListObject *)thing)->allocated * sizeof(void *));
    if (row->what == ENTRIES)
        return (Py_ssize_t)sizeof(PyGC_Head) + _PyDict_SizeOf((PyDictObject *)thing);
    return -1;
}
