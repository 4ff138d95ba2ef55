/* Reads contents in wire format, which WIRE_CONTENTS defines, like bodies.py. */

#include "state.h"

static const char *const impossible = "a content of kind %d with a number that cannot be";

static const char *const layouts[] = {WIRE_CONTENTS};

static const char *layout_of(int64_t kind)
{
    int is_known = 0 <= kind && kind < (int64_t)(sizeof layouts / sizeof *layouts);
    return is_known ? layouts[kind] : "";
}

/* A visitor of a content's operands; ``one`` is the object that gets the content. */
typedef struct Walk {
    Follower *self;
    Record *record;
    Object *one;
    int (*visit)(const struct Walk *walk, char means, int64_t number);
    int (*base)(const struct Walk *walk, const Record *record, int64_t at, int64_t end);
} Walk;

/* Visit ``count`` items (-1: all up to ``end``), each of the numbers that ``layout`` names up to
   its end or a comma. Return the index behind them. */
static int64_t walk_list(const Walk *walk, const char **layout, const Record *record, int64_t at,
                         int64_t end, int64_t count)
{
    int each = (int)strcspn(*layout, ",])");
    if (count < 0) {
        REQUIRE((end - at) % each == 0, "a list that ends within an item");
        count = (end - at) / each;
    }
    REQUIRE(count <= (end - at) / each, "a list that is longer than its record");
    for (int64_t n = 0; n < count * each; n++)
        TRY(walk->visit(walk, (*layout)[n % each], number_at(record, at + n)));
    *layout += each;
    return at + count * each;
}

/* Visit the operands of a content, the numbers of ``record`` from ``at`` to ``end``. */
static int walk_body(const Walk *walk, const char *layout, const Record *record, int64_t at,
                     int64_t end)
{
    while (*layout) {
        char mark = *layout++;
        if (mark == 'b') return walk->base(walk, record, at, end);
        if (mark != '(') REQUIRE(at < end, UNREADABLE);
        if (mark != '(' && mark != '[') {
            TRY(walk->visit(walk, mark, number_at(record, at++)));
            continue;
        }
        int64_t count = mark == '(' ? -1 : number_at(record, at++);
        REQUIRE(mark == '(' || count >= 0, "a list that is longer than its record");
        do TRY(at = walk_list(walk, &layout, record, at, end, count));
        while (*layout++ == ',');
    }
    REQUIRE(at == end, UNREADABLE);
    return 0;
}

/* ---- checks ---- */

PyObject *decode(const char *text, int64_t size)
{
    PyObject *found = PyUnicode_DecodeUTF8(text, (Py_ssize_t)size, "surrogatepass");
    if (found == NULL && PyErr_ExceptionMatches(PyExc_ValueError)) {
        PyErr_Clear();
        fault(UNREADABLE);
    }
    return found;
}

int64_t characters_of(const char *text, int64_t size)
{
    int64_t n = 0;
    while (n < size && !(text[n] & 0x80)) n++;
    if (n == size) return size;
    PyObject *decoded = decode(text, size);
    if (decoded == NULL) return -1;
    n = PyUnicode_GET_LENGTH(decoded);
    Py_DECREF(decoded);
    return n;
}

static int keep_text(Object *one, const char *text, int64_t size)
{
    TRY(make_room(&one->text, &one->text_room, (Py_ssize_t)size + 1, 1));
    memcpy(one->text, text, (size_t)size);
    one->text_size = (Py_ssize_t)size;
    return 0;
}

static int take_scalar(Record *record, Object *one, int64_t at, int64_t end)
{
    REQUIRE(end - at >= 2, UNREADABLE);
    int64_t whole = number_at(record, at), size = number_at(record, at + 1);
    REQUIRE(whole >= -1, impossible, one->kind);
    const char *text = take_text(record, size);
    if (text == NULL) return -1;
    REQUIRE(end - at == 2, UNREADABLE);
    int64_t characters = characters_of(text, size);
    TRY(characters);
    REQUIRE(characters <= WIRE_MOST_ITEMS && (whole == -1 || whole >= characters),
            "a text that is longer than it says");
    one->whole = whole;
    return keep_text(one, text, size);
}

int check_items(int kind, int64_t whole, int64_t flat)
{
    REQUIRE(kind != WIRE_MAPPING || flat % 2 == 0, "a list that ends within an item");
    int64_t items = kind == WIRE_MAPPING ? flat / 2 : flat;
    REQUIRE(items <= WIRE_MOST_ITEMS && whole >= items, "a container that is longer than it says");
    return 0;
}

static int take_items(Follower *self, const Record *record, int kind, int64_t at, int64_t end)
{
    REQUIRE(end > at, UNREADABLE);
    TRY(check_items(kind, number_at(record, at), end - at - 1));
    return numbers_append(&self->pending.gained, record->numbers + 8 * (at + 1),
                          (Py_ssize_t)(end - at - 1));
}

static int take_operand(const Walk *walk, char means, int64_t number)
{
    int is_so = 1;
    switch (means) {
    case 's': return gain(walk->self, number);
    case 'o': return number ? gain(walk->self, number) : 0;
    case 't': {
        const char *text = take_text(walk->record, number);
        if (text == NULL) return -1;
        TRY(characters_of(text, number));
        return keep_text(walk->one, text, number);
    }
    case 'n': is_so = is_name(walk->self, number); break;
    case 'f': is_so = number == 0 || number == 1; break;
    case 'g': is_so = 0 <= number && number < GENERATOR_STATES; break;
    case 'u': is_so = number >= 0; break;
    case 'm': is_so = number >= -1; break;
    }
    REQUIRE(is_so, impossible, walk->one->kind);
    return 0;
}

static int check_body(const Walk *walk, int64_t kind, int64_t at, int64_t end)
{
    switch (kind) {
    case WIRE_SCALAR: return take_scalar(walk->record, walk->one, at, end);
    case WIRE_SEQUENCE: case WIRE_MAPPING:
        return take_items(walk->self, walk->record, (int)kind, at, end);
    }
    REQUIRE(*layout_of(kind), "content of kind %lld", (long long)kind);
    return walk_body(walk, layout_of(kind), walk->record, at, end);
}

static int take_base(const Walk *walk, const Record *record, int64_t at, int64_t end)
{
    if (at == end) return 0;
    REQUIRE(end - at >= 2, UNREADABLE);
    int64_t kind = number_at(record, at), size = number_at(record, at + 1);
    int is_known = kind == WIRE_SCALAR || kind == WIRE_SEQUENCE || kind == WIRE_MAPPING ||
                   kind == WIRE_STRUCTURE;
    REQUIRE(is_known && size == end - at - 2, "an instance with %lld numbers of kind %lld",
            (long long)(end - at - 2), (long long)kind);
    return check_body(walk, kind, at + 2, end);
}

int take_body(Follower *self, Record *record, Object *one, int64_t kind, int64_t at, int64_t count)
{
    const Walk walk = {self, record, one, take_operand, take_base};
    one->text_size = 0;
    one->body.count = 0;
    if (one->parts != NULL) {
        numbers_free(one->parts);
        PyMem_Free(one->parts);
        one->parts = NULL;
    }
    drop_shown(one);
    one->kind = (unsigned char)kind;
    TRY(check_body(&walk, kind, at, at + count));
    if (kind == WIRE_SCALAR) return 0;
    return numbers_copy(&one->body, record->numbers + 8 * at, (Py_ssize_t)count);
}

/* ---- references: of contents that have been checked ---- */

static int lose_operand(const Walk *walk, char means, int64_t number)
{
    int is_reference = means == 's' || (means == 'o' && number);
    return is_reference ? numbers_add(&walk->self->pending.lost, number) : 0;
}

static int lose_base(const Walk *walk, const Record *record, int64_t at, int64_t end)
{
    return at == end ? 0 : walk_body(walk, layout_of(number_at(record, at)), record, at + 2, end);
}

int lose_references(Follower *self, const Object *one)
{
    const Record body = {.numbers = (const char *)one->body.at, .count = one->body.count};
    const Walk walk = {.self = self, .visit = lose_operand, .base = lose_base};
    if (one->kind == WIRE_SCALAR) return 0;
    if (one->kind == WIRE_SEQUENCE || one->kind == WIRE_MAPPING)
        return numbers_append(&self->pending.lost, one->body.at + 1, one->body.count - 1);
    return walk_body(&walk, layout_of(one->kind), &body, 0, body.count);
}

Py_ssize_t items_at(const Object *one, int *kind)
{
    *kind = one->kind;
    if (*kind == WIRE_SEQUENCE || *kind == WIRE_MAPPING) return 1;
    if (*kind != WIRE_INSTANCE) return -1;
    Py_ssize_t base = 2 + 2 * (Py_ssize_t)one->body.at[1];
    if (base == one->body.count) return -1;
    *kind = (int)one->body.at[base];
    return *kind == WIRE_SEQUENCE || *kind == WIRE_MAPPING ? base + 3 : -1;
}
