/* What is known of a type, and the words of an object: what is compared from step to step.

   Words are addresses that an object refers to, in an order that says which is which; some only show
   whether anything is other than before, and refer to nothing that is told (``refers``). */

#ifndef VISUALIZER_KINDS_H
#define VISUALIZER_KINDS_H

#include "table.h"

typedef struct {
    int64_t name;
    Py_ssize_t offset;      /* where the reference stands in an object */
} Slot;

typedef struct Type {
    PyTypeObject *type;
    int64_t name;
    uint8_t kind, base;         /* of an INSTANCE: what it is beside its attributes, or VALUE */
    uint8_t has_changing_size, has_shown_size, is_always_read, is_immutable, is_gone, is_class;
    uint8_t is_told_as;         /* kind of content on the wire, where it is DESCRIBED */
    int64_t object_size;        /* of an INSTANCE without a base; 0: not known yet */
    Slot *slots;
    int slot_count;
    int64_t *names;             /* of the keys that all objects share, as far as they were looked up */
    PyDictKeysObject *keys;
    int name_count;
} Type;

typedef struct {
    uint32_t count;
    PyObject *const *words;
    uint32_t shape;     /* not beside the count: compared as one with those of a row they would be read
                           before they are written */
} View;

/* What is known of a type; asked of Python once. NULL where that failed. */
Type *type_facts(PyTypeObject *type);
void type_forget(Type *type);

/* The words of an object as they are now; they hold good until the next call. */
void view_of(Row *row, View *view);

/* The same of a list or a tuple; here, as most containers are some. */
static inline void view_of_items(PyObject *object, View *view)
{
    view->words = PyList_Check(object) ? ((PyListObject *)object)->ob_item
                                       : ((PyTupleObject *)object)->ob_item;
    view->shape = (uint32_t)Py_SIZE(object);
    view->count = (uint32_t)Py_MIN(Py_SIZE(object), WIRE_MOST_ITEMS);
}

static inline int64_t size_of_list(PyObject *list)
{
    return (int64_t)(sizeof(PyGC_Head) + sizeof(PyListObject)) +
           ((PyListObject *)list)->allocated * (int64_t)sizeof(PyObject *);
}

/* The same of a dict: keys and values in turn. */
void view_of_dict(PyDictObject *dict, View *view);

/* Call for each object that a row's words refer to, as they were told. */
void for_each_reference(const Row *row, void (*call)(PyObject *, void *), void *context);

/* The number of the name of an attribute that stands at a place of the values in an object. */
int64_t shared_name(Type *type, int place);

/* ``shape`` of an INSTANCE: how many values stand in it, or whether a dict has them. */
#define IN_A_DICT 0x80000000u

/* The words of a generator: its state and its instruction, what only its parts tell, what its frame
   holds, what its variables refer to, and what lies on its stack. ``shape`` is how many variables. */
enum { G_STATE, G_INSTRUCTION, G_NAME, G_QUALNAME, G_OBJECT, G_FUNCTION, G_CODE, G_VARIABLES };

/* The size of an object as ``sys.getsizeof`` has it. */
int64_t size_of(const Row *row);

void kinds_begin(void);

#endif
