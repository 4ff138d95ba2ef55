/* Reads the record of a step, where that says only what is commonest. */

#ifndef VISUALIZER_RECORDS_H
#define VISUALIZER_RECORDS_H

#include "overlay.h"

/* visualizer/recorder/wire.py */
enum {
    STEP = 3, POP = 5, PUSH = 6, LINE = 7, LOCALS = 8, GLOBALS = 9, OBJECT = 10, CONTENT = 11,
    SPLICE = 12, COUNT = 13, SIZE = 14, FREED = 16, VALUE = 17, BIND = 23, REBOUND = 24, RUNS = 27,
    HELD = 28, OPERANDS = 31
};

#define MOST_NUMBERS 4096
#define PLACE 7  /* operands of STEP */

/* The record that is being followed. */
typedef struct {
    int64_t numbers[MOST_NUMBERS];
    const char *text;
    Py_ssize_t count, length, behind, text_at;
    Py_ssize_t taken;                /* of its text */
    int64_t highest;                 /* serial before it */
    int64_t gained[MOST_NUMBERS], lost[MOST_NUMBERS], freed[MOST_NUMBERS];
    Object *born[MOST_NUMBERS], *dead[MOST_NUMBERS];
    Py_ssize_t gained_count, lost_count, freed_count, born_count, dead_count;
} Record;

extern Record record;

/* Read the record at a place; whether it is a whole step that says only what is known here. */
int read_record(const char *records, Py_ssize_t size, Py_ssize_t at);

/* How many operands an operation has; -1 where it is none that is known here, or is cut off. */
int64_t operands_of(const int64_t *numbers, Py_ssize_t left);

/* References come: to the first of the serials, and to each that is so many places behind. */
void gain(const int64_t *serials, Py_ssize_t count, int every);

/* References go: to the last of each so many serials. False where a record makes more go than it could
   speak of. */
int lose(const Numbers *serials, int every);

#endif
