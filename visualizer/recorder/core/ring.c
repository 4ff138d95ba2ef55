#include "ring.h"

/* visualizer/recorder/wire.py: offsets of 64-bit numbers in the first page */
enum { HEADER = 4096, WRITTEN = 8, CONSUMED = 16, CREDIT = 24, STEPS = 32, PEAK_HEAP = 72, MADE_IN_C = 96 };

/* The session reads what lies below WRITTEN as soon as it sees that: so in this order, whatever
   processor it is. */
static void publish(const Ring *ring, int offset, uint64_t number)
{
    __atomic_store_n((uint64_t *)(ring->base + offset), number, __ATOMIC_RELEASE);
}

static uint64_t look(const Ring *ring, int offset)
{
    return __atomic_load_n((const uint64_t *)(ring->base + offset), __ATOMIC_ACQUIRE);
}

static size_t padded(Py_ssize_t length)
{
    return ((size_t)length + 7) & ~(size_t)7;
}

static size_t size_of(const Record *record)
{
    return 2 * sizeof(uint64_t) + (size_t)record->count * sizeof(int64_t) + padded(record->length);
}

void ring_begin(Ring *ring, void *mapping, uint64_t size)
{
    ring->base = mapping;
    ring->room = size - HEADER;
}

uint64_t ring_place(const Ring *ring)
{
    return HEADER + ring->written % ring->room;
}

int ring_has_room(const Ring *ring, uint64_t size)
{
    uint64_t credit = look(ring, CREDIT);
    if (credit && credit <= ring->steps + 1) return 0;
    uint64_t start = ring->written % ring->room;
    uint64_t taken = ring->written - look(ring, CONSUMED);
    return start + size <= ring->room && taken + size <= ring->room;
}

void ring_write_step(Ring *ring, const Record *record, uint64_t heap)
{
    char *place = ring->base + ring_place(ring);
    uint64_t head[2] = {(uint64_t)record->count, (uint64_t)record->length};
    memcpy(place, head, sizeof head);
    place += sizeof head;
    memcpy(place, record->numbers, (size_t)record->count * sizeof(int64_t));
    place += (size_t)record->count * sizeof(int64_t);
    memset(place + padded(record->length) - 8 * (record->length > 0), 0, 8 * (record->length > 0));
    memcpy(place, record->text, (size_t)record->length);
    ring->written += size_of(record);
    publish(ring, WRITTEN, ring->written);
    if (heap > ring->peak) publish(ring, PEAK_HEAP, ring->peak = heap);
    publish(ring, STEPS, ++ring->steps);
    int64_t event = record->numbers[1];
    publish(ring, MADE_IN_C + 8 * (int)event, ++ring->made[event]);
}
