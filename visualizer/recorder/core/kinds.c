#include "engine.h"

/* ---- words ---- */

static PyObject **gathered;
static uint32_t gathered_count, gathered_room;

#define REMOVED (-1)    /* the hash that a set stores in place of a removed member */

static void gather(const void *word)
{
    if (!HAS_ROOM(gathered, gathered_room, gathered_count + 1)) return;
    gathered[gathered_count++] = (PyObject *)word;
}

/* The slots of a dict or set: the first words of one are its content, unless it is unused. */
typedef struct {
    PyObject **start, **end;
    Memory memory;          /* of the slots that are read */
    uint32_t step, each;    /* words per slot, of which so many are content */
    const void *removed;    /* the second word of an unused slot, if it has a first one */
} Slots;

/* Without the indices before the entries: adding or removing an entry writes to the dict, too. */
static Memory memory_of_entries(const PyDictObject *dict)
{
    PyDictKeysObject *keys = dict->ma_keys;
    Py_ssize_t count = keys->dk_nentries;
    if (count == 0 && keys->dk_usable == 0) return (Memory){NULL, NULL};   /* shared by all empty dicts */
    if (count == dict->ma_used) count = Py_MIN(count, WIRE_MOST_ITEMS);
    size_t entry = DK_IS_UNICODE(keys) ? sizeof(PyDictUnicodeEntry) : sizeof(PyDictKeyEntry);
    char *entries = (char *)_DK_ENTRIES(keys);
    return (Memory){entries, entries + (size_t)count * entry};
}

/* An entry is a key and a value; a hash precedes them if not all keys are text. */
static Slots slots_of_dict(const PyDictObject *dict)
{
    Memory memory = memory_of_entries(dict);
    int before = DK_IS_UNICODE(dict->ma_keys) ? 0 : 1;
    return (Slots){(PyObject **)memory.start + before, (PyObject **)memory.end + before, memory, 2 + before, 2, NULL};
}

static Memory memory_of_members(const PySetObject *set)
{
    return (Memory){set->table, set->table + set->mask + 1};
}

static Slots slots_of_set(const PySetObject *set)
{
    Memory memory = memory_of_members(set);
    return (Slots){(PyObject **)memory.start, (PyObject **)memory.end, memory, 2, 1, (void *)(intptr_t)REMOVED};
}

static int is_used(const Slots *slots, PyObject *const *slot)
{
    return (slot[0] != NULL) & (slot[1] != slots->removed);
}

/* Gather the content of slots up to this number of words, at ``place`` among the gathered ones. */
static uint32_t gather_slots(const Slots *slots, uint32_t place, uint32_t most)
{
    if (!HAS_ROOM(gathered, gathered_room, place + most + 2)) return 0;
    PyObject **to = gathered + place, **last = to + most;
    for (PyObject **slot = slots->start; slot < slots->end && to < last; slot += slots->step) {
        to[0] = slot[0];
        to[1] = slot[1];
        to += is_used(slots, slot) ? slots->each : 0;  /* no branch: which slots are used is random */
    }
    return (uint32_t)(to - gathered) - place;
}

/* Return the place of a key among the words of a row, near which it is ``expected``; their number if it is not there. */
static uint32_t place_of_key(const Row *row, const PyObject *key, uint32_t each, uint32_t expected)
{
    uint32_t count = row->word_count, below = Py_MIN(expected, count), above = below;
    while (below > 0 || above < count) {
        if (above < count && row->words[above] == key) return above;
        above += above < count ? each : 0;
        if (below > 0 && row->words[below -= each] == key) return below;
    }
    return count;
}

/* Gather only the slots that were written since the last step, with what is between these: the row has the words before
   and behind them, which the next used slots tell. Return the end of the gathered words; 0 if that is uncertain. */
static uint32_t gather_written(const Row *row, Slots slots, uint32_t most, View *view)
{
    const char *memory = slots.memory.start;
    Memory part = written_part((Index)(row - rows), slots.memory);
    size_t bytes = slots.step * sizeof *slots.start, count = (size_t)((char *)slots.memory.end - memory) / bytes;
    size_t first = (size_t)((char *)part.start - memory) / bytes;
    PyObject **start = slots.start + first * slots.step, **before = start - slots.step;
    PyObject **behind = slots.start + ((size_t)((char *)part.end - memory) + bytes - 1) / bytes * slots.step;
    if (start == slots.start && behind == slots.end) return 0;
    while (before >= slots.start && !is_used(&slots, before)) before -= slots.step;
    while (behind < slots.end && !is_used(&slots, behind)) behind += slots.step;
    uint32_t expected = (uint32_t)(first * most / count), end = 0;
    if (before >= slots.start)
        view->from = place_of_key(row, *before, slots.each, expected - expected % slots.each) + slots.each;
    if (view->from > row->word_count || view->from > most) return 0;
    Slots some = {start, behind, slots.memory, slots.step, slots.each, slots.removed};
    end = view->from + gather_slots(&some, view->from, most - view->from);
    if (behind < slots.end) view->rest = row->word_count - place_of_key(row, *behind, slots.each, end);
    if (behind < slots.end && view->rest == 0) {    /* more than are shown */
        some.end = slots.end;
        end = view->from + gather_slots(&some, view->from, most - view->from);
    }
    return end + view->rest == most ? end : 0;
}

/* Gather the words of a long container only where it was written. */
static void gather_changed(const Row *row, const Slots *slots, Py_ssize_t used, View *view)
{
    uint32_t most = slots->each * (uint32_t)Py_MIN(used, WIRE_MOST_ITEMS);
    if (row->word_count >= LONG && most >= LONG)
        gathered_count = gather_written(row, *slots, most, view);
    if (gathered_count) return;
    view->from = view->rest = 0;
    gathered_count = gather_slots(slots, 0, most);
}

static void gather_dict(PyDictObject *dict)
{
    if (dict->ma_values != NULL) {  /* in insertion order, which PyDict_Next knows */
        PyObject *key, *value;
        for (Py_ssize_t n = 0; PyDict_Next((PyObject *)dict, &n, &key, &value);) {
            gather(key);
            gather(value);
        }
        return;
    }
    Slots slots = slots_of_dict(dict);
    gathered_count += gather_slots(&slots, gathered_count, 2 * (uint32_t)Py_MIN(dict->ma_used, WIRE_MOST_ITEMS));
}

typedef struct {
    PyObject *key, *value;
} Entry;

static Entry *entries;      /* of one dict, by the addresses of their keys */
static uint32_t entry_room;

static Entry *entry_of(const PyObject *key, uint32_t mask)
{
    uint32_t at = (uint32_t)(((uintptr_t)key >> 4) * 0x9E3779B97F4A7C15u >> 32) & mask;
    while (entries[at].key != NULL && entries[at].key != key) at = (at + 1) & mask;
    return &entries[at];
}

/* Gather keys and values in the order of its nodes; 0 if these lack a key. */
static int gather_in_order(OrderedDict *ordered)
{
    uint32_t used = (uint32_t)ordered->dict.ma_used, size = LONG, count = 0;
    PyObject *key, *value;
    while (size < 2 * used) size *= 2;
    if (!HAS_ROOM(entries, entry_room, size)) return 0;
    memset(entries, 0, size * sizeof *entries);
    for (Py_ssize_t n = 0; PyDict_Next((PyObject *)ordered, &n, &key, &value);)
        *entry_of(key, size - 1) = (Entry){key, value};
    for (const OrderNode *node = ordered->first; node != NULL; node = node->next) {
        const Entry *entry = entry_of(node->key, size - 1);
        if (entry->key == NULL) continue;   /* a method of dict has removed it */
        if (count++ == used) return 0;
        if (count > WIRE_MOST_ITEMS) continue;
        gather(entry->key);
        gather(entry->value);
    }
    return count == used;
}

/* An OrderedDict's own order mostly equals that of its entries. */
static void gather_ordered(OrderedDict *ordered)
{
    uint32_t before = gathered_count;
    const OrderNode *node = ordered->first;
    PyObject *key, *value;
    for (Py_ssize_t n = 0; PyDict_Next((PyObject *)ordered, &n, &key, &value);) {
        if (node == NULL || node->key != key) break;
        node = node->next;
        if (gathered_count - before == 2 * WIRE_MOST_ITEMS) continue;
        gather(key);
        gather(value);
    }
    if (node == NULL && gathered_count - before == 2 * (uint32_t)Py_MIN(ordered->dict.ma_used, WIRE_MOST_ITEMS)) return;
    gathered_count = before;
    if (gather_in_order(ordered)) return;
    gathered_count = before;
    gather_dict(&ordered->dict);
}

/* odict_sizeof of Objects/odictobject.c. */
static int64_t size_of_ordered(const OrderedDict *ordered)
{
    Py_ssize_t nodes = ordered->first ? ordered->dict.ma_used : 0;
    return (int64_t)(sizeof(PyGC_Head) + (size_t)_PyDict_SizeOf((PyDictObject *)ordered) + (size_t)nodes * sizeof(OrderNode) +
                     (size_t)ordered->of_hash_count * sizeof(OrderNode *));
}

static void gather_entries(const Row *row, View *view)
{
    PyDictObject *dict = (PyDictObject *)row->object;
    view->shape = (uint32_t)dict->ma_used << 1 | (uint32_t)shows_inline_values(dict);
    if (PyODict_Check(dict)) {
        gather_ordered((OrderedDict *)dict);
    } else if (dict->ma_values != NULL || (row->shape ^ view->shape) & 1) {
        gather_dict(dict);
    } else {
        Slots slots = slots_of_dict(dict);
        gather_changed(row, &slots, dict->ma_used, view);
    }
}

static void gather_members(const Row *row, View *view)
{
    const PySetObject *set = (PySetObject *)row->object;
    Slots slots = slots_of_set(set);
    gather_changed(row, &slots, set->used, view);
    view->shape = (uint32_t)set->used;
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

/* For each variable of a paused frame: the slot, then the value. For each extra name: NULL and the name, then NULL
   and the value; a dict holds both. */
static uint32_t gather_generator(PyObject *generator)
{
    PyGenObject *own = (PyGenObject *)generator;
    int state = state_of_generator(generator);
    Frame *frame = FRAME_STATE_FINISHED(state) ? NULL : frame_of_generator(generator);
    PyCodeObject *code = frame ? code_of(frame) : NULL;
    gather((void *)(intptr_t)state);
    gather((void *)(intptr_t)(frame ? instruction_of(frame) : 0));
    gather(own->gi_name);
    gather(own->gi_qualname);
    gather(frame ? object_of_frame(frame) : NULL);
    gather(frame ? function_of(frame) : NULL);
    gather(code);
    if (frame == NULL || state == FRAME_EXECUTING) return 0;
    for (int n = 0; n < code->co_nlocalsplus; n++) {
        gather(place_of(frame, n));
        gather(value_at(frame, code, n));
    }
    uint32_t count = (uint32_t)code->co_nlocalsplus;
    PyObject *extra = extra_names(frame), *name, *value;
    for (Py_ssize_t n = 0; extra != NULL && PyDict_Next(extra, &n, &name, &value); count += 2) {
        const void *words[] = {NULL, name, NULL, value};
        for (int word = 0; word < 4; word++) gather(words[word]);
    }
    int height = height_of(frame, code);
    for (int n = code->co_nlocalsplus; n < code->co_nlocalsplus + height; n++)
        gather(is_borrowed(frame, n) ? NULL : place_of(frame, n));
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

/* The memory of any object after its header, its referents, and its ``__dict__``. */
static void gather_memory(PyObject *object)
{
    PyTypeObject *type = Py_TYPE(object);
    Py_ssize_t bytes = type->tp_basicsize;
    for (Py_ssize_t at = sizeof(PyObject); at + (Py_ssize_t)sizeof(void *) <= bytes; at += sizeof(void *))
        gather(*(void **)((char *)object + at));
    if (PyType_IS_GC(type) && type->tp_traverse != NULL && PyObject_GC_IsTracked(object))
        type->tp_traverse(object, gather_visited, NULL);
    PyObject *dict = dict_of_object(object);
    if (dict != NULL && PyDict_Check(dict)) gather_dict((PyDictObject *)dict);
}

static void gather_bytes(const char *at, Py_ssize_t left)
{
    for (; left > 0; at += sizeof(void *), left -= (Py_ssize_t)sizeof(void *)) {
        void *word = NULL;
        memcpy(&word, at, (size_t)Py_MIN(left, (Py_ssize_t)sizeof word));
        gather(word);
    }
}

/* An object of ctypes (Modules/_ctypes/ctypes.h). */
typedef struct ForeignData {
    PyObject_HEAD
    const char *memory;
    int owns_memory;
    const struct ForeignData *base;
    Py_ssize_t size;
} ForeignData;

enum { MOST_SHOWN = 12 };   /* items, as in objects/foreign_data.py */

/* Return whether the object or its base owns the memory: a pointer may lead to memory that is gone. */
static int has_memory(const ForeignData *own)
{
    for (; own->base != NULL; own = own->base)
        if (own->memory < own->base->memory || own->memory + own->size > own->base->memory + own->base->size) return 0;
    return own->owns_memory;
}

/* A StringIO (Modules/_io/stringio.c). In the state ACCUMULATING a program only adds text, so the length shows a
   change. */
typedef struct {
    PyObject_HEAD
    const char *characters;
    Py_ssize_t position, length;
    size_t room;
    int state;
} StringIO;

enum { ACCUMULATING = 2, MOST_CHARACTERS = 1000 };  /* as in objects/library_objects.py */

/* The size in bytes of what is shown; a closed one keeps its length. */
static Py_ssize_t shown_size(const StringIO *own)
{
    return Py_MIN(Py_MIN(own->length, (Py_ssize_t)own->room), MOST_CHARACTERS) * (Py_ssize_t)sizeof(Py_UCS4);
}

static void gather_string_io(const StringIO *own)
{
    if (own->state != ACCUMULATING) gather_bytes(own->characters, shown_size(own));
}

/* A BytesIO (Modules/_io/bytesio.c); it owns its bytes while nothing else refers to them. */
typedef struct {
    PyObject_HEAD
    PyObject *bytes;
    Py_ssize_t position, length;
} BytesIO;

/* It overwrites bytes that only it holds: the object emitted before is gone. */
static void gather_bytes_io(const BytesIO *own)
{
    if (own->bytes == NULL) return;
    int is_own = count_of(own->bytes) == 1;
    Index shown = is_own ? row_of(own->bytes) : 0;
    if (shown) object_gone(shown);
    gather((void *)(intptr_t)is_own);
    gather((void *)PyBytes_GET_SIZE(own->bytes));
    gather_bytes(PyBytes_AS_STRING(own->bytes), Py_MIN(own->length, MOST_CHARACTERS));
}

/* Gather the memory that objects/foreign_data.py shows; if its owner is unknown, a word that always differs. */
static void gather_foreign(PyObject *object)
{
    static uintptr_t times;
    const ForeignData *own = (ForeignData *)object;
    Py_buffer view;
    if (PyObject_GetBuffer(object, &view, PyBUF_FULL_RO) < 0) {
        PyErr_Clear();
        gather((void *)++times);
        return;
    }
    if (own->memory == view.buf && has_memory(own)) {
        char letter = view.format && *view.format ? view.format[strlen(view.format) - 1] : 0;
        int is_short = view.ndim > 0 && view.shape[0] > MOST_SHOWN && letter != 'O' && letter != 'c';
        Py_ssize_t most = is_short ? view.len / view.shape[0] * MOST_SHOWN : WIRE_MOST_ITEMS * (Py_ssize_t)sizeof(void *);
        gather_bytes(view.buf, Py_MIN(view.len, most));
    } else {
        gather((void *)++times);
    }
    PyBuffer_Release(&view);
}

static void gather_module(PyObject *module)
{
    PyObject *dict = PyModule_GetDict(module);
    PyObject *name = dict ? PyDict_GetItemWithError(dict, &_Py_ID(__name__)) : NULL;
    gather(dict);
    gather(name);
}

/* Compilers add bytes to bytes many at once if their number is fixed; so few do not overflow. */
enum { BLOCK = 64 };

InRepr count_in_repr(const char *bytes, Py_ssize_t size)
{
    InRepr found = {0, 0, 0};
    uint8_t last[BLOCK];
    for (Py_ssize_t n = 0; n < size; n += BLOCK) {
        uint8_t escaped = 0, spaces = 0, slashes = 0, quotes = 0, double_quotes = 0;
        const uint8_t *block = (const uint8_t *)bytes + n;
        if (size - n < BLOCK) block = memcpy(memset(last, ' ', BLOCK), block, (size_t)(size - n));
        for (int at = 0; at < BLOCK; at++) {
            uint8_t one = block[at];
            escaped += (uint8_t)(one - ' ') > '~' - ' ';
            spaces += (one == '\t') | (one == '\n') | (one == '\r');
            slashes += one == '\\';
            quotes += one == '\'';
            double_quotes += one == '"';
        }
        found.more += 3 * escaped - 2 * spaces + slashes;
        found.single += quotes;
        found.doubles += double_quotes;
    }
    return found;
}

/* Its text shows the first bytes; the quotes around them and the length of the text depend on all. */
static void gather_bytearray(PyObject *array)
{
    const char *bytes = PyByteArray_AS_STRING(array);
    Py_ssize_t size = PyByteArray_GET_SIZE(array), shown = Py_MIN(size, WIRE_MOST_ITEMS);
    InRepr found = count_in_repr(bytes + shown, size - shown);
    gather((void *)size);
    gather((void *)found.more);
    gather((void *)found.single);
    gather((void *)(intptr_t)(found.doubles > 0));
    gather_bytes(bytes, shown);
}

static void gather_described(PyObject *object, int is_always_read)
{
    PyTypeObject *type = Py_TYPE(object);
    if (PyType_Check(object)) gather_class(object);
    else if (type == &PyAsyncGen_Type) {
        gather_generator(object);
        gather((void *)(intptr_t)((PyAsyncGenObject *)object)->ag_running_async);
    }
    else if (type == &PyModule_Type) gather_module(object);
    else gather_memory(object);
    if (PyByteArray_Check(object)) gather_bytearray(object);
    if (is_always_read == IN_BYTES) gather_bytes_io((BytesIO *)object);
    else if (is_always_read == IN_FOREIGN_MEMORY && PyObject_CheckBuffer(object)) gather_foreign(object);
    else if (is_always_read == IN_FOREIGN_MEMORY) gather_string_io((StringIO *)object);
}

/* ---- instances ---- */

static void gather_base(PyObject *object, int base)
{
    if (base == ITEMS) {
        View items;
        view_of_items(object, &items);
        if (!HAS_ROOM(gathered, gathered_room, gathered_count + items.count)) return;
        if (items.count) memcpy(gathered + gathered_count, items.words, items.count * sizeof *gathered);
        gathered_count += items.count;
    } else if (base == ENTRIES) {
        if (PyODict_Check(object)) gather_ordered((OrderedDict *)object);
        else gather_dict((PyDictObject *)object);
    } else if (base == MEMBERS) {
        Slots slots = slots_of_set((PySetObject *)object);
        gathered_count += gather_slots(&slots, gathered_count,
                                       (uint32_t)Py_MIN(((PySetObject *)object)->used, WIRE_MOST_ITEMS));
    }
}

/* The items before the first one that differs from the row's are not gathered. */
static void gather_queue(const Row *row, View *view)
{
    const Deque *queue = (Deque *)row->object;
    uint32_t most = (uint32_t)Py_MIN(Py_SIZE(queue), WIRE_MOST_ITEMS), least = Py_MIN(most, row->word_count), some;
    Py_ssize_t at = queue->from;
    int is_same = !row->must_scan && row->word_count >= LONG && most >= LONG;
    if (!HAS_ROOM(gathered, gathered_room, most)) return;
    for (const DequeBlock *block = queue->first; gathered_count < most; block = block->after, at = 0) {
        PyObject *const *items = block->items + at;
        some = Py_MIN((uint32_t)(ITEMS_OF_A_BLOCK - at), most - gathered_count);
        is_same = is_same && gathered_count + some <= least &&
                  memcmp(items, row->words + gathered_count, some * sizeof *items) == 0;
        if (is_same) view->from += some;
        else memcpy(gathered + gathered_count, items, some * sizeof *items);
        gathered_count += some;
    }
    view->shape = (uint32_t)Py_SIZE(queue);
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
    PyDictObject *dict = (PyDictObject *)dict_of_object(object);
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
        gather(dict);
        gather_dict(dict);
    }
    view->shape = (gathered_count - before) | (dict ? IN_A_DICT : 0);
    gather_base(object, type->base);
    view->words = gathered;
    view->count = gathered_count;
}

static int64_t size_of_queue(const Deque *queue)
{
    Py_ssize_t blocks = (queue->from + Py_SIZE(queue) + ITEMS_OF_A_BLOCK - 1) / ITEMS_OF_A_BLOCK;
    return (int64_t)(sizeof(PyGC_Head) + sizeof *queue + (size_t)blocks * sizeof(DequeBlock));
}

/* ---- iterators ---- */

/* As in describing.py. */
enum Walk { BY_INDEX = 1, OVER_DICT, OVER_SET, NUMBERED, BACK_OVER_DICT };

/* The container, NULL if exhausted, and the index of the next item, like ``__reduce__``. */
static void gather_iterator(PyObject *object, int walk)
{
    const IndexedIterator *by_index = (IndexedIterator *)object;
    const DictIterator *over_dict = (DictIterator *)object;
    const SetIterator *over_set = (SetIterator *)object;
    const Enumerate *numbered = (Enumerate *)object;
    if (walk == BY_INDEX) {
        gather(by_index->over);
        gather((void *)(by_index->over ? by_index->index : 0));
    } else if (walk == NUMBERED) {
        gather(numbered->over);
        gather((void *)numbered->index);
        gather(numbered->result);
    } else {
        int is_dict = walk != OVER_SET;
        const void *over = is_dict ? (void *)over_dict->over : (void *)over_set->over;
        Py_ssize_t now = over == NULL ? 0 : is_dict ? over_dict->over->ma_used : over_set->over->used;
        Py_ssize_t left = is_dict ? over_dict->left : over_set->left;
        /* If the size has changed since, nothing is left. */
        int is_good = over != NULL && now == (is_dict ? over_dict->used : over_set->used);
        if (!is_good) left = 0;
        Py_ssize_t index = walk == BACK_OVER_DICT ? left - (over != NULL) : Py_MAX(0, now - left);
        gather(over);
        gather((void *)index);
        if (is_dict) gather(over_dict->result);
    }
}

/* ---- locks ---- */

static void gather_lock(PyObject *object, int kind)
{
    unsigned long long owner = 0;
    Py_ssize_t count = kind == OWNED_LOCK ? times_held(object, &owner) : -1;
    int is_locked = kind == OWNED_LOCK ? count > 0 : is_plain_lock_locked(object);
    gather((void *)(intptr_t)is_locked);
    gather((void *)(uintptr_t)owner);
    gather((void *)count);
}

/* ---- the words of an object ---- */

void view_of_dict(PyDictObject *dict, View *view)
{
    gathered_count = 0;
    gather_dict(dict);
    view->words = gathered;
    view->count = gathered_count;
    view->shape = view->from = view->rest = 0;
}

/* Leave out the items of a list before and behind those that were written since the last step. */
static void leave_unwritten(const Row *row, View *view)
{
    const char *start = (char *)view->words;
    Memory part = written_part((Index)(row - rows), (Memory){start, view->words + view->count});
    uint32_t end = (uint32_t)(((size_t)((char *)part.end - start) + sizeof *view->words - 1) / sizeof *view->words);
    view->from = Py_MIN((uint32_t)((size_t)((char *)part.start - start) / sizeof *view->words), row->word_count);
    if (row->word_count == view->count) view->rest = view->count - end;
}

void view_of(Row *row, View *view)
{
    PyObject *object = row->object;
    *view = (View){.count = 0};
    gathered_count = 0;
    switch (row->kind) {
    case ITEMS:
        view_of_items(object, view);
        if (row->word_count >= LONG && view->count >= LONG) leave_unwritten(row, view);
        return;
    case VARIABLE:
        view->words = &((PyCellObject *)object)->ob_ref;
        view->count = 1;
        return;
    case INSTANCE:
        view_of_instance(row, view);
        return;
    case ENTRIES:
        gather_entries(row, view);
        break;
    case MEMBERS:
        gather_members(row, view);
        break;
    case QUEUE:
        gather_queue(row, view);
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
    case STRUCTURE:
        if (row->type->walk != BYTES) {
            view_of_structure(object, row->type, view);
            return;
        }
        gather_bytearray(object);
        view->shape = gathered_count;
        break;
    case LOCK:
    case OWNED_LOCK:
        gather_lock(object, row->kind);
        break;
    case DESCRIBED:
        gather_described(object, row->type->is_always_read);
    }
    view->words = gathered;
    view->count = gathered_count + view->rest;
}

/* ---- the memory of words ---- */

/* Attributes: the dict, and its entries or the values inside the object; 0 if they are elsewhere, or if the dict is an
   object in the table, too. */
static int memory_of_attributes(PyObject *object, PyObject *dict, const void **end, Memory *apart, Memory *beside)
{
    if (dict == NULL || !PyDict_CheckExact(dict) || row_of(dict)) return 0;
    const PyDictObject *own = (PyDictObject *)dict;
    *beside = (Memory){own, own + 1};
    if (own->ma_values == NULL) {
        *apart = memory_of_entries(own);
        return 1;
    }
    PyDictValues *values = PyType_Check(object) ? NULL : values_in(object);
    if (values != own->ma_values) return 0;
    *end = (char *)&values->values[values->capacity] + values->capacity;     /* the order of insertion follows them */
    return 1;
}

/* The end of the memory that the words of a generator are read from; NULL if they are read from elsewhere, too. */
static const void *end_of_generator(PyObject *generator)
{
    if (FRAME_STATE_FINISHED(state_of_generator(generator))) return (PyGenObject *)generator + 1;
    Frame *frame = frame_of_generator(generator);
    const PyCodeObject *code = code_of(frame);
    int is_elsewhere = code->co_ncellvars || code->co_nfreevars || object_of_frame(frame) != NULL;
    return is_elsewhere ? NULL : &frame->localsplus[code->co_nlocalsplus + code->co_stacksize];
}

int may_grow(const Row *row)
{
    PyObject *text = row->object;
    return PyUnicode_CheckExact(text) && PyUnicode_IS_COMPACT(text) && !PyUnicode_IS_ASCII(text) &&
           ((PyCompactUnicodeObject *)text)->utf8 == NULL;
}

#define MOST_WORDS 128
#define LEAST_ADDRESS ((uintptr_t)1 << 16)

/* The words of an object's memory, and of a block that only these lead to. */
typedef struct {
    const PyObject *object;
    uintptr_t words[MOST_WORDS];
    size_t count;
} Fields;

static int add_fields(Fields *fields, const void *start, size_t bytes)
{
    size_t count = bytes / sizeof *fields->words;
    if (count > MOST_WORDS - fields->count) return 0;
    memcpy(fields->words + fields->count, start, count * sizeof *fields->words);
    fields->count += count;
    return 1;
}

/* Return whether a referent is in other memory. An element of XML marks references in their lowest bits. */
static int is_elsewhere(PyObject *referent, void *fields)
{
    const Fields *own = fields;
    int is_found = referent == (PyObject *)Py_TYPE(own->object);
    for (size_t n = 0; n < own->count; n++) is_found |= (own->words[n] & ~(uintptr_t)7) == (uintptr_t)referent;
    return !is_found;
}

/* Whether a word leads to no private references of an object: it is no address, or an address in a library or of a
   known object. Else ``block`` is the block there, if known. */
static int leads_nowhere(uintptr_t word, Memory *block)
{
    if (word < LEAST_ADDRESS || word >> 48 || row_of((PyObject *)(word & ~(uintptr_t)7))) return 1;
    *block = block_around((void *)word);
    for (int before = 0; block->start != NULL && before <= 32; before += 16)
        if (row_of((PyObject *)((char *)block->start + before))) return 1;
    return block->start == NULL && (is_in_image(word) || !is_mapped((void *)word));
}

static int is_in(uintptr_t word, const void *start, const void *end)
{
    return word - (uintptr_t)start < (uintptr_t)end - (uintptr_t)start;
}

/* Whether a word is the state of the type's module, or in it: all objects of the module share what it leads to. */
static int is_of_module(const PyTypeObject *type, uintptr_t word)
{
    int is_heap_type = PyType_HasFeature((PyTypeObject *)type, Py_TPFLAGS_HEAPTYPE);
    PyObject *module = is_heap_type ? ((PyHeapTypeObject *)type)->ht_module : NULL;
    const uintptr_t *state = module ? PyModule_GetState(module) : NULL;
    const PyModuleDef *definition = state ? PyModule_GetDef(module) : NULL;
    size_t count = definition ? (size_t)definition->m_size / sizeof *state : 0;
    for (size_t n = 0; n < count; n++)
        if (state[n] == word) return 1;
    return state != NULL && word == (uintptr_t)state;
}

/* The end of an object's memory if its references are there, or in one block apart, and nothing there leads to others:
   then no other memory can change what it refers to. Else NULL. */
static const void *end_of_own_memory(PyObject *object, Memory *apart)
{
    const PyTypeObject *type = Py_TYPE(object);
    size_t size = (size_t)(type->tp_basicsize + type->tp_itemsize * (type->tp_itemsize ? Py_ABS(Py_SIZE(object)) : 0));
    PyDictValues *values = values_in(object);
    const char *end = values ? (char *)&values->values[values->capacity] : (char *)object + size;
    Fields own = {.object = object};
    Memory block;
    if (PyLong_Check(object)) return NULL;      /* its size field is not a size */
    if (!PyObject_IS_GC(object)) return end;    /* the collector visits nothing */
    if (!add_fields(&own, object + 1, (size_t)(end - (char *)(object + 1)))) return NULL;
    for (size_t n = 0; n < own.count; n++) {
        if (is_of_module(type, own.words[n])) continue;
        if (sizeof *object + n * sizeof *own.words == (size_t)type->tp_weaklistoffset) continue;
        if (is_in(own.words[n], object, end) || is_in(own.words[n], apart->start, apart->end)) continue;
        if (leads_nowhere(own.words[n], &block)) continue;
        if (block.start == NULL || apart->start != NULL) return NULL;
        if (!add_fields(&own, block.start, (size_t)((char *)block.end - (char *)block.start))) return NULL;
        *apart = block;
    }
    return type->tp_traverse(object, is_elsewhere, &own) ? NULL : end;
}

static int is_stream(const Row *row)
{
    int way = row->type->is_always_read;
    return way == IN_BYTES || (way == IN_FOREIGN_MEMORY && !PyObject_CheckBuffer(row->object));
}

/* The bytes of a BytesIO, with the count that says whether it may overwrite them; none if they are in the table. */
static Memory memory_of_bytes_io(const BytesIO *own)
{
    if (own->bytes == NULL || count_of(own->bytes) < 0 || row_of(own->bytes)) return (Memory){NULL, NULL};
    return (Memory){own->bytes, PyBytes_AS_STRING(own->bytes) + Py_MIN(own->length, MOST_CHARACTERS)};
}

/* While a StringIO accumulates text, its own memory shows each change. */
static Memory memory_of_string_io(const StringIO *own)
{
    if (own->state == ACCUMULATING || own->characters == NULL) return (Memory){NULL, NULL};
    return (Memory){own->characters, (char *)own->characters + shown_size(own)};
}

/* Whether an object of ctypes alone is read from its memory, which then is inside it or apart. A large one would be
   due at each write to it, also behind what is read. */
static int memory_of_foreign(const ForeignData *own, Memory *apart)
{
    if (own->base != NULL || !own->owns_memory || own->size > WIRE_MOST_ITEMS * (Py_ssize_t)sizeof(void *)) return 0;
    if (!is_in((uintptr_t)own->memory, own, (char *)own + Py_TYPE(own)->tp_basicsize))
        *apart = (Memory){own->memory, own->memory + own->size};
    return 1;
}

/* The same for an object that Python describes. */
static const void *end_of_described(const Row *row, Memory *apart, Memory *beside)
{
    PyObject *object = row->object;
    const void *end = (char *)object + Py_TYPE(object)->tp_basicsize;
    int is_class = PyType_Check(object);
    PyObject *dict = is_class ? ((PyTypeObject *)object)->tp_dict : dict_of_object(object);
    if (PyAsyncGen_CheckExact(object) || PyModule_Check(object)) return NULL;
    if (is_class && !PyType_HasFeature((PyTypeObject *)object, Py_TPFLAGS_HEAPTYPE)) return NULL;
    if (dict != NULL && !memory_of_attributes(object, dict, &end, apart, beside)) return NULL;
    if (!row->type->is_always_read) return is_class ? end : end_of_own_memory(object, apart);
    if (!is_stream(row)) return dict == NULL && memory_of_foreign((ForeignData *)object, apart) ? end : NULL;
    int is_in_bytes = row->type->is_always_read == IN_BYTES;
    *apart = is_in_bytes ? memory_of_bytes_io((BytesIO *)object) : memory_of_string_io((StringIO *)object);
    return end;
}

/* The dict or set of an iterator, from which its position follows. */
static PyObject *over_of(const Row *row)
{
    if (row->kind != ITERATOR || row->type->walk == BY_INDEX || row->type->walk == NUMBERED) return NULL;
    return row->type->walk == OVER_SET ? (PyObject *)((SetIterator *)row->object)->over
                                       : (PyObject *)((DictIterator *)row->object)->over;
}

/* The calls of a cache are in its dict; its own counters change with their order. */
static PyObject *dict_of_cache(const Row *row)
{
    uint32_t held = row->word_count - row->shape, fields = (uint32_t)row->type->slot_count;
    PyObject *dict = fields <= held && held < WIRE_MOST_ITEMS ? row->words[row->word_count - fields] : NULL;
    return dict != NULL && PyDict_CheckExact(dict) ? dict : NULL;
}

Index other_row_of(const Row *row)
{
    PyObject *other = over_of(row);
    if (row->kind == STRUCTURE && row->type->walk == CALL_CACHE) other = dict_of_cache(row);
    if (row->type->is_always_read == IN_BYTES) other = ((BytesIO *)row->object)->bytes;
    return other ? row_of(other) : 0;
}

/* The end of the memory that the words of a structure are read from; NULL if they are read from elsewhere, too. */
static const void *end_of_structure(const Row *row, Memory *apart, Memory *beside)
{
    PyObject *object = row->object;
    const void *end = (char *)object + Py_TYPE(object)->tp_basicsize;
    if (row->type->walk == BYTES) {
        const char *bytes = PyByteArray_AS_STRING(object);
        *apart = (Memory){bytes, bytes + PyByteArray_GET_SIZE(object)};
        return end;
    }
    if (row->type->walk == TRACEBACK || row->type->walk == RANGE_ITERATOR || row->type->walk == BUILTIN) return end;
    /* Descriptors of C refer to their class alone (Objects/descrobject.c). */
    if (Py_TYPE(object)->tp_traverse == PyMethodDescr_Type.tp_traverse) return end;
    static const uint8_t is_any[CALL_CACHE + 1] = {[OTHER] = 1, [LINK] = 1, [NAMED] = 1, [MATCH] = 1};
    if (is_any[row->type->walk]) return end_of_own_memory(object, apart);
    if (row->type->walk == CALL_CACHE) return other_row_of(row) ? end : NULL;
    if (row->type->walk == PLAIN_ARRAY || row->type->walk == NUMPY_ARRAY)
        return memory_of_array(object, row->type->walk, apart, beside) ? end : NULL;
    if (row->type->walk == MEMORY_VIEW) {
        PyObject *owner = ((PyMemoryViewObject *)object)->mbuf->master.obj;
        return owner != NULL && PyBytes_CheckExact(owner) ? (char *)end + sizeof(Py_ssize_t) * Py_SIZE(object) : NULL;
    }
    if (row->type->walk == FUNCTION || row->type->walk == EXCEPTION) {
        PyObject *dict = dict_of_object(object);
        PyObject *defaults = row->type->walk == FUNCTION ? ((PyFunctionObject *)object)->func_kwdefaults : NULL;
        if (dict != NULL && defaults != NULL) return NULL;
        if (dict == NULL) dict = defaults;
        return dict == NULL || memory_of_attributes(object, dict, &end, apart, beside) ? end : NULL;
    }
    if (row->type->walk != FRAME || !has_frame_ended(object)) return NULL;
    Frame *frame = frame_of_object(object);
    const PyCodeObject *code = code_of(frame);
    int has_cells = code->co_ncellvars || code->co_nfreevars;
    return has_cells || extra_names(frame) != NULL ? NULL : &frame->localsplus[code->co_nlocalsplus];
}

int memory_of(const Row *row, Memory *own, Memory *apart, Memory *beside)
{
    PyObject *object = row->object;
    const void *end = (char *)object + Py_TYPE(object)->tp_basicsize;
    if (row->type->is_always_read == WITHOUT_WORDS && row->kind != STRUCTURE) return 0;
    if (row->kind == INSTANCE) {
        PyDictValues *values = values_in(object);
        PyObject *dict = dict_of_object(object);
        if (values != NULL) end = &values->values[values->capacity];
        if (dict != NULL && row->type->base != VALUE) return 0;
        if (dict != NULL && !memory_of_attributes(object, dict, &end, apart, beside)) return 0;
    }
    switch (base_of(row)) {
    case VALUE:
    case VARIABLE:
    case METHOD:
    case CODE_OBJECT:
        break;
    case STRUCTURE:
        end = end_of_structure(row, apart, beside);
        if (end == NULL) return 0;
        break;
    case ITEMS:
        if (PyList_Check(object)) {
            PyObject **items = ((PyListObject *)object)->ob_item;
            *apart = (Memory){items, items + Py_MIN(Py_SIZE(object), WIRE_MOST_ITEMS)};
        } else {
            end = ((PyTupleObject *)object)->ob_item + Py_SIZE(object);
        }
        break;
    case QUEUE: {
        const Deque *queue = (Deque *)object;
        if (queue->first != queue->last) return 0;
        *apart = (Memory){&queue->first->items[queue->from], &queue->first->items[queue->to + 1]};
        break;
    }
    case PAUSED:
        end = end_of_generator(object);
        if (end == NULL) return 0;
        break;
    case DESCRIBED:
        if (!(end = end_of_described(row, apart, beside))) return 0;
        break;
    case LOCK:
    case OWNED_LOCK:
        break;
    case ITERATOR:
        if (over_of(row) != NULL && !other_row_of(row)) return 0;
        break;
    case ENTRIES:
        /* Shared keys belong to a class, and the values to an object. */
        if (((PyDictObject *)object)->ma_values != NULL) return 0;
        *apart = memory_of_entries((PyDictObject *)object);
        break;
    case MEMBERS: {
        PySetObject *set = (PySetObject *)object;
        if (set->table != set->smalltable) *apart = memory_of_members(set);
        break;
    }
    default:
        return 0;
    }
    *own = (Memory){(char *)object - row->bytes_before, end};
    if (row->kind == VALUE || row->kind == CODE_OBJECT)
        *own = (Memory){object, may_grow(row) ? (void *)((PyCompactUnicodeObject *)object + 1) : object + 1};
    return 1;
}

typedef struct {
    void (*call)(PyObject *, void *);
    void *context;
    int is_in_part;
} Visit;

/* The references of a part belong to the class or function, unless the part is known or has other holders. Parts are
   tuples and dicts, and the descriptors in a dict. */
static int visit_part(PyObject *referent, void *given)
{
    const Visit *visit = given;
    Visit inside = {visit->call, visit->context, 1};
    PyTypeObject *type = Py_TYPE(referent);
    int is_part = visit->is_in_part ? type == &PyGetSetDescr_Type : type == &PyTuple_Type || type == &PyDict_Type;
    visit->call(referent, visit->context);
    return is_part && count_of(referent) == 1 && !serial_of(referent) ? type->tp_traverse(referent, visit_part, &inside) : 0;
}

/* Whether a dict of attributes is known, or was until this step: then the values are its references. */
static int is_known_dict(const PyObject *dict)
{
    return serial_of(dict) || may_be_reused(dict);
}

void for_each_reference(const Row *row, void (*call)(PyObject *, void *), void *context)
{
    uint32_t first = 0, step_over_from = 0, step_over_to = 0, each = 2, last = row->word_count;
    /* The content of a library's object is not entered. */
    if (row->type && row->type->has_parts && row->word_count > row->shape) {
        Visit visit = {call, context, 0};
        if (!PyType_Check(row->object) || PyType_HasFeature((PyTypeObject *)row->object, Py_TPFLAGS_HEAPTYPE))
            Py_TYPE(row->object)->tp_traverse(row->object, visit_part, &visit);
        return;
    }
    if (row->kind == INSTANCE) {
        call((PyObject *)row->type->type, context);
        if (row->shape & IN_A_DICT) {
            step_over_from = (uint32_t)row->type->slot_count + 1;
            step_over_to = step_over_from - 1 + (row->shape & ~IN_A_DICT);
            if (is_known_dict(row->words[step_over_from - 1])) each = 1;
        }
    } else if (row->kind == STRUCTURE || row->kind == DESCRIBED) {
        first = row->shape;
        if (row->kind == STRUCTURE && row->type->walk == EXCEPTION && first && row->words[0] != NULL &&
            is_known_dict(row->words[0])) {
            call(row->words[0], context);
            last -= first - 1;
        }
    } else if (row->kind == PAUSED) {
        first = G_NAME;
        step_over_from = G_VARIABLES + 1;  /* the content of a cell is the cell's reference */
        step_over_to = G_VARIABLES + 2 * row->shape + 1;
    } else if (row->kind == ITERATOR) {
        last = Py_MIN(last, 1);
    } else if (row->kind == LOCK || row->kind == OWNED_LOCK) {
        last = 0;
    }
    for (uint32_t n = first; n < last; n++) {
        if (row->words[n] == NULL) continue;
        if (n >= step_over_from && n < step_over_to && (n - step_over_from) % each == 0) continue;
        call(row->words[n], context);
    }
}

/* ---- types ---- */

int64_t shared_name(const Type *type, uint32_t place)
{
    PyDictKeysObject *keys = shared_keys(type->type);
    PyObject *key = place < (uint32_t)keys->dk_nentries ? DK_UNICODE_ENTRIES(keys)[place].me_key : NULL;
    return key ? name_of(key) : 0;
}

/* The entry of a dict whose key has a name. */
static PyObject *entry_named(PyObject *dict, int64_t name)
{
    PyObject *key, *value;
    for (Py_ssize_t n = 0; PyDict_Next(dict, &n, &key, &value);)
        if (PyUnicode_CheckExact(key) && name_of(key) == name) return value;
    return NULL;
}

PyObject *value_in_instance(PyObject *object, int64_t name)
{
    PyObject *dict = dict_of_object(object);
    if (dict != NULL) return entry_named(dict, name);
    PyDictValues *values = values_in(object);
    PyDictKeysObject *keys = shared_keys(Py_TYPE(object));
    uint32_t used = values ? values_used(Py_TYPE(object), values) : 0;
    for (uint32_t n = 0; n < used; n++)
        if (values->values[n] != NULL && name_of(DK_UNICODE_ENTRIES(keys)[n].me_key) == name) return values->values[n];
    return NULL;
}

PyObject *value_of_attribute(const PyObject *object, int64_t name)
{
    Index index = object ? row_of(object) : 0;
    const Row *row = &rows[index];
    int is_one = row->kind == INSTANCE || row->kind == STRUCTURE || row->kind == DESCRIBED;
    if (index == 0 || row->serial == 0 || !is_one) return NULL;
    for (int n = 0; row->kind == INSTANCE && n < row->type->slot_count; n++)
        if (row->type->slots[n].name == name) return *(PyObject **)((char *)object + row->type->slots[n].offset);
    return value_in_instance(row->object, name);
}

static void forget(void *info)
{
    Type *type = info;
    free(type->slots);
    free(type);
}

static int parse_slots(Type *type, PyObject *answer)
{
    Py_ssize_t count = PyTuple_GET_SIZE(answer);
    type->slots = zeroed((size_t)count + 1, sizeof *type->slots);
    if (type->slots == NULL) return 0;
    for (Py_ssize_t n = 0; n < count; n++) {
        PyObject *pair = PyTuple_GET_ITEM(answer, n), *descriptor = PyTuple_GET_ITEM(pair, 1);
        int has_member = Py_IS_TYPE(descriptor, &PyMemberDescr_Type);
        const PyMemberDef *member = has_member ? ((PyMemberDescrObject *)descriptor)->d_member : NULL;
        Py_ssize_t in_order = descriptor == Py_True ? IN_ORDER_AT_FIRST : IN_ORDER_AT_LAST;
        if (member != NULL && member->type != Py_T_OBJECT_EX && member->type != _Py_T_OBJECT) continue;
        type->slots[type->slot_count++] = (Slot){
            .name = PyLong_AsLongLong(PyTuple_GET_ITEM(pair, 0)), .offset = member ? member->offset : in_order,
            .is_of_program = member && PyType_HasFeature(PyDescr_TYPE(descriptor), Py_TPFLAGS_HEAPTYPE)};
    }
    return 1;
}

/* Make an OrderedDict of our own and return whether its nodes are where the engine looks for them. In isolation. */
static int are_ordered_dicts_as_known(void)
{
    if (PyODict_Type.tp_basicsize != sizeof(OrderedDict)) return 0;
    PyObject *sample = PyODict_New();
    int is_made = sample && !PyODict_SetItem(sample, Py_True, Py_None) && !PyODict_SetItem(sample, Py_False, Py_None);
    const OrderedDict *own = (OrderedDict *)sample;
    int is_as_known = is_made && own->first && own->first->key == Py_True && own->first->next == own->last &&
                      own->last->key == Py_False && own->last->next == NULL &&
                      size_of_ordered(own) == (int64_t)_PySys_GetSizeOf(sample);
    PyErr_Clear();
    Py_XDECREF(sample);
    return is_as_known;
}

/* The same for a deque. */
static int are_deques_as_known(PyTypeObject *type)
{
    if (type->tp_basicsize != sizeof(Deque)) return 0;
    PyObject *sample = PyObject_CallFunction((PyObject *)type, "((OO))", Py_True, Py_False);
    const Deque *own = (Deque *)sample;
    int is_as_known = own && own->first == own->last && own->to == own->from + 1 &&
                      own->first->items[own->from] == Py_True && own->first->items[own->to] == Py_False &&
                      size_of_queue(own) == (int64_t)_PySys_GetSizeOf(sample);
    PyErr_Clear();
    Py_XDECREF(sample);
    return is_as_known;
}

/* type_info(class) of describing.py returns (name, kind, base, kind of iterator or structure, is it read at each step, is its size
   function the program's, is its memory freed visibly all the same, slots). */
static int parse(void *info, PyObject *of, PyObject *answer)
{
    Type *type = info;
    long long name;
    int is_trusted;
    PyObject *slots;
    if (!PyArg_ParseTuple(answer, "LbbbbbpO!", &name, &type->kind, &type->base, &type->walk,
                          &type->is_always_read, &type->has_shown_size, &is_trusted,
                          &PyTuple_Type, &slots))
        return 0;
    type->type = (PyTypeObject *)of;
    type->name = name;
    if (!is_trusted && !is_free_visible(type->type)) type->kind = IGNORED;
    type->has_parts = type->type == &PyFunction_Type || PyType_IsSubtype(type->type, &PyType_Type);
    int is_lock = type->kind == LOCK || type->kind == OWNED_LOCK;
    if (is_lock && !is_layout_of_lock_known(type->type, type->kind == OWNED_LOCK)) type->kind = DESCRIBED;
    /* The size of a frame follows from its code. */
    type->has_own_size = type->type != &PyFrame_Type && _PyType_Lookup(type->type, &_Py_ID(__sizeof__)) !=
                         _PyType_Lookup(&PyBaseObject_Type, &_Py_ID(__sizeof__));
    if (type->kind == STRUCTURE && type->walk == MATCH && type->type->tp_basicsize != sizeof(Match)) type->kind = DESCRIBED;
    if (PyType_IsSubtype(type->type, &PyODict_Type) && !are_ordered_dicts_as_known()) type->kind = DESCRIBED;
    if (type->kind == QUEUE && !are_deques_as_known(type->type)) type->kind = DESCRIBED;
    return parse_slots(type, slots);
}

Type *type_info(PyTypeObject *of)
{
    return info_of((PyObject *)of, ASK_TYPE, sizeof(Type), parse, forget);
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

int64_t size_of(const Row *row)
{
    PyObject *object = row->object;
    PyTypeObject *type = Py_TYPE(object);
    const int64_t head = sizeof(PyGC_Head);
    if (type == &PyLong_Type || type == &PyBool_Type)
        return (int64_t)offsetof(PyLongObject, long_value.ob_digit) + digits_of(object) * (int64_t)sizeof(digit);
    if (type == &PyUnicode_Type && PyUnicode_IS_COMPACT(object)) return size_of_text(object);
    if (type == &PyList_Type)
        return head + type->tp_basicsize + ((PyListObject *)object)->allocated * (int64_t)sizeof(PyObject *);
    if (type == &PyTuple_Type || type == &PyBytes_Type)
        return (PyType_IS_GC(type) ? head : 0) + type->tp_basicsize + Py_SIZE(object) * type->tp_itemsize;
    if (PyAnyDict_CheckExact(object)) return head + _PyDict_SizeOf((PyDictObject *)object);
    if (type == &PyODict_Type && row->kind == ENTRIES) return size_of_ordered((OrderedDict *)object);
    if (type == &PySet_Type || type == &PyFrozenSet_Type) {
        PySetObject *set = (PySetObject *)object;
        int64_t table = set->table == set->smalltable ? 0 : (set->mask + 1) * (int64_t)sizeof(setentry);
        return head + (int64_t)sizeof(PySetObject) + table;
    }
    if (row->kind == QUEUE) return size_of_queue((Deque *)object);
    if (row->kind == INSTANCE && row->type->object_size) return row->type->object_size;
    if (row->kind == DESCRIBED || row->type->has_shown_size) return number_in(ask(ASK_SIZE, object, ""));
    isolation_enter();
    size_t size = _PySys_GetSizeOf(object);
    PyErr_Clear();
    isolation_leave();
    if (row->kind == INSTANCE && row->type->base == VALUE) row->type->object_size = (int64_t)size;
    return size == (size_t)-1 ? 0 : (int64_t)size;
}
