/* What steps that are followed in one go (run.c) have changed of a state, before it is told.

   The state itself, the RawState of raw.py, is only read here: an object or a frame of it once, when
   a record first speaks of it. So a run that comes to something it does not know is simply followed
   again up to there. */

#ifndef VISUALIZER_OVERLAY_H
#define VISUALIZER_OVERLAY_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <stdint.h>
#include <string.h>

/* What looking at something comes to: an exception, something that is not for here, or done. */
typedef enum { FAILED = -1, DIFFERENT = 0, TAKEN = 1 } Outcome;

#define TRY(outcome)                            \
    do {                                        \
        Outcome tried = (outcome);              \
        if (tried != TAKEN) return tried;       \
    } while (0)
#define REQUIRE(condition)                      \
    do {                                        \
        if (!(condition)) return DIFFERENT;     \
    } while (0)

/* visualizer/recorder/wire.py: the kinds of contents that are known here */
enum { SCALAR = 1, SEQUENCE = 2, INSTANCE = 4 };

#define MOST_OBJECTS (1 << 13)
#define MOST_FRAMES (1 << 12)
#define MOST_KEPT (1 << 17)

typedef struct {
    int64_t *at;
    Py_ssize_t count;
} Numbers;

typedef struct {
    int64_t serial, address, count, size, type, kind;
    int64_t held;                    /* how many references there are to it; -1 none ever was */
    int64_t whole;                   /* of the text of a new one, which is always a scalar; */
    Py_ssize_t text, length;         /* where that stands in the records */
    Py_ssize_t items;                /* of a sequence, -1 of all else */
    Numbers body;                    /* of what ``find_body`` was asked for */
    char was_there, is_live, is_scalar, is_touched, is_changed;
    char has_more, is_body_new, is_content_new;  /* items behind its own; some, all of it is new */
} Object;

typedef struct {
    uint64_t run;                    /* in which it was read */
    int64_t serial, function, file, kind, line, code, address, namespace;
    Numbers locals, operands;        /* names and serials in turn; serials */
    char is_new, is_line_new, are_locals_new, are_operands_new;
} Frame;

/* Of the RawState; all borrowed. */
typedef struct {
    PyObject *heap, *held, *addresses, *cold, *stack;
} Before;

/* Begin anew; -1 with an exception. */
int overlay_begin(const Before *before);

/* The live object of a serial. */
Outcome find_object(int64_t serial, Object **found);

/* The numbers of its content, to be changed in place. */
Outcome find_body(Object *one);

/* One that is new; there must be none of that serial. */
Outcome add_object(int64_t serial, Object **found);

/* Who is alive at an address, 0 for nobody: read it, or change it once it has been read. */
Outcome find_address(int64_t address, int64_t **serial);

/* A frame by its place; with ``is_new`` one that takes that place. */
Outcome find_frame(Py_ssize_t depth, Frame **found);
Outcome add_frame(Py_ssize_t depth, Frame **found);

/* Numbers that last as long as the run; NULL where there is no more room. */
int64_t *keep_numbers(const int64_t *numbers, Py_ssize_t count);

/* All objects that were spoken of. */
Py_ssize_t known_objects(Object **first);

/* The frame in a place as far as it is known, else NULL. */
Frame *known_frame(Py_ssize_t depth);

#endif
