/* Encodes objects and changes as operations (wire.py). */

#include "engine.h"

/* ---- formatted values ---- */

static void emit_scalar(const char *text, size_t length, int64_t whole)
{
    EMIT(&record.objects, WIRE_SCALAR, 2, whole, (int64_t)length);
    emit_text(&record.text, text, length);
}

static int emit_int_text(Text *text, PyObject *number)
{
    char digits[32];
    int is_too_large = 0;
    long long value = PyLong_AsLongLongAndOverflow(number, &is_too_large);
    if (is_too_large) return 0;
    emit_text(text, digits, (size_t)snprintf(digits, sizeof digits, "%lld", value));
    return 1;
}

int emit_double(Text *text, double number)
{
    isolation_enter();
    char *digits = PyOS_double_to_string(number, 'r', 0, Py_DTSF_ADD_DOT_0, NULL);
    if (digits != NULL) emit_text(text, digits, strlen(digits));
    PyMem_Free(digits);
    isolation_leave();
    return digits != NULL;
}

/* For text whose repr is the text itself in quotes. */
static int emit_quoted_text(Text *text, PyObject *value)
{
    if (!PyUnicode_IS_COMPACT_ASCII(value)) return 0;
    Py_ssize_t length = PyUnicode_GET_LENGTH(value);
    if (length + 2 > WIRE_MOST_ITEMS) return 0;
    const char *characters = PyUnicode_DATA(value);
    for (Py_ssize_t n = 0; n < length; n++)
        if (characters[n] < ' ' || characters[n] > '~' || characters[n] == '\'' ||
            characters[n] == '\\')
            return 0;
    emit_text(text, "'", 1);
    emit_text(text, characters, (size_t)length);
    emit_text(text, "'", 1);
    return 1;
}

int emit_simple_text(Text *text, PyObject *value)
{
    PyTypeObject *type = Py_TYPE(value);
    if (type == &PyLong_Type) return emit_int_text(text, value);
    if (type == &PyFloat_Type) return emit_double(text, PyFloat_AS_DOUBLE(value));
    return type == &PyUnicode_Type && emit_quoted_text(text, value);
}

/* Append the ``repr`` of a text or complex number; 0 if it is too long, or not Unicode: then Python formats a part of
   it. */
static int emit_repr(Text *text, PyObject *value)
{
    PyTypeObject *type = Py_TYPE(value);
    int is_emitted = 0;
    Py_ssize_t length = 0;
    if (type != &PyUnicode_Type && type != &PyComplex_Type) return 0;
    if (type == &PyUnicode_Type && PyUnicode_GET_LENGTH(value) > WIRE_MOST_ITEMS) return 0;
    isolation_enter();
    PyObject *own = PyObject_Repr(value);
    int is_short = own != NULL && PyUnicode_GET_LENGTH(own) <= WIRE_MOST_ITEMS;
    const char *bytes = is_short ? PyUnicode_AsUTF8AndSize(own, &length) : NULL;
    if (bytes != NULL) {
        emit_text(text, bytes, (size_t)length);
        is_emitted = 1;
    }
    Py_XDECREF(own);
    PyErr_Clear();
    isolation_leave();
    return is_emitted;
}

/* Write a byte as in a ``repr`` and return the number of letters. */
static int put_byte(char *to, uint8_t byte, int is_escaped)
{
    static const char digits[] = "0123456789abcdef", spaces[] = {'t', 'n', 0, 0, 'r'};
    if (byte >= ' ' && byte <= '~' && !is_escaped) {
        *to = (char)byte;
        return 1;
    }
    int is_space = byte == '\t' || byte == '\n' || byte == '\r';
    const char kind = is_space ? spaces[byte - '\t'] : is_escaped ? (char)byte : 'x';
    memcpy(to, (const char[]){'\\', kind, digits[byte >> 4], digits[byte & 15]}, 4);
    return is_space || is_escaped ? 2 : 4;
}

/* Emit the first letters of the ``repr`` of bytes or a bytearray. */
static void emit_bytes(PyObject *value)
{
    int is_array = PyByteArray_CheckExact(value);
    const char *bytes = is_array ? PyByteArray_AS_STRING(value) : PyBytes_AS_STRING(value);
    const char *before = is_array ? "bytearray(b" : "b", *behind = is_array ? ")" : "";
    Py_ssize_t size = Py_SIZE(value), n = 0;
    InRepr found = count_in_repr(bytes, size);
    char quote = found.single && !found.doubles ? '"' : '\'', text[WIRE_MOST_ITEMS + 16];
    int is_single_escaped = quote == '\'' || (is_array && IS_QUOTE_ALWAYS_ESCAPED);
    int length = snprintf(text, sizeof text, "%s%c", before, quote);
    int64_t whole = length + size + found.more + found.single * is_single_escaped + 1 + (int64_t)strlen(behind);
    for (; n < size && length < WIRE_MOST_ITEMS; n++)
        length += put_byte(text + length, (uint8_t)bytes[n],
                           bytes[n] == '\\' || (bytes[n] == '\'' && is_single_escaped));
    if (n == size) length += snprintf(text + length, sizeof text - (size_t)length, "%c%s", quote, behind);
    emit_scalar(text, (size_t)Py_MIN(length, WIRE_MOST_ITEMS), whole > WIRE_MOST_ITEMS ? whole : -1);
}

static void emit_text_by_python(PyObject *value)
{
    PyObject *answer = ask(ASK_TEXT, value, "");
    char *text = "";
    Py_ssize_t length = 0;
    long long whole = -1;
    if (answer != NULL) PyArg_ParseTuple(answer, "y#L", &text, &length, &whole);
    emit_scalar(text, (size_t)length, whole);
    answer_done(answer);
}

static void emit_value(PyObject *value)
{
    size_t start = record.text.length;
    if (PyBytes_CheckExact(value) || PyByteArray_CheckExact(value)) emit_bytes(value);
    else if (emit_simple_text(&record.text, value) || emit_repr(&record.text, value))
        EMIT(&record.objects, WIRE_SCALAR, 2, -1, (int64_t)(record.text.length - start));
    else emit_text_by_python(value);
}

/* ---- objects that Python describes ---- */

static void emit_texts(PyObject *texts)
{
    for (Py_ssize_t n = 0; n < PyList_GET_SIZE(texts); n++) {
        PyObject *text = PyList_GET_ITEM(texts, n);
        emit_text(&record.text, PyBytes_AS_STRING(text), (size_t)PyBytes_GET_SIZE(text));
    }
}

/* The words for comparison are followed by the references: ``addresses``, or those known already. */
static void keep_described(Row *row, const View *view, PyObject *addresses)
{
    static PyObject **joined;
    static uint32_t room;
    uint32_t more = addresses ? (uint32_t)PyList_GET_SIZE(addresses) : row->word_count - row->shape;
    if (!HAS_ROOM(joined, room, view->count + more)) return;
    if (view->count) memcpy(joined, view->words, view->count * sizeof *joined);
    for (uint32_t n = 0; n < more; n++)
        joined[view->count + n] = addresses ? PyLong_AsVoidPtr(PyList_GET_ITEM(addresses, n))
                                            : row->words[row->shape + n];
    if (addresses) references_discount((Index)(row - rows));
    keep_words(row, &(View){.words = joined, .count = view->count + more, .shape = view->count},
               (Splice){0, row->word_count, view->count + more});
    if (addresses) references_count((Index)(row - rows));
}

/* describe(object, known content) of describing.py returns (content, numbers, texts, parts, referents), or None if
   the content is unchanged. ``head`` precedes the numbers. */
static void describe(Index index, const View *view, const int64_t *head, size_t head_length)
{
    Row *row = &rows[index];
    PyObject *known = row->must_scan || row->content == NULL ? Py_None : row->content;
    PyObject *answer = ask(ASK_DESCRIBE, row->object, "O", known);
    PyObject *content, *numbers, *texts, *parts, *addresses = NULL;
    row = &rows[index];
    if (answer != NULL && answer != Py_None &&
        PyArg_ParseTuple(answer, "OO!O!O!O!", &content, &PyList_Type, &numbers, &PyList_Type, &texts,
                         &PyList_Type, &parts, &PyList_Type, &addresses)) {
        record_may_be_cut();
        emit_all(&record.objects, head, head_length);
        emit_list(&record.objects, numbers);
        emit_texts(texts);
        if (PyList_GET_SIZE(parts))
            EMIT(&record.objects, WIRE_PARTS, row->serial, PyList_GET_SIZE(parts) / 3);
        emit_list(&record.objects, parts);
        Py_XSETREF(row->content, Py_NewRef(content));
    }
    if (answer != NULL) keep_described(row, view, addresses);
    answer_done(answer);
}

/* ---- contents ---- */

void set_number(size_t place, int64_t number)
{
    if (!record.is_short_of_memory) record.objects.numbers[place] = number;
}

void emit_word(PyObject *word, Index holder)
{
    emit(&record.objects, word ? track(word, holder) : 0);
}

static void emit_words(const View *view, uint32_t from, uint32_t to, Index holder)
{
    for (uint32_t n = from; n < to; n++) emit_word(view->words[n], holder);
}

/* Return the number of entries or items, including those not emitted. */
static int64_t length_of(const Row *row)
{
    PyObject *object = row->object;
    int way = base_of(row);
    if (way == ENTRIES) return PyDict_GET_SIZE(object);
    if (way == MEMBERS) return ((PySetObject *)object)->used;
    return Py_SIZE(object);
}

/* Return the index of the first item or entry among the words. */
static uint32_t first_item(const Row *row, uint32_t shape)
{
    return row->kind == INSTANCE ? (uint32_t)row->type->slot_count + (shape & ~IN_A_DICT) : 0;
}

/* The places of an object's inline values in the order in which the program set them; NULL if that is unknown. From
   3.14 on, the places are in the alphabetical order of the names. */
static const uint8_t *order_of_values(PyObject *object, PyObject *const *words, uint32_t count)
{
    PyDictValues *values = values_in(object);
    uint32_t set = 0;
    for (uint32_t n = 0; n < count; n++) set += words[n] != NULL;
    return values != NULL && set == values->size ? (uint8_t *)&values->values[values->capacity] : NULL;
}

static void emit_attributes(Index index, const View *view)
{
    Type *type = rows[index].type;
    emit_word((PyObject *)type->type, index);
    size_t place = record.objects.count;
    emit(&record.objects, 0);
    int64_t count = 0;
    uint32_t at = 0;
    for (; at < (uint32_t)type->slot_count; at++) {
        if (view->words[at] == NULL) continue;
        emit(&record.objects, type->slots[at].name);
        emit_word(view->words[at], index);
        count++;
    }
    uint32_t values = view->shape & ~IN_A_DICT;
    int is_dict = (view->shape & IN_A_DICT) != 0;
    const uint8_t *order = is_dict ? NULL : order_of_values(rows[index].object, view->words + at, values);
    uint32_t end = order ? values_in(rows[index].object)->size : values;
    for (uint32_t n = is_dict; n < end; n += is_dict ? 2 : 1) {
        uint32_t from = order ? order[n] : n;
        PyObject *value = from < values ? view->words[at + from + (is_dict ? 1 : 0)] : NULL;
        if (value == NULL) continue;
        emit(&record.objects, is_dict ? name_of(view->words[at + from])
                                      : shared_name(type, from));
        emit_word(value, index);
        count++;
    }
    set_number(place, count);
    at += values;
    if (type->base == VALUE) return;
    EMIT(&record.objects, type->base == ENTRIES ? WIRE_MAPPING : WIRE_SEQUENCE,
         1 + view->count - at, length_of(&rows[index]));
    emit_words(view, at, view->count, index);
}

/* Track all references of its frame, but name only its variables. */
static void emit_generator(Index index, const View *view)
{
    int state = (int)(intptr_t)view->words[G_STATE];
    int is_over = FRAME_STATE_FINISHED(state), sent_state = WIRE_GENERATOR_RUNNING;
    if (is_over) sent_state = WIRE_GENERATOR_CLOSED;
    else if (state == FRAME_CREATED) sent_state = WIRE_GENERATOR_CREATED;
    else if (FRAME_STATE_SUSPENDED(state)) sent_state = WIRE_GENERATOR_SUSPENDED;
    PyCodeObject *of = (PyCodeObject *)view->words[G_CODE];
    Code *code = is_over ? NULL : code_info(of);
    int unit = (int)(intptr_t)view->words[G_INSTRUCTION];
    int line = is_over ? 0 : code && code->lines ? line_at(code, unit) : PyCode_Addr2Line(of, 2 * unit);
    uint32_t end = G_VARIABLES + 2 * view->shape;
    EMIT(&record.objects, sent_state, line);
    PyObject *awaits = waits_for(rows[index].object);
    emit_word(awaits, index);
    for (uint32_t n = G_FUNCTION; n < view->count; n++)
        if (view->words[n] != NULL) track(view->words[n], index);
    for (uint32_t n = G_VARIABLES; n < end; n += 2) {
        if (view->words[n + 1] == NULL) continue;
        int place = (int)(n - G_VARIABLES) / 2, is_given = place >= of->co_nlocalsplus;
        emit(&record.objects, name_of(is_given ? view->words[n + 1]
                                               : PyTuple_GET_ITEM(of->co_localsplusnames, place)));
        if (is_given) n += 2;
        emit_word(view->words[n + 1], index);
    }
}

static const uint8_t wire_kinds[] = {
    [ITEMS] = WIRE_SEQUENCE, [MEMBERS] = WIRE_SEQUENCE, [QUEUE] = WIRE_SEQUENCE, [ENTRIES] = WIRE_MAPPING,
    [INSTANCE] = WIRE_INSTANCE, [VARIABLE] = WIRE_CELL, [METHOD] = WIRE_METHOD,
    [ITERATOR] = WIRE_ITERATOR, [PAUSED] = WIRE_SUSPENDED, [CODE_OBJECT] = WIRE_OTHER,
    [LOCK] = WIRE_LOCK, [OWNED_LOCK] = WIRE_LOCK,
};

static void emit_content(Index index, const View *view)
{
    int kind = rows[index].kind;
    if (kind == VALUE || (kind == STRUCTURE && rows[index].type->walk == BYTES)) {
        emit_value(rows[index].object);
        return;
    }
    if (kind == STRUCTURE) {
        emit_structure(index, view);
        return;
    }
    size_t place = record.objects.count + 1;
    EMIT(&record.objects, wire_kinds[kind], 0);
    if (kind == INSTANCE) {
        emit_attributes(index, view);
    } else if (kind == PAUSED) {
        emit_generator(index, view);
    } else if (kind == ITERATOR) {
        emit_word(view->words[0], index);
        emit(&record.objects, as_number(view->words[1]));
    } else if (kind == LOCK || kind == OWNED_LOCK) {
        int64_t owner = thread_number((unsigned long)(uintptr_t)view->words[LOCK_OWNER]);
        EMIT(&record.objects, as_number(view->words[LOCK_IS_LOCKED]), owner, as_number(view->words[LOCK_COUNT]));
        if (kind == OWNED_LOCK) lock_emitted(index);
    } else {
        if (has_items(kind)) emit(&record.objects, length_of(&rows[index]));
        emit_words(view, 0, view->count, index);
    }
    set_number(place, (int64_t)(record.objects.count - place - 1));
}

static void emit_part(int64_t part, const void *address, int64_t through)
{
    EMIT(&record.objects, part, as_number(address), through);
}

/* The references of a frame besides its variables, and the cells of these. */
static void emit_parts_of_generator(const Row *row)
{
    PyObject *const *words = row->words;
    for (int n = G_NAME; n < G_VARIABLES; n++)
        if (words[n] != NULL) emit_part(WIRE_PART_PAUSED, words[n], 0);
    int64_t variable = 0;
    for (uint32_t n = G_VARIABLES; n < G_VARIABLES + 2 * row->shape; n += 2) {
        if (words[n] == NULL && words[n + 1] != NULL) {
            n += 2;
            emit_part(WIRE_PART_THROUGH, NULL, variable);
        } else if (words[n] != words[n + 1]) {
            emit_part(WIRE_PART_PAUSED, words[n], 0);
            if (words[n + 1] != NULL) emit_part(WIRE_PART_THROUGH, words[n], variable);
        }
        variable += words[n + 1] != NULL;
    }
    for (uint32_t n = G_VARIABLES + 2 * row->shape; n < row->word_count; n++)
        if (words[n] != NULL) emit_part(WIRE_PART_STACK, words[n], 0);
}

#define MOST_SHARED_KEYS 30     /* Objects/dictobject.c, SHARED_KEYS_MAX_SIZE */

/* Emit an object's references besides its content. */
static void emit_parts(const Row *row)
{
    PyDictObject *dict = (PyDictObject *)(row->kind == ENTRIES ? row->object : dict_of_object(row->object));
    size_t before = record.objects.count;
    EMIT(&record.objects, WIRE_PARTS, row->serial, 0);
    if (row->kind == PAUSED) {
        emit_parts_of_generator(row);
    } else if (row->kind == STRUCTURE) {
        emit_parts_of_structure(row);
    } else if (row->kind == INSTANCE && dict != NULL && !shows_inline_values(dict)) {
        emit_part(WIRE_PART_NAMESPACE, dict, 0);
    } else if (row->kind == ENTRIES && shows_inline_values(dict)) {
        if (dict->ma_used && dict->ma_used <= MOST_SHARED_KEYS) emit_part(WIRE_PART_INLINE, NULL, 0);
    } else if (row->kind == ITERATOR && row->word_count > 2 && row->words[2] != NULL) {
        emit_part(WIRE_PART_ITERATOR, row->words[2], 0);
    }
    if (record.objects.count == before + 3) record.objects.count = before;
    else set_number(before + 2, (int64_t)(record.objects.count - before - 3) / 3);
}

/* Emit the changes of its second block. */
static void emit_apart(Row *row)
{
    const void *apart = block_apart(row->object);
    int64_t deleted = deleted_of(row->object);
    if (apart != row->apart) {
        row->apart = apart;
        if (apart != NULL) places_note(apart, 0);
        EMIT(&record.objects, WIRE_APART, row->serial, as_number(apart));
    }
    if (deleted != row->deleted) EMIT(&record.objects, WIRE_DELETED, row->serial, row->deleted = deleted);
}

void emit_new(Index index, const View *view, Py_ssize_t count)
{
    Row *row = &rows[index];
    if (row->type == NULL) return;
    row->size = size_of(row);
    row = &rows[index];
    const int64_t head[] = {WIRE_OBJECT, row->serial, as_number(row->object), count,
                            row->size, row->type->name};
    places_note(row->object, count < 0);
    if (row->kind == DESCRIBED || row->kind == IGNORED) {
        describe(index, view, head, 6);
        emit_apart(&rows[index]);
        return;
    }
    record_may_be_cut();
    emit_all(&record.objects, head, 6);
    emit_content(index, view);
    row = &rows[index];
    keep_words(row, view, (Splice){0, row->word_count, view->count});
    references_count(index);
    if (row->kind == VALUE) return;
    emit_parts(row);
    emit_apart(row);
}

/* ---- changes ---- */

#define AT_ONCE 64u     /* words */

/* Return how many of the first words are the same. Long containers change a little at each step. */
static uint32_t same_at_start(PyObject *const *old, PyObject *const *new, uint32_t most)
{
    uint32_t n = 0;
    while (most - n >= AT_ONCE && memcmp(old + n, new + n, AT_ONCE * sizeof *old) == 0) n += AT_ONCE;
    while (n < most && old[n] == new[n]) n++;
    return n;
}

/* How the words of a row and those of a view differ: ``is_exact`` if equal words mean the same objects. */
typedef struct {
    PyObject *const *old, *const *new;
    uint32_t before, now;
    int is_exact;
    Splice all;     /* around all differences */
} Difference;

static int is_same_word(const Difference *found, uint32_t n)
{
    return found->is_exact ? found->old[n] == found->new[n] : is_same_object(found->old[n], found->new[n]);
}

/* Return how many of the last ``most`` words before these are the same. */
static uint32_t same_at_end(const Difference *found, PyObject *const *old, PyObject *const *new, uint32_t most)
{
    uint32_t n = 0;
    if (found->is_exact)
        while (most - n >= AT_ONCE && memcmp(old - n - AT_ONCE, new - n - AT_ONCE, AT_ONCE * sizeof *old) == 0)
            n += AT_ONCE;
    for (; n < most; n++) {
        PyObject *before = old[-1 - (int64_t)n], *now = new[-1 - (int64_t)n];
        if (found->is_exact ? before != now : !is_same_object(before, now)) break;
    }
    return n;
}

/* A word may stand for another object at the same address only where the row must be scanned (``object_gone``). */
static Difference difference(const Row *row, const View *view)
{
    Difference found = {row->words, view->words, row->word_count, view->count, 1, {0}};
    uint32_t before = found.before, now = found.now, least = Py_MIN(before, now), start = view->from, end;
    if (row->must_scan && are_any_reused(view->words + start, now - start - view->rest)) {
        found.is_exact = 0;
        while (start < least - view->rest && is_same_word(&found, start)) start++;
    } else {
        start += same_at_start(found.old + start, found.new + start, least - start - view->rest);
    }
    end = view->rest;
    end += same_at_end(&found, found.old + before - end, found.new + now - end, least - start - end);
    found.all = (Splice){start, before - start - end, now - start - end};
    return found;
}

static int can_be_spliced(const Row *row, const View *view)
{
    uint32_t first = first_item(row, view->shape);
    if (!has_items(base_of(row)) || row->word_count < first + LONG || view->count < first + LONG) return 0;
    if (row->kind == INSTANCE && row->shape != view->shape) return 0;
    /* Its values have left the object, or have returned: it has other parts. */
    if (row->kind == ENTRIES && ((row->shape ^ view->shape) & 1)) return 0;
    for (uint32_t n = 0; n < first; n++)
        if (!is_same_object(row->words[n], view->words[n])) return 0;
    return 1;
}

/* An object that lost a reference may be kept alive by a cycle alone now. */
static void check_dropped(const Row *row, uint32_t from, uint32_t to)
{
    for (uint32_t n = from; n < to; n++) {
        Index lost = row->words[n] ? row_of(row->words[n]) : 0;
        if (lost == 0) continue;
        cycles_check(lost);
        cycles_invalidate(lost);
    }
}

/* Emit the replacement of some words of a container. ``first`` is the place of its first item. */
static void emit_splice(Index index, const View *view, Splice splice, uint32_t first)
{
    check_dropped(&rows[index], splice.start, splice.start + splice.removed);
    EMIT(&record.objects, WIRE_SPLICE, rows[index].serial, splice.start - first, splice.removed, splice.added);
    emit_words(view, splice.start, splice.start + splice.added, index);
    references_replace(rows[index].words + splice.start, splice.removed, view->words + splice.start, splice.added);
    emit(&record.objects, length_of(&rows[index]));
}

#define NUMBERS_OF_A_SPLICE 6u

/* Return the next stretch of words that differ, from ``n`` on; stretches with few equal words between them are one. */
static Splice next_stretch(const Difference *found, uint32_t n, uint32_t end)
{
    while (n < end && is_same_word(found, n)) n++;
    uint32_t behind = n;
    for (uint32_t at = n; at < end && at - behind <= NUMBERS_OF_A_SPLICE; at++)
        if (!is_same_word(found, at)) behind = at + 1;
    return (Splice){n, behind - n, behind - n};
}

/* Emit a splice for each stretch of items that changed in place, such as two that were swapped, and one for items that
   came or went at the end. Return 0 if a single splice is not longer. */
static int emit_stretches(Index index, const View *view, const Difference *found, uint32_t first)
{
    uint32_t least = Py_MIN(found->before, found->now), from = found->all.start, numbers = found->now - least;
    uint32_t end = found->before == found->now ? from + found->all.added : least;
    if (view->rest && found->before != found->now) return 0;    /* the words at its end have moved */
    for (Splice one = next_stretch(found, from, end); one.added; one = next_stretch(found, one.start + one.added, end))
        numbers += one.added + NUMBERS_OF_A_SPLICE;
    if (numbers >= found->all.added) return 0;
    /* There are never more items than the length that a splice says. */
    if (found->before > found->now) emit_splice(index, view, (Splice){least, found->before - least, 0}, first);
    for (Splice one = next_stretch(found, from, end); one.added; one = next_stretch(found, one.start + one.added, end))
        emit_splice(index, view, one, first);
    if (found->before < found->now) emit_splice(index, view, (Splice){least, 0, found->now - least}, first);
    return 1;
}

/* The growth, in words, of a container so long that only its first items are emitted; 0 for a shorter one. */
static int64_t growth_of_long(const Row *row, const View *view)
{
    int64_t each = row->kind == ENTRIES ? 2 : 1, before = row->shape, now = view->shape;
    if (row->kind == INSTANCE || row->word_count != view->count || view->count != each * WIRE_MOST_ITEMS) return 0;
    return row->kind == ENTRIES ? each * ((now >> 1) - (before >> 1)) : now - before;
}

/* Emit that the items between the first and the last difference have moved by ``growth`` words: the last ones leave, or
   others enter. Return 0 if that is not shorter than one splice. */
static int emit_shift(Index index, const View *view, const Difference *found, int64_t growth)
{
    uint32_t start = found->all.start, end = start + found->all.added, moved = (uint32_t)Py_ABS(growth);
    if (growth == 0 || found->before != found->now || moved >= end - start) return 0;
    uint32_t left = end - moved, most = left - start;     /* words present before and now */
    if (growth > 0) {
        uint32_t same = same_at_end(found, found->old + left, found->new + end, most);
        if (most - same + moved + NUMBERS_OF_A_SPLICE >= found->all.added) return 0;
        emit_splice(index, view, (Splice){left, moved, 0}, 0);
        emit_splice(index, view, (Splice){start, most - same, most - same + moved}, 0);
    } else {
        uint32_t same = same_at_end(found, found->old + end, found->new + left, most);
        if (most - same + moved + NUMBERS_OF_A_SPLICE >= found->all.added) return 0;
        emit_splice(index, view, (Splice){start, most - same + moved, most - same}, 0);
        emit_splice(index, view, (Splice){left, 0, moved}, 0);
    }
    return 1;
}

static void emit_splices(Index index, const View *view, const Difference *found)
{
    uint32_t first = first_item(&rows[index], view->shape);
    if (emit_shift(index, view, found, growth_of_long(&rows[index], view))) return;
    if (emit_stretches(index, view, found, first)) return;
    /* An item has moved to the end, as in a queue or a cache, or to the front. */
    int each = base_of(&rows[index]) == ENTRIES ? 2 : 1;
    if (first == 0 && (emit_shift(index, view, found, -each) || emit_shift(index, view, found, each))) return;
    emit_splice(index, view, found->all, first);
}

void emit_change(Index index, const View *view)
{
    Row *row = &rows[index];
    if (!is_read_natively(row)) row->kind = DESCRIBED;   /* the type of an array's items was changed */
    if (row->kind == DESCRIBED) {
        check_dropped(row, row->shape, row->word_count);
        const int64_t head[] = {WIRE_CONTENT, row->serial};
        describe(index, view, head, 2);
    } else {
        Difference found = difference(row, view);
        record_may_be_cut();
        if (row->kind == VARIABLE) stacks_cell_changed();
        int is_spliced = can_be_spliced(row, view);
        if (is_spliced) {
            emit_splices(index, view, &found);
        } else {
            check_dropped(row, found.all.start, found.all.start + found.all.removed);
            references_discount(index);
            EMIT(&record.objects, WIRE_CONTENT, row->serial);
            emit_content(index, view);
        }
        keep_words(&rows[index], view, found.all);
        if (!is_spliced) {
            references_count(index);
            emit_parts(&rows[index]);
        }
    }
    rows[index].must_scan = 0;
    emit_size(index);
}

void emit_size(Index index)
{
    Row *row = &rows[index];
    int64_t size = size_of(row);
    row = &rows[index];
    emit_apart(row);
    if (size == row->size) return;
    row->size = size;
    EMIT(&record.objects, WIRE_SIZE, row->serial, size);
}
