/* Arrays of numbers: numpy's, and those of the module array (Modules/arraymodule.c). Of the values only one corner is
   read, as objects/arrays.py does for arrays of every type. numpy's layout is part of its ABI
   (numpy/ndarraytypes.h). */

#include "engine.h"

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

/* An array of either kind. ``kind`` is numpy's: b, i, u or f. */
typedef struct {
    const char *data;
    int dimensions, item_size;
    const Py_ssize_t *lengths, *strides;
    Py_ssize_t own[2];      /* length and stride of a plain array */
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

/* ``array`` must not be moved: it may point to itself. */
static int read_array(PyObject *object, int walk, Array *array)
{
    return walk == NUMPY_ARRAY ? read_numpy_array(object, array) : read_plain_array(object, array);
}

int is_array_of_numbers(PyObject *object, int walk)
{
    Array array;
    return read_array(object, walk, &array);
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

/* ---- words: all that is emitted, then the base ---- */

static void put_value(const Array *array, const char *at, int row, int column)
{
    uint64_t word = 0;
    memcpy(&word, at, (size_t)array->item_size);
    structure_put((void *)(uintptr_t)word);
}

void put_array(PyObject *object, int walk)
{
    Array array;
    if (!read_array(object, walk, &array)) return;
    structure_put(array.data);
    structure_put((void *)(intptr_t)(array.kind << 8 | array.item_size));
    for (int n = 0; n < array.dimensions; n++) {
        structure_put((void *)array.lengths[n]);
        structure_put((void *)array.strides[n]);
    }
    for_each_value(&array, put_value);
    structure_begin_referents();
    structure_put(array.base);
}

/* ---- emission ---- */

static int64_t signed_at(const char *at, int size)
{
    int8_t one;
    int16_t two;
    int32_t four;
    int64_t eight;
    switch (size) {
    case 1: memcpy(&one, at, sizeof one); return one;
    case 2: memcpy(&two, at, sizeof two); return two;
    case 4: memcpy(&four, at, sizeof four); return four;
    default: memcpy(&eight, at, sizeof eight); return eight;
    }
}

static uint64_t unsigned_at(const char *at, int size)
{
    uint64_t word = 0;
    memcpy(&word, at, (size_t)size);    /* little endian */
    return word;
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
