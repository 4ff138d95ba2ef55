/* Reads facts about objects of types in C (structures.c): the positions of open files, the numbers of arrays. */

#include "engine.h"

/* ---- files ----

   Read from memory: asking a file flushes it, or fails in a ``for`` loop. The layouts are those of
   Modules/_io/textio.c, bufferedio.c and fileio.c; the other recorder reads them in objects/library_objects.py. */

#define WORD(object, place) (((void *const *)(object))[place])
#define OBJECT(object, place) ((PyObject *)WORD(object, place))
#define NUMBER(object, place) ((int64_t)(intptr_t)WORD(object, place))

enum { BUFFER = 4, ENCODING = 5, DECODER = 7, DECODED = 15, USED = 16, PENDING = 18 };      /* of a TextIOWrapper */
/* Of buffered files: the bytes between the last two are not in the raw file yet. */
enum { RAW = 2, POSITION = 6, AT = 8, RAW_AT = 9, READ_END = 10, WRITTEN = 11, WRITE_END = 12 };
enum { DESCRIPTOR_AT = 16, LAST_STANDARD = 2 };                                             /* of a FileIO */

/* An IncrementalNewlineDecoder. */
typedef struct {
    PyObject_HEAD
    PyObject *decoder, *errors;
    unsigned waits_for_newline : 1, translates : 1, seen : 3;
} NewlineDecoder;

enum { SEEN_NOTHING = 0, SEEN_LF = 2, SEEN_CRLF = 4 };

/* Return whether an object has the type in C of that name: no program can make an immutable type. */
static int is_of(const PyObject *object, const char *name)
{
    const PyTypeObject *type = Py_TYPE(object);
    return PyType_HasFeature(Py_TYPE(object), Py_TPFLAGS_IMMUTABLETYPE) && strcmp(type->tp_name, name) == 0;
}

static int is_buffered(const PyObject *object)
{
    return is_of(object, "_io.BufferedReader") || is_of(object, "_io.BufferedWriter") ||
           is_of(object, "_io.BufferedRandom");
}

static int64_t position_of_raw(PyObject *file)
{
    int descriptor = *(int *)((char *)file + DESCRIPTOR_AT);
    return descriptor < 0 ? -1 : file_position(descriptor, SEEK_CUR);
}

/* The standard files differ from those of a plain run. */
static int is_standard(PyObject *raw)
{
    return *(int *)((char *)raw + DESCRIPTOR_AT) <= LAST_STANDARD;
}

int64_t position_of_buffered(PyObject *file)
{
    PyObject *raw = OBJECT(file, RAW);
    int64_t at = raw != NULL && is_of(raw, "_io.FileIO") && !is_standard(raw) ? position_of_raw(raw) : -1;
    if (at < 0) return -1;
    int is_filled = NUMBER(file, READ_END) != -1 || NUMBER(file, WRITE_END) != -1;
    return is_filled && NUMBER(file, RAW_AT) >= 0 ? at - NUMBER(file, RAW_AT) + NUMBER(file, AT) : at;
}

/* Run a statement for each ``character`` of a text from ``start`` on, without a call or branch: a chunk of a file has
   thousands, and is read at each step. */
#define EACH_OF(TYPE, text, start, ...)                                         \
    for (const TYPE *at_ = (const TYPE *)PyUnicode_DATA(text) + (start),        \
                    *end_ = at_ + (PyUnicode_GET_LENGTH(text) - (start));       \
         at_ < end_; at_++) {                                                   \
        uint32_t character = *at_;                                              \
        __VA_ARGS__;                                                            \
    }
#define EACH_CHARACTER(text, start, ...)                                                        \
    switch (PyUnicode_KIND(text)) {                                                             \
    case PyUnicode_1BYTE_KIND: EACH_OF(Py_UCS1, text, start, __VA_ARGS__) break;                \
    case PyUnicode_2BYTE_KIND: EACH_OF(Py_UCS2, text, start, __VA_ARGS__) break;                \
    default: EACH_OF(Py_UCS4, text, start, __VA_ARGS__)                                         \
    }

/* Return the number of bytes of the characters from ``start`` on in a file; -1 if unknown. */
static int64_t bytes_from(PyObject *text, Py_ssize_t start, PyObject *encoding)
{
    static const char *const known[] = {"utf-8", "UTF-8", "ascii", "latin-1", "iso-8859-1"};
    Py_ssize_t length = text ? PyUnicode_GET_LENGTH(text) : 0;
    size_t place = 0;
    uint32_t is_unknown = 0;
    int64_t bytes = length - start;
    if (start >= length) return start == length ? 0 : -1;
    if (encoding == NULL || !PyUnicode_CheckExact(encoding)) return -1;
    while (place < sizeof known / sizeof *known && !PyUnicode_EqualToUTF8(encoding, known[place])) place++;
    if (place == sizeof known / sizeof *known) return -1;
    if (PyUnicode_IS_ASCII(text)) return bytes;
    if (place < 2) {
        EACH_CHARACTER(text, start, is_unknown |= character - 0xD800 < 0x800,
                       bytes += (character >= 0x80) + (character >= 0x800) + (character >= 0x10000))
    } else {
        uint32_t most = place == 2 ? 0x7F : 0xFF;
        EACH_CHARACTER(text, start, is_unknown |= character > most)
    }
    return is_unknown ? -1 : bytes;
}

static int add_bytes(PyObject *object, void *sum)
{
    if (PyBytes_CheckExact(object)) *(int64_t *)sum += PyBytes_GET_SIZE(object);
    return 0;
}

static int64_t line_ends_from(PyObject *text, Py_ssize_t start)
{
    int64_t found = 0;
    if (text == NULL || start >= PyUnicode_GET_LENGTH(text)) return 0;
    EACH_CHARACTER(text, start, found += character == '\n')
    return found;
}

/* Return the number of bytes that a decoder received beyond the characters from ``start`` on; -1 if unknown. */
static int64_t undecoded(PyObject *decoder, PyObject *text, Py_ssize_t start)
{
    int64_t more = 0;
    if (is_of(decoder, "_io.IncrementalNewlineDecoder")) {
        const NewlineDecoder *own = (NewlineDecoder *)decoder;
        if (own->seen == SEEN_CRLF) more = line_ends_from(text, start);
        else if (own->seen != SEEN_NOTHING && own->seen != SEEN_LF) return -1;
        more += own->waits_for_newline;
        decoder = own->decoder;
    }
    if (decoder != NULL && PyObject_IS_GC(decoder) && Py_TYPE(decoder)->tp_traverse != NULL)
        Py_TYPE(decoder)->tp_traverse(decoder, add_bytes, &more);
    return more;
}

int64_t position_of_text(PyObject *file)
{
    PyObject *buffer = OBJECT(file, BUFFER), *decoder = OBJECT(file, DECODER), *text = OBJECT(file, DECODED);
    Py_ssize_t used = (Py_ssize_t)NUMBER(file, USED);
    if (buffer == NULL || !is_buffered(buffer)) return -1;
    int64_t at = position_of_buffered(buffer), ahead = bytes_from(text, used, OBJECT(file, ENCODING));
    int64_t more = decoder ? undecoded(decoder, text, used) : 0;
    return at < 0 || ahead < 0 || more < 0 ? -1 : at + NUMBER(file, PENDING) - ahead - more;
}

WriteState write_state_of(PyObject *file)
{
    PyObject *buffer = OBJECT(file, BUFFER);
    WriteState state = {.pending = NUMBER(file, PENDING)};
    if (buffer != NULL && is_buffered(buffer)) {
        state.position = NUMBER(buffer, POSITION);
        state.buffered_to = NUMBER(buffer, AT);
    } else if (buffer != NULL && is_of(buffer, "_io.FileIO")) {
        state.position = position_of_raw(buffer);
    }
    return state;
}

int is_flushed(PyObject *file)
{
    PyObject *buffer = OBJECT(file, BUFFER);
    if (buffer == NULL || NUMBER(file, PENDING) != 0) return 0;
    if (is_of(buffer, "_io.FileIO")) return 1;
    return is_buffered(buffer) &&
           (NUMBER(buffer, WRITE_END) == -1 || NUMBER(buffer, WRITTEN) == NUMBER(buffer, WRITE_END));
}

/* ---- arrays of numbers ----

   numpy's, those of the module array (Modules/arraymodule.c), and views of memory (Objects/memoryobject.c). Of the
   values only one corner is read, as objects/arrays.py does for arrays of every type. numpy's layout is part of its
   ABI (numpy/ndarraytypes.h). */

typedef struct {
    PyObject_HEAD
    PyTypeObject *scalar_type;
    char kind, letter, byte_order, flags;
    int number;
} NumpyType;

typedef struct {
    PyObject_HEAD
    char *data;
    int dimensions;
    Py_ssize_t *lengths, *strides;
    PyObject *base;
    NumpyType *type;
} NumpyArray;

typedef struct {
    PyObject_VAR_HEAD
    char *data;
    Py_ssize_t allocated;
    const struct {
        char letter;
        int item_size;
    } *type;
} PlainArray;

/* An array of any kind. ``kind`` is numpy's: b, i, u or f. */
typedef struct {
    const char *data;
    int dimensions, item_size;
    const Py_ssize_t *lengths, *strides;
    Py_ssize_t own[2];      /* length and stride of a plain array, and of a view that was released */
    PyObject *base;
    int is_view;            /* of another array of numpy, the base */
    char kind;
} Array;

enum { MOST_ROWS = 8, MOST_COLUMNS = 12 };

/* The types of numpy by number, up to double. */
static const struct { char kind; int item_size; } numpy_types[] = {
    {'b', 1}, {'i', 1}, {'u', 1}, {'i', 2}, {'u', 2}, {'i', 4}, {'u', 4}, {'i', sizeof(long)}, {'u', sizeof(long)},
    {'i', 8}, {'u', 8}, {'f', 4}, {'f', 8},
};

enum { NUMPY_TYPES = sizeof numpy_types / sizeof *numpy_types };

static int read_numpy_array(PyObject *object, Array *array)
{
    const NumpyArray *own = (NumpyArray *)object;
    const NumpyType *type = own->type;
    if (type == NULL || type->number < 0 || type->number >= NUMPY_TYPES || type->byte_order == '>') return 0;
    *array = (Array){own->data, own->dimensions, numpy_types[type->number].item_size, own->lengths, own->strides,
                     {0, 0}, own->base, own->base && Py_TYPE(own->base) == Py_TYPE(object), numpy_types[type->number].kind};
    /* With named fields numpy would run Python code to compute the place in a base. */
    if (!array->is_view) return 1;
    const NumpyType *of_base = ((NumpyArray *)own->base)->type;
    return of_base != NULL && of_base->number >= 0 && of_base->number < NUMPY_TYPES;
}

static int read_plain_array(PyObject *object, Array *array)
{
    const PlainArray *own = (PlainArray *)object;
    char letter = own->type->letter;
    if (strchr("bBhHiIlLqQfd", letter) == NULL) return 0;
    *array = (Array){.data = own->data, .dimensions = 1, .item_size = own->type->item_size, .base = NULL,
                     .own = {Py_SIZE(object), own->type->item_size}};
    array->kind = strchr("fd", letter) ? 'f' : letter >= 'a' ? 'i' : 'u';
    array->lengths = &array->own[0];
    array->strides = &array->own[1];
    return 1;
}

/* Call ``call`` with each value of the corner: of the first plane, if there are more dimensions. */
static void for_each_value(const Array *array, void (*call)(const Array *, const char *, int row, int column))
{
    int last = array->dimensions - 1;
    Py_ssize_t columns = last < 0 ? 1 : Py_MIN(array->lengths[last], MOST_COLUMNS);
    Py_ssize_t rows_of = last < 1 ? 1 : Py_MIN(array->lengths[last - 1], MOST_ROWS);
    for (int n = 0; n < last - 1; n++)
        if (array->lengths[n] == 0) return;
    for (Py_ssize_t row = 0; row < rows_of; row++)
        for (Py_ssize_t column = 0; column < columns; column++)
            call(array, array->data + (last < 1 ? 0 : row * array->strides[last - 1]) +
                            (last < 0 ? 0 : column * array->strides[last]), (int)row, (int)column);
}

static const char *last_page;
static int is_any_missing;

static void look_for_missing(const Array *array, const char *at, int row, int column)
{
    const char *ends[] = {at, at + array->item_size - 1};
    for (int n = 0; n < 2 && !is_any_missing; n++) {
        const char *page = (const char *)((uintptr_t)ends[n] & ~(uintptr_t)4095);
        if (page != last_page) is_any_missing = !is_mapped(page);
        last_page = page;
    }
}

/* Whether some of the values are beyond the end of a file that the program has mapped, and truncated since. */
static int is_cut(const Array *array, const Py_buffer *master)
{
    if (master->obj == NULL || strcmp(Py_TYPE(master->obj)->tp_name, "mmap.mmap") != 0) return 0;
    last_page = NULL;
    is_any_missing = 0;
    for_each_value(array, look_for_missing);
    return is_any_missing;
}

/* A released view has no items, nor has a view of memory that is gone. Its base is the object that it holds, which
   holds the owner of the memory. */
static int read_memory_view(PyObject *object, Array *array)
{
    const PyMemoryViewObject *own = (PyMemoryViewObject *)object;
    const Py_buffer *view = &own->view;
    int is_empty = (own->flags & _Py_MEMORYVIEW_RELEASED) || (own->mbuf->flags & _Py_MANAGED_BUFFER_RELEASED);
    const char *format = is_empty || view->format == NULL ? "B" : view->format + (*view->format == '@');
    if (*format == 0 || format[1] || strchr("bBhHiIlLqQnNfd?", *format) == NULL) return 0;
    *array = (Array){.data = view->buf, .dimensions = view->ndim, .item_size = (int)view->itemsize,
                     .lengths = view->shape, .strides = view->strides, .base = (PyObject *)own->mbuf};
    array->kind = *format == '?' ? 'b' : strchr("fd", *format) ? 'f' : *format >= 'a' ? 'i' : 'u';
    if (!is_empty) {
        if (view->suboffsets != NULL || (view->ndim && (!view->shape || !view->strides))) return 0;
        if (!is_cut(array, &own->mbuf->master)) return 1;
    }
    array->dimensions = array->item_size = 1;
    array->own[1] = 1;
    array->lengths = &array->own[0];
    array->strides = &array->own[1];
    return 1;
}

/* ``array`` must not be moved: it may point to itself. */
static int read_array(PyObject *object, int walk, Array *array)
{
    if (walk == MEMORY_VIEW) return read_memory_view(object, array);
    return walk == NUMPY_ARRAY ? read_numpy_array(object, array) : read_plain_array(object, array);
}

int is_array_of_numbers(PyObject *object, int walk)
{
    Array array;
    return read_array(object, walk, &array);
}

/* The words are all emitted values, then the base. */

static void put_value(const Array *array, const char *at, int row, int column)
{
    uint64_t word = 0;
    memcpy(&word, at, (size_t)array->item_size);
    put_word((void *)(uintptr_t)word);
}

void put_array(PyObject *object, int walk)
{
    Array array;
    if (!read_array(object, walk, &array)) return;
    put_word(array.data);
    put_word((void *)(intptr_t)(array.kind << 8 | array.item_size));
    for (int n = 0; n < array.dimensions; n++) {
        put_word((void *)array.lengths[n]);
        put_word((void *)array.strides[n]);
    }
    for_each_value(&array, put_value);
    begin_referents();
    put_word(array.base);
}

/* Find the memory of the values that are read, and of numpy's lengths and strides; 0 if unknown. */
int memory_of_array(PyObject *object, int walk, Memory *values, Memory *lengths)
{
    Array array;
    if (walk == MEMORY_VIEW || !read_array(object, walk, &array)) return 0;
    const char *start = array.data, *end = array.data + array.item_size;
    int is_empty = 0;
    for (int n = 0; n < array.dimensions; n++) is_empty |= array.lengths[n] == 0;
    for (int n = Py_MAX(0, array.dimensions - 2); n < array.dimensions && !is_empty; n++) {
        Py_ssize_t most = n == array.dimensions - 1 ? MOST_COLUMNS : MOST_ROWS;
        Py_ssize_t bytes = (Py_MIN(array.lengths[n], most) - 1) * array.strides[n];
        if (bytes < 0) start += bytes;
        else end += bytes;
    }
    if (!is_empty) *values = (Memory){start, end};
    if (walk == PLAIN_ARRAY || array.dimensions == 0) return 1;
    *lengths = (Memory){array.lengths, array.lengths + 2 * array.dimensions};
    return array.strides == array.lengths + array.dimensions;
}

static uint64_t unsigned_at(const char *at, int size)
{
    uint64_t word = 0;
    memcpy(&word, at, (size_t)size);    /* little endian */
    return word;
}

static int64_t signed_at(const char *at, int size)
{
    int above = 64 - 8 * size;
    return (int64_t)(unsigned_at(at, size) << above) >> above;
}

static double float_at(const char *at, int size)
{
    float single;
    double whole;
    if (size == sizeof single) {
        memcpy(&single, at, sizeof single);
        return single;
    }
    memcpy(&whole, at, sizeof whole);
    return whole;
}

static void emit_value_text(const Array *array, const char *at, int row, int column)
{
    char text[32];
    int length = 0;
    if (row || column) emit_text(&record.text, column ? (char[]){WIRE_VALUE_END} : (char[]){WIRE_ROW_END}, 1);
    if (array->kind == 'f') {
        emit_double(&record.text, float_at(at, array->item_size));
        return;
    }
    if (array->kind == 'b') length = snprintf(text, sizeof text, *at ? "True" : "False");
    else if (array->kind == 'i') length = snprintf(text, sizeof text, "%lld", (long long)signed_at(at, array->item_size));
    else length = snprintf(text, sizeof text, "%llu", (unsigned long long)unsigned_at(at, array->item_size));
    emit_text(&record.text, text, (size_t)length);
}

/* The distance in bytes to the memory of the array that this one is a view of; -1 if unknown. */
static int64_t offset_in_base(const Array *array)
{
    if (!array->is_view) return -1;
    int64_t offset = array->data - ((NumpyArray *)array->base)->data;
    return offset >= 0 ? offset : -1;
}

void emit_array(Index index)
{
    Array array;
    char name[16];
    int64_t bytes;
    PyObject *object = rows[index].object;
    if (!read_array(object, rows[index].type->walk, &array)) return;
    bytes = array.item_size;
    for (int n = 0; n < array.dimensions; n++) bytes *= array.lengths[n];
    int64_t base = array.base ? track(array.base, index) : 0;
    EMIT(&record.objects, base, offset_in_base(&array), bytes, array.dimensions);
    for (int n = 0; n < array.dimensions; n++) emit(&record.objects, array.lengths[n]);
    for (int n = 0; n < array.dimensions; n++) emit(&record.objects, array.strides[n]);
    snprintf(name, sizeof name, "%c%c%d", array.item_size > 1 ? '<' : '|', array.kind, array.item_size);
    size_t before = record.text.length;
    for_each_value(&array, emit_value_text);
    EMIT(&record.objects, name_of_text(name), (int64_t)(record.text.length - before));
}
