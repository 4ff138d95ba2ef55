/* Writes a whole state as wire records, like plain_follower.py. */

#include "state.h"

#include <stdlib.h>

/* The record that is being made. */
typedef struct {
    Numbers numbers;
    char *text;
    Py_ssize_t text_size, text_room, most;
    PyObject *records;
    int is_first;
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

static int put_step(Maker *maker, const Follower *self)
{
    const int64_t *place = self->place, *in_flight = self->in_flight.at;
    PUT(WIRE_STEP, place[0], place[1], place[2], place[3], place[4], self->written[0],
        self->written[1]);
    if (self->value) PUT(WIRE_VALUE, self->value);
    if (self->exception) PUT(WIRE_EXCEPTION, self->exception);
    for (Py_ssize_t n = 0; n < self->in_flight.count; n += 3)
        PUT(WIRE_HELD, in_flight[n], in_flight[n + 1], in_flight[n + 2]);
    if (maker->is_first) return 0;
    if (self->freed.count) PUT(WIRE_FREED, self->freed.count);
    TRY(put_all(maker, &self->freed));
    for (Py_ssize_t n = 0; n < self->collections.count;) {
        Py_ssize_t size = 2 + (Py_ssize_t)self->collections.at[n + 1];
        PUT(WIRE_COLLECTION);
        TRY(numbers_append(&maker->numbers, self->collections.at + n, size));
        n += size;
    }
    return 0;
}

static int put_frame_list(Maker *maker, int64_t operation, int64_t thread, int64_t depth,
                          const Numbers *numbers, int each)
{
    if (numbers->count) PUT(operation, thread, depth, numbers->count / each);
    return put_all(maker, numbers);
}

static int put_frame(Maker *maker, int64_t thread, int64_t depth, const Frame *frame)
{
    PUT(WIRE_PUSH, thread, frame->serial, frame->function, frame->file, frame->kind, frame->line);
    if (frame->code) PUT(WIRE_RUNS, thread, frame->code, frame->address, frame->namespace);
    if (frame->kind != WIRE_FRAME_MODULE)
        TRY(put_frame_list(maker, WIRE_LOCALS, thread, depth, &frame->locals, 2));
    TRY(put_frame_list(maker, WIRE_OPERANDS, thread, depth, &frame->operands, 1));
    TRY(put_frame_list(maker, WIRE_LENT, thread, depth, &frame->lent, 1));
    return put_frame_list(maker, WIRE_COMPREHENSION, thread, depth, &frame->comprehension, 2);
}

static int put_stacks(Maker *maker, const Follower *self)
{
    EACH_ENTRY(entry, &self->stacks) {
        const Stack *stack = entry->value;
        for (Py_ssize_t depth = 0; depth < stack->depth; depth++)
            TRY(put_frame(maker, entry->key, depth, &stack->frames[depth]));
    }
    return 0;
}

/* Operations whose operands are the lists of a map. */
static int put_lists(Maker *maker, int64_t operation, const Map *map)
{
    EACH_ENTRY(entry, map) {
        PUT(operation);
        TRY(put_all(maker, entry->value));
    }
    return 0;
}

static int put_names(Maker *maker, const Follower *self)
{
    EACH_ENTRY(entry, &self->threads)
        PUT(WIRE_THREAD, entry->key, (intptr_t)entry->value - 1);
    TRY(put_lists(maker, WIRE_CODE, &self->codes));
    TRY(put_stacks(maker, self));
    EACH_ENTRY(entry, &self->globals) {
        PUT(WIRE_GLOBALS, entry->key, ((const Numbers *)entry->value)->count / 2);
        TRY(put_all(maker, entry->value));
    }
    return 0;
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

static int put_locks(Maker *maker, const Follower *self)
{
    PUT(WIRE_LOCKS, self->locks.live);
    EACH_ENTRY(entry, &self->locks) {
        PUT(entry->key);
        TRY(put_all(maker, entry->value));
    }
    return 0;
}

PyObject *keyframe_of(Follower *self, Py_ssize_t most, int is_first)
{
    Maker maker = {.most = most, .records = PyList_New(0), .is_first = is_first};
    if (maker.records == NULL) return NULL;
    if (put_step(&maker, self) < 0 || put_names(&maker, self) < 0 ||
        put_objects(&maker, self) < 0 || put_locks(&maker, self) < 0 ||
        put_lists(&maker, WIRE_RANGE, &self->ranges) < 0 || end_record(&maker) < 0)
        Py_CLEAR(maker.records);
    numbers_free(&maker.numbers);
    PyMem_Free(maker.text);
    return maker.records;
}
