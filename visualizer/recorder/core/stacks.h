/* The frames of every thread and the global names of the program's modules: what leads to objects. */

#ifndef VISUALIZER_STACKS_H
#define VISUALIZER_STACKS_H

#include "kinds.h"

/* What is the same for every frame of a code object. ``file`` is -1 for code that is not the program's. */
typedef struct Code {
    PyCodeObject *code;
    int64_t number, function, file;
    int kind, first_line, is_armed, has_cells, has_twins, is_function, has_locks;
    int place_count, unit_count;
    int64_t *names;             /* of the places of its variables */
    int *lines;                 /* of each instruction; 0 for none */
    int *loud, *constant;       /* lines that may cause output, instructions that return a constant which
                                   the stack does not hold; in order */
    int loud_count, constant_count;
    struct Height *heights;     /* of each instruction, as far as it was asked for */
} Code;

/* Asked of Python once for each code object; NULL where that failed. */
Code *code_facts(PyCodeObject *code);
Code *code_known(PyCodeObject *code);   /* NULL where it was not asked for yet */
void code_forget(Code *code);
int is_code_traced(PyCodeObject *code);
int line_at(const Code *code, int unit);
int is_loud(const Code *code, int line);
int returns_constant(const Code *code, int unit);

typedef struct Known {
    Frame *frame;               /* NULL: it has ended */
    Code *code;
    PyObject *object, *names_in;    /* its object, the dict that a class body fills */
    int64_t serial;
    int line, instruction, raised_at, is_to_look_at;
    PyObject **values;
    int64_t *value_names;           /* of a class body */
    int value_count, value_room, name_room;
    int64_t *operands;
    int operand_count, operand_room;
    uint64_t lent;                  /* a bit for each of the first variables that is lent */
} Known;

typedef struct Thread {
    uint64_t id;
    unsigned long ident;
    int64_t number, name;
    Known *known;               /* outermost first */
    int count, room;
    int is_alive;
} Thread;

/* The thread that runs; it is announced when it is new. NULL where memory is short. */
Thread *thread_of(PyThreadState *state);

/* Tell how the frames of the running thread differ. ``line`` is that of the innermost frame. */
void stacks_follow(Thread *thread, PyThreadState *state, int line);

/* Enter what lies on the stacks of the frames that were looked at; then, when all that it leads to is known,
   tell of what is known there. */
void stacks_reach_operands(Thread *thread);
void stacks_tell_operands(Thread *thread);

/* The same of the frames that an exception has passed through. */
void stacks_follow_traceback(Thread *thread, PyObject *traceback);

/* The same of all other threads. */
void stacks_follow_others(Thread *own, PyThreadState *state);

/* The innermost frame of the thread has returned, yielded or was left. */
void stacks_ended(Thread *thread);

/* An exception came up in the frame: until its next line it takes things off its stack. */
void stacks_raised(Thread *thread, Frame *frame);

void stacks_forget(void);

/* The highest serial of a frame. */
int64_t highest_frame(void);

/* ---- global names ---- */

/* Note a module of the program by its name, and the file whose code runs in its dict. */
void namespace_note(PyObject *dict, PyObject *name, int64_t file);
void namespaces_check(Thread *thread, PyObject *globals);

/* Whether a name or a stack refers to an object. */
int do_names_refer_to(const PyObject *object);

/* For Python: of each thread its number, its ident, and of each frame its address, the number and the address
   of its code, instruction, line, names and what they refer to by address; and of each file the global names
   and what they refer to. New references; NULL where that failed. */
PyObject *stacks_for_python(void);
PyObject *namespaces_for_python(void);

/* The number of a key of a namespace, which may be no text. */
int64_t name_of_key(PyObject *key);

void stacks_begin(PyObject *plumbing_of_modules, PyObject *plumbing_of_classes);

#endif
