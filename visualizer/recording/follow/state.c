#include "state.h"

#include <stddef.h>

enum { LEAST_ROOM = 4 };
enum { MOST_KEPT = 512 };                        /* bytes that a dead object keeps for the next */

PyObject *Fault;

int fault(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    PyErr_FormatV(Fault, format, arguments);
    va_end(arguments);
    return -1;
}

int no_memory(void)
{
    PyErr_NoMemory();
    return -1;
}

/* ---- lists ---- */

int make_room(void *list, Py_ssize_t *room, Py_ssize_t wanted, size_t each)
{
    void *items;  /* of some type, so the pointer to them is copied as bytes */
    if (*room >= wanted) return 0;
    Py_ssize_t more = *room ? *room + *room / 2 : LEAST_ROOM;
    if (more < wanted) more = wanted;
    memcpy(&items, list, sizeof items);
    items = PyMem_Realloc(items, (size_t)more * each);
    if (items == NULL) return no_memory();
    memcpy(list, &items, sizeof items);
    *room = more;
    return 0;
}

int numbers_make_room(Numbers *numbers, Py_ssize_t more)
{
    return make_room(&numbers->at, &numbers->room, numbers->count + more, sizeof *numbers->at);
}

int numbers_append(Numbers *numbers, const void *from, Py_ssize_t count)
{
    if (!count) return 0;
    if (numbers_make_room(numbers, count) < 0) return -1;
    memcpy(numbers->at + numbers->count, from, (size_t)count * sizeof *numbers->at);
    numbers->count += count;
    return 0;
}

/* A list that lasts has no more room than it needs. */
int numbers_copy(Numbers *numbers, const void *from, Py_ssize_t count)
{
    numbers->count = 0;
    if (!numbers->at && count) {
        numbers->at = PyMem_Malloc((size_t)count * sizeof *numbers->at);
        if (numbers->at == NULL) return no_memory();
        numbers->room = count;
    }
    return numbers_append(numbers, from, count);
}

void numbers_free(Numbers *numbers)
{
    PyMem_Free(numbers->at);
    *numbers = (Numbers){0};
}

Numbers *numbers_map_add(Map *map, int64_t key)
{
    Numbers *numbers = PyMem_Calloc(1, sizeof *numbers);
    if (numbers == NULL) no_memory();
    else if (map_put(map, key, numbers) < 0) {
        PyMem_Free(numbers);
        numbers = NULL;
    }
    return numbers;
}

void numbers_map_remove(Map *map, int64_t key)
{
    Numbers *numbers = map_get(map, key);
    if (numbers == NULL) return;
    map_remove(map, key);
    numbers_free(numbers);
    PyMem_Free(numbers);
}

void numbers_map_clear(Map *map)
{
    EACH_ENTRY(entry, map) {
        numbers_free(entry->value);
        PyMem_Free(entry->value);
    }
    map_clear(map);
}

/* ---- records ---- */

int64_t record_at(const char *records, Py_ssize_t left, int64_t head[2])
{
    if (left < RECORD_HEAD) return 0;
    memcpy(head, records, RECORD_HEAD);
    int is_small = 0 <= head[0] && head[0] <= WIRE_LONGEST_RECORD / 8 && 0 <= head[1] &&
                   head[1] <= WIRE_LONGEST_RECORD;
    int64_t size = is_small ? RECORD_HEAD + 8 * head[0] + ((head[1] + 7) & ~INT64_C(7)) : 0;
    if (!is_small || size > WIRE_LONGEST_RECORD) return fault("a record that is too long");
    return size <= left ? size : 0;
}

/* ---- objects ---- */

void drop_made(PyObject **made)
{
    if (*made != NULL) Py_CLEAR(*made);
}

void drop_shown(Object *one)
{
    drop_made(&one->made);
    drop_made(&one->content);
    drop_made(&one->made_parts);
    drop_made(&one->value);
}

Object *new_object(Follower *self)
{
    Object *one = self->spare;
    if (one == NULL) one = PyMem_Calloc(1, sizeof *one);
    else {
        self->spare = one->spare;
        self->spares--;
        memset(one, 0, offsetof(Object, body));
    }
    if (one == NULL) no_memory();
    return one;
}

void free_object(Follower *self, Object *one)
{
    drop_shown(one);
    if (one->parts != NULL) numbers_free(one->parts);
    PyMem_Free(one->parts);
    int is_full = self->spares == MOST_SPARES;
    if (is_full || one->body.room > MOST_KEPT / 8) numbers_free(&one->body);
    if (is_full || one->text_room > MOST_KEPT) {
        PyMem_Free(one->text);
        one->text = NULL, one->text_room = 0;
    }
    if (is_full) {
        PyMem_Free(one);
        return;
    }
    one->body.count = one->text_size = 0;
    one->spare = self->spare;
    self->spare = one;
    self->spares++;
}

void free_spares(Follower *self)
{
    for (Object *one; (one = self->spare) != NULL;) {
        self->spare = one->spare;
        numbers_free(&one->body);
        PyMem_Free(one->text);
        PyMem_Free(one);
    }
}

int touch_object(Follower *self, Object *one)
{
    Changes *changes = &self->changes;
    ChunkFacts *chunk = &self->chunk;
    if (self->shows_changes && one->touched != changes->epoch) {
        one->touched = changes->epoch;
        if (numbers_add(&changes->touched, one->serial) < 0) return -1;
        PyObject *old = heap_object(self, one);
        int done = old == NULL ? -1 : PyList_Append(changes->old, old);
        Py_XDECREF(old);
        if (done < 0) return -1;
    }
    if (self->is_indexing && one->chunk != chunk->epoch) {
        one->chunk = chunk->epoch;
        if (one->serial <= chunk->highest) return numbers_add(&chunk->touched, one->serial);
    }
    return 0;
}

Object *known_object(Follower *self, int64_t serial)
{
    Object *one = find_object(self, serial);
    if (one == NULL) fault("object %lld is not known", (long long)serial);
    else if (touch_object(self, one) < 0) one = NULL;
    return one;
}

/* ---- frames ---- */

void free_frame(Frame *frame)
{
    drop_made(&frame->view);
    numbers_free(&frame->locals);
    numbers_free(&frame->operands);
    numbers_free(&frame->lent);
    numbers_free(&frame->comprehension);
}

Frame *frame_at(const Follower *self, int64_t thread, int64_t depth)
{
    const Stack *stack = map_get(&self->stacks, thread);
    return stack != NULL && 0 <= depth && depth < stack->depth ? &stack->frames[depth] : NULL;
}

Numbers *locals_of(const Follower *self, Frame *frame)
{
    if (frame->kind == WIRE_FRAME_MODULE) return map_get(&self->globals, frame->file);
    return &frame->locals;
}

int touch_stack(Follower *self, int64_t thread, int64_t depth)
{
    if (!self->shows_changes) return 0;
    intptr_t known = (intptr_t)map_get(&self->changes.depths, thread);
    if (known && known - 1 <= depth) return 0;
    return map_put(&self->changes.depths, thread, (void *)(intptr_t)(depth + 1));
}
