/* What an object held when it was last read, so that one can see that it holds the same now.

   A row stands for a row of the tables of visualizer/recorder/objects.py, beside them. What an object
   holds is read by the Python recorder (reading.py): once it has, the words that this was told from
   are noted here, and as long as they are the same there is nothing to be read again. Where it is not
   known which words those are, there is no row, and the object is read in Python at each step. */

#ifndef VISUALIZER_CONTENTS_H
#define VISUALIZER_CONTENTS_H

#include "interpreter.h"

enum what { NOTHING_KNOWN, ONE_OF_A_KIND, WHOLE_NUMBER, FLOATING, HASHED, ARRAY_OF_ITEMS, ENTRIES,
            MEMBERS, ATTRIBUTES, VARIABLE, BOUND, FUNCTION_IN_C, FUNCTION_OF_PYTHON, CODE_OBJECT,
            CLASS_OF_PYTHON, MODULE_BY_NAME };

typedef struct {
    uint64_t serial;            /* of the object: its row of the tables may have another by now */
    PyTypeObject *type;         /* borrowed: only compared */
    PyObject *content;          /* what the tables keep of it, to be told from another; owned */
    uintptr_t *image;           /* the words it was told from, where the content does not have them */
    const uintptr_t *children;  /* what it refers to, in the order in which that is looked at */
    uint32_t image_count, children_count;
    uint32_t shape;             /* of the class, when an instance was read (``shape_of``) */
    uint8_t what, has_fixed_size;
} Row;

/* Whether the type is a class without slots, which derives from no builtin one: its instances have
   nothing but names and values. */
int is_plain_instance(PyTypeObject *type);

/* Forget what a row says. */
void row_clear(Row *row);

/* Note an object that has just been read in Python as ``content``; ``epoch`` is another number
   whenever what counts as the program's own has changed. */
void row_fill(Row *row, PyObject *thing, PyObject *content, uint64_t serial, uint32_t shape,
              uintptr_t epoch);

/* Whether the object, which lives, holds what the row says. */
int row_is_true(const Row *row, PyObject *thing, uint32_t shape, uintptr_t epoch);

/* What ``sys.getsizeof`` gives, of what a row is known; -1 where it has to be asked. */
Py_ssize_t size_now(const Row *row, PyObject *thing);

#endif
