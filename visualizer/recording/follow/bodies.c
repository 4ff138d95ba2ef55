/* The contents on the wire, as bodies.py has them. */

#include "state.h"

#define REQUIRE(is_so, ...) do { if (!(is_so)) return fault(__VA_ARGS__); } while (0)
#define TRY(call) do { if ((call) < 0) return -1; } while (0)

static const char *const unreadable = "a record that cannot be read";

/* ---- checks: ``record`` has the operands from ``at`` to ``end`` ---- */

static int gain_all(Follower *self, const Record *record, int64_t at, int64_t end)
{
    return numbers_append(&self->pending.gained, record->numbers + 8 * at, (Py_ssize_t)(end - at));
}

static int gain_some(Follower *self, int64_t serial)
{
    return serial ? gain(self, serial) : 0;
}

/* How many characters bytes of UTF-8 are; -1 with Fault. */
static int64_t characters_of(const char *text, int64_t size)
{
    int64_t n = 0;
    while (n < size && !(text[n] & 0x80)) n++;
    if (n == size) return size;
    PyObject *decoded = PyUnicode_DecodeUTF8(text, (Py_ssize_t)size, "surrogatepass");
    if (decoded == NULL) {
        if (!PyErr_ExceptionMatches(PyExc_ValueError)) return -1;
        PyErr_Clear();
        return fault(unreadable);
    }
    n = PyUnicode_GET_LENGTH(decoded);
    Py_DECREF(decoded);
    return n;
}

static int keep_text(Object *one, const char *text, int64_t size)
{
    one->text = PyMem_Malloc((size_t)size + 1);
    if (one->text == NULL) return no_memory();
    memcpy(one->text, text, (size_t)size);
    one->text_size = (Py_ssize_t)size;
    return 0;
}

static int take_scalar(Record *record, Object *one, int64_t at, int64_t end)
{
    REQUIRE(end - at == 2, unreadable);
    int64_t whole = number_at(record, at), size = number_at(record, at + 1);
    const char *text = take_text(record, size);
    if (text == NULL) return -1;
    int64_t characters = characters_of(text, size);
    TRY(characters);
    REQUIRE(characters <= WIRE_MOST_ITEMS && (whole == -1 || whole >= characters),
            "a text that is longer than it says");
    one->whole = whole;
    return keep_text(one, text, size);
}

int check_items(int kind, int64_t whole, int64_t flat)
{
    REQUIRE(kind != WIRE_MAPPING || flat % 2 == 0, "a key without a value");
    int64_t items = kind == WIRE_MAPPING ? flat / 2 : flat;
    REQUIRE(items <= WIRE_MOST_ITEMS && whole >= items, "a container that is longer than it says");
    return 0;
}

static int take_items(Follower *self, const Record *record, int kind, int64_t at, int64_t end)
{
    REQUIRE(end > at, unreadable);
    TRY(check_items(kind, number_at(record, at), end - at - 1));
    return gain_all(self, record, at + 1, end);
}

static int take_instance(Follower *self, Record *record, Object *one, int64_t at, int64_t end)
{
    REQUIRE(end - at >= 2, unreadable);
    int64_t named = number_at(record, at + 1);
    REQUIRE(0 <= named && named <= (end - at - 2) / 2, "a list that is longer than its record");
    int64_t base = at + 2 + 2 * named;
    TRY(gain(self, number_at(record, at)));
    TRY(take_pairs(self, record, at + 2, base));
    if (base == end) return 0;
    REQUIRE(end - base >= 2, unreadable);
    int64_t kind = number_at(record, base), size = number_at(record, base + 1);
    int is_known = kind == WIRE_SCALAR || kind == WIRE_SEQUENCE || kind == WIRE_MAPPING;
    REQUIRE(is_known && size == end - base - 2, "an instance with %lld numbers of kind %lld",
            (long long)(end - base - 2), (long long)kind);
    if (kind == WIRE_SCALAR) return take_scalar(record, one, base + 2, end);
    return take_items(self, record, (int)kind, base + 2, end);
}

/* A count and so many numbers, each taken by ``each`` places: where they end. */
static int64_t list_end(const Record *record, int64_t at, int64_t end, int each)
{
    REQUIRE(at < end, unreadable);
    int64_t count = number_at(record, at);
    REQUIRE(0 <= count && count <= (end - at - 1) / each, "a list that is longer than its record");
    return at + 1 + count * each;
}

static int take_class(Follower *self, const Record *record, int64_t at, int64_t end)
{
    REQUIRE(end - at >= 2, unreadable);
    REQUIRE(is_name(self, number_at(record, at)), "name %lld is not known",
            (long long)number_at(record, at));
    int64_t bases = list_end(record, at + 1, end, 1);
    TRY(bases);
    TRY(gain_all(self, record, at + 2, bases));
    return take_pairs(self, record, bases, end);
}

static int take_function(Follower *self, const Record *record, int64_t at, int64_t end)
{
    REQUIRE(end - at >= 4, unreadable);
    REQUIRE(is_name(self, number_at(record, at)), "name %lld is not known",
            (long long)number_at(record, at));
    TRY(gain_some(self, number_at(record, at + 2)));
    int64_t cells = list_end(record, at + 3, end, 2);
    TRY(cells);
    TRY(take_pairs(self, record, at + 4, cells));
    int64_t defaults = list_end(record, cells, end, 1);
    TRY(defaults);
    TRY(gain_all(self, record, cells + 1, defaults));
    return take_pairs(self, record, defaults, end);
}

static int take_generator(Follower *self, const Record *record, int64_t at, int64_t end)
{
    REQUIRE(end - at >= 3, unreadable);
    int64_t state = number_at(record, at), line = number_at(record, at + 1);
    REQUIRE(0 <= state && state < GENERATOR_STATES && line >= 0,
            "a generator in state %lld in line %lld", (long long)state, (long long)line);
    TRY(gain_some(self, number_at(record, at + 2)));
    return take_pairs(self, record, at + 3, end);
}

static int take_exception(Follower *self, const Record *record, int64_t at, int64_t end)
{
    REQUIRE(end - at >= 5, "an exception that is not whole");
    for (int n = 0; n < 5; n++) TRY(gain_some(self, number_at(record, at + n)));
    return take_pairs(self, record, at + 5, end);
}

static int take_array(Follower *self, Record *record, Object *one, int64_t at, int64_t end)
{
    REQUIRE(end - at >= 4, unreadable);
    int64_t base = number_at(record, at), dimensions = number_at(record, at + 3);
    int64_t shape = list_end(record, at + 3, end, 2);
    TRY(shape);
    REQUIRE(end - shape == 2, unreadable);
    REQUIRE(number_at(record, at + 1) >= -1 && number_at(record, at + 2) >= 0,
            "an array of negative size");
    for (int64_t n = 0; n < dimensions; n++)
        REQUIRE(number_at(record, at + 4 + n) >= 0, "an array of negative size");
    REQUIRE(is_name(self, number_at(record, shape)), "name %lld is not known",
            (long long)number_at(record, shape));
    TRY(gain_some(self, base));
    int64_t size = number_at(record, shape + 1);
    const char *text = take_text(record, size);
    if (text == NULL) return -1;
    TRY(characters_of(text, size));
    return keep_text(one, text, size);
}

static int take_structure(Follower *self, const Record *record, int64_t at, int64_t end)
{
    int64_t referents = list_end(record, at, end, 1);
    TRY(referents);
    TRY(gain_all(self, record, at + 1, referents));
    int64_t named = list_end(record, referents, end, 2);
    TRY(named);
    TRY(take_pairs(self, record, referents + 1, named));
    REQUIRE((end - named) % 2 == 0, "a fact without a value");
    for (int64_t n = named; n < end; n++)
        REQUIRE(is_name(self, number_at(record, n)), "name %lld is not known",
                (long long)number_at(record, n));
    return 0;
}

static int take_lock(const Record *record, int64_t at, int64_t end)
{
    REQUIRE(end - at == 3, unreadable);
    int64_t locked = number_at(record, at), owner = number_at(record, at + 1);
    int64_t count = number_at(record, at + 2);
    REQUIRE((locked == 0 || locked == 1) && owner >= 0 && count >= -1,
            "a lock that is %lld, of thread %lld, %lld times", (long long)locked, (long long)owner,
            (long long)count);
    return 0;
}

static int check_body(Follower *self, Record *record, Object *one, int64_t kind, int64_t at,
                      int64_t end)
{
    switch (kind) {
    case WIRE_SCALAR: return take_scalar(record, one, at, end);
    case WIRE_SEQUENCE: case WIRE_MAPPING: return take_items(self, record, (int)kind, at, end);
    case WIRE_INSTANCE: return take_instance(self, record, one, at, end);
    case WIRE_CLASS: return take_class(self, record, at, end);
    case WIRE_FUNCTION: return take_function(self, record, at, end);
    case WIRE_METHOD:
        REQUIRE(end - at == 2, unreadable);
        return gain_all(self, record, at, end);
    case WIRE_CELL: case WIRE_WEAKREF:
        REQUIRE(end - at == 1, unreadable);
        return gain_some(self, number_at(record, at));
    case WIRE_ITERATOR:
        REQUIRE(end - at == 2, unreadable);
        return gain_some(self, number_at(record, at));
    case WIRE_SUSPENDED: return take_generator(self, record, at, end);
    case WIRE_EXCEPTION_BODY: return take_exception(self, record, at, end);
    case WIRE_MODULE:
        REQUIRE(end - at == 1, unreadable);
        REQUIRE(is_name(self, number_at(record, at)), "name %lld is not known",
                (long long)number_at(record, at));
        return 0;
    case WIRE_ARRAY: return take_array(self, record, one, at, end);
    case WIRE_OTHER: return gain_all(self, record, at, end);
    case WIRE_STRUCTURE: return take_structure(self, record, at, end);
    case WIRE_LOCK: return take_lock(record, at, end);
    default: return fault("content of kind %lld", (long long)kind);
    }
}

int take_body(Follower *self, Record *record, Object *one, int64_t kind, int64_t at, int64_t count)
{
    PyMem_Free(one->text);
    one->text = NULL;
    one->text_size = 0;
    one->body.count = 0;
    if (one->parts != NULL) {
        numbers_free(one->parts);
        PyMem_Free(one->parts);
        one->parts = NULL;
    }
    drop_shown(one);
    TRY(check_body(self, record, one, kind, at, at + count));
    one->kind = (unsigned char)kind;
    if (kind == WIRE_SCALAR) return 0;
    return numbers_copy(&one->body, record->numbers + 8 * at, (Py_ssize_t)count);
}

/* ---- references: of contents that have been checked ---- */

static int lose_all(Follower *self, const int64_t *serials, Py_ssize_t count)
{
    return numbers_append(&self->pending.lost, serials, count);
}

static int lose_some(Follower *self, int64_t serial)
{
    return serial ? numbers_add(&self->pending.lost, serial) : 0;
}

/* The second of each two from a place to the end. */
static int lose_pairs(Follower *self, const Numbers *body, Py_ssize_t at, Py_ssize_t end)
{
    for (at++; at < end; at += 2) TRY(numbers_add(&self->pending.lost, body->at[at]));
    return 0;
}

static int lose_function(Follower *self, const Numbers *body)
{
    Py_ssize_t cells = 4 + 2 * (Py_ssize_t)body->at[3];
    Py_ssize_t defaults = cells + 1 + (Py_ssize_t)body->at[cells];
    TRY(lose_some(self, body->at[2]));
    TRY(lose_pairs(self, body, 4, cells));
    TRY(lose_all(self, body->at + cells + 1, defaults - cells - 1));
    return lose_pairs(self, body, defaults, body->count);
}

static int lose_structure(Follower *self, const Numbers *body)
{
    Py_ssize_t referents = 1 + (Py_ssize_t)body->at[0];
    Py_ssize_t named = referents + 1 + 2 * (Py_ssize_t)body->at[referents];
    TRY(lose_all(self, body->at + 1, referents - 1));
    return lose_pairs(self, body, referents + 1, named);
}

static int lose_instance(Follower *self, const Numbers *body)
{
    Py_ssize_t base = 2 + 2 * (Py_ssize_t)body->at[1];
    TRY(numbers_add(&self->pending.lost, body->at[0]));
    TRY(lose_pairs(self, body, 2, base));
    if (base == body->count || body->at[base] == WIRE_SCALAR) return 0;
    return lose_all(self, body->at + base + 3, body->count - base - 3);
}

int lose_references(Follower *self, const Object *one)
{
    const Numbers *body = &one->body;
    switch (one->kind) {
    case WIRE_SEQUENCE: case WIRE_MAPPING: return lose_all(self, body->at + 1, body->count - 1);
    case WIRE_INSTANCE: return lose_instance(self, body);
    case WIRE_CLASS: {
        Py_ssize_t bases = 2 + (Py_ssize_t)body->at[1];
        TRY(lose_all(self, body->at + 2, bases - 2));
        return lose_pairs(self, body, bases, body->count);
    }
    case WIRE_FUNCTION: return lose_function(self, body);
    case WIRE_METHOD: case WIRE_OTHER: return lose_all(self, body->at, body->count);
    case WIRE_CELL: case WIRE_WEAKREF: case WIRE_ITERATOR: case WIRE_ARRAY:
        return lose_some(self, body->at[0]);
    case WIRE_SUSPENDED:
        TRY(lose_some(self, body->at[2]));
        return lose_pairs(self, body, 3, body->count);
    case WIRE_EXCEPTION_BODY:
        for (int n = 0; n < 5; n++) TRY(lose_some(self, body->at[n]));
        return lose_pairs(self, body, 5, body->count);
    case WIRE_STRUCTURE: return lose_structure(self, body);
    default: return 0;
    }
}

Py_ssize_t items_at(const Object *one, int *kind)
{
    *kind = one->kind;
    if (*kind == WIRE_SEQUENCE || *kind == WIRE_MAPPING) return 1;
    if (*kind != WIRE_INSTANCE) return -1;
    Py_ssize_t base = 2 + 2 * (Py_ssize_t)one->body.at[1];
    if (base == one->body.count) return -1;
    *kind = (int)one->body.at[base];
    return *kind == WIRE_SCALAR ? -1 : base + 3;
}
