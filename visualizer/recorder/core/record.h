/* The record of a step while it is made, and its way into the ring of shared memory.

   What is told is gathered in sections, as the parts of a step are not found in the order in which
   they are sent (wire.py). Where memory is short the section keeps what it has, and ``record_send``
   fails. */

#ifndef VISUALIZER_RECORD_H
#define VISUALIZER_RECORD_H

#include "interpreter.h"
#include "wire.h"

typedef struct {
    int64_t *numbers;
    size_t count, room;
} Section;

extern struct Record {
    Section names;      /* TEXT and SOURCE, before the step */
    Section head;       /* STEP, RESET */
    Section announced;  /* THREAD and CODE, once for each */
    Section freed, objects, rest;
    Section cuts;       /* where the objects may be cut: how many numbers, how many bytes of text */
    char *text, *name_text;
    size_t text_length, text_room, name_text_length, name_text_room;
    int is_short_of_memory;
} record;

int section_grow(Section *section, size_t more);

static inline void tell(Section *section, int64_t number)
{
    if (section->count == section->room && !section_grow(section, 1)) return;
    section->numbers[section->count++] = number;
}

void tell_all(Section *section, const int64_t *numbers, size_t count);

/* Text belongs to the objects, or to the names. */
void tell_text(const char *bytes, size_t length);
void tell_name_text(const char *bytes, size_t length);

/* Another object begins: so the record may be cut here. */
void record_may_be_cut(void);

/* Forget what was gathered, but for the names and what is announced. */
void record_clear(void);

/* ---- the ring ---- */

void ring_begin(void *mapping, uint64_t size, long parent);

/* Send what was gathered as the record of a step, or as none; then wait while there is no room or no
   credit. 0 where memory is short: nothing was sent. */
int record_send(int is_step, int64_t heap_bytes);

/* The number of steps sent. */
uint64_t steps_sent(void);

/* Whether nobody takes the records any more: nothing waits for that. */
int is_ring_refused(void);

/* What was written: bytes, steps, and the most that the heap took. */
void ring_so_far(uint64_t found[3]);

/* Say why nothing more will come; there is always room for that. */
void record_failure(const char *reason);

#endif
