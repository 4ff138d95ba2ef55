#include "engine.h"

/* ---- words ---- */

static PyObject **gathered;
static uint32_t gathered_count, gathered_room;

#define REMOVED (-1)    /* the hash of what a set has in the place of a member that was taken out */

static void gather(const void *word)
{
    if (!HAS_ROOM(gathered, gathered_room, gathered_count + 1)) return;
    gathered[gathered_count++] = (PyObject *)word;
}

static void gather_dict(PyDictObject *dict)
{
    uint32_t most = gathered_count + 2 * WIRE_MOST_ITEMS;
    PyDictKeysObject *keys = dict->ma_keys;
    if (dict->ma_values != NULL) {  /* in the order in which they came, which PyDict_Next knows */
        PyObject *key, *value;
        for (Py_ssize_t n = 0; PyDict_Next((PyObject *)dict, &n, &key, &value);) {
            gather(key);
            gather(value);
        }
        return;
    }
    /* An entry is a key and a value; before them stands a hash where not all keys are text. */
    int before = DK_IS_UNICODE(keys) ? 0 : 1;
    PyObject **entry = (PyObject **)_DK_ENTRIES(keys) + before;
    for (Py_ssize_t n = 0; n < keys->dk_nentries && gathered_count < most; n++, entry += 2 + before) {
        if (entry[1] == NULL) continue;
        gather(entry[0]);
        gather(entry[1]);
    }
}

static void gather_set(PySetObject *set)
{
    uint32_t most = gathered_count + WIRE_MOST_ITEMS;
    for (Py_ssize_t n = 0; n <= set->mask && gathered_count < most; n++)
        if (set->table[n].key != NULL && set->table[n].hash != REMOVED) gather(set->table[n].key);
}

static int gather_visited(PyObject *object, void *context)
{
    gather(object);
    return gathered_count > 4 * WIRE_MOST_ITEMS;
}

static void gather_code(PyObject *code)
{
    if (is_code_traced((PyCodeObject *)code)) gather(((PyCodeObject *)code)->co_consts);
}

/* Of each variable that a paused one has, what is in its place, then what it refers to. Of each name that it was
   given beside these, nothing and the name, then nothing and what it refers to: the dict of these holds both. */
static uint32_t gather_generator(PyObject *generator)
{
    PyGenObject *own = (PyGenObject *)generator;
    int state = state_of_generator(generator);
    gather((void *)(intptr_t)state);
    if (FRAME_STATE_FINISHED(state)) {
        const void *words[] = {NULL, own->gi_name, own->gi_qualname, NULL, NULL, NULL};
        for (int n = 0; n < G_VARIABLES - G_INSTRUCTION; n++) gather(words[n]);
        return 0;
    }
    Frame *frame = frame_of_generator(generator);
    PyCodeObject *code = code_of(frame);
    gather((void *)(intptr_t)instruction_of(frame));
    gather(own->gi_name);
    gather(own->gi_qualname);
    gather(object_of_frame(frame));
    gather(function_of(frame));
    gather(code);
    if (state == FRAME_EXECUTING) return 0;
    for (int n = 0; n < code->co_nlocalsplus; n++) {
        PyObject *found = place_of(frame, n);
        _PyLocals_Kind kind = _PyLocals_GetKind(code->co_localspluskinds, n);
        int is_in_cell = found && kind & (CO_FAST_CELL | CO_FAST_FREE) && PyCell_Check(found);
        gather(found);
        gather(is_in_cell ? PyCell_GET(found) : found);
    }
    uint32_t count = (uint32_t)code->co_nlocalsplus;
    PyObject *given = names_given(frame), *name, *value;
    for (Py_ssize_t n = 0; given != NULL && PyDict_Next(given, &n, &name, &value); count += 2) {
        const void *words[] = {NULL, name, NULL, value};
        for (int word = 0; word < 4; word++) gather(words[word]);
    }
    int height = height_of(frame, code);
    for (int n = code->co_nlocalsplus; n < code->co_nlocalsplus + height; n++)
        gather(is_lent(frame, n) ? NULL : place_of(frame, n));
    gather(own->gi_exc_state.exc_value);    /* the exception that it handles */
    return count;
}

static void gather_class(PyObject *cls)
{
    PyTypeObject *type = (PyTypeObject *)cls;
    if (!PyType_HasFeature(type, Py_TPFLAGS_HEAPTYPE)) return;
    gather(((PyHeapTypeObject *)type)->ht_name);
    gather(((PyHeapTypeObject *)type)->ht_cached_keys);
    gather(type->tp_bases);
    gather(type->tp_mro);
    if (type->tp_dict != NULL) gather_dict((PyDictObject *)type->tp_dict);
}

static void gather_function(PyObject *function)
{
    PyFunctionObject *own = (PyFunctionObject *)function;
    const void *parts[] = {own->func_code, own->func_globals, own->func_builtins, own->func_name,
                           own->func_qualname, own->func_doc, own->func_module,
                           own->func_annotations, own->func_typeparams, own->func_defaults,
                           own->func_kwdefaults, own->func_dict, own->func_closure};
    for (size_t n = 0; n < sizeof parts / sizeof *parts; n++) gather(parts[n]);
    if (own->func_kwdefaults != NULL) gather_dict((PyDictObject *)own->func_kwdefaults);
    if (own->func_dict != NULL) gather_dict((PyDictObject *)own->func_dict);
}

/* The memory of any object behind its head, what the collector sees of it, and its ``__dict__``. */
static void gather_memory(PyObject *object)
{
    PyTypeObject *type = Py_TYPE(object);
    Py_ssize_t bytes = type->tp_basicsize;
    for (Py_ssize_t at = sizeof(PyObject); at + (Py_ssize_t)sizeof(void *) <= bytes; at += sizeof(void *))
        gather(*(void **)((char *)object + at));
    if (is_collectable(type) && type->tp_traverse != NULL && is_tracked(object))
        type->tp_traverse(object, gather_visited, NULL);
    PyObject *dict = managed_dict(object);
    if (dict == NULL && type->tp_dictoffset > 0) dict = *(PyObject **)((char *)object + type->tp_dictoffset);
    if (dict != NULL && PyDict_Check(dict)) gather_dict((PyDictObject *)dict);
}

static void gather_module(PyObject *module)
{
    PyObject *dict = PyModule_GetDict(module);
    PyObject *name = dict ? PyDict_GetItemWithError(dict, &_Py_ID(__name__)) : NULL;
    gather(dict);
    gather(name);
}

static void gather_described(PyObject *object)
{
    PyTypeObject *type = Py_TYPE(object);
    if (PyType_Check(object)) gather_class(object);
    else if (type == &PyFunction_Type) gather_function(object);
    else if (type == &PyAsyncGen_Type) {
        gather_generator(object);
        gather((void *)(intptr_t)((PyAsyncGenObject *)object)->ag_running_async);
    }
    else if (type == &PyModule_Type) gather_module(object);
    else gather_memory(object);
}

/* ---- instances ---- */

static void gather_base(PyObject *object, int base)
{
    if (base == ITEMS) {
        PyObject **items = PyList_Check(object) ? ((PyListObject *)object)->ob_item
                                                : ((PyTupleObject *)object)->ob_item;
        Py_ssize_t count = Py_MIN(Py_SIZE(object), WIRE_MOST_ITEMS);
        for (Py_ssize_t n = 0; n < count; n++) gather(items[n]);
    } else if (base == ENTRIES) {
        gather_dict((PyDictObject *)object);
    } else if (base == MEMBERS) {
        gather_set((PySetObject *)object);
    }
}

static uint32_t values_used(PyTypeObject *type, PyDictValues *values)
{
    PyDictKeysObject *keys = shared_keys(type);
    Py_ssize_t used = keys ? keys->dk_nentries : 0;
    return (uint32_t)(used < values->capacity ? used : values->capacity);
}

static void view_of_instance(Row *row, View *view)
{
    PyObject *object = row->object;
    Type *type = row->type;
    PyDictObject *dict = (PyDictObject *)managed_dict(object);
    PyDictValues *values = dict ? NULL : values_in(object);
    if (values != NULL && type->slot_count == 0 && type->base == VALUE) {
        view->count = view->shape = values_used(type->type, values);
        view->words = values->values;
        return;
    }
    gathered_count = 0;
    for (int n = 0; n < type->slot_count; n++)
        gather(*(void **)((char *)object + type->slots[n].offset));
    uint32_t before = gathered_count;
    if (values != NULL) {
        uint32_t used = values_used(type->type, values);
        for (uint32_t n = 0; n < used; n++) gather(values->values[n]);
    } else if (dict != NULL) {
        gather_dict(dict);
    }
    view->shape = (gathered_count - before) | (dict ? IN_A_DICT : 0);
    gather_base(object, type->base);
    view->words = gathered;
    view->count = gathered_count;
}

/* ---- iterators ---- */

/* As describing.py has them. */
enum Walk { BY_INDEX = 1, OVER_DICT, OVER_SET, NUMBERED };

/* What it walks over, 0 where it is used up, and the index of the next item; as ``__reduce__`` says. */
static void gather_iterator(PyObject *object, int walk)
{
    PyObject *over = NULL;
    Py_ssize_t position = 0;
    switch (walk) {
    case BY_INDEX: {
        IndexedIterator *own = (IndexedIterator *)object;
        over = own->over;
        position = over ? own->index : 0;
        break;
    }
    case OVER_DICT: {
        DictIterator *own = (DictIterator *)object;
        over = (PyObject *)own->over;
        Py_ssize_t left = over && own->used == own->over->ma_used ? own->left : 0;
        position = over ? Py_MAX(0, own->over->ma_used - left) : 0;
        break;
    }
    case OVER_SET: {
        SetIterator *own = (SetIterator *)object;
        over = (PyObject *)own->over;
        Py_ssize_t left = over && own->used == own->over->used ? own->left : 0;
        position = over ? Py_MAX(0, own->over->used - left) : 0;
        break;
    }
    default: {
        Enumerate *own = (Enumerate *)object;
        over = own->over;
        position = own->index;
    }
    }
    gather(over);
    gather((void *)position);
    if (walk == NUMBERED) gather(((Enumerate *)object)->result);
    if (walk == OVER_DICT) gather(((DictIterator *)object)->result);
}

/* ---- the words of an object ---- */

void view_of_dict(PyDictObject *dict, View *view)
{
    gathered_count = 0;
    gather_dict(dict);
    view->words = gathered;
    view->count = gathered_count;
    view->shape = 0;
}

void view_of(Row *row, View *view)
{
    PyObject *object = row->object;
    view->shape = 0;
    gathered_count = 0;
    switch (row->kind) {
    case ITEMS:
        view_of_items(object, view);
        return;
    case VARIABLE:
        view->words = &((PyCellObject *)object)->ob_ref;
        view->count = 1;
        return;
    case INSTANCE:
        view_of_instance(row, view);
        return;
    case ENTRIES:
        gather_dict((PyDictObject *)object);
        view->shape = (uint32_t)PyDict_GET_SIZE(object) << 1 |
                      (uint32_t)shows_an_object((PyDictObject *)object);
        break;
    case MEMBERS:
        gather_set((PySetObject *)object);
        view->shape = (uint32_t)((PySetObject *)object)->used;
        break;
    case METHOD:
        gather(((PyMethodObject *)object)->im_self);
        gather(((PyMethodObject *)object)->im_func);
        break;
    case ITERATOR:
        gather_iterator(object, row->type->walk);
        break;
    case CODE_OBJECT:
        gather_code(object);
        break;
    case PAUSED:
        view->shape = gather_generator(object);
        break;
    case DESCRIBED:
        gather_described(object);
    }
    view->words = gathered;
    view->count = gathered_count;
}

/* ---- where that is read ---- */

static Memory memory_of_entries(const PyDictObject *dict)
{
    PyDictKeysObject *keys = dict->ma_keys;
    Py_ssize_t count = keys->dk_nentries;
    if (count == 0 && keys->dk_usable == 0) return (Memory){NULL, NULL};   /* all empty dicts share these */
    if (count == dict->ma_used) count = Py_MIN(count, WIRE_MOST_ITEMS);
    size_t entry = DK_IS_UNICODE(keys) ? sizeof(PyDictUnicodeEntry) : sizeof(PyDictKeyEntry);
    return (Memory){keys, (char *)_DK_ENTRIES(keys) + (size_t)count * entry};
}

int memory_of(const Row *row, Memory *own, Memory *apart)
{
    PyObject *object = row->object;
    int way = row->kind;
    const void *end = (char *)object + Py_TYPE(object)->tp_basicsize;
    if (row->type->is_always_read) return 0;
    if (way == INSTANCE) {
        PyDictValues *values = values_in(object);
        if (managed_dict(object) != NULL) return 0;     /* it may be told as an object, too */
        if (values != NULL) end = &values->values[values->capacity];
        way = row->type->base;
    }
    switch (way) {
    case VALUE:
    case VARIABLE:
        break;
    case ITEMS:
        if (PyList_Check(object)) {
            PyObject **items = ((PyListObject *)object)->ob_item;
            *apart = (Memory){items, items + Py_MIN(Py_SIZE(object), WIRE_MOST_ITEMS)};
        } else {
            end = ((PyTupleObject *)object)->ob_item + Py_SIZE(object);
        }
        break;
    case ENTRIES:
        /* Where the keys are shared a class has them, and an object the values. */
        if (((PyDictObject *)object)->ma_values != NULL) return 0;
        *apart = memory_of_entries((PyDictObject *)object);
        break;
    case MEMBERS: {
        PySetObject *set = (PySetObject *)object;
        if (set->table != set->smalltable) *apart = (Memory){set->table, set->table + set->mask + 1};
        break;
    }
    default:
        return 0;
    }
    *own = (Memory){(char *)object - row->bytes_before, end};
    if (row->kind == VALUE) *own = (Memory){object, object + 1};   /* only its count changes */
    return 1;
}

void for_each_reference(const Row *row, void (*call)(PyObject *, void *), void *context)
{
    uint32_t first = 0, step_over_from = 0, step_over_to = 0, each = 2, last = row->word_count;
    if (row->kind == INSTANCE) {
        call((PyObject *)row->type->type, context);
        if (row->shape & IN_A_DICT) {
            step_over_from = (uint32_t)row->type->slot_count;
            step_over_to = step_over_from + (row->shape & ~IN_A_DICT);
        }
    } else if (row->kind == DESCRIBED) {
        first = row->shape;
        PyFunctionObject *own = (PyFunctionObject *)row->object;
        if (row->type->type == &PyFunction_Type && own->func_defaults && serial_of(own->func_defaults)) {
            each = 1;   /* the tuple refers to the defaults then: it stands first, code and cells behind it */
            step_over_from = first + 2 + (uint32_t)((PyCodeObject *)own->func_code)->co_nfreevars;
            step_over_to = step_over_from + (uint32_t)Py_SIZE(own->func_defaults);
        }
    } else if (row->kind == PAUSED) {
        first = G_FUNCTION;
        step_over_from = G_VARIABLES + 1;  /* what is in a cell is the cell's */
        step_over_to = G_VARIABLES + 2 * row->shape + 1;
    } else if (row->kind == ITERATOR) {
        last = Py_MIN(last, 1);
    }
    for (uint32_t n = first; n < last; n++) {
        if (row->words[n] == NULL) continue;
        if (n >= step_over_from && n < step_over_to && (n - step_over_from) % each == 0) continue;
        call(row->words[n], context);
    }
}

/* ---- types ---- */

int64_t shared_name(Type *type, uint32_t place)
{
    PyDictKeysObject *keys = shared_keys(type->type);
    if (keys != type->keys || place >= type->name_count) {
        uint32_t count = (uint32_t)keys->dk_nentries;
        if (!HAS_ROOM(type->names, type->name_room, count)) return 0;
        type->keys = keys;
        type->name_count = count;
        for (uint32_t n = 0; n < count; n++) {
            PyObject *key = DK_UNICODE_ENTRIES(keys)[n].me_key;
            type->names[n] = key ? name_of(key) : 0;
        }
    }
    return type->names[place];
}

void type_forget(Type *type)
{
    free(type->slots);
    free(type->names);
    free(type);
}

static int take_slots(Type *type, PyObject *told)
{
    Py_ssize_t count = PyTuple_GET_SIZE(told);
    type->slots = calloc((size_t)count + 1, sizeof *type->slots);
    if (type->slots == NULL) return 0;
    for (Py_ssize_t n = 0; n < count; n++) {
        PyObject *pair = PyTuple_GET_ITEM(told, n);
        type->slots[n].name = PyLong_AsLongLong(PyTuple_GET_ITEM(pair, 0));
        type->slots[n].offset =
            ((PyMemberDescrObject *)PyTuple_GET_ITEM(pair, 1))->d_member->offset;
    }
    type->slot_count = (int)count;
    return 1;
}

/* type_facts(class) of describing.py: (name, kind, base, how an iterator walks, is it read at each step, has
   it a size of the program's, does its memory go back in sight all the same, slots). */
static int take_type(Type *type, PyObject *told)
{
    long long name;
    int is_trusted;
    PyObject *slots;
    if (!PyArg_ParseTuple(told, "LbbbbbpO!", &name, &type->kind, &type->base, &type->walk,
                          &type->is_always_read, &type->has_shown_size, &is_trusted,
                          &PyTuple_Type, &slots))
        return 0;
    type->name = name;
    if (!is_trusted && !is_freed_in_sight(type->type)) type->kind = LEFT_ALONE;
    type->has_changing_size = type->kind == ENTRIES || type->kind == MEMBERS || type->type == &PyList_Type;
    return take_slots(type, slots);
}

Type *type_facts(PyTypeObject *of)
{
    Index index = watch((PyObject *)of);
    if (index == 0) return NULL;
    if (rows[index].as_type != NULL) return rows[index].as_type;
    Type *type = calloc(1, sizeof *type);
    if (type == NULL) {
        record.is_short_of_memory = 1;
        return NULL;
    }
    type->type = of;
    PyObject *told = ask(ASK_TYPE, (PyObject *)of, NULL);
    int is_good = told != NULL && take_type(type, told);
    answer_done(told);
    if (!is_good) {
        type_forget(type);
        return NULL;
    }
    rows[row_of((PyObject *)of)].as_type = type;
    return type;
}

/* ---- sizes ---- */

static int64_t size_of_text(PyObject *text)
{
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    if (PyUnicode_IS_COMPACT_ASCII(text)) return (int64_t)sizeof(PyASCIIObject) + length + 1;
    int64_t size = (int64_t)sizeof(PyCompactUnicodeObject) + (length + 1) * (int)PyUnicode_KIND(text);
    PyCompactUnicodeObject *own = (PyCompactUnicodeObject *)text;
    if (own->utf8 != NULL) size += own->utf8_length + 1;
    return size;
}

static int64_t size_by_python(PyObject *object)
{
    PyObject *told = ask(ASK_SIZE, object, NULL);
    int64_t size = told ? PyLong_AsLongLong(told) : 0;
    answer_done(told);
    return size;
}

int64_t size_of(const Row *row)
{
    PyObject *object = row->object;
    PyTypeObject *type = Py_TYPE(object);
    const int64_t head = sizeof(PyGC_Head);
    if (type == &PyLong_Type || type == &PyBool_Type)
        return (int64_t)offsetof(PyLongObject, long_value.ob_digit) + digits_of(object) * (int64_t)sizeof(digit);
    if (type == &PyUnicode_Type && PyUnicode_IS_COMPACT(object)) return size_of_text(object);
    if (type == &PyList_Type) return size_of_list(object);
    if (type == &PyTuple_Type || type == &PyBytes_Type)
        return (is_collectable(type) ? head : 0) + type->tp_basicsize + Py_SIZE(object) * type->tp_itemsize;
    if (type == &PyDict_Type) return head + _PyDict_SizeOf((PyDictObject *)object);
    if (type == &PySet_Type || type == &PyFrozenSet_Type) {
        PySetObject *set = (PySetObject *)object;
        int64_t table = set->table == set->smalltable ? 0 : (set->mask + 1) * (int64_t)sizeof(setentry);
        return head + (int64_t)sizeof(PySetObject) + table;
    }
    if (row->kind == INSTANCE && row->type->object_size) return row->type->object_size;
    if (row->kind == DESCRIBED || row->type->has_shown_size) return size_by_python(object);
    house_enter();
    size_t size = _PySys_GetSizeOf(object);
    PyErr_Clear();
    house_leave();
    if (row->kind == INSTANCE && row->type->base == VALUE) row->type->object_size = (int64_t)size;
    return size == (size_t)-1 ? 0 : (int64_t)size;
}
