/* The frames in which the core makes steps: the innermost of the thread's, and those that it called. */

#ifndef VISUALIZER_FRAMES_H
#define VISUALIZER_FRAMES_H

#include "codes.h"
#include "things.h"

#define MOST_FRAMES 1024
#define MOST_OPERANDS 16

/* A name and what it refers to; 0 while it refers to nothing. */
typedef struct {
    uintptr_t address;
    Thing *thing;            /* NULL until it is looked up */
} Place;

typedef struct {
    _PyInterpreterFrame *frame;
    uintptr_t object;        /* the address of its object */
    Code *code;
    int64_t serial, line, instruction;
    const Line *after;       /* the line that runs; NULL where it is none for the core */
    int returned;            /* which of the calls in it has come back, -1 none */
    Place *places;
    int count, room;
    uintptr_t words[MOST_OPERANDS];
    Thing *operands[MOST_OPERANDS];  /* what is known of what lies on its stack */
    int height;              /* how much does; -1 where that is not known */
    int are_operands_new;    /* the Python recorder does not know them so */
} Frame;

/* Have room for the names of a frame, all of which refer to nothing yet. */
int frame_make_room(Frame *frame, int count);

/* What is known of what a name refers to; NULL where nothing is. */
Thing *thing_of_place(Frame *frame, int place);

/* What the name refers to now, NULL while it is unbound. Borrowed. */
PyObject *value_at(const Frame *frame, int place);

/* Which of the frame's names this is: so many are bound before it. */
int rank_of(const Frame *frame, int place);

/* The number of a name. */
int64_t name_of_place(const Frame *frame, int place);

/* The object at an address, if a name of the frame refers to it, or it lies on its stack. */
PyObject *find_in_frame(const Frame *frame, uintptr_t address);

#endif
