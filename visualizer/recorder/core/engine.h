/* The interfaces between the engine's files, one section per file.

   A step (engine.c) counts all known objects (table.c), compares the words of containers (kinds.c) with the last
   ones, follows names and stacks (stacks.c), emits new objects (encoding.c), looks for unreachable cycles
   (islands.c), and sends all of it (record.c). memory.c reports which objects died. */

#ifndef VISUALIZER_ENGINE_H
#define VISUALIZER_ENGINE_H

#include "interpreter.h"  /* before all others, as Python.h requires */
#include "wire.h"

#include <stdlib.h>
#include <string.h>

typedef uint32_t Index;  /* of a row in the table; 0 is none */

typedef struct {
    const void *start, *end;
} Memory;

/* ---- engine.c: calls into Python, and failures of the engine ---- */

enum Ask { ASK_TYPE, ASK_CODE, ASK_TEXT, ASK_DESCRIBE, ASK_SIZE, ASK_NAME, ASK_THREAD, ASK_HEIGHT,
           ASK_START, ASK_SITES, ASK_BRIEF, ASKS };

/* Call a function of describing.py in isolation, with an object and the value that ``Py_BuildValue`` builds from
   the rest. NULL on failure, which ends the recording. Pass the result to ``answer_done``, also NULL. */
PyObject *ask(enum Ask what, PyObject *first, const char *format, ...);
void answer_done(PyObject *answer);

/* Return the number in an answer and release the answer; -1 on failure. */
int64_t number_in(PyObject *answer);

/* Return the number of a name, by content for a text, by ``repr`` for another key; -1 on failure. Keeps no
   reference. */
int64_t name_of(PyObject *name);
int64_t name_of_text(const char *name);
int64_t name_of_repr(PyObject *own);     /* gives up the reference, which may be NULL; in isolation */

/* Names of the library, in the order of describing.py: attributes of conditions and of threads, the module of threads
   and its table of them. */
enum { LOCK_OF_CONDITION, IDENT_OF_THREAD, NAME_OF_THREAD, NATIVE_ID_OF_THREAD, MODULE_OF_THREADS, TABLE_OF_THREADS,
       LIBRARY_NAMES };

typedef struct {
    PyObject *text;
    int64_t number;
} LibraryName;
extern LibraryName library_names[LIBRARY_NAMES];

/* Note that an object died which only a cycle had kept alive. */
void collection_freed(int64_t serial);

/* ---- memory.c: observes the program's memory ----

   A hook in the object allocator sees blocks being freed, the reference tracer sees objects being created. They
   call ``object_gone`` (table.c) for a known object that is gone. Memory that the recorder allocates while it runs
   Python code is separate. */

/* The cell with the row of the object at an address; NULL if there is no cell and none may be created, or without
   memory. */
Index *cell_of(const void *address, int may_create);

#define REGION_BITS 20
#define REGION ((size_t)1 << REGION_BITS)   /* bytes, for each of which written.c keeps a number */
uint32_t *interest_in(const void *address);

/* ``realloc`` and ``calloc`` that use up a reserve when memory is short; if they return NULL,
   ``record.is_short_of_memory`` is set. */
void *reallocate(void *before, size_t size);
void *zeroed(size_t count, size_t size);
void reserve_fill(void);    /* refill the reserve, if there is memory again */

int memory_begin(void);
void tracer_begin(void);
void memory_end(void);  /* reports no more objects; blocks are still freed to their allocators */

/* Put our reference tracer back where ``tracemalloc.start()`` or ``tracemalloc.stop()`` has replaced it. */
void tracer_keep(void);

/* Between these calls the recorder's Python code runs in isolation: its memory, free lists, containers and
   interned strings are separate from the program's, signal handlers and audit hooks are disabled, the collector is
   paused, and no other thread runs. */
void isolation_enter(void);
void isolation_leave(void);

/* Isolation that is entered between these calls lasts until the second one: entering it for each object takes longer
   than the work. */
void isolation_hold(void);
void isolation_release(void);

/* ---- written.c: memory that was written since the last step ---- */

#ifndef WATCH_FROM
#define WATCH_FROM 1024     /* rows: for fewer, scanning all of them is cheaper */
#endif

extern int are_pages_watched;

/* Return 0 if the system does not support it. ``pages_end`` drops everything that is watched. */
int pages_begin(void);
void pages_end(void);

#define PIECE (REGION / 16)

/* Whether the piece around an address is watched; if not, add ``requests`` requests for its region. */
int pages_watch(const void *address, uint32_t requests);

/* Call ``found`` for each run of watched pages written since the last call; it returns how many of them have rows.
   Returns 0 if unknown: then anything may have been written. */
int pages_written(int (*found)(uintptr_t start, uintptr_t end));

/* ---- memory.c: where objects lie ----

   Reads the tables of the interpreter's allocator; nothing is allocated or changed there. ``must_record_pools``: at
   each step also how many blocks are in use, and which are free. */

void places_begin(int must_record_pools);
void places_follow(void);   /* first in a step: arenas that came or went */
void places_note(const void *block, int is_immortal);   /* the pool or the image around a block */
void places_settle(void);   /* last in a step: the pools in which blocks came or went */
void places_forget(void);
int is_in_image(uintptr_t address);     /* of the program or a library */
Memory block_around(const void *address);       /* of the allocator of small objects; NULL if there is none */

/* The bytes of blocks in the pool of 16 KiB around an address, as emitted, over 16; 0 if not emitted. NULL
   without memory. */
#define POOL_SLOT_BITS 14
uint8_t *pool_slot(const void *address);

/* ---- record.c: the record of a step under construction, and its way into the ring buffer ----

   Operations are collected in sections, because a step does not find them in the order in which they are sent
   (wire.py). Without memory a section keeps what it has, and ``record_send`` fails. */

typedef struct {
    int64_t *numbers;
    size_t count;
    uint32_t room;
} Section;

typedef struct {
    char *bytes;
    size_t length;
    uint32_t room;
} Text;

extern struct Record {
    Section names;      /* TEXT and SOURCE, before the step */
    Section head;       /* STEP, RESET */
    Section expressions;    /* EXPRESSION */
    Section announced;  /* THREAD and CODE, once each */
    Section freed, objects, rest;
    Section cuts;       /* where the objects may be divided: counts of numbers and of bytes of text */
    Text text, name_text, expression_text;  /* of the objects, the names, and the expressions */
    uint64_t steps;         /* sent */
    int is_short_of_memory;
    int is_incomplete;      /* something that is sent once was lost: no later record could be read */
    int is_refused;         /* the session rejects records: nothing waits for it */
} record;

/* Whether an array of ours has room for ``count`` items. Growing may move it and fills new room with zeros. If it
   cannot grow, ``is_short_of_memory`` is set. */
#define HAS_ROOM(array, room, count) \
    ((count) <= (room) || make_room(&(array), &(room), (count), sizeof *(array)))
int make_room(void *array, uint32_t *room, size_t count, size_t size);

static inline void emit(Section *section, int64_t number)
{
    if (HAS_ROOM(section->numbers, section->room, section->count + 1))
        section->numbers[section->count++] = number;
}

/* Emit several numbers. */
#define EMIT(section, ...)                                      \
    emit_all(section, (const int64_t[]){__VA_ARGS__},           \
             sizeof((int64_t[]){__VA_ARGS__}) / sizeof(int64_t))
void emit_all(Section *section, const int64_t *numbers, size_t count);

/* Emit a list of Python ints. */
void emit_list(Section *section, PyObject *numbers);

/* Emit what Python sends once: a name or a source, and code objects. Without memory, ``is_incomplete`` is set. */
void emit_name(PyObject *numbers, const char *bytes, size_t length);
void announce(PyObject *numbers);

void emit_text(Text *text, const char *bytes, size_t length);

static inline int64_t as_number(const void *address)
{
    return (int64_t)(intptr_t)address;
}

/* Note that another object begins, where the record may be divided. */
void record_may_be_cut(void);

/* Drop what was collected except names and announcements. */
void record_clear(void);

void ring_begin(void *mapping, uint64_t size, long parent);

/* Send the collected operations as the record of a step, or as no step; then wait for space or credit. Returns 0
   without memory: nothing was sent. */
int record_send(int is_step);

/* Report why no more records follow; there is always space for this. */
void record_failure(const char *reason);

/* ---- table.c: one row for every known object, found by address ----

   An object lives from its entry until its memory is freed, another is created in its place, or its count is 0. A
   row is never used to access it afterwards, and no reference is held. */

/* Ways to read an object (kinds.c), as in describing.py. */
enum Kind {
    VALUE,          /* immutable, without references: emitted once */
    ITEMS,          /* list, tuple */
    ENTRIES,        /* dict */
    MEMBERS,        /* set, frozenset */
    QUEUE,          /* deque */
    VARIABLE,       /* cell */
    INSTANCE,       /* of a Python class, perhaps with items or entries of a builtin base */
    METHOD,
    ITERATOR,
    CODE_OBJECT,
    PAUSED,         /* generator, coroutine */
    LOCK, OWNED_LOCK,   /* an OWNED_LOCK has an owner and a count */
    STRUCTURE,      /* of a type in C, with named references and facts (structures.c) */
    DESCRIBED,      /* by Python code, if its words have changed (describing.py) */
    IGNORED,        /* freed without notice: it is not scanned again */
};

typedef struct Row {
    /* read at each step */
    PyObject *object;
    struct Type *type;
    PyObject **words;           /* as last emitted */
    uint32_t word_count;
    uint32_t shape;             /* the meaning of the words, depending on the kind */
    uint8_t kind, bytes_before;
    uint8_t is_namespace;       /* or was: a traceback may keep the dict of a module that is gone */
    uint8_t is_gone, must_scan, is_reported, is_unreachable, is_contained, is_path_end;
    uint8_t is_beside_cycle;    /* a value that an unreachable object and another one refer to */
    uint8_t is_late;            /* references to it may have been counted before it was known */
    uint8_t is_found;           /* it was unreachable: only the collector, or a weak reference, finds it */
    int64_t size;
    const void *apart;          /* its second block, as emitted */
    int64_t deleted;            /* of its entries, as emitted */
    /* read less often */
    int64_t serial;             /* 0: not emitted, only watched for its end */
    Index holder;               /* the only container that refers to it, or BY_NAMES or BY_MANY */
    Index leader, found_last;   /* the oldest container found to refer to it, and the last one; 0 for none */
    uint32_t word_room;
    uint32_t place;             /* index among the containers */
    uint32_t path_version, walk, epoch, references, referrers, seen_at;  /* see islands.c */
    int64_t temporary;          /* its number as an expression's value; 0 if none */
    PyObject *content;          /* of a DESCRIBED object; allocated in isolation */
    void *info;                 /* about a class's objects, or about a code object */
    void (*forget)(void *);     /* frees ``info`` */
} Row;

#define BY_NAMES ((Index)-1)    /* referred to by names or stacks */
#define BY_MANY ((Index)-2)

extern Row *rows;
extern Index row_count;     /* including free ones */

typedef struct {
    Index *items;
    uint32_t count, room;
} List;

static inline void add(List *list, Index item)
{
    if (HAS_ROOM(list->items, list->room, list->count + 1)) list->items[list->count++] = item;
}

/* Called by memory.c. */
void object_gone(Index row);

/* Return the row of an object that is known and alive; 0 if there is none. */
Index row_of(const PyObject *object);

/* Return a row that watches an object for its end; 0 without memory. */
Index watch(PyObject *object);

/* Return information about a class or code object, kept while it lives: ``size`` bytes that ``parse`` fills from
   Python's answer. NULL on failure. */
typedef int (*Parse)(void *info, PyObject *of, PyObject *answer);
typedef void (*Forget)(void *info);
void *info_of(PyObject *object, enum Ask what, size_t size, Parse parse, Forget forget);

/* Return the serial of a referenced object; a new object is added. */
int64_t track(PyObject *object, Index holder);

/* Return the serial of an object that is known and emitted, else 0. */
int64_t serial_of(const PyObject *object);

/* Whether an object became known in this step. */
int is_new(Index index);

/* Whether an object at this address died since the last step: an equal word may mean another object. */
int may_be_reused(const PyObject *object);

/* Whether any of some words may be the address of an object that died since the last step; 1 if many did. */
int is_any_gone(const void *const *words, uint32_t count);

/* ``may_be_reused`` for any of some words. */
int are_any_reused(PyObject *const *words, uint32_t count);

static inline int is_same_object(PyObject *before, PyObject *now)
{
    return before == now && (now == NULL || !may_be_reused(now));
}

/* Like ``watch``, between two steps: a float may have become another number. */
Index watch_now(PyObject *object);

/* Whether an object has another count than emitted, or is another float; whether a row is scanned at all. */
int must_check(Index index);

/* Emit the counts that have changed since the step, ``but`` for that of one row. */
void table_emit_counts(Section *section, Index but);
int is_scanned(Index index);

/* Reserve rows for new objects, so that ``track`` cannot fail; 0 without memory. */
int rows_reserve(size_t more);

/* The parts of a step, in this order; the objects that names refer to are tracked before the last two. */
void table_count(void);     /* changed counts, and objects without references */
void table_scan(void);      /* changed containers */
void table_emit_new(void);  /* new objects, and those that they refer to */
void table_release(void);   /* the references of dead objects */
void table_drop(void);      /* dead objects */

/* Forget all objects, but keep types and code. */
void table_forget(void);

/* ---- written.c: rows in memory that was written since the last step ---- */

extern List due, altered;  /* containers that may have changed, and rows to check (must_check); may repeat rows */

/* Comparing this many words takes about as long as scanning a row. */
#define WORDS_OF_A_ROW 32u

/* Find these and the ``requested`` rows. ``known`` counts all rows, and long ones several times. Returns 0 if all rows
   must be scanned. */
int written_find(const List *requested, size_t known);

/* Make containers in that memory due, too, if it is unchanged but refers to an object that is gone: another may have
   its address. */
void written_find_all(void);

/* Return the part of the separate part of a row's memory outside of which nothing has changed since its last scan; all
   of it if unknown. */
Memory written_part(Index index, Memory apart);

/* Note the memory of a row; note that the row is new. */
void written_note(Index index);
void written_new(Index index);

/* ---- kinds.c: information about types, and the words of an object, which steps compare ----

   Words are the addresses that an object refers to, in an order that identifies them; some only detect changes and
   are no references (``for_each_reference``). */

/* In place of an offset: the member is one of a STRUCTURE's last or first referents. */
enum { IN_ORDER_AT_FIRST = -1, IN_ORDER_AT_LAST = 0 };

typedef struct {
    int64_t name;
    Py_ssize_t offset;      /* of the reference in an object */
    int is_of_program;      /* a class statement made it */
} Slot;

/* Why an object is read at each step: only Python can read it, or its content is not only in its own memory. */
enum { WITHOUT_WORDS = 1, IN_FOREIGN_MEMORY = 2, IN_BYTES = 3 };

typedef struct Type {
    PyTypeObject *type;
    int64_t name;
    uint8_t kind, base;         /* of an INSTANCE: its content besides the attributes, or VALUE */
    uint8_t has_shown_size, has_own_size, is_always_read, walk;
    uint8_t has_parts;          /* classes, functions: tuples and dicts with references, and no other holder */
    int64_t object_size;        /* of an INSTANCE without a base; 0: not known yet */
    Slot *slots;
    int slot_count;
} Type;

static inline int has_items(int kind)
{
    return kind == ITEMS || kind == ENTRIES || kind == MEMBERS || kind == QUEUE;
}

/* Return the way to read an object's content besides its attributes. */
static inline int base_of(const Row *row)
{
    return row->kind == INSTANCE ? row->type->base : row->kind;
}

typedef struct {
    uint32_t count;
    PyObject *const *words;
    uint32_t shape;     /* not next to the count: comparing both as one would read them before they are written */
    uint32_t from, rest;    /* the words before this one, and so many at the end, equal the row's, and are not here */
} View;

/* The replacement of some words by others. */
typedef struct {
    uint32_t start, removed, added;
} Splice;

/* Store the words of a row; those outside of the splice are unchanged. 0 without memory. */
int keep_words(Row *row, const View *view, Splice splice);

/* Return information about a type, asked of Python once. NULL on failure. */
Type *type_info(PyTypeObject *type);

/* Ways to read a STRUCTURE, as in describing.py. */
enum Structure { EXCEPTION, OTHER, LINK, NAMED, TEXT_FILE, BUFFERED_FILE, MATCH, FRAME, TRACEBACK, RANGE_ITERATOR,
                 NUMPY_ARRAY, PLAIN_ARRAY, MEMORY_VIEW, FUNCTION, BUILTIN, CALL_CACHE, BYTES };

/* ---- structures.c, and facts.c ---- */

void view_of_structure(PyObject *object, const Type *type, View *view);
void emit_structure(Index index, const View *view);
void emit_parts_of_structure(const Row *row);

/* Add a word to those of a structure; the words from then on are referents. */
void put_word(const void *word);
void begin_referents(void);

/* Return whether the engine reads an array itself, because it has numbers; add its words; emit it. */
int is_array_of_numbers(PyObject *array, int walk);
void put_array(PyObject *array, int walk);
void emit_array(Index index);
int memory_of_array(PyObject *array, int walk, Memory *values, Memory *lengths);

static inline int is_array(int walk)
{
    return walk == NUMPY_ARRAY || walk == PLAIN_ARRAY || walk == MEMORY_VIEW;
}

static inline int is_read_natively(const Row *row)
{
    int is_one = row->kind == STRUCTURE && is_array(row->type->walk);
    return !is_one || is_array_of_numbers(row->object, row->type->walk);
}

/* The position of an open file; -1 if unknown. */
int64_t position_of_text(PyObject *file);
int64_t position_of_buffered(PyObject *file);

/* These numbers of a text file change when the program writes to it. */
typedef struct {
    int64_t pending, position, buffered_to;
} WriteState;
WriteState write_state_of(PyObject *text_file);

/* Return 1 if a text file holds back nothing that the program wrote; 0 if it does, or if unknown. */
int is_flushed(PyObject *text_file);

/* What bytes add to the length of their ``repr``: letters of escapes, and quotes. */
typedef struct {
    intptr_t more, single, doubles;
} InRepr;

InRepr count_in_repr(const char *bytes, Py_ssize_t size);

/* Read the current words of an object; valid until the next call. */
void view_of(Row *row, View *view);

/* Return the memory from which words and count are read: the object's own, a separate part, and its ``__dict__``. No
   other row or object is read from it. 0 if unknown. */
int memory_of(const Row *row, Memory *own, Memory *apart, Memory *beside);

/* Return the row of a referent from whose memory the object's words are also read; 0 if there is none. */
Index other_row_of(const Row *row);

/* ``view_of`` for a list or tuple; inline because most containers are one. */
static inline void view_of_items(PyObject *object, View *view)
{
    view->words = PyList_Check(object) ? ((PyListObject *)object)->ob_item
                                       : ((PyTupleObject *)object)->ob_item;
    view->shape = (uint32_t)Py_SIZE(object);
    view->count = (uint32_t)Py_MIN(Py_SIZE(object), WIRE_MOST_ITEMS);
    view->from = view->rest = 0;
}

/* In longer containers only differences are emitted. */
#define LONG 16     /* words */

/* ``view_of`` for a dict: keys and values alternately. */
void view_of_dict(PyDictObject *dict, View *view);

/* Call ``call`` for each object that a row's words refer to, as emitted. */
void for_each_reference(const Row *row, void (*call)(PyObject *, void *), void *context);

/* Return the number of the name of an inline value. */
int64_t shared_name(const Type *type, uint32_t place);

/* Return the value of a name in an instance's ``__dict__``, for ``value_of_attribute`` also in the slots of a known
   object; NULL if it has none. */
PyObject *value_in_instance(PyObject *object, int64_t name);
PyObject *value_of_attribute(const PyObject *object, int64_t name);

/* ``shape`` of an INSTANCE: the number of inline values, or, with this bit, the number of words for the dict that holds
   the values: itself, keys and values. */
#define IN_A_DICT 0x80000000u

/* The words of a generator: state, instruction, words for its parts, references of its frame, values of its
   variables, its stack, and the handled exception. ``shape`` is the number of variables, plus two per extra name. */
enum { LOCK_IS_LOCKED, LOCK_OWNER, LOCK_COUNT };   /* the words of a lock; the owner is an ident */
enum { G_STATE, G_INSTRUCTION, G_NAME, G_QUALNAME, G_OBJECT, G_FUNCTION, G_CODE, G_VARIABLES };

/* Return the size of an object like ``sys.getsizeof``. */
int64_t size_of(const Row *row);

/* Whether the size of a value may change: a text that is not ASCII stores its UTF-8 form once C code asks for it. */
int may_grow(const Row *row);

/* ---- encoding.c: encodes objects and changes as operations (wire.py) ---- */

/* Emit a new object with that count. */
void emit_new(Index index, const View *view, Py_ssize_t count);

/* Emit the current words; they may equal the last ones but mean other objects. */
void emit_change(Index index, const View *view);

/* Emit size and second block if they have changed. */
void emit_size(Index index);

/* Emit the serial of an object that a row refers to, 0 for NULL; set a number that is known only later. */
void emit_word(PyObject *word, Index holder);
void set_number(size_t place, int64_t number);

/* Append the ``repr`` of a number or a plain text; 0 if the value needs Python. */
int emit_simple_text(Text *text, PyObject *value);

/* Append the ``repr`` of a float; 0 without memory. */
int emit_double(Text *text, double number);

/* ---- islands.c: objects that only a cycle keeps alive ---- */

/* Check an object that has lost a reference. */
void cycles_check(Index index);
void cycles_check_object(PyObject *object);  /* the same, if it is known; ignores NULL */

/* A container has dropped a reference to this object. */
void cycles_invalidate(Index index);

/* An object is gone, and its references with it. */
void cycles_release(Index index);

/* A part of an unreachable cycle may be reachable again. */
void cycles_recheck(Index index);

/* Emit objects that have become unreachable or reachable. */
void cycles_update(void);
void cycles_collected(void);  /* the collector has run: what it has not freed lives on */

void cycles_forget(void);

/* Count a container's references, discount them before they go, or replace some. */
void references_count(Index index);
void references_discount(Index index);
void references_replace(PyObject *const *old, uint32_t removed, PyObject *const *new, uint32_t added);

/* ---- code.c: facts that hold for every frame of a code object ---- */

#define MOST_RESULTS 4      /* of nested comprehensions; those of deeper ones are not tracked */

/* The guaranteed stack depth at an instruction, and the results that comprehensions are filling. */
typedef struct Height {
    struct {
        int64_t slot, label;
    } results[MOST_RESULTS];
    int16_t guaranteed, result_count;
    uint8_t is_known;
} Height;

/* Marks of an instruction, as in describing.py: it returns a constant, which is not on the stack; its line may
   write output; a comprehension is filling its result. */
enum { RETURNS_CONSTANT = 1, MAY_WRITE = 2, IN_COMPREHENSION = 4 };

/* A place where the value of an expression is read (recorder/code/expressions.py has the same order of numbers). */
typedef struct Site {
    int when, unit, behind, slot, kind, ordinal;
    int line, column, end_line, end_column;
} Site;

/* The sites of a code object: ``after`` and ``there`` are the index of an instruction's site plus one, or 0. */
typedef struct Sites {
    Site *all;
    char *watched;              /* of each instruction: whether its event is needed */
    uint16_t *after, *there;    /* of each instruction */
} Sites;

typedef struct LockSites LockSites;

/* The roles of a function of the library in waits (library_waits.py). */
enum { ROLE_CALLED = 2, ROLE_WAITS = 4, ROLE_OF_CONDITION = 8 };

/* ``file`` is -1 for foreign code. */
typedef struct Code {
    PyCodeObject *code;
    int64_t number, function, file;
    int kind, first_line, is_armed, has_cells, has_twins, is_function;
    int role;                   /* of foreign code */
    int place_count, unit_count, inner_count;
    int64_t *names;             /* of its fast locals */
    int *inner;                 /* places of the variables of comprehensions, in a module or a class */
    int *lines;                 /* of each instruction; 0 for none */
    char *marks;                /* of each instruction */
    Height *heights;            /* of each instruction, as far as known */
    Sites *sites;               /* NULL: none of its expressions are recorded */
    LockSites *lock_sites;      /* NULL: it has none */
} Code;

/* Copy bytes to our own memory, with room for one more int; NULL without memory. */
void *copy_of(PyObject *bytes);

/* Return information about a code object, asked of Python once; NULL on failure. */
Code *code_info(PyCodeObject *code);
Code *code_known(PyCodeObject *code);   /* NULL if not asked for yet */
int is_code_traced(PyCodeObject *code);
int line_at(const Code *code, int unit);
int has_mark(const Code *code, int unit, int mark);

/* Return the guaranteed stack depth at an instruction. */
const Height *height_info(Code *code, int unit);

/* ---- expressions.c: the values of expressions, between two steps (on request) ---- */

/* The instruction that runs in a frame, as far as its event was needed. */
typedef struct Running {
    Frame *frame;
    PyCodeObject *code;
    int unit;
} Running;

/* Ask Python for the sites of a code object, if there are none yet. */
void sites_find(Code *code);
void sites_forget(Sites *sites);

struct Thread;

/* An instruction is about to run: emit the values that are complete. Returns 0 if its event is not needed. */
int expressions_on_instruction(struct Thread *thread, Frame *frame, Code *code, int unit);

/* A frame starts or ends: forget what ran at its address. */
void expressions_forget_frame(struct Thread *thread, const Frame *frame);

/* Set the serials of the emitted values, before dead objects are dropped. */
void expressions_resolve(void);
void expressions_forget(void);

/* ---- stacks.c: the frames of every thread ---- */

/* A name and its value; NULL if it has none. */
typedef struct Bound {
    int64_t name;
    PyObject *value;
} Bound;

typedef struct FrameSnapshot {
    Frame *frame;               /* NULL: it has ended */
    Code *code;
    PyObject *object, *names_in;    /* its frame object, the dict that a class body fills */
    int64_t serial;
    int line, instruction, raised_at, must_read_operands;
    PyObject **values;
    struct Bound *inner;            /* the names of comprehensions */
    int64_t *value_names;           /* of a class body, or with extra names */
    int value_count, inner_count, operand_count;
    uint32_t value_room, inner_room, name_room, operand_room;
    int64_t *operands;
    uint64_t borrowed;              /* a bit mask of the first variables that are borrowed */
} FrameSnapshot;

typedef struct Thread {
    uint64_t id;
    unsigned long ident;
    PyObject *key;              /* its ident in the library's table of threads; allocated in isolation */
    int64_t number, name;
    uint64_t changes_seen;      /* of variables in cells */
    FrameSnapshot *snapshots;   /* outermost first */
    Running *running;           /* frames whose expressions are recorded, outermost first */
    uint32_t running_count, running_room;
    int count, is_alive;
    int is_joined_at_exit;      /* the interpreter waits for it at exit */
    uint32_t room;
} Thread;

extern Thread *threads;     /* in the order of their numbers, which begin at 1 */
extern int thread_count;

/* Return the running thread and announce it if it is new; NULL without memory. */
Thread *thread_of(PyThreadState *state);
Thread *known_thread(const PyThreadState *state);
int64_t thread_number(unsigned long ident);     /* 0 if unknown */

void stacks_begin(PyObject *type_of_bound_wrappers);

/* Emit the changes in the running thread's frames; ``line`` is the innermost frame's. */
void stacks_follow(Thread *thread, PyThreadState *state, int line);

/* Track the operands of the frames that were read; then, when everything they refer to is known, emit them. */
void stacks_operands(Thread *thread, int must_emit);

/* ``stacks_follow`` for the frames in an exception's traceback. */
void stacks_follow_traceback(Thread *thread, PyObject *traceback);

/* ``stacks_follow`` for all other threads. */
void stacks_follow_others(Thread *own, PyThreadState *state);

/* A variable in a cell has changed. */
void stacks_cell_changed(void);

/* ``f_locals`` was used: variables may be written from anywhere from now on. */
void stacks_proxy_made(void);

/* The innermost frame of the thread returned, yielded or was unwound. */
void stacks_ended(Thread *thread);

/* An exception arrived in the frame: items are popped from its stack until its next line. */
void stacks_raised(Thread *thread, Frame *frame);

void stacks_forget(void);

/* Return the value of a variable by its name; NULL if it has none. */
PyObject *value_of_name(const FrameSnapshot *snapshot, int64_t name);

/* ---- namespaces.c: the global names of the program's modules ---- */

/* Note a module of the program by its name, and the file whose code runs in its dict. */
void namespace_note(PyObject *dict, PyObject *name, int64_t file);
void namespaces_check(Thread *thread, Frame *frame);

/* Whether a name or a stack refers to an object. */
int do_names_refer_to(const PyObject *object);

int do_namespaces_refer_to(const PyObject *object);
int is_namespace(const PyObject *dict);
void namespaces_forget(void);

/* Return the value of a global name of a file's module; NULL if there is none. */
PyObject *value_of_global(int64_t file, int64_t name);

/* The names that every module, and every class body, has; they are not emitted. */
void namespaces_begin(PyObject *implicit_module_names, PyObject *implicit_class_names);
int is_implicit_name(PyObject *key, int is_of_class);

/* ---- locks.c: the holders and waiters of locks ---- */

/* The sites of a code object, from numbers as C ints. */
LockSites *lock_sites_copied(PyObject *bytes);
void lock_sites_forget(LockSites *sites);

/* Note that a lock with an owner was emitted, for the first time or again. */
void lock_emitted(Index index);

/* Emit the changes; ``line`` is about to run, or 0 at other events than lines. */
void locks_follow(PyThreadState *state, const Thread *own, int line, int was_raised);
void locks_forget(void);

#endif
