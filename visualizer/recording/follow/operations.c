/* Applies the operations of a record, like operations.py and objects.py. The tables
   ``before_step`` and ``in_step`` list them with their numbers of operands. */

#include "state.h"

#include <stddef.h>

#define OPERAND(n) number_at(record, record->at + (n))

/* Applies the operation whose operands begin at ``record->at``; -1 with Fault. */
typedef int Take(Follower *self, Record *record);

typedef struct Operation {
    Take *take;
    unsigned char width, each;   /* operands; numbers in an item of a list */
    size_t place;                /* offset of a list in Frame, of a number in Object or Follower */
    int64_t least, most;
    const char *name;
} Operation;

static int64_t counted(const Record *record, int64_t start, int64_t count, int each)
{
    REQUIRE(start <= record->count && 0 <= count && count <= (record->count - start) / each,
            "a list that is longer than its record");
    return start + count * each;
}

/* Take another list, which begins with its count; the index of its first item. */
static int64_t take_counted(Record *record, int each)
{
    REQUIRE(record->end < record->count, UNREADABLE);
    int64_t first = record->end + 1;
    record->end = counted(record, first, number_at(record, first - 1), each);
    return record->end < 0 ? -1 : first;
}

/* Copy the numbers from ``start`` to ``end`` into a list. */
static int copy_from(const Record *record, Numbers *numbers, int64_t start, int64_t end)
{
    return numbers_copy(numbers, record->numbers + 8 * start, (Py_ssize_t)(end - start));
}

static int append_from(const Record *record, Numbers *numbers, int64_t start, int64_t end)
{
    return numbers_append(numbers, record->numbers + 8 * start, (Py_ssize_t)(end - start));
}

int gain(Follower *self, int64_t serial)
{
    return numbers_add(&self->pending.gained, serial);
}

/* Take the list of alternating names and serials: check the names, gain the serials. */
static int take_pairs(Follower *self, const Record *record)
{
    for (int64_t at = record->list; at < record->end; at += 2) {
        REQUIRE(is_name(self, number_at(record, at)), "a name that is not known");
        TRY(gain(self, number_at(record, at + 1)));
    }
    return 0;
}

const char *take_text(Record *record, int64_t size)
{
    if (size < 0 || size > record->text_size - record->text_taken) {
        fault("a text that is longer than its record");
        return NULL;
    }
    const char *text = record->text + record->text_taken;
    record->text_taken += size;
    return text;
}

static PyObject *take_string(Record *record, int64_t size)
{
    const char *text = take_text(record, size);
    return text == NULL ? NULL : decode(text, size);
}

static int require_name(const Follower *self, int64_t number)
{
    REQUIRE(is_name(self, number), "name %lld is not known", (long long)number);
    return 0;
}

static int lose_pairs(Follower *self, const Numbers *pairs, Py_ssize_t from)
{
    for (Py_ssize_t n = from + 1; n < pairs->count; n += 2)
        TRY(numbers_add(&self->pending.lost, pairs->at[n]));
    return 0;
}

/* ---- operations allowed before a step ---- */

static int take_hello(Follower *self, Record *record)
{
    REQUIRE(OPERAND(0) == WIRE_VERSION, "the recorder speaks version %lld, this program %d",
            (long long)OPERAND(0), WIRE_VERSION);
    PyObject *python = take_string(record, OPERAND(2));
    PyObject *recorder = python == NULL ? NULL : take_string(record, OPERAND(3));
    PyObject *hello = Py_BuildValue("(NN)", python, recorder);
    if (hello == NULL) return -1;
    Py_XSETREF(self->hello, hello);
    return 0;
}

static int take_name(Follower *self, Record *record)
{
    PyObject *text = take_string(record, OPERAND(0));
    if (text == NULL) return -1;
    int is_same = 1;
    if (self->named == self->name_count) {
        if (PyList_Append(self->names, text) < 0) is_same = -1;
        else self->name_count++;
    } else {
        PyObject *known = PyList_GetItem(self->names, (Py_ssize_t)self->named);
        is_same = known == NULL ? -1 : PyUnicode_Compare(known, text) == 0;
    }
    Py_DECREF(text);
    if (is_same < 0) return -1;
    REQUIRE(is_same, "name %lld is not what it was", (long long)self->named);
    self->named++;
    return 0;
}

static int take_step(Follower *self, Record *record)
{
    Pending *pending = &self->pending;
    memcpy(self->place, record->numbers + 8 * record->at, sizeof self->place);
    self->value = self->exception = 0;
    self->in_flight.count = 0;
    pending->gained.count = pending->lost.count = 0;
    self->half_way = self->goes_on;
    if (self->goes_on) {
        /* This step takes over the changes of the step that was given up. */
        self->goes_on = 0;
        return 0;
    }
    self->freed.count = self->collections.count = 0;
    pending->born.count = pending->dead.count = pending->threads.count = 0;
    self->evaluated = 0;
    return 0;
}

static int take_source(Follower *self, Record *record)
{
    TRY(require_name(self, OPERAND(0)));
    PyObject *text = take_string(record, OPERAND(1));
    if (text == NULL) return -1;
    PyObject *file = PyList_GetItem(self->names, (Py_ssize_t)OPERAND(0));
    int done = file == NULL ? -1 : PyDict_SetItem(self->sources, file, text);
    Py_DECREF(text);
    return done;
}

/* ---- stacks and names ---- */

static int take_thread(Follower *self, Record *record)
{
    REQUIRE(OPERAND(0) >= 1, "thread %lld", (long long)OPERAND(0));
    TRY(require_name(self, OPERAND(1)));
    return append_from(record, &self->pending.threads, record->at, record->end);
}

static int drop_frames(Follower *self, int64_t thread, int64_t count)
{
    Stack *stack = map_get(&self->stacks, thread);
    Py_ssize_t there = stack == NULL ? 0 : stack->depth;
    REQUIRE(1 <= count && count <= there, "%lld frames taken off a stack of %lld",
            (long long)count, (long long)there);
    Py_ssize_t depth = there - (Py_ssize_t)count;
    for (Py_ssize_t n = depth; n < there; n++) {
        Frame *frame = &stack->frames[n];
        if (frame->kind != WIRE_FRAME_MODULE) TRY(lose_pairs(self, &frame->locals, 0));
        TRY(lose_pairs(self, &frame->comprehension, 0));
        TRY(numbers_append(&self->pending.lost, frame->operands.at, frame->operands.count));
        free_frame(frame);
    }
    stack->depth = depth;
    if (!depth) {
        map_remove(&self->stacks, thread);
        PyMem_Free(stack->frames);
        PyMem_Free(stack);
    }
    return touch_stack(self, thread, depth);
}

static int take_pop(Follower *self, Record *record)
{
    return drop_frames(self, OPERAND(0), OPERAND(1));
}

static Stack *make_stack(Follower *self, int64_t thread)
{
    Stack *stack = PyMem_Calloc(1, sizeof *stack);
    if (stack == NULL) no_memory();
    else if (map_put(&self->stacks, thread, stack) < 0) {
        PyMem_Free(stack);
        stack = NULL;
    }
    return stack;
}

static int take_push(Follower *self, Record *record)
{
    int64_t thread = OPERAND(0), serial = OPERAND(1), kind = OPERAND(4), line = OPERAND(5);
    REQUIRE(thread >= 1 && serial >= 1 && line >= 0 && 0 <= kind && kind < FRAME_KINDS,
            "frame %lld of kind %lld in line %lld of thread %lld", (long long)serial,
            (long long)kind, (long long)line, (long long)thread);
    TRY(require_name(self, OPERAND(2)));
    TRY(require_name(self, OPERAND(3)));
    Stack *stack = map_get(&self->stacks, thread);
    if (stack == NULL && (stack = make_stack(self, thread)) == NULL) return -1;
    TRY(touch_stack(self, thread, stack->depth));
    TRY(make_room(&stack->frames, &stack->room, stack->depth + 1, sizeof *stack->frames));
    stack->frames[stack->depth++] = (Frame){.serial = serial, .function = OPERAND(2),
                                            .file = OPERAND(3), .kind = kind, .line = line};
    return 0;
}

/* The frame that the first two operands name; NULL with Fault. */
static Frame *named_frame(const Follower *self, const Record *record)
{
    Frame *frame = frame_at(self, OPERAND(0), OPERAND(1));
    if (frame == NULL) {
        const Stack *stack = map_get(&self->stacks, OPERAND(0));
        fault("frame %lld of a stack of %lld", (long long)OPERAND(1),
              (long long)(stack == NULL ? 0 : stack->depth));
    }
    return frame;
}

static int touch_frame(Follower *self, const Record *record, Frame *frame)
{
    drop_made(&frame->view);
    return touch_stack(self, OPERAND(0), OPERAND(1));
}

static int take_line(Follower *self, Record *record)
{
    Frame *frame = named_frame(self, record);
    if (frame == NULL) return -1;
    REQUIRE(OPERAND(2) >= 0, "line %lld", (long long)OPERAND(2));
    frame->line = OPERAND(2);
    return touch_frame(self, record, frame);
}

/* Replace a list of a frame: names and their objects, operands, or lent names. */
static int take_list(Follower *self, Record *record)
{
    const size_t place = record->how->place;
    Frame *frame = named_frame(self, record);
    if (frame == NULL) return -1;
    REQUIRE(place != offsetof(Frame, locals) || frame->kind != WIRE_FRAME_MODULE,
            "locals of a module, which are its global names");
    Numbers *list = (Numbers *)((char *)frame + place);
    if (record->how->each == 2) {
        TRY(lose_pairs(self, list, 0));
        TRY(take_pairs(self, record));
    } else if (place == offsetof(Frame, lent)) {
        for (int64_t n = record->list; n < record->end; n++)
            TRY(require_name(self, number_at(record, n)));
    } else {
        TRY(numbers_append(&self->pending.lost, list->at, list->count));
        TRY(append_from(record, &self->pending.gained, record->list, record->end));
    }
    TRY(copy_from(record, list, record->list, record->end));
    return touch_frame(self, record, frame);
}

/* The locals of a module's frame are its global names; they are not sent twice. */
static int touch_globals(Follower *self, int64_t file)
{
    if (self->shows_changes) TRY(map_put(&self->changes.files, file, self));
    EACH_ENTRY(entry, &self->stacks) {
        Stack *stack = entry->value;
        for (Py_ssize_t depth = 0; depth < stack->depth; depth++) {
            Frame *frame = &stack->frames[depth];
            if (frame->kind != WIRE_FRAME_MODULE || frame->file != file) continue;
            drop_made(&frame->view);
            TRY(touch_stack(self, entry->key, depth));
        }
    }
    return 0;
}

static int drop_globals(Follower *self, int64_t file)
{
    const Numbers *names = map_get(&self->globals, file);
    if (names != NULL) TRY(lose_pairs(self, names, 0));
    numbers_map_remove(&self->globals, file);
    return touch_globals(self, file);
}

static int put_globals(Follower *self, Record *record, int64_t kept)
{
    int64_t file = OPERAND(0);
    Numbers *names = map_get(&self->globals, file);
    if (names == NULL && (names = numbers_map_add(&self->globals, file)) == NULL) return -1;
    REQUIRE(0 <= kept && kept <= names->count / 2, "global name %lld of %lld", (long long)kept,
            (long long)names->count / 2);
    TRY(lose_pairs(self, names, 2 * (Py_ssize_t)kept));
    TRY(take_pairs(self, record));
    names->count = 2 * (Py_ssize_t)kept;
    TRY(append_from(record, names, record->list, record->end));
    return touch_globals(self, file);
}

static int take_globals(Follower *self, Record *record)
{
    TRY(require_name(self, OPERAND(0)));
    if (OPERAND(1) == -1) return drop_globals(self, OPERAND(0));
    TRY(record->end = counted(record, record->list, OPERAND(1), 2));
    return put_globals(self, record, 0);
}

static int take_globals_from(Follower *self, Record *record)
{
    TRY(require_name(self, OPERAND(0)));
    return put_globals(self, record, OPERAND(1));
}

/* Rebind one name of a frame, or of the module whose frame it is. */
static int take_bind(Follower *self, Record *record)
{
    Frame *frame = named_frame(self, record);
    if (frame == NULL) return -1;
    const Numbers *names = locals_of(self, frame);
    int64_t place = OPERAND(2), known = names == NULL ? 0 : names->count / 2;
    REQUIRE(0 <= place && place < known, "name %lld of a frame that has %lld", (long long)place,
            (long long)known);
    int64_t *bound = &names->at[2 * place + 1];
    TRY(numbers_add(&self->pending.lost, *bound));
    TRY(gain(self, *bound = OPERAND(3)));
    if (frame->kind == WIRE_FRAME_MODULE) return touch_globals(self, frame->file);
    return touch_frame(self, record, frame);
}

/* ---- objects ---- */

static int take_object(Follower *self, Record *record)
{
    int64_t serial = OPERAND(0), size = OPERAND(3), length = OPERAND(6);
    REQUIRE(0 <= length && length <= record->count - record->list,
            "a content that is longer than its record");
    REQUIRE(serial > self->highest && map_get(&self->heap, serial) == NULL,
            "object %lld is born a second time", (long long)serial);
    REQUIRE(OPERAND(1) >= 0 && OPERAND(2) >= -1 && 0 <= size && size <= LARGEST_SIZE &&
            is_name(self, OPERAND(4)), "object %lld at %lld with count %lld, size %lld, type %lld",
            (long long)serial, (long long)OPERAND(1), (long long)OPERAND(2), (long long)size,
            (long long)OPERAND(4));
    Object *one = new_object(self);
    if (one == NULL) return -1;
    one->serial = serial, one->address = OPERAND(1), one->count = OPERAND(2), one->size = size;
    one->type = (int32_t)OPERAND(4);
    one->made = Py_NewRef(Py_None);  /* the old value that ``changes`` gives */
    if (map_put(&self->heap, serial, one) < 0) {
        free_object(self, one);
        return -1;
    }
    if (serial > self->newest) self->newest = serial;
    self->bytes += size;
    const int64_t birth[] = {self->steps + 1, serial, one->address};
    if (self->is_of_lives) TRY(numbers_append(&self->births, birth, 3));
    TRY(touch_object(self, one));
    TRY(numbers_add(&self->pending.born, (intptr_t)one));
    record->end = record->list + length;
    return take_body(self, record, one, OPERAND(5), record->list, length);
}

static int take_content(Follower *self, Record *record)
{
    Object *one = known_object(self, OPERAND(0));
    if (one == NULL) return -1;
    TRY(lose_references(self, one));
    return take_body(self, record, one, OPERAND(1), record->list, OPERAND(2));
}

static int take_splice(Follower *self, Record *record)
{
    int64_t serial = OPERAND(0), start = OPERAND(1), removed = OPERAND(2), added = OPERAND(3);
    REQUIRE(record->end < record->count, UNREADABLE);
    int64_t whole = number_at(record, record->end++);
    Object *one = known_object(self, serial);
    if (one == NULL) return -1;
    int kind;
    Numbers *body = &one->body;
    Py_ssize_t head = items_at(one, &kind);
    REQUIRE(head >= 0, "object %lld has no items", (long long)serial);
    int64_t there = body->count - head;
    REQUIRE(0 <= start && 0 <= removed && start <= there && removed <= there - start,
            "items replaced beyond the end of a container");
    TRY(check_items(kind, whole, there - removed + added));
    Py_ssize_t place = head + (Py_ssize_t)start;
    TRY(numbers_append(&self->pending.lost, body->at + place, (Py_ssize_t)removed));
    TRY(append_from(record, &self->pending.gained, record->list, record->list + added));
    if (added > removed) TRY(numbers_make_room(body, (Py_ssize_t)(added - removed)));
    memmove(body->at + place + added, body->at + place + removed,
            (size_t)(there - start - removed) * sizeof *body->at);
    memcpy(body->at + place, record->numbers + 8 * record->list, (size_t)added * sizeof *body->at);
    body->count += (Py_ssize_t)(added - removed);
    body->at[head - 1] = whole;
    if (head > 1) body->at[head - 2] = body->count - head + 1;
    drop_shown(one);
    return 0;
}

/* Set one field of an object. */
static int take_field(Follower *self, Record *record)
{
    const Operation *how = record->how;
    int64_t value = OPERAND(1);
    REQUIRE(how->least <= value && value <= how->most, "object %lld with %s %lld",
            (long long)OPERAND(0), how->name, (long long)value);
    Object *one = known_object(self, OPERAND(0));
    if (one == NULL) return -1;
    int64_t *known = (int64_t *)((char *)one + how->place);
    if (known == &one->size) self->bytes += value - *known;
    *known = value;
    drop_made(&one->made);
    if (known != &one->is_unreachable || !self->is_of_lives) return 0;
    const int64_t island[] = {self->steps + 1, OPERAND(0), value};
    return numbers_append(&self->islands, island, 3);
}

static int free_one(Follower *self, Object *one)
{
    TRY(touch_object(self, one));
    TRY(lose_references(self, one));
    one->is_dead = 1;
    self->bytes -= one->size;
    const int64_t death[] = {self->steps + 1, one->serial};
    if (self->is_of_lives) TRY(numbers_append(&self->deaths, death, 2));
    TRY(numbers_add(&self->freed, one->serial));
    return numbers_add(&self->pending.dead, (intptr_t)one);
}

static int take_freed(Follower *self, Record *record)
{
    if (self->is_restoring)  /* a keyframe's heap has no dead objects of the step */
        return append_from(record, &self->freed, record->list, record->end);
    for (int64_t n = record->list; n < record->end; n++) {
        Object *one = find_object(self, number_at(record, n));
        REQUIRE(one != NULL && one->serial <= self->highest, "object %lld was freed but not there",
                (long long)number_at(record, n));
        TRY(free_one(self, one));
    }
    return 0;
}

static int drop_range(Follower *self, int64_t key)
{
    if (self->shows_changes) TRY(map_put(&self->changes.ranges, key, self));
    numbers_map_remove(&self->ranges, key);
    return 0;
}

static int take_range(Follower *self, Record *record)
{
    int64_t kind = OPERAND(0), start = OPERAND(1), size = OPERAND(2);
    int is_so = 0 <= kind && kind < WIRE_RANGE_KINDS && 0 <= start && start < HIGHEST_ADDRESS &&
                0 <= size && size <= LARGEST_SIZE;
    for (int64_t n = record->list; n < record->end; n++)
        is_so = is_so && number_at(record, n) >= 0;
    REQUIRE(is_so, "a range of kind %lld at %lld", (long long)kind, (long long)start);
    /* Two ranges of different kinds may begin at one address. */
    int64_t key = start << 2 | kind;
    TRY(drop_range(self, key));
    if (size == 0) return 0;
    Numbers *range = numbers_map_add(&self->ranges, key);
    return range == NULL ? -1 : copy_from(record, range, record->at, record->end);
}

static int take_reset(Follower *self, Record *record)
{
    (void)record;
    Pending *pending = &self->pending;
    EACH_ENTRY(entry, &self->stacks)
        TRY(drop_frames(self, entry->key, ((Stack *)entry->value)->depth));
    EACH_ENTRY(entry, &self->globals)
        TRY(drop_globals(self, entry->key));
    EACH_ENTRY(entry, &self->heap) {
        Object *one = entry->value;
        one->held = 0;
        if (!one->is_dead) TRY(free_one(self, one));
    }
    pending->gained.count = pending->lost.count = pending->born.count = 0;
    self->half_way = 0;
    numbers_map_clear(&self->locks);
    self->changes.relocked = 1;
    EACH_ENTRY(entry, &self->ranges)
        TRY(drop_range(self, entry->key));
    return 0;
}

/* ---- the step itself ---- */

/* Set one number of the step. */
static int take_number(Follower *self, Record *record)
{
    *(int64_t *)((char *)self + record->how->place) = OPERAND(0);
    return 0;
}

static int take_collection(Follower *self, Record *record)
{
    int is_so = self->is_restoring || OPERAND(0) >= 0;
    for (int64_t n = record->list; n < record->end && !self->is_restoring; n++)
        is_so = is_so && 0 < number_at(record, n) && number_at(record, n) <= self->highest;
    REQUIRE(is_so, "a collection of what never was");
    return append_from(record, &self->collections, record->at, record->end);
}

/* ---- references other than contents ---- */

static int take_runs(Follower *self, Record *record)
{
    Stack *stack = map_get(&self->stacks, OPERAND(0));
    int64_t code = OPERAND(1), address = OPERAND(2), namespace = OPERAND(3);
    REQUIRE(stack != NULL && map_get(&self->codes, code) != NULL && address >= 0 &&
            namespace >= 0, "code %lld is not known, or has no frame at %lld", (long long)code,
            (long long)address);
    Frame *frame = &stack->frames[stack->depth - 1];
    frame->code = code, frame->address = address, frame->namespace = namespace;
    drop_made(&frame->view);
    return 0;
}

static int take_held(Follower *self, Record *record)
{
    int64_t way = OPERAND(0), serial = OPERAND(1), count = OPERAND(2);
    REQUIRE(0 <= way && way < HELD_WAYS && serial >= 1 && count >= 1,
            "object %lld is held %lld times in way %lld", (long long)serial, (long long)count,
            (long long)way);
    return append_from(record, &self->in_flight, record->at, record->end);
}

static int take_code(Follower *self, Record *record)
{
    int64_t middle = record->end, constants = take_counted(record, 3);
    TRY(constants);
    REQUIRE(OPERAND(0) == self->codes.live + 1 && OPERAND(3) >= 0 && OPERAND(4) >= 0 &&
            OPERAND(5) >= 0 && OPERAND(6) >= 0, "code %lld at %lld in line %lld",
            (long long)OPERAND(0), (long long)OPERAND(4), (long long)OPERAND(3));
    TRY(require_name(self, OPERAND(1)));
    TRY(require_name(self, OPERAND(2)));
    for (int64_t n = record->list; n < middle; n += 2)
        TRY(require_name(self, number_at(record, n)));
    for (int64_t n = constants + 2; n < record->end; n += 3)
        REQUIRE(number_at(record, n) >= 0,
                "code %lld has a constant that is held less than not at all",
                (long long)OPERAND(0));
    Numbers *code = numbers_map_add(&self->codes, OPERAND(0));
    return code == NULL ? -1 : copy_from(record, code, record->at, record->end);
}

static int take_parts(Follower *self, Record *record)
{
    for (int64_t n = record->list; n < record->end; n += 3)
        REQUIRE(0 <= number_at(record, n) && number_at(record, n) < PART_KINDS,
                "object %lld has a part of kind %lld", (long long)OPERAND(0),
                (long long)number_at(record, n));
    Object *one = known_object(self, OPERAND(0));
    if (one == NULL) return -1;
    if (one->parts == NULL && (one->parts = PyMem_Calloc(1, sizeof *one->parts)) == NULL)
        return no_memory();
    TRY(copy_from(record, one->parts, record->list, record->end));
    drop_shown(one);
    return 0;
}

static int take_locks(Follower *self, Record *record)
{
    int64_t count = OPERAND(0);
    numbers_map_clear(&self->locks);
    self->changes.relocked = 1;
    REQUIRE(count >= 0, "locks that cannot be");
    for (int64_t n = 0; n < count; n++) {
        int64_t first = record->end;
        REQUIRE(first + 2 <= record->count, UNREADABLE);
        record->end += 2;
        for (int list = 0; list < 3; list++) TRY(take_counted(record, 1));
        int is_so = map_get(&self->locks, number_at(record, first)) == NULL;
        for (int64_t place = first + 1; place < record->end; place++)
            is_so = is_so && number_at(record, place) >= 0;
        REQUIRE(is_so, "locks that cannot be");
        Numbers *use = numbers_map_add(&self->locks, number_at(record, first));
        if (use == NULL) return -1;
        TRY(copy_from(record, use, first + 1, record->end));
    }
    return 0;
}

/* Check an expression's value; the state does not depend on it. */
static int take_expression(Follower *self, Record *record)
{
    int64_t line = OPERAND(3), column = OPERAND(4), end_line = OPERAND(5), end_column = OPERAND(6);
    int is_place = line >= 1 && column >= 0 && end_column >= 0 && end_line >= line &&
                   (end_line > line || end_column >= column);
    int is_value = 0 <= OPERAND(7) && OPERAND(7) < EXPRESSION_KINDS && OPERAND(8) >= 0 &&
                   OPERAND(9) != 0 && OPERAND(11) >= -1 && (OPERAND(13) == 0 || OPERAND(13) == 1);
    REQUIRE(OPERAND(0) >= 1 && OPERAND(1) >= 0 && is_place && is_value,
            "an expression in line %lld that cannot be", (long long)line);
    TRY(require_name(self, OPERAND(2)));
    TRY(require_name(self, OPERAND(12)));
    const char *text = take_text(record, OPERAND(14));
    if (text == NULL) return -1;
    int64_t characters = characters_of(text, OPERAND(14));
    TRY(characters);
    REQUIRE(characters <= WIRE_MOST_BRIEF, "an expression in line %lld that cannot be", (long long)line);
    if (OPERAND(9) > self->evaluated) self->evaluated = OPERAND(9);
    self->evaluations++;
    return 0;
}

/* Check a count within a line; the state does not depend on it. */
static int take_meanwhile(Follower *self, Record *record)
{
    REQUIRE(0 < OPERAND(0) && OPERAND(0) <= self->highest && OPERAND(1) > 0,
            "a count of object %lld inside a line that cannot be", (long long)OPERAND(0));
    return 0;
}

/* ---- whole records ---- */

static const Operation before_step[] = {
    [WIRE_HELLO] = {take_hello, 4},
    [WIRE_TEXT] = {take_name, 1},
    [WIRE_STEP] = {take_step, PLACE},
    [WIRE_SOURCE] = {take_source, 2},
};

static const Operation in_step[] = {
    [WIRE_TEXT] = {take_name, 1},
    [WIRE_THREAD] = {take_thread, 2},
    [WIRE_POP] = {take_pop, 2},
    [WIRE_PUSH] = {take_push, 6},
    [WIRE_LINE] = {take_line, 3},
    [WIRE_LOCALS] = {take_list, 3, 2, offsetof(Frame, locals)},
    [WIRE_GLOBALS] = {take_globals, 2},
    [WIRE_GLOBALS_FROM] = {take_globals_from, 3, 2},
    [WIRE_BIND] = {take_bind, 4},
    [WIRE_OBJECT] = {take_object, 7},
    [WIRE_CONTENT] = {take_content, 3, 1},
    [WIRE_SPLICE] = {take_splice, 4, 1},
    [WIRE_COUNT] = {take_field, 2, 0, offsetof(Object, count), -1, INT64_MAX, "count"},
    [WIRE_SIZE] = {take_field, 2, 0, offsetof(Object, size), 0, LARGEST_SIZE, "size"},
    [WIRE_UNREACHABLE] = {take_field, 2, 0, offsetof(Object, is_unreachable), 0, 1, "flag"},
    [WIRE_FREED] = {take_freed, 1, 1},
    [WIRE_RESET] = {take_reset},
    [WIRE_VALUE] = {take_number, 1, 0, offsetof(Follower, value)},
    [WIRE_EXCEPTION] = {take_number, 1, 0, offsetof(Follower, exception)},
    [WIRE_COLLECTION] = {take_collection, 2, 1},
    [WIRE_SOURCE] = {take_source, 2},
    [WIRE_PARTS] = {take_parts, 2, 3},
    [WIRE_CODE] = {take_code, 8, 2},
    [WIRE_RUNS] = {take_runs, 4},
    [WIRE_OPERANDS] = {take_list, 3, 1, offsetof(Frame, operands)},
    [WIRE_LENT] = {take_list, 3, 1, offsetof(Frame, lent)},
    [WIRE_COMPREHENSION] = {take_list, 3, 2, offsetof(Frame, comprehension)},
    [WIRE_HELD] = {take_held, 3},
    [WIRE_LOCKS] = {take_locks, 1},
    [WIRE_RANGE] = {take_range, 4, 1},
    [WIRE_APART] = {take_field, 2, 0, offsetof(Object, apart), 0, INT64_MAX, "second block"},
    [WIRE_DELETED] = {take_field, 2, 0, offsetof(Object, deleted), 0, LARGEST_SIZE,
                      "deleted entries"},
    [WIRE_EXPRESSION] = {take_expression, 15},
    [WIRE_MEANWHILE] = {take_meanwhile, 2},
};

static const Operation *operation_of(int64_t number, int is_step)
{
    const Operation *known = is_step ? in_step : before_step;
    size_t count = (is_step ? sizeof in_step : sizeof before_step) / sizeof *known;
    int is_known = 0 <= number && (size_t)number < count && known[number].take != NULL;
    return is_known ? &known[number] : NULL;
}

int64_t begin_of_step(const Record *record)
{
    int64_t at = 0;
    for (const Operation *how; at < record->count; at += 1 + how->width) {
        int64_t number = number_at(record, at);
        if (number == WIRE_STEP || (how = operation_of(number, 0)) == NULL) break;
    }
    return at;
}

static int take_operation(Follower *self, Record *record, int64_t number, int is_step)
{
    if (is_step && number == WIRE_MORE) {
        REQUIRE(record->end == record->count, "a record that goes on behind its end");
        self->has_more = 1;
        return 0;
    }
    const Operation *how = record->how = operation_of(number, is_step);
    REQUIRE(how != NULL, "operation %lld is not known here", (long long)number);
    REQUIRE(how->width <= record->count - record->end, UNREADABLE);
    record->at = record->end;
    record->list = record->end = record->at + how->width;
    if (how->each)
        TRY(record->end = counted(record, record->list, OPERAND(how->width - 1), how->each));
    return how->take(self, record);
}

/* Count the gained and lost references of each object. */
static int refer(Follower *self)
{
    Pending *pending = &self->pending;
    for (Py_ssize_t n = 0; n < pending->gained.count; n++) {
        Object *one = find_object(self, pending->gained.at[n]);
        REQUIRE(one != NULL, "object %lld is referred to but not known",
                (long long)pending->gained.at[n]);
        one->held++;
    }
    for (Py_ssize_t n = 0; n < pending->lost.count; n++) {
        Object *one = map_get(&self->heap, pending->lost.at[n]);
        REQUIRE(one != NULL, "object %lld is let go of but not known",
                (long long)pending->lost.at[n]);
        one->held--;
    }
    return 0;
}

/* Remove the addresses of the dead, and add those of the born. */
static int settle(Follower *self)
{
    Pending *pending = &self->pending;
    for (Py_ssize_t n = 0; n < pending->dead.count; n++)
        map_remove(&self->addresses, pointer_at(&pending->dead, n)->address);
    for (Py_ssize_t n = 0; n < pending->born.count; n++) {
        const Object *one = pointer_at(&pending->born, n);
        REQUIRE(map_get(&self->addresses, one->address) == NULL,
                "two objects are alive at one address, one of them %lld", (long long)one->serial);
        TRY(map_put(&self->addresses, one->address, (void *)(intptr_t)one->serial));
    }
    return 0;
}

static int bury(Follower *self)
{
    Pending *pending = &self->pending;
    for (Py_ssize_t n = 0; n < pending->dead.count; n++) {
        Object *one = pointer_at(&pending->dead, n);
        REQUIRE(one->held == 0, "object %lld was freed while something referred to it",
                (long long)one->serial);
        map_remove(&self->heap, one->serial);
        free_object(self, one);
    }
    return 0;
}

static int require_object(const Follower *self, int64_t serial)
{
    REQUIRE(!serial || find_object(self, serial) != NULL,
            "object %lld is referred to but not known", (long long)serial);
    return 0;
}

static int check_locks(const Follower *self)
{
    EACH_ENTRY(entry, &self->locks)
        REQUIRE(find_object(self, entry->key) != NULL, "a lock that is waited for and not known");
    return 0;
}

static int name_threads(Follower *self)
{
    const Numbers *threads = &self->pending.threads;
    for (Py_ssize_t n = 0; n < threads->count; n += 2) {
        void *name = (void *)(intptr_t)(threads->at[n + 1] + 1);
        TRY(map_put(&self->threads, threads->at[n], name));
        self->changes.renamed = 1;
    }
    return 0;
}

/* Note how much is alive and which call runs, if that differs from the step before. */
static int note_course(Follower *self)
{
    ChunkFacts *chunk = &self->chunk;
    const Stack *stack = map_get(&self->stacks, self->place[1]);
    int64_t where[ENTRY - 1] = {self->heap.live, self->bytes, self->place[1], self->place[4], 0, 0};
    if (stack != NULL) {
        /* The frames are those of the traceback: only the first call still runs. */
        int is_over = self->place[0] == WIRE_EVENT_UNCAUGHT;
        where[5] = is_over ? 1 : stack->depth;
        where[4] = stack->frames[where[5] - 1].serial;
        if (is_over) where[3] = stack->frames[0].function;
    }
    if (self->bytes > chunk->peak) chunk->peak = self->bytes;
    if (chunk->steps && !memcmp(where, chunk->where, sizeof where)) return 0;
    memcpy(chunk->where, where, sizeof where);
    TRY(numbers_add(&chunk->profile, chunk->steps));
    return numbers_append(&chunk->profile, where, ENTRY - 1);
}

static int note_step(Follower *self, int wrote)
{
    ChunkFacts *chunk = &self->chunk;
    TRY(make_room(&chunk->events, &chunk->room, chunk->steps + 1, 1));
    TRY(note_course(self));
    int64_t file = self->place[2], line = self->place[3];
    int is_line = self->place[0] == WIRE_EVENT_LINE && line <= UINT32_MAX;
    TRY(numbers_add(&chunk->lines, is_line ? file << 32 | line : -1));
    chunk->events[chunk->steps++] = (unsigned char)(
        self->place[0] | (wrote ? WROTE : 0) | (self->collections.count ? COLLECTED : 0));
    chunk->touched_good = chunk->touched.count;
    return 0;
}

/* Check a whole step, and apply it to the state. */
static int commit(Follower *self)
{
    Pending *pending = &self->pending;
    const int64_t *place = self->place;
    REQUIRE(is_name(self, place[2]) && is_name(self, place[4]), "a name that is not known");
    REQUIRE(0 <= place[0] && place[0] < EVENTS && place[1] >= 1 && place[3] >= 0,
            "event %lld in line %lld of thread %lld", (long long)place[0], (long long)place[3],
            (long long)place[1]);
    /* A program may truncate its own output file; the counts never fall. */
    int wrote = place[5] > self->written[0] || place[6] > self->written[1];
    for (int n = 0; n < 2; n++)
        if (place[5 + n] > self->written[n]) self->written[n] = place[5 + n];
    REQUIRE(!self->half_way, "a step follows one that is not whole");
    TRY(refer(self));
    TRY(settle(self));
    REQUIRE(self->evaluated <= Py_MAX(self->highest, self->newest),
            "an expression's object %lld is not known", (long long)self->evaluated);
    int is_lock_to_check = self->locks.live && (self->changes.relocked || pending->dead.count);
    TRY(bury(self));
    self->goes_on = 0;
    TRY(require_object(self, self->value));
    TRY(require_object(self, self->exception));
    for (Py_ssize_t n = 1; n < self->in_flight.count; n += 3)
        TRY(require_object(self, self->in_flight.at[n]));
    if (is_lock_to_check) TRY(check_locks(self));
    TRY(name_threads(self));
    self->last_event = (int)place[0];
    int is_end = place[0] == WIRE_EVENT_FINISH || place[0] == WIRE_EVENT_UNCAUGHT;
    if (is_end && self->ended < 0) self->ended = (int)place[0];
    self->steps++;
    return self->is_indexing ? note_step(self, wrote) : 0;
}

/* End a record whose step goes on: the next record may bring objects that it refers to. */
static int end_part(Follower *self)
{
    REQUIRE(!self->half_way, "a step follows one that is not whole");
    self->goes_on = 1;
    self->chunk.touched_good = self->chunk.touched.count;
    return 0;
}

int follow_record(Follower *self, const char *data, int64_t count, int64_t text_size)
{
    Record record = {.numbers = data, .text = data + 8 * count, .count = count,
                     .text_size = text_size};
    int is_step = 0;
    self->is_broken = 1;
    if (self->goes_on && count && number_at(&record, 0) == WIRE_ON) is_step = 1, record.end = 1;
    while (record.end < count) {
        int64_t number = number_at(&record, record.end++);
        TRY(take_operation(self, &record, number, is_step));
        if (number == WIRE_STEP) is_step = 1;
    }
    REQUIRE(record.text_taken == text_size, "a record that is not as long as it says");
    int is_whole = is_step && !self->has_more;
    if (is_whole) TRY(commit(self));
    else if (is_step) TRY(end_part(self));
    if (is_step && self->newest > self->highest) self->highest = self->newest;
    self->has_more = 0;
    self->is_broken = 0;
    return is_whole;
}
