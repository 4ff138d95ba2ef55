/* All accesses to the interpreter's internals, each by a named function.

   The layouts are those of Include/internal, so a build fits only releases with identical ones. The differences
   between 3.13, 3.14 and 3.15 are here and nowhere else. */

#ifndef VISUALIZER_INTERPRETER_H
#define VISUALIZER_INTERPRETER_H

#define Py_BUILD_CORE 1
#define Py_BUILD_CORE_MODULE 1  /* required to get the current thread, whose variable is not exported */
#include <Python.h>
#include "internal/pycore_bitutils.h"
#include "internal/pycore_ceval.h"
#include "internal/pycore_code.h"
#include "internal/pycore_dict.h"
#include "internal/pycore_frame.h"
#include "internal/pycore_gc.h"
#include "internal/pycore_genobject.h"
#include "internal/pycore_gil.h"
#include "internal/pycore_interp.h"
#include "internal/pycore_list.h"
#include "internal/pycore_lock.h"
#include "internal/pycore_long.h"
#include "internal/pycore_object.h"
#include "internal/pycore_obmalloc.h"
#include "internal/pycore_pystate.h"
#include "internal/pycore_runtime.h"
#include "internal/pycore_setobject.h"
#include "internal/pycore_sysmodule.h"
#include "internal/pycore_tuple.h"
#include "opcode_ids.h"
#include "system.h"

#if PY_VERSION_HEX < 0x030D0000 || PY_VERSION_HEX >= 0x03100000 || defined(Py_GIL_DISABLED)
#error "the layouts are known of CPython 3.13, 3.14 and 3.15, with the lock"
#endif
#if PY_BIG_ENDIAN || SIZEOF_VOID_P != 8
#error "records are little endian, and addresses take eight bytes"
#endif

#if PY_VERSION_HEX >= 0x030E0000
#include "internal/pycore_interpframe.h"
#include "internal/pycore_stackref.h"
#define HAS_STACK_REFERENCES 1
#else
#define HAS_STACK_REFERENCES 0
#endif
#if PY_VERSION_HEX < 0x030F0000
#define PyAnyDict_Check PyDict_Check     /* there is no frozendict yet */
#define PyAnyDict_CheckExact PyDict_CheckExact
#endif

typedef _PyInterpreterFrame Frame;

/* Whether the running interpreter has the layouts of this build, according to _Py_DebugOffsets: another release
   may have them, and the same release by another compiler may not. Fields that it omits are between others, which
   would have moved. */
static inline int has_own_layouts(void)
{
    const _Py_DebugOffsets *there = &_PyRuntime.debug_offsets;
    if (memcmp(there->cookie, "xdebugpy", sizeof there->cookie) != 0) return 0;
    if (there->version >> 16 != PY_VERSION_HEX >> 16 || there->free_threaded) return 0;
    return there->runtime_state.size == sizeof(_PyRuntimeState) &&
           there->runtime_state.interpreters_head == offsetof(_PyRuntimeState, interpreters.head) &&
           there->interpreter_state.size == sizeof(PyInterpreterState) &&
           there->interpreter_state.threads_head == offsetof(PyInterpreterState, threads.head) &&
           there->interpreter_state.gc == offsetof(PyInterpreterState, gc) &&
           there->interpreter_state.imports_modules == offsetof(PyInterpreterState, imports.modules) &&
           there->interpreter_state.ceval_gil == offsetof(PyInterpreterState, ceval.gil) &&
           there->thread_state.size == sizeof(PyThreadState) &&
           there->thread_state.current_frame == offsetof(PyThreadState, current_frame) &&
           there->interpreter_frame.size == sizeof(_PyInterpreterFrame) &&
           there->interpreter_frame.localsplus == offsetof(_PyInterpreterFrame, localsplus) &&
           there->interpreter_frame.owner == offsetof(_PyInterpreterFrame, owner) &&
           there->code_object.size == sizeof(PyCodeObject) &&
           there->code_object.co_code_adaptive == offsetof(PyCodeObject, co_code_adaptive) &&
           there->type_object.size == sizeof(PyTypeObject) && there->dict_object.size == sizeof(PyDictObject) &&
           there->long_object.size == sizeof(PyLongObject) && there->unicode_object.size == sizeof(PyUnicodeObject);
}

/* ---- threads ---- */

/* Whether there are interpreters besides the first one, in the whole process. */
static inline int are_there_other_interpreters(void)
{
    PyInterpreterState *newest = _PyRuntime.interpreters.head;
    return newest != NULL && newest->next != NULL;
}

static inline PyThreadState *first_thread(PyThreadState *thread)
{
    return thread->interp->threads.head;
}

/* Whether other threads exist that can run. */
static inline int are_there_other_threads(PyThreadState *thread)
{
    return thread->interp->threads.head->next != NULL;
}

/* Move the thread's limits of recursion away by what the recorder needs (1), or back (-1): the program may have used up
   its calls of Python or those of C. From 3.14 on the limit of C calls is an address in the stack; two margins lie
   beyond it (tstate_set_stack in Python/ceval.c). */
static inline void deepen_limits(PyThreadState *thread, int sign)
{
    thread->py_recursion_remaining += sign * 400;
#if PY_VERSION_HEX >= 0x030E0000
    _PyThreadStateImpl *own = (_PyThreadStateImpl *)thread;
    own->c_stack_soft_limit -= (uintptr_t)(sign * (intptr_t)(_PyOS_STACK_MARGIN_BYTES * 3 / 2));
    own->c_stack_hard_limit -= (uintptr_t)(sign * (intptr_t)(_PyOS_STACK_MARGIN_BYTES * 3 / 2));
#else
    thread->c_recursion_remaining += sign * 100;
#endif
}

/* The exception that the thread handles, NULL if none. Borrowed. */
static inline PyObject *handled_exception(PyThreadState *thread)
{
    for (_PyErr_StackItem *item = thread->exc_info; item != NULL; item = item->previous_item)
        if (item->exc_value != NULL && item->exc_value != Py_None) return item->exc_value;
    return NULL;
}

/* Replace the thread that waiting threads ask to release the lock, and return the former one. They ask while they hold
   the mutex, so none is about to ask the former thread. */
static inline PyThreadState *swap_lock_holder(PyThreadState *thread, PyThreadState *other)
{
    struct _gil_runtime_state *lock = thread->interp->ceval.gil;
    mutex_lock(&lock->mutex);
    PyThreadState *before = lock->last_holder;
    lock->last_holder = other;
    mutex_unlock(&lock->mutex);
    return before;
}

/* Take away the requests to the thread for its next instruction (run other threads, signal handlers or the
   collector, raise another thread's exception), and add them again. */
static inline uintptr_t take_requests(PyThreadState *thread)
{
    uintptr_t requests = thread->eval_breaker & _PY_EVAL_EVENTS_MASK;
    _Py_unset_eval_breaker_bit(thread, requests);
    return requests;
}

static inline void restore_requests(PyThreadState *thread, uintptr_t requests)
{
    if (requests) _Py_set_eval_breaker_bit(thread, requests);
}

/* ``sys.modules`` as created; NULL when the interpreter ends. Borrowed. */
static inline PyObject *modules_of(PyThreadState *thread)
{
    return thread->interp->imports.modules;
}

/* ---- frames ---- */

static inline int is_frame_of_python(Frame *frame)
{
#if HAS_STACK_REFERENCES
    if (frame->owner >= FRAME_OWNED_BY_INTERPRETER) return 0;
#else
    if (frame->owner == FRAME_OWNED_BY_CSTACK) return 0;
#endif
    return !_PyFrame_IsIncomplete(frame);
}

/* The innermost Python frame at or below a frame, NULL if there is none. */
static inline Frame *python_frame(Frame *frame)
{
    while (frame != NULL && !is_frame_of_python(frame)) frame = frame->previous;
    return frame;
}

static inline PyCodeObject *code_of(Frame *frame)
{
    return _PyFrame_GetCode(frame);
}

/* Whether the call of a frame object has ended, so that the object contains the whole frame. */
static inline int has_frame_ended(PyObject *object)
{
    return ((PyFrameObject *)object)->f_frame->owner == FRAME_OWNED_BY_FRAME_OBJECT;
}

/* The frame object, NULL if none was created. Borrowed. */
static inline PyObject *object_of_frame(Frame *frame)
{
    return (PyObject *)frame->frame_obj;
}

/* The names that ``f_locals[…] = …`` has added to a function's frame, NULL if there are none. Borrowed. */
static inline PyObject *extra_names(Frame *frame)
{
    PyFrameObject *object = frame->frame_obj;
    if (frame->owner == FRAME_OWNED_BY_FRAME_OBJECT)    /* it has ended and is inside its frame object */
        object = (PyFrameObject *)((char *)frame - offsetof(PyFrameObject, _f_frame_data));
    return object != NULL ? object->f_extra_locals : NULL;
}

/* ``f_lasti``, in code units. */
static inline int instruction_of(Frame *frame)
{
    return _PyInterpreterFrame_LASTI(frame);
}

/* A slot among the locals and the stack behind them. Borrowed; NULL if it is empty. */
static inline PyObject *place_of(Frame *frame, int place)
{
#if HAS_STACK_REFERENCES
    _PyStackRef found = frame->localsplus[place];
    if (PyStackRef_IsNull(found) || PyStackRef_IsTaggedInt(found)) return NULL;
#if PY_VERSION_HEX >= 0x030F0000
    if (PyStackRef_IsError(found)) return NULL;
#endif
    return PyStackRef_AsPyObjectBorrow(found);
#else
    return frame->localsplus[place];
#endif
}

/* The value of a variable. For a cell variable that is the cell's content; a cell in a plain variable is the
   value. */
static inline PyObject *value_at(Frame *frame, PyCodeObject *code, int place)
{
    PyObject *found = place_of(frame, place);
    _PyLocals_Kind kind = _PyLocals_GetKind(code->co_localspluskinds, place);
    return found && kind & (CO_FAST_CELL | CO_FAST_FREE) && PyCell_Check(found) ? PyCell_GET(found) : found;
}

/* Whether a slot is borrowed: the owner's reference is counted, this one is not (from 3.14 on). */
static inline int is_borrowed(Frame *frame, int place)
{
#if HAS_STACK_REFERENCES
    uintptr_t bits = frame->localsplus[place].bits;
    return (bits & 3) == 1 && bits != 1;
#else
    return 0;
#endif
}

/* Whether a loop iterates over a slot by index, without an iterator (from 3.15 on). */
static inline int is_iterated_by_index(Frame *frame, int place)
{
#if PY_VERSION_HEX >= 0x030F0000
    return PyStackRef_IsTaggedInt(frame->localsplus[place + 1]);
#else
    return 0;
#endif
}

/* The stack depth of a frame; -1 if not stored. */
static inline int height_of(Frame *frame, PyCodeObject *code)
{
#if HAS_STACK_REFERENCES
    if (frame->stackpointer == NULL) return -1;
    return (int)(frame->stackpointer - frame->localsplus) - code->co_nlocalsplus;
#else
    return frame->stacktop < 0 ? -1 : frame->stacktop - code->co_nlocalsplus;
#endif
}

/* The function of a frame. Borrowed. */
static inline PyObject *function_of(Frame *frame)
{
#if HAS_STACK_REFERENCES
    return PyStackRef_IsNull(frame->f_funcobj) ? NULL : PyStackRef_AsPyObjectBorrow(frame->f_funcobj);
#else
    return frame->f_funcobj;
#endif
}

/* Whether the frame has ended, which clears its variables. */
static inline int has_ended(Frame *frame)
{
#if HAS_STACK_REFERENCES
    return frame->stackpointer == frame->localsplus;
#else
    return frame->stacktop == 0;
#endif
}

/* The frame of a generator, coroutine or async generator. */
static inline Frame *frame_of_generator(PyObject *generator)
{
#if HAS_STACK_REFERENCES
    return &((PyGenObject *)generator)->gi_iframe;
#else
    return (Frame *)((PyGenObject *)generator)->gi_iframe;
#endif
}

static inline int state_of_generator(PyObject *generator)
{
    return ((PyGenObject *)generator)->gi_frame_state;
}

/* The object that a generator awaits by ``yield from``; else NULL. Borrowed. */
static inline PyObject *waits_for(PyObject *generator)
{
    if (state_of_generator(generator) != FRAME_SUSPENDED_YIELD_FROM) return NULL;
    Frame *frame = frame_of_generator(generator);
    PyCodeObject *code = code_of(frame);
    int top = code->co_nlocalsplus + height_of(frame, code) - 1;
    for (; top >= code->co_nlocalsplus; top--)
        if (place_of(frame, top) != NULL) return place_of(frame, top);
    return NULL;
}

/* The frame of a frame object. */
static inline Frame *frame_of_object(PyObject *frame)
{
    return ((PyFrameObject *)frame)->f_frame;
}

/* ---- objects ---- */

/* The count of an object, -1 if immortal, 0 on a free list. */
static inline Py_ssize_t count_of(PyObject *object)
{
#if HAS_STACK_REFERENCES
    /* On a free list the first word is the address of the next object (Include/internal/pycore_freelist.h): no
       count reaches its upper half, but the lower half may look like an immortal count. */
    if (object->ob_overflow != 0) return 0;
#endif
    if (_Py_IsImmortal(object)) return -1;
#if HAS_STACK_REFERENCES
    return (Py_ssize_t)object->ob_refcnt;
#else
    return object->ob_refcnt;
#endif
}

/* The number of bytes between the allocated block and the object in it. */
static inline Py_ssize_t bytes_before(PyTypeObject *type)
{
    Py_ssize_t bytes = PyType_HasFeature(type, Py_TPFLAGS_HAVE_GC) ? (Py_ssize_t)sizeof(PyGC_Head) : 0;
    if (PyType_HasFeature(type, Py_TPFLAGS_PREHEADER)) bytes += 2 * (Py_ssize_t)sizeof(PyObject *);
    return bytes;
}

/* Whether its memory is freed through the object allocator, where the hook sees it. */
static inline int is_free_visible(PyTypeObject *type)
{
    freefunc release = type->tp_free;
    return release == NULL || release == PyObject_Free || release == PyObject_GC_Del;
}

/* ---- locks: their layouts are in no header (Modules/_threadmodule.c), and 3.13 has had both of each kind; the size of
   an object tells which ---- */

typedef struct {
    PyObject_HEAD
    PyMutex lock;
} MutexLock;

typedef struct {
    PyObject_HEAD
    PyThread_type_lock lock;
    PyObject *weak_references;
    char is_locked;
} SystemLock;

typedef struct {
    PyObject_HEAD
    _PyRecursiveMutex lock;
} OwnedMutexLock;

typedef struct {
    PyObject_HEAD
    PyThread_type_lock lock;
    PyThread_ident_t owner;
    unsigned long count;
    PyObject *weak_references;
} OwnedSystemLock;

static inline int has_size(const PyTypeObject *type, size_t one, size_t other)
{
    return type->tp_basicsize == (Py_ssize_t)one || type->tp_basicsize == (Py_ssize_t)other;
}

static inline int is_layout_of_lock_known(const PyTypeObject *type, int has_owner)
{
    return has_owner ? has_size(type, sizeof(OwnedMutexLock), sizeof(OwnedSystemLock))
                     : has_size(type, sizeof(MutexLock), sizeof(SystemLock));
}

static inline int is_plain_lock_locked(PyObject *lock)
{
    if (Py_TYPE(lock)->tp_basicsize == sizeof(SystemLock)) return ((SystemLock *)lock)->is_locked;
    return (((MutexLock *)lock)->lock._bits & _Py_LOCKED) != 0;
}

/* How often an ``RLock`` is held, and the ident of the thread that holds it, or held it last. */
static inline Py_ssize_t times_held(PyObject *lock, unsigned long long *owner)
{
    if (Py_TYPE(lock)->tp_basicsize == sizeof(OwnedSystemLock)) {
        *owner = ((OwnedSystemLock *)lock)->owner;
        return (Py_ssize_t)((OwnedSystemLock *)lock)->count;
    }
    const _PyRecursiveMutex *mutex = &((OwnedMutexLock *)lock)->lock;
    *owner = mutex->thread;
    return mutex->mutex._bits & _Py_LOCKED ? (Py_ssize_t)mutex->level + 1 : 0;
}

/* The names of the inline attributes of a class's objects; NULL if it has none. */
static inline PyDictKeysObject *shared_keys(PyTypeObject *type)
{
    return PyType_HasFeature(type, Py_TPFLAGS_HEAPTYPE) ? ((PyHeapTypeObject *)type)->ht_cached_keys
                                                        : NULL;
}

/* The inline values of an object, NULL if they have moved to a dict. */
static inline PyDictValues *values_in(PyObject *object)
{
    if (!PyType_HasFeature(Py_TYPE(object), Py_TPFLAGS_INLINE_VALUES)) return NULL;
    PyDictValues *values = _PyObject_InlineValues(object);
    return values->valid ? values : NULL;
}

/* The ``__dict__`` of an object, if it has been created. Borrowed. */
static inline PyObject *dict_of_object(PyObject *object)
{
    const PyTypeObject *type = Py_TYPE(object);
    if (PyType_HasFeature(Py_TYPE(object), Py_TPFLAGS_MANAGED_DICT))
        return (PyObject *)_PyObject_ManagedDictPointer(object)->dict;
    return type->tp_dictoffset > 0 ? *(PyObject **)((char *)object + type->tp_dictoffset) : NULL;
}

/* Whether a dict only shows an object's inline values; from 3.13.13 and 3.14.4 on the collector counts them as the
   dict's (gh-130327). */
static inline int shows_inline_values(PyDictObject *dict)
{
    return Py_Version < (PY_VERSION_HEX >= 0x030E0000 ? 0x030E0400 : 0x030D0D00) && dict->ma_values != NULL &&
           dict->ma_values->embedded;
}

static inline Py_ssize_t digits_of(PyObject *number)
{
    Py_ssize_t digits = (Py_ssize_t)(((PyLongObject *)number)->long_value.lv_tag >> NON_SIZE_BITS);
    return digits ? digits : 1;
}

/* ---- iterators, whose layouts are in no header (Objects/iterobject.c, dictobject.c, setobject.c, enumobject.c)
   ---- */

typedef struct {
    PyObject_HEAD
    Py_ssize_t index;
    PyObject *over;
} IndexedIterator;

typedef struct {
    PyObject_HEAD
    PyDictObject *over;
    Py_ssize_t used, position;
    PyObject *result;
    Py_ssize_t left;
} DictIterator;

typedef struct {
    PyObject_HEAD
    PySetObject *over;
    Py_ssize_t used, position, left;
} SetIterator;

typedef struct {
    PyObject_HEAD
    Py_ssize_t index;
    PyObject *over, *result, *long_index, *one;
} Enumerate;

/* ---- a match of the module re (Modules/_sre/sre.h) ---- */

typedef struct {
    PyObject_VAR_HEAD
    PyObject *text, *spans, *pattern;
    Py_ssize_t from, to, last_index, group_count;
    Py_ssize_t span[1];         /* of each group: start and end */
} Match;

/* ---- the order of an OrderedDict, whose layout is in no header (Objects/odictobject.c) ---- */

typedef struct OrderNode {
    PyObject *key;
    Py_hash_t hash;
    struct OrderNode *next, *previous;
} OrderNode;

typedef struct {
    PyDictObject dict;
    OrderNode *first, *last;
    OrderNode **of_hash;
    Py_ssize_t of_hash_count;
    void *keys_when_sized;
    size_t changes;             /* of the order */
    PyObject *attributes, *weak_references;
} OrderedDict;

/* ---- the blocks of a deque, whose layout is in no header (Modules/_collectionsmodule.c) ---- */

/* The ``repr`` of a bytearray escapes a single quote between double quotes, too (Objects/bytearrayobject.c). */
enum { IS_QUOTE_ALWAYS_ESCAPED = PY_VERSION_HEX < 0x030F0000 };

enum { ITEMS_OF_A_BLOCK = 64, MOST_FREE_BLOCKS = 16 };

typedef struct DequeBlock {
    struct DequeBlock *before;
    PyObject *items[ITEMS_OF_A_BLOCK];
    struct DequeBlock *after;
} DequeBlock;

typedef struct {
    PyObject_VAR_HEAD
    DequeBlock *first, *last;
    Py_ssize_t from, to;        /* the places of the first item and of the last one */
    size_t changes;
    Py_ssize_t most_items, free_block_count;
    DequeBlock *free_blocks[MOST_FREE_BLOCKS];
    PyObject *weak_references;
} Deque;

/* ---- the collector ---- */

/* The list of new containers. */
static inline PyGC_Head *young_list(PyThreadState *thread)
{
    return thread->interp->gc.generation0;
}

typedef struct {
    int enabled, count;
    Py_ssize_t alive;
} CollectorState;

static inline int *young_count(PyThreadState *thread)
{
    struct _gc_runtime_state *collector = &thread->interp->gc;
    return &collector->generations[0].count;
}

/* Pause the collector and return its state. */
static inline CollectorState pause_collector(PyThreadState *thread)
{
    struct _gc_runtime_state *collector = &thread->interp->gc;
    CollectorState before = {collector->enabled, *young_count(thread), 0};
#if PY_VERSION_HEX >= 0x030E0000
    before.alive = collector->heap_size;
#endif
    collector->enabled = 0;
    return before;
}

static inline void resume_collector(PyThreadState *thread, CollectorState before)
{
    thread->interp->gc.enabled = before.enabled;
    *young_count(thread) = before.count;
#if PY_VERSION_HEX >= 0x030E0000
    thread->interp->gc.heap_size = before.alive;
#endif
}

/* How often each generation was collected. */
static inline void collections_so_far(PyThreadState *thread, Py_ssize_t found[3])
{
    struct _gc_runtime_state *collector = &thread->interp->gc;
#if PY_VERSION_HEX >= 0x030F0000
    struct gc_stats *stats = collector->generation_stats;
    found[0] = stats->young.items[stats->young.index].collections;
    for (int n = 0; n < 2; n++)
        found[n + 1] = stats->old[n].items[stats->old[n].index].collections;
#else
    for (int n = 0; n < 3; n++) found[n] = collector->generation_stats[n].collections;
#endif
}

/* ---- the allocator of small objects (Objects/obmalloc.c) ---- */

typedef struct pool_header Pool;

static inline const struct _obmalloc_mgmt *arenas_of(const PyInterpreterState *interpreter)
{
    return &interpreter->obmalloc->mgmt;
}

/* The pool around an address, NULL if no arena is there: like address_in_range(), from the tables alone. */
static inline const Pool *pool_around(const PyInterpreterState *interpreter, const void *address)
{
    const struct arena_map_mid *mid = interpreter->obmalloc->usage.arena_map_root.ptrs[MAP_TOP_INDEX(address)];
    const struct arena_map_bot *bottom = mid ? mid->ptrs[MAP_MID_INDEX(address)] : NULL;
    if (bottom == NULL) return NULL;
    const arena_coverage_t *coverage = &bottom->arenas[MAP_BOT_INDEX(address)];
    int32_t tail = (int32_t)((uintptr_t)address & ARENA_SIZE_MASK);
    if (tail >= coverage->tail_lo && (tail < coverage->tail_hi || coverage->tail_hi == 0)) return NULL;
    return POOL_ADDR(address);
}

static inline int64_t block_size_of(const Pool *pool)
{
    return pool->szidx < NB_SMALL_SIZE_CLASSES ? INDEX2SIZE(pool->szidx) : 0;
}

/* The second block of an object, NULL if it has none of its own: empty dicts and split dicts share their keys. */
static inline const void *block_apart(PyObject *object)
{
    if (PyList_Check(object)) return ((PyListObject *)object)->ob_item;
    if (PyAnyDict_Check(object)) {
        const PyDictObject *dict = (PyDictObject *)object;
        int is_shared = dict->ma_values != NULL || (dict->ma_keys->dk_nentries == 0 && dict->ma_keys->dk_usable == 0);
        return is_shared ? NULL : dict->ma_keys;
    }
    int is_set = Py_IS_TYPE(object, &PySet_Type) || Py_IS_TYPE(object, &PyFrozenSet_Type);
    /* Only a heap type can derive from these types; checking that takes time. */
    int may_be_derived = PyType_HasFeature(Py_TYPE(object), Py_TPFLAGS_HEAPTYPE);
    if (is_set || (may_be_derived && PyAnySet_Check(object))) {
        const PySetObject *set = (PySetObject *)object;
        return set->table == set->smalltable ? NULL : set->table;
    }
    if (!may_be_derived && !Py_IS_TYPE(object, &PyByteArray_Type)) return NULL;
    if (!PyByteArray_Check(object) || ((PyByteArrayObject *)object)->ob_alloc == 0) return NULL;
#if PY_VERSION_HEX >= 0x030F0000
    return ((PyByteArrayObject *)object)->ob_bytes_object;
#else
    return ((PyByteArrayObject *)object)->ob_bytes;
#endif
}

/* The places of a dict that deleted entries keep until it is resized: ``dk_usable`` is how many are left, of two
   thirds of its slots (USABLE_FRACTION of Objects/dictobject.c). A split dict shares its keys. */
static inline int64_t deleted_of(PyObject *object)
{
    if (!PyAnyDict_Check(object)) return 0;
    const PyDictObject *dict = (PyDictObject *)object;
    int64_t places = ((int64_t)2 << dict->ma_keys->dk_log2_size) / 3;
    return dict->ma_values != NULL ? 0 : places - dict->ma_keys->dk_usable - dict->ma_used;
}

/* ---- interpreter state that must stay separate from the recorder's Python code (memory.c) ---- */

#if PY_VERSION_HEX >= 0x030E0000
typedef struct _Py_freelists FreeLists;
#else
typedef struct _Py_object_freelists FreeLists;
#endif

typedef struct {
    FreeLists lists;
    PyObject *texts;            /* interned strings, in a dict */
    PyObject *audit_hooks;
    unsigned long main_thread;  /* runs signal handlers: none while this is no thread's number */
} IsolatedState;

/* Swap two free lists word by word: in 3.13 they take kilobytes, and copies would take three times as long. */
static inline void swap_lists(FreeLists *one, FreeLists *other)
{
    uintptr_t *restrict ours = (uintptr_t *)one, *restrict theirs = (uintptr_t *)other;
    for (size_t n = 0; n < sizeof *one / sizeof *ours; n++) {
        uintptr_t word = ours[n];
        ours[n] = theirs[n];
        theirs[n] = word;
    }
}

/* Exchange the interpreter's state with ``own``. */
static inline void swap_isolated_state(PyThreadState *thread, IsolatedState *own)
{
    PyInterpreterState *interpreter = thread->interp;
    PyObject *texts = interpreter->cached_objects.interned_strings, *hooks = interpreter->audit_hooks;
    unsigned long main_thread = _PyRuntime.main_thread;
    swap_lists(&interpreter->object_state.freelists, &own->lists);
    if (own->texts == NULL) own->texts = PyDict_New();
    if (own->texts != NULL) interpreter->cached_objects.interned_strings = own->texts; /* else they are shared */
    interpreter->audit_hooks = own->audit_hooks;
    _PyRuntime.main_thread = own->main_thread;
    own->texts = texts;
    own->audit_hooks = hooks;
    own->main_thread = main_thread;
}

/* The dict of weak references to the subclasses of a class, or NULL (Objects/typeobject.c). Borrowed. */
static inline PyObject *subclasses_of(PyTypeObject *cls)
{
    if (!PyType_HasFeature(cls, _Py_TPFLAGS_STATIC_BUILTIN)) return cls->tp_subclasses;
    size_t index = (size_t)cls->tp_subclasses - 1;
    PyInterpreterState *interpreter = PyInterpreterState_Get();
    managed_static_type_state *found = &interpreter->types.builtins.initialized[index];
    if (found->type != cls) found = &interpreter->types.for_extensions.initialized[index];
    return found->tp_subclasses;
}

/* Request handling of signals that arrived while handlers were disabled. */
static inline void recheck_signals(PyThreadState *thread)
{
    if (_PyRuntime.signals.is_tripped) _Py_set_eval_breaker_bit(thread, _PY_SIGNALS_PENDING_BIT);
}

/* ---- events (Python/instrumentation.c) ---- */

/* The name of a tool of sys.monitoring; NULL if it is unused. Borrowed. */
static inline PyObject *name_of_tool(PyThreadState *thread, int tool)
{
    return thread->interp->monitoring_tool_names[tool];
}

/* The global events of a tool, like ``sys.monitoring.get_events``. */
static inline unsigned events_of_tool(PyThreadState *thread, int tool)
{
    unsigned found = 0;
    for (int event = 0; event < _PY_MONITORING_UNGROUPED_EVENTS; event++)
        found |= (unsigned)(thread->interp->monitors.tools[event] >> tool & 1) << event;
    return found;
}

/* ---- other tracers of objects and memory (Python/tracemalloc.c) ---- */

typedef struct {
    PyRefTracer function;
    void *data;
} RefTracer;

/* Replace the tracer of objects without notifying any tracer; return the one before. */
static inline RefTracer swap_ref_tracer(RefTracer tracer)
{
    RefTracer before = {_PyRuntime.ref_tracer.tracer_func, _PyRuntime.ref_tracer.tracer_data};
    _PyRuntime.ref_tracer.tracer_func = tracer.function;
    _PyRuntime.ref_tracer.tracer_data = tracer.data;
    return before;
}

static inline int is_ref_tracer(PyRefTracer tracer)
{
    return _PyRuntime.ref_tracer.tracer_func == tracer;
}

/* Set whether tracemalloc ignores what this thread allocates, as it does for its own memory. Return the value
   before. */
static inline void *swap_untraced(void *is_untraced)
{
    Py_tss_t *key = &_PyRuntime.tracemalloc.reentrant_key;
    if (!PyThread_tss_is_created(key)) return NULL;
    void *before = PyThread_tss_get(key);
    if (before != is_untraced) PyThread_tss_set(key, is_untraced);
    return before;
}

/* The allocator that tracemalloc calls, and puts back when it stops; NULL if it does not trace memory. */
static inline PyMemAllocatorEx *allocator_below_tracemalloc(PyMemAllocatorDomain domain)
{
    if (!_PyRuntime.tracemalloc.config.tracing) return NULL;
    return domain == PYMEM_DOMAIN_MEM ? &_PyRuntime.tracemalloc.allocators.mem : &_PyRuntime.tracemalloc.allocators.obj;
}

/* Have tracemalloc forget the tables that the interpreter allocates before the first event of a code object: an
   unrecorded run has none. */
static inline void untrack_event_tables(const PyCodeObject *code)
{
    const _PyCoMonitoringData *tables = code->_co_monitoring;
    if (!_PyRuntime.tracemalloc.config.tracing || tables == NULL) return;
    const void *const blocks[] = {tables, tables->tools, tables->lines, tables->line_tools,
                                  tables->per_instruction_opcodes, tables->per_instruction_tools};
    for (size_t n = 0; n < sizeof blocks / sizeof *blocks; n++)
        if (blocks[n] != NULL) PyTraceMalloc_Untrack(0, (uintptr_t)blocks[n]);
}

#endif
