/* The state of a run in wire numbers, like ``RawState`` in raw.py. */

#ifndef VISUALIZER_STATE_H
#define VISUALIZER_STATE_H

#include "map.h"
#include "../../recorder/core/wire.h"

#include <stdarg.h>

#if !PY_LITTLE_ENDIAN
#error "records are little endian, and are read as they are"
#endif

enum { MOST_SLOTS = 16 };                         /* of a class whose objects C makes */
enum { MOST_SPARES = 8192 };                     /* dead objects of a class or follower */
#define RECORD_HEAD 16                           /* bytes: how many numbers and bytes of text */
#define HIGHEST_ADDRESS (INT64_C(1) << 60)       /* of a range: raw_objects.py */
#define LARGEST_SIZE (INT64_C(1) << 48)  /* of an object: raw_objects.py */

enum { EVENTS = 8, FRAME_KINDS = 6, HELD_WAYS = 2, GENERATOR_STATES = 5, PART_KINDS = 17,
       EXPRESSION_KINDS = 11 };
enum { PLACE = 7, ENTRY = 7, WROTE = 0x10, COLLECTED = 0x20 };

#define UNREADABLE "a record that cannot be read"
#define REQUIRE(is_so, ...) do { if (!(is_so)) return fault(__VA_ARGS__); } while (0)
#define TRY(call) do { if ((call) < 0) return -1; } while (0)

typedef struct {
    int64_t *at;
    Py_ssize_t count, room;
} Numbers;

typedef struct Object {
    int64_t serial, address, apart, deleted, count, size;
    int64_t held, is_unreachable;                /* held: how many references there are to it */
    Numbers *parts;
    int64_t whole;
    int32_t type;
    uint32_t touched, chunk;                   /* epochs that last noted it there */
    unsigned char kind, is_dead;
    PyObject *made, *content, *made_parts;             /* cached model objects (showing.c) */
    PyObject *value;                             /* cached for a scalar (values.c) */
    struct Object *spare;                        /* the next one that may be used again */
    Numbers body;                                /* empty for a scalar: see ``whole``, ``text`` */
    char *text;
    Py_ssize_t text_size, text_room;
} Object;

typedef struct {
    int64_t serial, function, file, kind, line, code, address, namespace;
    Numbers locals, operands, lent;              /* a module's locals are its global names */
    Numbers comprehension;                       /* of comprehensions in this frame */
    PyObject *view;
} Frame;

typedef struct {
    Frame *frames;
    Py_ssize_t depth, room;
} Stack;

struct Operation;

/* A record and its current operation: the operands begin at ``at``, a list behind them at ``list``,
   and the next operation at ``end``. */
typedef struct {
    const char *numbers, *text;
    int64_t count, text_size, text_taken, at, list, end;
    const struct Operation *how;
} Record;

/* The effects of a step's records, applied once the step is whole. */
typedef struct {
    Numbers gained, lost;                        /* references */
    Numbers born, dead;                          /* pointers to objects */
    Numbers threads;                             /* thread and name */
} Pending;

/* The changes of the steps since the last call of ``changes``. */
typedef struct {
    Numbers touched;
    PyObject *old;                               /* a list: the old value of each, or None */
    Map depths, files, ranges;                   /* depth + 1 by thread; the others are sets */
    int64_t coded;                               /* the number of code objects before */
    int relocked, renamed;                       /* locks, threads */
    uint32_t epoch;
} Changes;

/* The index's facts about the steps of a chunk. */
typedef struct {
    Numbers profile, lines, touched;
    unsigned char *events;
    Py_ssize_t steps, room, touched_good;
    int64_t where[ENTRY - 1], peak, highest, named;
    uint32_t epoch;
} ChunkFacts;

typedef struct {
    PyObject_HEAD
    PyObject *names;
    int64_t name_count, named, named_good;
    Object *spare;                               /* dead objects, whose memory is used again */
    int64_t spares;
    Map heap, addresses, stacks, globals, threads, locks, ranges, codes;
    int64_t steps, highest, bytes, written[2], place[PLACE];
    int64_t newest;                              /* the highest serial, with the current record */
    int64_t value, exception;
    Numbers in_flight, freed, collections;          /* collections: generation, n, n serials */
    Numbers births, deaths, islands;             /* by step, if ``is_of_lives`` */
    PyObject *hello, *sources;
    int last_event, ended;
    Py_ssize_t at;                               /* behind the last good record */
    int64_t evaluated;                           /* the highest serial of an expression of the step */
    int64_t evaluations;                         /* so far */
    int goes_on, half_way, has_more, is_restoring, is_broken, is_busy;
    int is_of_lives, shows_changes, is_indexing;
    Pending pending;
    Changes changes;
    ChunkFacts chunk;
} Follower;

extern PyObject *Fault;                          /* of raw_objects.py */

/* Raise Fault, or MemoryError; each returns -1. */
int fault(const char *format, ...);
int no_memory(void);

/* ---- lists ---- */

/* Make room for ``wanted`` items of ``each`` bytes; ``list`` points to the pointer to them. */
int make_room(void *list, Py_ssize_t *room, Py_ssize_t wanted, size_t each);

int numbers_make_room(Numbers *numbers, Py_ssize_t more);
int numbers_copy(Numbers *numbers, const void *from, Py_ssize_t count);
void numbers_free(Numbers *numbers);

static inline int numbers_add(Numbers *numbers, int64_t number)
{
    if (numbers->count == numbers->room && numbers_make_room(numbers, 1) < 0) return -1;
    numbers->at[numbers->count++] = number;
    return 0;
}

int numbers_append(Numbers *numbers, const void *from, Py_ssize_t count);

/* Add a list under a new key to a map of lists; NULL with MemoryError. */
Numbers *numbers_map_add(Map *map, int64_t key);
void numbers_map_remove(Map *map, int64_t key);
void numbers_map_clear(Map *map);

static inline int64_t number_at(const Record *record, int64_t at)
{
    int64_t found;
    memcpy(&found, record->numbers + 8 * at, sizeof found);
    return found;
}

/* The bytes of the first record, and its head; 0 if it is cut off, -1 with Fault. */
int64_t record_at(const char *records, Py_ssize_t left, int64_t head[2]);

static inline Object *pointer_at(const Numbers *pointers, Py_ssize_t n)
{
    return (Object *)(intptr_t)pointers->at[n];
}

static inline int is_name(const Follower *self, int64_t number)
{
    return 0 <= number && number < self->name_count;
}

/* A name that was checked; borrowed. */
static inline PyObject *name_at(const Follower *self, int64_t number)
{
    return PyList_GET_ITEM(self->names, (Py_ssize_t)number);
}

/* ---- the parts of a state ---- */

static inline Object *find_object(const Follower *self, int64_t serial)
{
    Object *one = map_get(&self->heap, serial);
    return one == NULL || one->is_dead ? NULL : one;
}

/* The live object, about to change; NULL with Fault. */
Object *known_object(Follower *self, int64_t serial);
int touch_object(Follower *self, Object *one);

/* A new object, or one that died; NULL with MemoryError. */
Object *new_object(Follower *self);
void free_object(Follower *self, Object *one);
void free_spares(Follower *self);

Frame *frame_at(const Follower *self, int64_t thread, int64_t depth);
int touch_stack(Follower *self, int64_t thread, int64_t depth);
Numbers *locals_of(const Follower *self, Frame *frame);
void free_frame(Frame *frame);
void drop_made(PyObject **made);

/* Drop the cached model objects: the content or the parts change. */
void drop_shown(Object *one);

/* ---- contents (bodies.c) ---- */

/* Check a content from the record, give it to an object, and gain its references. */
int take_body(Follower *self, Record *record, Object *one, int64_t kind, int64_t at, int64_t count);

/* Note the references of an object's content as lost. */
int lose_references(Follower *self, const Object *one);

/* The index of the first item of a sequence or mapping; -1 for other kinds. */
Py_ssize_t items_at(const Object *one, int *kind);

int check_items(int kind, int64_t whole, int64_t flat);

/* ---- records (operations.c) ---- */

/* The index of a record's step among its numbers. */
int64_t begin_of_step(const Record *record);

int gain(Follower *self, int64_t serial);

/* Take ``size`` bytes of the record's text; NULL with Fault. */
const char *take_text(Record *record, int64_t size);

/* Decode UTF-8 into a Python string; NULL with Fault, or MemoryError. */
PyObject *decode(const char *text, int64_t size);

/* Return the number of characters; -1 as above. */
int64_t characters_of(const char *text, int64_t size);

/* Follow one whole record; whether it completes a step, -1 with Fault. */
int follow_record(Follower *self, const char *data, int64_t count, int64_t text_size);

/* ---- keyframe.c ---- */

/* A list of records of about ``most`` numbers each: numbers before the objects, the objects, and
   numbers behind them. */
PyObject *object_records(const Follower *self, PyObject *arguments);

/* ---- showing.c ---- */

/* A class with slots, whose objects C makes without calling Python code. */
typedef struct Slotted {
    PyTypeObject *type;
    Py_ssize_t count, at[MOST_SLOTS];                  /* the offset of each slot in an object */
    PyObject *spare;                             /* dead objects, linked by their first slots */
    Py_ssize_t spares;
    struct Slotted *next;
} Slotted;

/* Find a class of a module; it must have ``count`` slots. */
int find_slots(Slotted *found, PyObject *module, const char *class, Py_ssize_t count);

/* Make an object from a value for each slot, in the order of the class; takes them over. */
PyObject *make_slotted(Slotted *class, PyObject **values);

PyObject *shared_number(int64_t number);

PyObject *tuple_of(const int64_t *numbers, Py_ssize_t count);
PyObject *tuple_of_all(const Numbers *numbers);

/* The model's content of an object. */
PyObject *content_shown(const Follower *self, Object *one);

/* The model's HeapObject of an object. */
PyObject *heap_object(const Follower *self, Object *one);
PyObject *object_of_state(const Follower *self, Object *one);

/* The changed objects, as a tuple of the model's ObjectChange. */
PyObject *object_changes(const Follower *self);

/* ---- values.c: methods for values and names, like ``Values`` in values.py ---- */

/* The object of a serial in a Python int; NULL if there is none, or with an exception. */
Object *object_of(const Follower *self, PyObject *argument);

PyObject *plain_value(const Follower *self, PyObject *serial);
PyObject *whole_value(const Follower *self, PyObject *arguments);
PyObject *length_of(const Follower *self, PyObject *serial);
PyObject *item_at(const Follower *self, PyObject *arguments);
PyObject *entry_under(const Follower *self, PyObject *arguments);
PyObject *attribute_of(const Follower *self, PyObject *arguments);
PyObject *local_name(const Follower *self, PyObject *name);
PyObject *global_name(const Follower *self, PyObject *name);
PyObject *running_code(const Follower *self, PyObject *unused);

/* ---- of the module ---- */

/* Add the type Follower to the module; -1 with an exception. */
int add_follower(PyObject *module);

/* For each whole step of some records, the file and line that it is about to run, as 64-bit numbers
   in bytes (lines.c). */
PyObject *scan_lines(PyObject *module, PyObject *records);

#endif
