/* What is known of the objects that the core's frames refer to: as the Python recorder's tables have
   it when the core is armed, and from then on as its own steps have left it.

   Nothing of the program is kept: an object is an address and numbers. An address is never followed;
   what is read is the object that a name, the stack or the head of a live frame refers to at that
   moment. */

#ifndef VISUALIZER_THINGS_H
#define VISUALIZER_THINGS_H

#include "tables.h"

typedef struct Thing {
    uintptr_t address;
    Py_ssize_t slot;        /* its row in the tables; 0 while it has none */
    int64_t serial, count;  /* the count as the program sees it */
    Value value;            /* of those that have come since the core was armed */
    PyObject *kept;         /* of the others: what the tables keep of it; borrowed, or NULL */
    struct Thing *next;     /* of the same bucket, or of those that are free */
    uint64_t seen, gone;    /* the step when it was looked at, when references to it went, */
    int64_t references;     /* and how many did */
    PyObject *object;       /* it itself, in the step when it was looked at; borrowed */
    Py_ssize_t written;     /* of a new one, the length of its text */
    int64_t *words;         /* what it holds, as the tables will have it, if that has changed; owned */
    Py_ssize_t word_count;
    Py_ssize_t length;      /* of a list how many items it is known to have; -1 until that is asked */
    Py_ssize_t appended;    /* and how many of them came since the core was armed */
    struct Thing *list;     /* one that has it as an item, which came since then, */
    Py_ssize_t item;        /* and the item's place; NULL if there is none */
    char is_scalar;         /* its type is one of those that refer to nothing */
    char is_settled;        /* nothing about it can change (visualizer/recorder/objects.py) */
    char is_changed;        /* the tables do not know it so */
    char is_doomed;         /* it dies with the frame that has just returned */
    char is_dead;           /* all that is left is its row in the tables */
} Thing;

/* Forget all; from now on what is not known is looked for in these tables. */
void things_begin(const Tables *tables);

/* The object at an address that a live frame refers to; looked up in the tables where it has not been
   yet. NULL where they do not have it either, or memory is short. */
Thing *thing_at(uintptr_t address);

/* The same, where only what was looked up already is wanted. */
Thing *known_thing(uintptr_t address);

/* Whether the tables have something at an address of which the core does not know that it died. */
int is_in_tables(uintptr_t address);
/* The serial of what is known there; 0 where nothing is. */
int64_t serial_at(uintptr_t address);
/* Whether a whole step has room; if not, Python makes it, and takes all things over. */
int have_things_room(void);

/* One that is not known yet, and is no more found than that until it is ``thing_enter``ed. */
Thing *thing_new(uintptr_t address);
void thing_enter(Thing *thing);

/* Forget one that was not entered. */
void thing_drop(Thing *thing);

/* It has died; its row, where it has one, is noted. */
void thing_dies(Thing *thing);

/* How many items a list is known to have; -1 where what is known of the thing is not that of a list. */
Py_ssize_t known_length(Thing *list);

/* It has got one more, for which there is room. */
void thing_append(Thing *list, Thing *item);
int can_append(void);

/* What was appended to it, as the tables keep items; a new reference. */
PyObject *appended_items(const Thing *list);

/* The numbers of its content, to be changed; NULL where they are not known. */
int64_t *words_of(Thing *thing);

/* They as the tables keep them; a new reference. */
PyObject *changed_content(const Thing *thing);

/* The rows of the dead. */
Py_ssize_t dead_rows(const Py_ssize_t **rows);

/* All that have come or changed, one after another; NULL after the last. ``at`` begins as 0. */
Thing *next_changed(Py_ssize_t *at);

#endif
