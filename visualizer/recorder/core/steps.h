/* The steps that the core makes: the next line of a frame, a call, a return. */

#ifndef VISUALIZER_STEPS_H
#define VISUALIZER_STEPS_H

#include "frames.h"
#include "ring.h"

/* The value that the last step has handed out, and the frame that it ended. */
typedef struct {
    int is_pending;
    Thing *value;            /* NULL where it is settled */
    int64_t left;            /* its count once that frame is gone */
    int depth;               /* of the frame, among those here */
    PyFunctionObject *function;  /* what it ran; only compared */
} Return;

typedef struct {
    int is_armed;
    uint64_t steps;          /* made since the core was armed */
    uint64_t moment;         /* of the step that is being made */
    PyThreadState *thread;
    int64_t number, depth;   /* of the thread; where the first of the frames stands */
    int64_t ends[2];
    int64_t highest, heap, serial;
    int older[2];            /* the collector's counts when it was last looked at */
    int are_loops, may_call;
    int calls;               /* how many frames were made here that live on, less those that ended */
    int stood;          /* how many frames there were at the last step */
    int count;               /* of frames */
    Frame frames[MOST_FRAMES];
    Return last;
    Tables tables;
    PyObject *raised, *plans, *texts;  /* of the recorder */
    int64_t names[KINDS];    /* of the types of scalars, by kind; -1 while they have no plan */
    PyTypeObject *types[KINDS];
    Ring ring;
} Now;

extern Now now;

/* What runs when a function has been called, until its first line. */
extern const Line begun;

/* The frame of the last step, NULL where it has ended and its caller is none of the core's. */
Frame *innermost(void);

/* Make the step; 0, and nothing has changed, where the Python recorder is to do it. */
int step_line(int64_t line, int is_jump);
int step_call(PyCodeObject *code);
int step_return(PyObject *value);

/* Note what is known of the line that a frame is at: nothing where it is none for the core. */
void follow_line(Frame *frame, int64_t line);

/* Note what lies on the stack of a frame as the tables have it. */
void read_operands(Frame *frame);

#endif
