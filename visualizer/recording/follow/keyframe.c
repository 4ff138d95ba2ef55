/* Writes all objects as wire records: keyframe.py writes the rest of a state. */

#include "state.h"

#include <stdlib.h>

/* The record that is being made. */
typedef struct {
    Numbers numbers;
    char *text;
    Py_ssize_t text_size, text_room, most;
    PyObject *records;
} Maker;

#define PUT(...) TRY(numbers_append(&maker->numbers, (const int64_t[]){__VA_ARGS__}, \
                                    sizeof (const int64_t[]){__VA_ARGS__} / sizeof(int64_t)))

static int put_all(Maker *maker, const Numbers *numbers)
{
    return numbers_append(&maker->numbers, numbers->at, numbers->count);
}

static int put_text(Maker *maker, const char *text, Py_ssize_t size)
{
    TRY(make_room(&maker->text, &maker->text_room, maker->text_size + size, 1));
    if (size) memcpy(maker->text + maker->text_size, text, (size_t)size);
    maker->text_size += size;
    return 0;
}

static int end_record(Maker *maker)
{
    Py_ssize_t numbers = 8 * maker->numbers.count, text = maker->text_size, padding = -text & 7;
    PyObject *record = PyBytes_FromStringAndSize(NULL, 16 + numbers + text + padding);
    if (record == NULL) return -1;
    char *to = PyBytes_AS_STRING(record);
    const int64_t head[] = {maker->numbers.count, text};
    memcpy(to, head, sizeof head);
    memcpy(to + 16, maker->numbers.at, (size_t)numbers);
    if (text) memcpy(to + 16 + numbers, maker->text, (size_t)text);
    memset(to + 16 + numbers + text, 0, (size_t)padding);
    maker->numbers.count = maker->text_size = 0;
    int done = PyList_Append(maker->records, record);
    Py_DECREF(record);
    return done;
}

static int put_object(Maker *maker, const Object *one)
{
    PUT(WIRE_OBJECT, one->serial, one->address, one->count, one->size, one->type, one->kind);
    if (one->kind == WIRE_SCALAR) PUT(2, one->whole, one->text_size);
    else {
        PUT(one->body.count);
        TRY(put_all(maker, &one->body));
    }
    TRY(put_text(maker, one->text, one->text_size));
    if (one->parts != NULL && one->parts->count) {
        PUT(WIRE_PARTS, one->serial, one->parts->count / 3);
        TRY(put_all(maker, one->parts));
    }
    if (one->apart) PUT(WIRE_APART, one->serial, one->apart);
    if (one->deleted) PUT(WIRE_DELETED, one->serial, one->deleted);
    if (one->is_unreachable) PUT(WIRE_UNREACHABLE, one->serial, 1);
    return 0;
}

static int by_serial(const void *one, const void *other)
{
    int64_t first = (*(Object *const *)one)->serial, second = (*(Object *const *)other)->serial;
    return (first > second) - (first < second);
}

static int put_objects(Maker *maker, const Follower *self)
{
    Py_ssize_t count = 0;
    Object **objects = PyMem_Malloc((size_t)self->heap.live * sizeof *objects + 1);
    if (objects == NULL) return no_memory();
    EACH_ENTRY(entry, &self->heap) objects[count++] = entry->value;
    qsort(objects, (size_t)count, sizeof *objects, by_serial);
    int done = 0;
    for (Py_ssize_t n = 0; n < count && done == 0; n++) {
        if (maker->numbers.count > maker->most) {
            done = numbers_add(&maker->numbers, WIRE_MORE) < 0 || end_record(maker) < 0 ||
                   numbers_add(&maker->numbers, WIRE_ON) < 0;
            if (done) break;
        }
        done = put_object(maker, objects[n]) < 0;
    }
    PyMem_Free(objects);
    return done ? -1 : 0;
}

PyObject *object_records(const Follower *self, PyObject *arguments)
{
    Py_buffer head, tail;
    Maker maker = {0};
    if (!PyArg_ParseTuple(arguments, "y*y*n", &head, &tail, &maker.most)) return NULL;
    maker.records = PyList_New(0);
    if (maker.records == NULL || numbers_append(&maker.numbers, head.buf, head.len / 8) < 0 ||
        put_objects(&maker, self) < 0 ||
        numbers_append(&maker.numbers, tail.buf, tail.len / 8) < 0 || end_record(&maker) < 0)
        Py_CLEAR(maker.records);
    PyBuffer_Release(&head);
    PyBuffer_Release(&tail);
    numbers_free(&maker.numbers);
    PyMem_Free(maker.text);
    return maker.records;
}
