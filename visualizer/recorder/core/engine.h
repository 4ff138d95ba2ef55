/* What the parts of the engine are to each other: each file has its section here.

   A step (engine.c) counts all that is known (table.c), compares the words of containers (kinds.c) with those
   of before, follows names and stacks (stacks.c), tells of what is new (telling.c), looks for islands
   (islands.c), and sends all of it (record.c). Who has died memory.c knows. */

#ifndef VISUALIZER_ENGINE_H
#define VISUALIZER_ENGINE_H

#include "interpreter.h"  /* before all others, as Python.h asks for */
#include "wire.h"

#include <stdlib.h>
#include <string.h>

typedef uint32_t Index;  /* of a row in the table; 0 is none */

/* ---- engine.c: what is asked of Python, and how the engine gives up ---- */

enum Ask { ASK_TYPE, ASK_CODE, ASK_TEXT, ASK_DESCRIBE, ASK_SIZE, ASK_NAME, ASK_THREAD, ASK_HEIGHT,
           ASK_START, ASK_LOCKS, ASK_WAITED, ASKS };

/* Call a function of describing.py in the house, with an object and what ``Py_BuildValue`` makes of the rest;
   NULL where it failed, which ends the recording. What it gave is to be handed back to ``answer_done``, also
   NULL. */
PyObject *ask(enum Ask what, PyObject *first, const char *format, ...);
void answer_done(PyObject *answer);

/* The number that it gave, and no more of it; -1 where it failed. */
int64_t number_in(PyObject *answer);

/* The number of a name: of a text by what is in it, of another key by its ``repr``. -1 where that failed.
   Nothing is kept of the object. */
int64_t name_of(PyObject *name);

/* An object that nothing but a cycle kept has gone. */
void collection_took(int64_t serial);

/* ---- memory.c: the memory of the program seen from outside ----

   A hook in the allocator of objects tells when a block goes back, the reference tracer when an object
   is made; ``object_gone`` is called for an object that is known and is no more (table.c). What the
   recorder allocates while it runs Python code comes from memory of its own. */

/* Where the row of the object at an address is noted; NULL where no object near it is known and none
   is to be noted, or memory is short. */
Index *cell_of(const void *address, int is_to_be_made);

#define REGION_BITS 20
#define REGION ((size_t)1 << REGION_BITS)   /* bytes, for each of which a number of pages.c is kept */
uint32_t *interest_in(const void *address);

int memory_begin(void);
int births_begin(void);
void memory_end(void);  /* no object is told any more; blocks still go back where they came from */

/* Whether the tracer is still ours: ``tracemalloc.start()`` takes it away. */
int are_births_seen(void);

/* Between these Python code of the recorder runs in a house of its own: its memory, free lists,
   containers and interned text are apart from the program's, no signal handler and no audit hook is
   called, the collector rests, and no other thread takes its turn. */
void house_enter(void);
void house_leave(void);

/* ---- pages.c: which memory was written since the step before ---- */

#ifndef WATCH_FROM
#define WATCH_FROM 1024     /* rows: with fewer, looking at all of them is cheaper */
#endif

extern int are_pages_watched;

/* 0 where that cannot be had; all that is watched is forgotten with the end. */
int pages_begin(void);
void pages_end(void);

/* Whether the page at an address is watched; where it is not, one more row may ask for that. */
int pages_watch(const void *address, int is_asked_for);

/* Call for each run of watched pages that were written since this was called last; it gives how many of them are
   of interest. 0 where that is not known: then anything may have been written. */
int pages_written(int (*found)(uintptr_t start, uintptr_t end));

/* ---- record.c: the record of a step while it is made, and its way into the ring of shared memory ----

   What is told is gathered in sections, as the parts of a step are not found in the order in which
   they are sent (wire.py). Where memory is short the section keeps what it has, and ``record_send``
   fails. */

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
    Section announced;  /* THREAD and CODE, once for each */
    Section freed, objects, rest;
    Section cuts;       /* where the objects may be cut: how many numbers, how many bytes of text */
    Text text, name_text;   /* of the objects, and of the names */
    uint64_t steps;         /* sent */
    int is_short_of_memory;
    int is_refused;         /* nobody takes the records any more: nothing waits for that */
} record;

/* Whether an array of ours has room for so many items: it may move, and new room is zeros. Where it has not,
   memory is short, and that is noted. */
#define HAS_ROOM(array, room, count) \
    ((count) <= (room) || make_room(&(array), &(room), (count), sizeof *(array)))
int make_room(void *array, uint32_t *room, size_t count, size_t size);

static inline void tell(Section *section, int64_t number)
{
    if (HAS_ROOM(section->numbers, section->room, section->count + 1))
        section->numbers[section->count++] = number;
}

/* Tell several numbers. */
#define TELL(section, ...)                                      \
    tell_all(section, (const int64_t[]){__VA_ARGS__},           \
             sizeof((int64_t[]){__VA_ARGS__}) / sizeof(int64_t))
void tell_all(Section *section, const int64_t *numbers, size_t count);

/* Tell all of a list of Python's numbers, and the other way round. */
void tell_list(Section *section, PyObject *numbers);
PyObject *list_of(const Section *section);

/* Tell a name and an address, and count them at a place. */
void tell_counted(Section *section, size_t place, int64_t name, const void *address);

void tell_text(Text *text, const char *bytes, size_t length);

static inline int64_t as_number(const void *address)
{
    return (int64_t)(intptr_t)address;
}

/* Another object begins: so the record may be cut here. */
void record_may_be_cut(void);

/* Forget what was gathered, but for the names and what is announced. */
void record_clear(void);

void ring_begin(void *mapping, uint64_t size, long parent);

/* Send what was gathered as the record of a step, or as none; then wait while there is no room or no
   credit. 0 where memory is short: nothing was sent. */
int record_send(int is_step);

/* ring(): bytes and steps written, and the most that the heap took. */
PyObject *ring_for_python(PyObject *self, PyObject *nothing);

/* Say why nothing more will come; there is always room for that. */
void record_failure(const char *reason);

/* ---- table.c: what is known of every object, a row each, found by its address ----

   An object lives from when it is entered until its memory goes back, another is made in its place, or
   its count is 0; nothing else is ever looked at through a row, and no reference is held. */

/* Ways to read an object (kinds.c), as describing.py has them. */
enum Kind {
    VALUE,          /* immutable, refers to nothing: told once */
    ITEMS,          /* list, tuple */
    ENTRIES,        /* dict */
    MEMBERS,        /* set, frozenset */
    VARIABLE,       /* cell */
    INSTANCE,       /* of a class of Python's, perhaps with items or entries of a builtin base */
    METHOD,
    ITERATOR,
    CODE_OBJECT,
    PAUSED,         /* generator, coroutine */
    DESCRIBED,      /* by Python code, when its words are not those of before (describing.py) */
    LEFT_ALONE,     /* its memory goes back where nobody sees it: it is not looked at again */
};

typedef struct {
    const void *start, *end;
} Memory;

typedef struct Row {
    /* looked at in each step */
    PyObject *object;
    struct Type *type;
    PyObject **words;           /* as they were told last */
    uint32_t word_count;
    uint32_t shape;             /* says which words these are */
    uint8_t kind, bytes_before;
    uint8_t is_gone, must_look, is_told, is_unreachable, is_contained, is_way_end;
    uint8_t is_beside_island;   /* a value that what is unreachable refers to, and something else */
    int64_t size;
    /* the rest */
    int64_t serial;             /* 0: not told, only watched for its end */
    Index holder;               /* the one container that led here; or one of these two */
    Index leader;               /* the last container that led here, 0 for none */
    uint32_t word_room;
    uint32_t place;             /* among the containers */
    uint32_t way_version, walk, epoch, references;  /* see islands.c */
    PyObject *content;          /* of a DESCRIBED object; belongs to the house */
    void *facts;                /* of a class what is known of its objects, and of a code object */
    void (*forget)(void *);     /* these */
} Row;

#define BY_NAMES ((Index)-1)    /* led to by names or stacks */
#define BY_MANY ((Index)-2)

extern Row *rows;
extern Index row_count;     /* with those that are free */
extern int64_t last_serial;

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

/* The row of an object that is known and has not gone; 0 where there is none. */
Index row_of(const PyObject *object);

/* A row to watch an object for its end; 0 where memory is short. */
Index watch(PyObject *object);

/* What is known of a class or a code object while it lives; asked of Python once, ``size`` bytes that ``take`` fills
   with what was told. NULL where that failed. */
typedef int (*Take)(void *facts, PyObject *of, PyObject *told);
typedef void (*Forget)(void *facts);
void *facts_of(PyObject *object, enum Ask what, size_t size, Take take, Forget forget);

/* The serial of an object that something refers to; it is entered where it is new. */
int64_t reach(PyObject *object, Index holder);

/* The serial of an object that is known and told, else 0. */
int64_t serial_of(const PyObject *object);

/* Whether an object at this address has gone since the step before: a word that is the same may stand
   for another object. */
int may_be_reborn(const PyObject *object);

static inline int is_same_object(PyObject *before, PyObject *now)
{
    return before == now && (now == NULL || !may_be_reborn(now));
}

/* Whether a row has another count than was told; and whether it is looked at in each step at all. */
int has_other_count(Index index);
int is_looked_at(Index index);

/* Make room for so many new objects, so that ``reach`` cannot fail; 0 where memory is short. */
int rows_reserve(size_t more);

/* The parts of a step, in this order; between the last two what names lead to is reached. */
void table_count(void);     /* counts that differ, and who has none */
void table_look(void);      /* what differs in containers */
void table_tell_new(void);  /* all there is to say of new objects, and of those that they lead to */
void table_drop(void);      /* the dead */

/* Keep the words of a row; 0 where memory is short. */
int keep_words(Row *row, PyObject *const *words, uint32_t count, uint32_t shape);

/* Begin anew: all that is known is forgotten, but for types and code. */
void table_forget(void);

/* ---- written.c: which rows lie in memory that was written since the step before ---- */

extern List due, other_counts;  /* containers that may have changed, and rows with another count; some twice */

/* Find these, with what is asked for, among so many rows. 0 where all rows are to be looked at. */
int written_find(const List *asked_for, size_t known);

/* All containers in that memory are due, also where it holds what it held. */
void written_find_all(void);

/* Note where the memory of a row is; and that the row is new. */
void written_note(Index index);
void written_new(Index index);

/* ---- kinds.c: what is known of a type, and the words of an object: what is compared from step to step ----

   Words are addresses that an object refers to, in an order that says which is which; some only show
   whether anything is other than before, and refer to nothing that is told (``for_each_reference``). */

typedef struct {
    int64_t name;
    Py_ssize_t offset;      /* where the reference stands in an object */
} Slot;

typedef struct Type {
    PyTypeObject *type;
    int64_t name;
    uint8_t kind, base;         /* of an INSTANCE: what it is beside its attributes, or VALUE */
    uint8_t has_shown_size, is_always_read, walk;
    int64_t object_size;        /* of an INSTANCE without a base; 0: not known yet */
    Slot *slots;
    int slot_count;
} Type;

static inline int has_items(int kind)
{
    return kind == ITEMS || kind == ENTRIES || kind == MEMBERS;
}

/* What an object is beside its attributes. */
static inline int base_of(const Row *row)
{
    return row->kind == INSTANCE ? row->type->base : row->kind;
}

typedef struct {
    uint32_t count;
    PyObject *const *words;
    uint32_t shape;     /* not beside the count: compared as one with those of a row they would be read
                           before they are written */
} View;

/* What is known of a type; asked of Python once. NULL where that failed. */
Type *type_facts(PyTypeObject *type);

/* The words of an object as they are now; they hold good until the next call. */
void view_of(Row *row, View *view);

/* What memory that and the object's count are read from: the object's own, and what is apart from it. Nothing else
   is read there by another row, nor is an object. 0 where that cannot be said. */
int memory_of(const Row *row, Memory *own, Memory *apart);

/* The same of a list or a tuple; here, as most containers are some. */
static inline void view_of_items(PyObject *object, View *view)
{
    view->words = PyList_Check(object) ? ((PyListObject *)object)->ob_item
                                       : ((PyTupleObject *)object)->ob_item;
    view->shape = (uint32_t)Py_SIZE(object);
    view->count = (uint32_t)Py_MIN(Py_SIZE(object), WIRE_MOST_ITEMS);
}

/* The same of a dict: keys and values in turn. */
void view_of_dict(PyDictObject *dict, View *view);

/* Call for each object that a row's words refer to, as they were told. */
void for_each_reference(const Row *row, void (*call)(PyObject *, void *), void *context);

/* The number of the name of an attribute that stands at a place of the values in an object. */
int64_t shared_name(const Type *type, uint32_t place);

/* ``shape`` of an INSTANCE: how many values stand in it, or whether a dict has them. */
#define IN_A_DICT 0x80000000u

/* The words of a generator: its state and its instruction, what only its parts tell, what its frame
   holds, what its variables refer to, what lies on its stack, and what it handles. ``shape`` is how many
   variables, and twice as many as it was given. */
enum { G_STATE, G_INSTRUCTION, G_NAME, G_QUALNAME, G_OBJECT, G_FUNCTION, G_CODE, G_VARIABLES };

/* The size of an object as ``sys.getsizeof`` has it. */
int64_t size_of(const Row *row);

/* ---- telling.c: says what is new of an object, as operations (wire.py) ---- */

/* All there is to say of a new object with that count. */
void tell_new(Index index, const View *view, Py_ssize_t count);

/* What its words say now; they may say the same of other objects. */
void tell_change(Index index, const View *view);

/* Its size, where that is another. */
void tell_size(Index index);

/* ---- islands.c: what nothing but a cycle keeps alive ---- */

/* This object has lost a reference. */
void islands_ask(Index index);
void islands_lost(PyObject *object);    /* the same, if it is known; NULL is nothing */

/* A container has let go of this object. */
void islands_cut(Index index);

/* Something of an island may have been found again. */
void islands_look_again(void);

/* Tell what has become, or is no longer, unreachable. */
void islands_settle(void);

void islands_forget(void);

/* ---- code.c: what is the same for every frame of a code object ---- */

/* What is sure to lie on the stack at an instruction, and a bit for each place that is not finished. */
typedef struct Height {
    uint64_t unfinished;
    int16_t sure;
    uint8_t is_known;
} Height;

/* What is told of an instruction, as describing.py has it: it returns a constant, which the stack does not hold; its
   line may cause output. */
enum { RETURNS_CONSTANT = 1, IS_LOUD = 2 };

/* ``file`` is -1 for code that is not the program's. */
typedef struct Code {
    PyCodeObject *code;
    int64_t number, function, file;
    int kind, first_line, is_armed, has_cells, has_twins, is_function, has_locks;
    int place_count, unit_count;
    int64_t *names;             /* of the places of its variables */
    int *lines;                 /* of each instruction; 0 for none */
    char *marks;                /* of each instruction */
    Height *heights;            /* of each instruction, as far as it was asked for */
} Code;

/* Asked of Python once for each code object; NULL where that failed. */
Code *code_facts(PyCodeObject *code);
Code *code_known(PyCodeObject *code);   /* NULL where it was not asked for yet */
int is_code_traced(PyCodeObject *code);
int line_at(const Code *code, int unit);
int has_mark(const Code *code, int unit, int mark);

/* How much lies on the stack of a frame at an instruction. */
const Height *height_facts(Code *code, int unit);

/* ---- stacks.c: the frames of every thread ---- */

typedef struct Known {
    Frame *frame;               /* NULL: it has ended */
    Code *code;
    PyObject *object, *names_in;    /* its object, the dict that a class body fills */
    int64_t serial;
    int line, instruction, raised_at, is_to_look_at;
    PyObject **values;
    int64_t *value_names;           /* of a class body */
    int value_count, operand_count;
    uint32_t value_room, name_room, operand_room;
    int64_t *operands;
    uint64_t lent;                  /* a bit for each of the first variables that is lent */
} Known;

typedef struct Thread {
    uint64_t id;
    unsigned long ident;
    int64_t number, name;
    uint64_t changes_seen;      /* of variables in cells */
    Known *known;               /* outermost first */
    int count, is_alive;
    int is_waited_for;          /* before the interpreter ends */
    uint32_t room;
} Thread;

/* The thread that runs; it is announced when it is new. NULL where memory is short. */
Thread *thread_of(PyThreadState *state);
Thread *known_thread(const PyThreadState *state);

void stacks_begin(PyObject *type_of_bound_wrappers);

/* Tell how the frames of the running thread differ. ``line`` is that of the innermost frame. */
void stacks_follow(Thread *thread, PyThreadState *state, int line);

/* Enter what lies on the stacks of the frames that were looked at; then, when all that it leads to is known,
   tell of what is known there. */
void stacks_operands(Thread *thread, int is_to_be_told);

/* The same of the frames that an exception has passed through. */
void stacks_follow_traceback(Thread *thread, PyObject *traceback);

/* The same of all other threads. */
void stacks_follow_others(Thread *own, PyThreadState *state);

/* A variable in a cell is other than before. */
void stacks_cell_changed(void);

/* ``f_locals`` was asked for: variables may be written from anywhere from now on. */
void stacks_proxy_made(void);

/* The innermost frame of the thread has returned, yielded or was left. */
void stacks_ended(Thread *thread);

/* An exception came up in the frame: until its next line it takes things off its stack. */
void stacks_raised(Thread *thread, Frame *frame);

void stacks_forget(void);

extern int64_t last_frame;    /* the highest serial of a frame */

/* ---- namespaces.c: the global names of the program's modules ---- */

/* Note a module of the program by its name, and the file whose code runs in its dict. */
void namespace_note(PyObject *dict, PyObject *name, int64_t file);
void namespaces_check(Thread *thread, PyObject *globals);

/* Whether a name or a stack refers to an object. */
int do_names_refer_to(const PyObject *object);

/* For Python, as lists of numbers (following.py): of each thread its number, its ident, how many frames it has,
   and of each frame its address, the number and the address of its code, instruction, line, how many names it
   has, these and what they refer to by address; of each file how many global names, and the same of them. */
PyObject *stacks_for_python(PyObject *self, PyObject *nothing);
PyObject *namespaces_for_python(PyObject *self, PyObject *nothing);

int do_namespaces_refer_to(const PyObject *object);
void namespaces_forget(void);

/* The names that every module, and every class body, has are not told. */
void namespaces_begin(PyObject *plumbing_of_modules, PyObject *plumbing_of_classes);
int is_plumbing(PyObject *key, int is_of_class);

#endif
