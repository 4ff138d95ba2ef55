#include "telling.h"

Found found;

static char text[MOST_TEXT];
Record record = {.text = text, .capacity = sizeof text};

void tell_step(int64_t event, const Frame *frame, int64_t line)
{
    int64_t head[] = {STEP, event, now.number, frame->code->file, line, frame->code->function,
                      now.ends[0], now.ends[1]};
    memcpy(record.numbers, head, sizeof head);
    record.count = 8;
}

void tell_where(int64_t operation, const Frame *frame)
{
    tell(&record, operation);
    tell(&record, now.number);
    tell(&record, now.depth + (frame - now.frames));
}

static int by_size(const void *a, const void *b)
{
    int64_t one = *(const int64_t *)a, other = *(const int64_t *)b;
    return (one > other) - (one < other);
}

static void tell_dead(void)
{
    if (!found.dying_count) return;
    tell(&record, FREED);
    tell(&record, found.dying_count);
    for (int n = 0; n < found.dying_count; n++) tell(&record, found.dying[n]->serial);
    qsort(record.numbers + record.count - found.dying_count, (size_t)found.dying_count,
          sizeof(int64_t), by_size);
}

void bury(void)
{
    for (int n = 0; n < found.dying_count; n++) {
        now.heap -= found.dying[n]->value.size;
        thing_dies(found.dying[n]);
    }
}

void enter(Thing *thing)
{
    thing->serial = ++now.highest;
    thing->count = Py_REFCNT(thing->object);
    thing->is_changed = 1;
    now.heap += thing->value.size;
    thing_enter(thing);
}

void tell_new(const Thing *thing)
{
    tell(&record, thing->serial);
    tell(&record, (int64_t)thing->address);
    tell(&record, thing->is_settled ? -1 : thing->count);
    tell(&record, thing->value.size);
    tell(&record, now.names[thing->value.kind]);
}

void tell_text(const Thing *thing)
{
    tell(&record, -1);  /* nothing was cut */
    tell(&record, thing->written);
}

static void tell_counts(void)
{
    for (int n = 0; n < found.seen_count; n++) {
        Thing *thing = found.seen[n];
        if (thing->serial == 0) {
            enter(thing);
            tell(&record, OBJECT);
            tell_new(thing);
            tell(&record, SCALAR);
            tell(&record, 2);
            tell_text(thing);
            continue;
        }
        if (thing->is_settled) continue;
        Value value = thing->value;
        if (value.kind != UNKNOWN) read_value(thing->object, &value);
        else if (PyList_CheckExact(thing->object)) value.size = size_of_list(thing->object);
        if (thing->count != Py_REFCNT(thing->object)) {
            thing->count = Py_REFCNT(thing->object);
            thing->is_changed = 1;
            tell(&record, COUNT);
            tell(&record, thing->serial);
            tell(&record, thing->count);
        }
        if (thing->value.size != value.size) {
            now.heap += value.size - thing->value.size;
            thing->value.size = value.size;
            thing->is_changed = 1;
            tell(&record, SIZE);
            tell(&record, thing->serial);
            tell(&record, value.size);
        }
    }
}

void tell_all(void)
{
    tell_dead();
    bury();
    tell_counts();
    if (now.last.is_pending) {
        tell(&record, POP);
        tell(&record, now.number);
        tell(&record, 1);
        now.last.is_pending = 0;
    }
}

void write_step(void)
{
    now.steps++;
    now.stood = now.count + now.last.is_pending;
    ring_write_step(&now.ring, &record, (uint64_t)now.heap);
}

void tell_locals(const Frame *frame)
{
    tell_where(LOCALS, frame);
    Py_ssize_t at = record.count;
    tell(&record, 0);
    for (int n = 0; n < frame->count; n++)
        if (frame->places[n].address) {
            record.numbers[at]++;
            tell(&record, name_of_place(frame, n));
            tell(&record, frame->places[n].thing->serial);
        }
}

void tell_operands(Frame *frame)
{
    tell(&record, OPERANDS);
    tell(&record, now.number);
    tell(&record, now.depth + (frame - now.frames));
    Py_ssize_t at = record.count;
    tell(&record, 0);
    for (int n = 0; n < frame->height; n++)
        if (frame->operands[n]) {
            record.numbers[at]++;
            tell(&record, frame->operands[n]->serial);
        }
}
