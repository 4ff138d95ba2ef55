/* What is known of every object: a row each, found by its address.

   An object lives from when it is entered until its memory goes back, another is made in its place, or
   its count is 0; nothing else is ever looked at through a row, and no reference is held. */

#ifndef VISUALIZER_TABLE_H
#define VISUALIZER_TABLE_H

#include "memory.h"
#include "record.h"

struct Type;
struct Code;

/* Ways to read an object (kinds.c). */
enum Kind {
    VALUE,          /* immutable, refers to nothing: told once */
    ITEMS,          /* list, tuple */
    ENTRIES,        /* dict */
    MEMBERS,        /* set, frozenset */
    VARIABLE,       /* cell */
    INSTANCE,       /* of a class of Python's, perhaps with items or entries of a builtin base */
    FUNCTION,
    METHOD,
    ITERATOR,
    CODE_OBJECT,
    PAUSED,         /* generator, coroutine */
    DESCRIBED,      /* by Python code, when its words are not those of before (describing.c) */
    LEFT_ALONE,     /* its memory goes back where nobody sees it: it is not looked at again */
};

typedef struct Row {
    /* looked at in each step */
    PyObject *object;
    struct Type *type;
    PyObject **words;           /* as they were told last */
    uint32_t word_count;
    uint32_t shape;             /* says which words these are */
    uint8_t kind, bytes_before;
    uint8_t is_gone, must_look, is_told, is_unreachable, is_contained, is_way_end;
    int64_t size;
    /* the rest */
    int64_t serial;             /* 0: not told, only watched for its end */
    Index holder;               /* the one container that led here; or one of these two */
    Index leader;               /* the last container that led here, 0 for none */
    uint32_t word_room;
    uint32_t place;             /* among the containers */
    uint32_t way_version, walk; /* see islands.c */
    PyObject *content;          /* of a DESCRIBED object; belongs to the house */
    struct Type *as_type;       /* of a class: what is known of its objects */
    struct Code *as_code;       /* of a code object of the program */
} Row;

#define BY_NAMES ((Index)-1)    /* led to by names or stacks */
#define BY_MANY ((Index)-2)

extern Row *rows;
extern int64_t last_serial, heap_bytes;

/* ---- called by memory.c ---- */

int is_row_in_block(Index row, const void *block);
int is_row_of(Index row, const PyObject *object);
int is_row_of_a_class(Index row, PyTypeObject *type);  /* and the object is of this class */
void object_gone(Index row);

/* ---- rows ---- */

/* The row of an object that is known and has not gone; 0 where there is none. */
Index row_of(const PyObject *object);

/* A row to watch an object for its end; 0 where memory is short. */
Index watch(PyObject *object);

/* The serial of an object that something refers to; it is entered where it is new. */
int64_t reach(PyObject *object, Index holder);

/* The serial of an object that is known and told, else 0. */
int64_t serial_of(const PyObject *object);

/* Whether an object at this address has gone since the step before: a word that is the same may stand
   for another object. */
int may_be_reborn(const PyObject *object);

/* Make room for so many new objects, so that ``reach`` cannot fail; 0 where memory is short. */
int rows_reserve(size_t more);

/* ---- the parts of a step, in this order; between the last two what names lead to is reached ---- */

void table_count(void);     /* counts that differ, and who has none */
void table_scan(void);      /* what differs in containers */
void table_tell_new(void);  /* all there is to say of new objects, and of those that they lead to */
void table_drop(void);      /* the dead */

/* Keep the words of a row; 0 where memory is short. */
int keep_words(Row *row, PyObject *const *words, uint32_t count, uint32_t shape);

/* Begin anew: all that is known is forgotten, but for types and code. */
void table_forget(void);

#endif
