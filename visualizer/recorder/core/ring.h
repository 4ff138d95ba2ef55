/* The recorder's end of the spool, as visualizer/recorder/spool.py has it; layout: wire.py. */

#ifndef VISUALIZER_RING_H
#define VISUALIZER_RING_H

#include <Python.h>

typedef struct {
    char *base;                     /* of the mapping; NULL until ``ring_begin`` */
    uint64_t room;                  /* bytes of the ring behind the header */
    uint64_t written, steps, peak;  /* as the spool has them */
    uint64_t made[3];               /* how many of the steps were made here, by their event */
} Ring;

#define MOST_NUMBERS 4096

/* One record that is being made. */
typedef struct {
    int64_t numbers[MOST_NUMBERS];
    Py_ssize_t count;
    char *text;
    Py_ssize_t length, capacity;
} Record;

static inline void tell(Record *record, int64_t number)
{
    record->numbers[record->count++] = number;
}

void ring_begin(Ring *ring, void *mapping, uint64_t size);

/* Whether a step of so many bytes can be written now, with no waiting: for credit, nor for room. */
int ring_has_room(const Ring *ring, uint64_t size);

/* Append the record of a step and count it; ``heap`` are the bytes of all objects. */
void ring_write_step(Ring *ring, const Record *record, uint64_t heap);

/* Where the next byte goes, from the beginning of the mapping. */
uint64_t ring_place(const Ring *ring);

#endif
