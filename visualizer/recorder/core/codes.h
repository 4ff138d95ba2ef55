/* What was learnt of code objects: of each line the names that it loads and binds, and where in it
   something is called or returned (visualizer/recorder/simple.py and call_lines.py work that out). */

#ifndef VISUALIZER_CODES_H
#define VISUALIZER_CODES_H

#include "interpreter.h"

#define MOST_BOUND 8
#define MOST_LOCALS 64

typedef struct {
    int64_t key;             /* the line, or -1 less the instruction where a loop goes round */
    int is_usable;           /* its names are among those of the frame */
    int loaded, bound;       /* how many names it loads and binds, */
    int *places;             /* and their places: those it loads, then those it binds */
    int calls, returns;      /* how many instructions that call or return, */
    int *at;                 /* and where they are: those that call, then those that return */
    int callees;
    PyObject **names;        /* of what it calls; borrowed from the table of names */
    int list;                /* the place of the list that it appends an item to, -1 none */
    PyObject *told;          /* (key, loaded, bound, calls, returns, callees, lists); owned */
} Line;

typedef struct {
    int64_t number, file, function, kind, first_line;
    uintptr_t address;       /* of the code object; only compared */
    PyObject *instructions;  /* its ``co_code``; owned */
    int is_callable;         /* the core may enter it */
    int locals;              /* how many fast locals it has, less cells */
    int64_t *numbers;        /* the numbers of their names */
    uintptr_t *constants;    /* the addresses of its constants that can die */
    int constant_count;
    PyObject *names;         /* of a module: the numbers of its names, a tuple; owned */
    PyObject **texts;        /* and they themselves; borrowed from the table of names */
    Line *lines;
    int line_count;
    int *line_of_unit;       /* of each instruction, or what takes its place; 0 where it has none */
    int unit_count;
    unsigned char *fleeting; /* by the places of names: see reach.h */
    int fleeting_count;
} Code;

/* know_code((number, file, function, kind, first line, address, instructions, is callable, locals,
   constants, lines, the line of each instruction), texts); NULL with an exception. */
Code *know_code(PyObject *told, PyObject *texts);

Code *code_of_number(int64_t number);

/* The code that the core may enter, NULL where it may not, or does not know it. */
Code *callable_code(PyCodeObject *code);

/* The core may enter none any more. */
void forget_callable(void);

/* Have the lines of a module's code speak of the places among these names. */
int set_names(Code *code, PyObject *names, PyObject *texts);

const Line *line_of(const Code *code, int64_t key);

#endif
