#include "operations.h"

#include "bodies.h"

/* visualizer/recorder/wire.py */
enum { MODULE = 0, FRAME_KINDS = 6, LAST_WAY = 1, RESUME = 4 };

#define LARGEST ((int64_t)1 << 48)  /* no object is: sums of sizes need no look at whether they fit */

Now now;

/* ---- what all of them do ---- */

/* Text of so many bytes comes next in the record: plain, and as long as is said of it. */
static Outcome take_text(int64_t whole, int64_t length, Py_ssize_t *place)
{
    REQUIRE(0 <= length && length <= MOST_ITEMS && length <= record.length - record.taken);
    REQUIRE(whole == -1 || whole >= length);
    for (int64_t n = 0; n < length; n++) REQUIRE(!(record.text[record.taken + n] & 0x80));
    *place = record.text_at + record.taken;
    record.taken += (Py_ssize_t)length;
    return TAKEN;
}

/* ---- objects ---- */

/* A new scalar: its facts, then its text. */
static Outcome bear(const int64_t *facts, const int64_t *body, Object **born)
{
    REQUIRE(facts[0] > record.highest && facts[1] >= 0 && facts[2] >= -1);
    REQUIRE(0 <= facts[3] && facts[3] <= LARGEST && is_name(facts[4]));
    TRY(add_object(facts[0], born));
    Object *one = *born;
    one->address = facts[1], one->count = facts[2], one->size = facts[3], one->type = facts[4];
    one->whole = body[0], one->length = (Py_ssize_t)body[1];
    now.bytes += one->size;
    now.objects++;
    return take_text(body[0], body[1], &one->text);
}

static Outcome settle_birth(const Object *one)
{
    int64_t *there;
    TRY(find_address(one->address, &there));
    REQUIRE(*there == 0);
    *there = one->serial;
    if (one->serial > now.highest) now.highest = one->serial;
    return TAKEN;
}

static Outcome settle_death(Object *one)
{
    int64_t *there;
    REQUIRE(one->held <= 0);
    one->held = -1;
    TRY(find_address(one->address, &there));
    *there = 0;
    return TAKEN;
}

static void bury(Object *one)
{
    one->is_live = 0;
    now.bytes -= one->size;
    now.objects--;
    record.freed[record.freed_count++] = one->serial;
}

static Outcome has_number(PyObject *dict, int64_t key)
{
    PyObject *number = PyLong_FromLongLong(key);
    int found = number == NULL ? -1 : PyDict_Contains(dict, number);
    Py_XDECREF(number);
    return (Outcome)found;
}

static Outcome take_freed(const int64_t *serials, int64_t count)
{
    for (int64_t n = 0; n < count; n++) {
        Object *one;
        TRY(find_object(serials[n], &one));
        REQUIRE(one->is_scalar && serials[n] <= record.highest);
        Outcome is_lock = PyDict_GET_SIZE(now.locks) ? has_number(now.locks, serials[n]) : DIFFERENT;
        if (is_lock != DIFFERENT) return is_lock == FAILED ? FAILED : DIFFERENT;
        bury(one);
        record.dead[record.dead_count++] = one;
    }
    return TAKEN;
}

static Outcome take_count(const int64_t *operands)
{
    Object *one;
    TRY(find_object(operands[0], &one));
    REQUIRE(operands[1] >= -1);
    one->count = operands[1];
    one->is_touched = one->is_changed = 1;
    return TAKEN;
}

static Outcome take_size(const int64_t *operands)
{
    Object *one;
    TRY(find_object(operands[0], &one));
    REQUIRE(0 <= operands[1] && operands[1] <= LARGEST && one->size <= LARGEST);
    now.bytes += operands[1] - one->size;
    one->size = operands[1];
    one->is_touched = one->is_changed = 1;
    return TAKEN;
}

/* ---- frames ---- */

static Outcome frame_at(int64_t thread, int64_t depth, Frame **frame)
{
    REQUIRE(thread == now.thread && 0 <= depth && depth < now.depth);
    return find_frame((Py_ssize_t)depth, frame);
}

static void touch(int64_t depth)
{
    if (depth < now.touched) now.touched = (Py_ssize_t)depth;
}

static Outcome take_pop(const int64_t *operands)
{
    REQUIRE(operands[0] == now.thread && 1 <= operands[1] && operands[1] < now.depth);
    Py_ssize_t depth = now.depth - (Py_ssize_t)operands[1];
    for (Py_ssize_t n = depth; n < now.depth; n++) {
        Frame *frame;
        TRY(find_frame(n, &frame));
        REQUIRE(frame->kind == MODULE || lose(&frame->locals, 2));
        REQUIRE(lose(&frame->operands, 1));
    }
    now.depth = depth;
    if (depth < now.low) now.low = depth;
    touch(depth);
    return TAKEN;
}

static Outcome take_push(const int64_t *operands)
{
    REQUIRE(operands[0] == now.thread && operands[1] >= 1 && operands[5] >= 0);
    REQUIRE(MODULE < operands[4] && operands[4] < FRAME_KINDS);
    REQUIRE(is_name(operands[2]) && is_name(operands[3]));
    Frame *frame;
    TRY(add_frame(now.depth, &frame));
    frame->serial = operands[1], frame->function = operands[2], frame->file = operands[3];
    frame->kind = operands[4], frame->line = operands[5];
    touch(now.depth++);
    return TAKEN;
}

static Outcome take_runs(const int64_t *operands)
{
    Frame *frame;
    TRY(frame_at(operands[0], now.depth - 1, &frame));
    REQUIRE(frame->is_new && operands[2] >= 0 && operands[3] >= 0);
    TRY(has_number(now.codes, operands[1]));
    frame->code = operands[1], frame->address = operands[2], frame->namespace = operands[3];
    return TAKEN;
}

static Outcome take_line(const int64_t *operands)
{
    Frame *frame;
    TRY(frame_at(operands[0], operands[1], &frame));
    REQUIRE(operands[2] >= 0);
    frame->line = operands[2];
    frame->is_line_new = 1;
    touch(operands[1]);
    return TAKEN;
}

/* Whether no other frame of a module has the same names, as far as frames are known here. */
static int is_only_frame(const Frame *frame, int64_t depth)
{
    for (Py_ssize_t n = 0; n < now.depth; n++) {
        const Frame *other = known_frame(n);
        if (n != depth && other && other->kind == MODULE && other->file == frame->file) return 0;
    }
    return 1;
}

/* All names of a frame, or of the module whose frame it is. */
static Outcome take_names(Frame *frame, int64_t depth, const int64_t *flat, Py_ssize_t count)
{
    REQUIRE(lose(&frame->locals, 2));
    for (Py_ssize_t n = 0; n < count; n += 2) REQUIRE(is_name(flat[n]));
    gain(flat + 1, count, 2);
    frame->locals = (Numbers){keep_numbers(flat, count), count};
    frame->are_locals_new = 1;
    touch(depth);
    return frame->locals.at ? TAKEN : DIFFERENT;
}

static Outcome take_locals(const int64_t *operands)
{
    Frame *frame;
    TRY(frame_at(operands[0], operands[1], &frame));
    REQUIRE(frame->kind != MODULE);
    return take_names(frame, operands[1], operands + 3, 2 * (Py_ssize_t)operands[2]);
}

/* Of the module whose code is the outermost that runs. */
static Outcome take_globals(const int64_t *operands)
{
    Frame *frame;
    TRY(frame_at(now.thread, 0, &frame));
    REQUIRE(frame->kind == MODULE && frame->file == operands[0] && is_only_frame(frame, 0));
    return take_names(frame, 0, operands + 2, 2 * (Py_ssize_t)operands[1]);
}

static Outcome take_operands(const int64_t *operands)
{
    Frame *frame;
    Py_ssize_t count = (Py_ssize_t)operands[2];
    TRY(frame_at(operands[0], operands[1], &frame));
    REQUIRE(lose(&frame->operands, 1));
    gain(operands + 3, count, 1);
    frame->operands = (Numbers){keep_numbers(operands + 3, count), count};
    frame->are_operands_new = 1;
    touch(operands[1]);
    return frame->operands.at ? TAKEN : DIFFERENT;
}

/* ---- names ---- */

/* What a name refers to. */
static Outcome find_name(const int64_t *operands, int64_t **serial)
{
    Frame *frame;
    TRY(frame_at(operands[0], operands[1], &frame));
    REQUIRE(0 <= operands[2] && operands[2] < frame->locals.count / 2);
    REQUIRE(frame->kind != MODULE || is_only_frame(frame, operands[1]));
    frame->are_locals_new = 1;
    touch(operands[1]);
    *serial = &frame->locals.at[2 * operands[2] + 1];
    return TAKEN;
}

static Outcome take_bind(const int64_t *operands)
{
    int64_t *serial;
    TRY(find_name(operands, &serial));
    Numbers old = {serial, 1};
    REQUIRE(lose(&old, 1));
    gain(operands + 3, 1, 1);
    *serial = operands[3];
    return TAKEN;
}

/* Nothing else is under way in the record: this takes effect at once. */
static Outcome take_rebound(const int64_t *operands)
{
    int64_t *serial;
    Object *old, *one;
    TRY(find_name(operands, &serial));
    REQUIRE(!record.gained_count && !record.lost_count && !record.born_count && !record.dead_count);
    TRY(find_object(*serial, &old));
    REQUIRE(old->is_scalar && old->held == 1);
    bury(old);
    old->held = -1;
    TRY(settle_death(old));
    TRY(bear(operands + 3, operands + 8, &one));
    TRY(settle_birth(one));
    one->held = 1;
    record.highest = now.highest;
    *serial = one->serial;
    return TAKEN;
}

/* ---- one step ---- */

static Outcome take_operation(int64_t operation, const int64_t *operands)
{
    switch (operation) {
    case POP: return take_pop(operands);
    case PUSH: return take_push(operands);
    case LINE: return take_line(operands);
    case LOCALS: return take_locals(operands);
    case GLOBALS: return take_globals(operands);
    case SPLICE: return take_splice(operands);
    case CONTENT: return take_content(operands);
    case COUNT: return take_count(operands);
    case SIZE: return take_size(operands);
    case FREED: return take_freed(operands + 1, operands[0]);
    case BIND: return take_bind(operands);
    case REBOUND: return take_rebound(operands);
    case RUNS: return take_runs(operands);
    case OPERANDS: return take_operands(operands);
    case OBJECT: {
        Object *one;
        REQUIRE(operands[5] == SCALAR && operands[6] == 2);
        TRY(bear(operands, operands + 7, &one));
        record.born[record.born_count++] = one;
        return TAKEN;
    }
    case VALUE:
        now.value = operands[0];
        return TAKEN;
    default:  /* HELD */
        REQUIRE(0 <= operands[0] && operands[0] <= LAST_WAY && operands[1] >= 1 && operands[2] >= 1);
        int64_t *held = keep_numbers(operands, 3);
        REQUIRE(held != NULL && (!now.handed.count || now.handed.at + now.handed.count == held));
        if (!now.handed.count) now.handed.at = held;
        now.handed.count += 3;
        return TAKEN;
    }
}

/* The record is whole: what holds it together. */
static Outcome settle_references(void)
{
    Object *one;
    for (Py_ssize_t n = 0; n < record.gained_count; n++) {
        TRY(find_object(record.gained[n], &one));
        one->held = one->held < 0 ? 1 : one->held + 1;
        one->is_changed = 1;
    }
    for (Py_ssize_t n = 0; n < record.lost_count; n++) {
        Outcome found = find_object(record.lost[n], &one);
        for (Py_ssize_t m = 0; found == DIFFERENT && m < record.dead_count; m++)
            if (record.dead[m]->serial == record.lost[n]) one = record.dead[m], found = TAKEN;
        TRY(found);
        REQUIRE(one->held > 0);
        one->held--;
        one->is_changed = 1;
    }
    for (Py_ssize_t n = 0; n < record.dead_count; n++) TRY(settle_death(record.dead[n]));
    for (Py_ssize_t n = 0; n < record.born_count; n++) TRY(settle_birth(record.born[n]));
    if (now.value) TRY(find_object(now.value, &one));
    for (Py_ssize_t n = 1; n < now.handed.count; n += 3) TRY(find_object(now.handed.at[n], &one));
    return TAKEN;
}

Outcome take_step(void)
{
    const int64_t *place = record.numbers + 1;
    REQUIRE(0 <= place[0] && place[0] <= RESUME && place[1] == now.thread && place[3] >= 0);
    REQUIRE(is_name(place[2]) && is_name(place[4]) && place[5] == now.out && place[6] == now.err);
    memcpy(now.place, place, sizeof now.place);
    now.value = now.freed.count = now.handed.count = 0;
    record.highest = now.highest;
    record.taken = record.gained_count = record.lost_count = record.freed_count = 0;
    record.born_count = record.dead_count = 0;
    for (Py_ssize_t n = PLACE + 1; n < record.count;) {
        const int64_t *operation = record.numbers + n;
        TRY(take_operation(operation[0], operation + 1));
        n += 1 + (Py_ssize_t)operands_of(operation, record.count - n);
    }
    REQUIRE(record.taken == record.length);
    TRY(settle_references());
    now.freed = (Numbers){keep_numbers(record.freed, record.freed_count), record.freed_count};
    return now.freed.at ? TAKEN : DIFFERENT;
}
