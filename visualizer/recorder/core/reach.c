#include "reach.h"
#include "steps.h"

/* visualizer/recorder/wire.py: kinds of content */
enum { SEQUENCE = 2, MAPPING, INSTANCE, CLASS, FUNCTION, METHOD, CELL };

#define LONGEST_WAY 4096
#define SETTLED 255

Sources sources;

static struct {
    int are_known;
    int *ways;                  /* by row */
    int *queue;
    Py_ssize_t size, first, last;
    struct { uintptr_t address; int slot; } *index;
    size_t mask;
} reach;

void reach_begin(void)
{
    reach.are_known = 0;
}

/* ---- names ---- */

void make_fleeting(Frame *frame, const int *places, int count)
{
    Code *code = frame->code;
    if (code->fleeting_count < frame->count) {
        unsigned char *more = realloc(code->fleeting, (size_t)frame->count);
        if (more == NULL) return;
        memset(more + code->fleeting_count, 0, (size_t)(frame->count - code->fleeting_count));
        code->fleeting = more;
        code->fleeting_count = frame->count;
    }
    for (int n = 0; n < count; n++) {
        if (!code->fleeting[places[n]]) reach.are_known = 0;
        code->fleeting[places[n]] = 1;
    }
}

/* ---- rows by address ---- */

static size_t place_of(uintptr_t address)
{
    size_t at = (size_t)((address >> 4) * 0x9E3779B97F4A7C15u >> 20) & reach.mask;
    while (reach.index[at].address && reach.index[at].address != address) at = (at + 1) & reach.mask;
    return at;
}

static int leads_nowhere(Py_ssize_t slot)
{
    PyObject *content = PyList_GET_ITEM(now.tables.contents, slot);
    return now.tables.marks[slot] == SETTLED || !PyBytes_CheckExact(content) ||
           PyBytes_GET_SIZE(content) < 8;
}

static int make_index(void)
{
    size_t room = 1024;
    Py_ssize_t size = PyList_GET_SIZE(now.tables.contents);
    while (room < 2 * (size_t)size) room *= 2;
    if (reach.size < size) {
        free(reach.ways);
        free(reach.queue);
        free(reach.index);
        reach.ways = malloc((size_t)size * sizeof *reach.ways);
        reach.queue = malloc((size_t)size * sizeof *reach.queue);
        reach.index = malloc(room * sizeof *reach.index);
        reach.size = reach.ways && reach.queue && reach.index ? size : 0;
        if (reach.size == 0) return 0;
        reach.mask = room - 1;
    }
    memset(reach.ways, 0, (size_t)reach.size * sizeof *reach.ways);
    memset(reach.index, 0, (reach.mask + 1) * sizeof *reach.index);
    for (Py_ssize_t slot = 1; slot < size; slot++) {
        if (leads_nowhere(slot)) continue;
        size_t at = place_of(now.tables.addresses[slot]);
        reach.index[at].address = now.tables.addresses[slot];
        reach.index[at].slot = (int)slot;
    }
    return 1;
}

/* ---- ways ---- */

static void reaches(int from, uintptr_t address)
{
    if (!address) return;
    size_t at = place_of(address);
    int slot = reach.index[at].address ? reach.index[at].slot : 0;
    if (!slot || reach.ways[slot] != NO_WAY) return;
    reach.ways[slot] = from;
    reach.queue[reach.last++] = slot;
}

static int kind_of_row(Py_ssize_t slot)
{
    PyObject *type = PyList_GET_ITEM(now.tables.types, slot);
    PyObject *kind = PyDict_GetItemWithError(sources.kinds, type);
    return kind ? PyLong_AsInt(kind) : 0;
}

/* Where the addresses begin in the words of a content (visualizer/recorder/encoding.py); -1 where it
   is none of the kinds that are followed here. */
static Py_ssize_t first_address(int kind)
{
    switch (kind) {
    case SEQUENCE: case MAPPING:
        return 1;
    case INSTANCE:
        return 2;
    case CLASS:
        return 3;
    case FUNCTION:
        return 6;
    case METHOD: case CELL:
        return 0;
    default:
        return -1;
    }
}

static void follow(int slot)
{
    int kind = kind_of_row(slot);
    Py_ssize_t n = first_address(kind);
    if (n < 0) return;
    PyObject *content = PyList_GET_ITEM(now.tables.contents, slot);
    const Thing *thing = known_thing(now.tables.addresses[slot]);
    int is_changed = thing != NULL && thing->slot == slot && thing->words != NULL;
    const int64_t *words = is_changed ? thing->words : (int64_t *)PyBytes_AS_STRING(content);
    Py_ssize_t count = is_changed ? thing->word_count : PyBytes_GET_SIZE(content) / 8;
    if (kind == INSTANCE) {  /* behind its own attributes is a number, and what its builtin base has */
        if (words[0] < 0 || words[0] >= PyList_GET_SIZE(sources.layouts)) return;
        Py_ssize_t own = 3 + PyTuple_GET_SIZE(PyList_GET_ITEM(sources.layouts, words[0]));
        if (count > own) count = own;
    }
    for (; n < count; n++) reaches(slot, (uintptr_t)words[n]);
}

static void follow_all(void)
{
    while (reach.first < reach.last) follow(reach.queue[reach.first++]);
}

static void follow_addresses(PyObject *addresses)
{
    if (addresses == NULL || !PyTuple_CheckExact(addresses)) return;
    for (Py_ssize_t n = 0; n < PyTuple_GET_SIZE(addresses); n++) {
        reaches(BY_NAME_OUTSIDE, (uintptr_t)PyLong_AsVoidPtr(PyTuple_GET_ITEM(addresses, n)));
        follow_all();
    }
}

/* Of the frames below those that are here, and of the modules that none of these runs. */
static void follow_outside(void)
{
    PyObject *number = PyLong_FromLongLong(now.number);
    PyObject *stack = number ? PyDict_GetItemWithError(sources.threads, number) : NULL;
    Py_XDECREF(number);
    for (Py_ssize_t n = 0; stack && n < now.depth && n < PyList_GET_SIZE(stack); n++) {
        PyObject *addresses = attribute(PyList_GET_ITEM(stack, n), "addresses");
        follow_addresses(addresses);
        Py_XDECREF(addresses);
    }
    PyObject *file, *names;
    for (Py_ssize_t place = 0; PyDict_Next(sources.globals, &place, &file, &names);)
        if (now.frames[0].code->kind || PyLong_AsLongLong(file) != now.frames[0].code->file)
            follow_addresses(PyTuple_GET_ITEM(names, 1));
    PyErr_Clear();
}

static void follow_names(const Frame *frame)
{
    for (int n = 0; n < frame->count; n++) {
        if (n < frame->code->fleeting_count && frame->code->fleeting[n]) continue;
        reaches(BY_NAME, frame->places[n].address);
        follow_all();
    }
}

int find_ways(void)
{
    if (reach.are_known) return 1;
    if (!make_index()) return 0;
    reach.first = reach.last = 0;
    follow_outside();
    for (int n = 0; n < now.count; n++) follow_names(&now.frames[n]);
    reach.are_known = 1;
    return 1;
}

int way_to(Py_ssize_t slot)
{
    return slot > 0 && slot < reach.size ? reach.ways[slot] : NO_WAY;
}

void set_way(Py_ssize_t slot, int way)
{
    if (slot > 0 && slot < reach.size) reach.ways[slot] = way;
}

int is_way_free_of(Py_ssize_t slot, Py_ssize_t other)
{
    for (int n = 0; n < LONGEST_WAY && slot > 0; n++) {
        if (slot == other) return 0;
        slot = way_to(slot);
    }
    return slot < 0;
}
