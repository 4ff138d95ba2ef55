#include "things.h"

enum { SETTLED = 255, HELD = 3 };
/* objects.py: the mark of what is settled; returns.py: what counting adds in the tables. */

#define BUCKETS (1 << 13)
#define MOST_THINGS (1 << 14)
#define MOST_OF_A_STEP 1024     /* so many may be new in one step, with all that lies on stacks */

static Thing pool[MOST_THINGS];
static Py_ssize_t used;
static Thing *unused;
static struct {
    uint64_t epoch;
    Thing *first;
} buckets[BUCKETS];
static uint64_t epoch;
static const Tables *tables;
static Py_ssize_t dead[MOST_THINGS];
static Py_ssize_t dead_count;
static struct {
    const Thing *list;
    uintptr_t item;
} appended[MOST_THINGS];
static Py_ssize_t appended_count;

static Thing **bucket_of(uintptr_t address)
{
    size_t at = (address >> 4) % BUCKETS;
    if (buckets[at].epoch != epoch) {
        buckets[at].epoch = epoch;
        buckets[at].first = NULL;
    }
    return &buckets[at].first;
}

void things_begin(const Tables *those)
{
    for (Py_ssize_t n = 0; n < used; n++) {
        free(pool[n].words);
        pool[n].words = NULL;
    }
    tables = those;
    epoch++;
    used = dead_count = appended_count = 0;
    unused = NULL;
}

Thing *known_thing(uintptr_t address)
{
    for (Thing *thing = *bucket_of(address); thing; thing = thing->next)
        if (thing->address == address && !thing->is_dead && !thing->is_doomed) return thing;
    return NULL;
}

static int has_died(uintptr_t address, Py_ssize_t slot)
{
    for (Thing *thing = *bucket_of(address); thing; thing = thing->next)
        if (thing->address == address && thing->slot == slot) return 1;
    return 0;
}

static Py_ssize_t slot_of_living(uintptr_t address)
{
    Py_ssize_t slot = slot_of(tables, address);
    if (slot < 0) PyErr_Clear();
    return slot > 0 && !has_died(address, slot) ? slot : 0;
}

int is_in_tables(uintptr_t address)
{
    return slot_of_living(address) > 0;
}

int64_t serial_at(uintptr_t address)
{
    const Thing *thing = known_thing(address);
    if (thing != NULL) return thing->serial;
    Py_ssize_t slot = slot_of_living(address);
    return slot ? (int64_t)tables->serials[slot] : 0;
}

int have_things_room(void)
{
    return used < MOST_THINGS - MOST_OF_A_STEP;
}

Thing *thing_new(uintptr_t address)
{
    Thing *thing = unused;
    if (thing != NULL) unused = thing->next;
    else if (used < MOST_THINGS) thing = &pool[used++];
    else return NULL;
    memset(thing, 0, sizeof *thing);
    thing->address = address;
    thing->length = -1;
    return thing;
}

void thing_drop(Thing *thing)
{
    free(thing->words);
    thing->words = NULL;
    thing->address = 0;
    thing->is_changed = 0;
    thing->next = unused;
    unused = thing;
}

void thing_enter(Thing *thing)
{
    Thing **bucket = bucket_of(thing->address);
    thing->next = *bucket;
    *bucket = thing;
}

void thing_dies(Thing *thing)
{
    thing->is_dead = 1;
    thing->is_doomed = 0;
    if (thing->slot) {  /* it stays, to tell that what the tables have at the address is another */
        dead[dead_count++] = thing->slot;
        return;
    }
    Thing **place = bucket_of(thing->address);
    while (*place != thing) place = &(*place)->next;
    *place = thing->next;
    thing_drop(thing);
}

static int read_rows(Thing *thing)
{
    Py_ssize_t slot = thing->slot;
    PyTypeObject *type = PyLong_AsVoidPtr(PyList_GET_ITEM(tables->types, slot));
    thing->serial = (int64_t)tables->serials[slot];
    thing->is_settled = tables->marks[slot] == SETTLED;
    thing->kept = PyList_GET_ITEM(tables->contents, slot);
    thing->count = PyLong_AsLongLong(PyList_GET_ITEM(tables->counts, slot)) - HELD;
    thing->value.kind = kind_of_type(type);
    thing->value.size = PyLong_AsSsize_t(PyList_GET_ITEM(tables->sizes, slot));
    thing->is_scalar = thing->value.kind != UNKNOWN;
    if (!PyErr_Occurred()) return 1;
    PyErr_Clear();
    return 0;
}

Thing *thing_at(uintptr_t address)
{
    Thing *thing = known_thing(address);
    if (thing != NULL) return thing;
    Py_ssize_t slot = slot_of_living(address);
    if (!slot || (thing = thing_new(address)) == NULL) return NULL;
    thing->slot = slot;
    if (!read_rows(thing)) {
        thing_drop(thing);
        return NULL;
    }
    thing_enter(thing);
    return thing;
}

Py_ssize_t known_length(Thing *list)
{
    if (list->length >= 0 || !list->slot || list->kept == NULL || !PyBytes_CheckExact(list->kept))
        return list->length;
    PyObject *type = PyList_GET_ITEM(tables->types, list->slot);
    int64_t length = -1;
    if (PyLong_AsVoidPtr(type) != &PyList_Type || PyBytes_GET_SIZE(list->kept) < 8) return -1;
    memcpy(&length, PyBytes_AS_STRING(list->kept), sizeof length);
    /* Of one that is very long not all items are kept. */
    if (PyBytes_GET_SIZE(list->kept) == 8 * (length + 1)) list->length = (Py_ssize_t)length;
    return list->length;
}

int can_append(void)
{
    return appended_count < MOST_THINGS;
}

int64_t *words_of(Thing *thing)
{
    if (thing->words != NULL) return thing->words;
    if (thing->kept == NULL || !PyBytes_CheckExact(thing->kept)) return NULL;
    Py_ssize_t kept = PyBytes_GET_SIZE(thing->kept), count = kept / 8 + thing->appended;
    int64_t *words = malloc((size_t)count * sizeof *words + 1);
    if (words == NULL) return NULL;
    memcpy(words, PyBytes_AS_STRING(thing->kept), (size_t)kept);
    for (Py_ssize_t n = 0, at = kept / 8; thing->appended && n < appended_count; n++)
        if (appended[n].list == thing) words[at++] = (int64_t)appended[n].item;
    if (thing->appended) words[0] = thing->length;
    thing->appended = 0;
    thing->words = words;
    thing->word_count = count;
    return words;
}

PyObject *changed_content(const Thing *thing)
{
    return PyBytes_FromStringAndSize((const char *)thing->words, 8 * thing->word_count);
}

/* Its content has been changed already: it gets longer. */
static int append_word(Thing *list, Thing *item)
{
    int64_t *more = realloc(list->words, (size_t)(list->word_count + 1) * sizeof *more);
    if (more == NULL) return 0;
    list->words = more;
    more[list->word_count++] = (int64_t)item->address;
    more[0]++;
    return 1;
}

void thing_append(Thing *list, Thing *item)
{
    if (list->words != NULL && append_word(list, item)) {
        item->list = list;
        item->item = list->length++;
        list->is_changed = 1;
        return;
    }
    appended[appended_count].list = list;
    appended[appended_count++].item = item->address;
    item->list = list;
    item->item = list->length++;
    list->appended++;
    list->is_changed = 1;
}

PyObject *appended_items(const Thing *list)
{
    PyObject *found = PyBytes_FromStringAndSize(NULL, 8 * list->appended);
    uintptr_t *items = found ? (uintptr_t *)PyBytes_AS_STRING(found) : NULL;
    for (Py_ssize_t n = 0; found && n < appended_count; n++)
        if (appended[n].list == list) *items++ = appended[n].item;
    return found;
}

Py_ssize_t dead_rows(const Py_ssize_t **rows)
{
    *rows = dead;
    return dead_count;
}

Thing *next_changed(Py_ssize_t *at)
{
    while (*at < used) {
        Thing *thing = &pool[(*at)++];
        if (thing->is_changed && thing->address && !thing->is_dead) return thing;
    }
    return NULL;
}
