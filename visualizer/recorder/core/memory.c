#include "engine.h"

/* ---- regions of a mebibyte ---- */

#define STRIPES 16      /* of a region; the cells of each are made when an object lies there */
#define STRIPE_BITS 16
#define CELLS ((1 << STRIPE_BITS) / 16)

typedef struct {
    uintptr_t number;   /* of the region; 0 where the place is free */
    Index *cells[STRIPES];
    int is_own;         /* of the recorder's memory */
    uint32_t interest;  /* see pages.c */
} Region;

/* The table never moves, as threads of other interpreters look into it without our lock; pages of it that
   nothing is noted in take no memory. */
#define MOST_REGIONS ((size_t)1 << 16)

static Region *regions, *last_region;
static size_t region_count;

static Region *place_of_region(uintptr_t number)
{
    size_t place = (number * 0x9E3779B97F4A7C15u) >> 20 & (MOST_REGIONS - 1);
    while (regions[place].number != 0 && regions[place].number != number)
        place = (place + 1) & (MOST_REGIONS - 1);
    return &regions[place];
}

static Region *find_region(uintptr_t number)
{
    Region *last = last_region;
    if (last != NULL && last->number == number) return last;
    Region *found = place_of_region(number);
    return found->number ? last_region = found : NULL;
}

static Region *make_region(uintptr_t number)
{
    Region *found = place_of_region(number);
    if (found->number == number) return found;
    if (region_count + 1 > MOST_REGIONS / 4 * 3) return NULL;
    found->number = number;
    region_count++;
    return found;
}

Index *cell_of(const void *address, int is_to_be_made)
{
    uintptr_t number = (uintptr_t)address >> REGION_BITS;
    Region *region = find_region(number);
    if (region == NULL && is_to_be_made) region = make_region(number);
    if (region == NULL) return NULL;
    Index **cells = &region->cells[(uintptr_t)address >> STRIPE_BITS & (STRIPES - 1)];
    if (*cells == NULL) {
        if (!is_to_be_made || (*cells = calloc(CELLS, sizeof(Index))) == NULL) return NULL;
    }
    return &(*cells)[((uintptr_t)address >> 4) % CELLS];
}

uint32_t *interest_in(const void *address)
{
    Region *region = find_region((uintptr_t)address >> REGION_BITS);
    return region != NULL ? &region->interest : NULL;
}

/* ---- memory of the recorder's own ---- */

/* Whole regions, so that an address says whose it is, and none is given back. Each block knows its size,
   a multiple of 16 or, if it is large, a power of two; one that is free waits for the next of its size. */
typedef struct Block {
    size_t size;
    struct Block *next;     /* behind this lies what was asked for */
} Block;

#define SMALL_BITS 9
#define SMALL ((size_t)1 << SMALL_BITS)

static Block *free_blocks[SMALL / 16 + 64];
static char *fresh, *fresh_end;     /* of the region that was taken last: what is not used yet */

static size_t rounded(size_t size)
{
    size_t power = SMALL;
    if (size <= SMALL) return size ? (size + 15) & ~(size_t)15 : 16;
    while (power < size) power *= 2;
    return power;
}

static Block **free_blocks_of(size_t size)
{
    return &free_blocks[size <= SMALL ? size / 16 : SMALL / 16 + _Py_bit_length(size >> SMALL_BITS) - 1];
}

static int take_regions(size_t bytes)
{
    size_t whole = (bytes + REGION - 1) & ~(REGION - 1);
    fresh_end = fresh = aligned_memory(REGION, whole);
    if (fresh == NULL) return 0;
    for (size_t at = 0; at < whole; at += REGION) {
        Region *region = make_region((uintptr_t)(fresh + at) >> REGION_BITS);
        if (region == NULL) return 0;
        region->is_own = 1;
    }
    fresh_end = fresh + whole;
    return 1;
}

static void *own_malloc(size_t size)
{
    size = rounded(size);
    Block **first = free_blocks_of(size), *found = *first;
    if (found != NULL) {
        *first = found->next;
        return found + 1;
    }
    if (sizeof *found + size > (size_t)(fresh_end - fresh) && !take_regions(sizeof *found + size))
        return NULL;
    found = (Block *)fresh;
    fresh += sizeof *found + size;
    found->size = size;
    return found + 1;
}

static void own_free(void *memory)
{
    Block *block = (Block *)memory - 1, **first = free_blocks_of(block->size);
    block->next = *first;
    *first = block;
}

static void *own_realloc(void *memory, size_t size)
{
    size_t before = ((Block *)memory - 1)->size;
    if (size <= before && 4 * size >= before) return memory;
    void *found = own_malloc(size);
    if (found == NULL) return NULL;
    memcpy(found, memory, size < before ? size : before);
    own_free(memory);
    return found;
}

/* ---- hooks ---- */

typedef struct {
    PyMemAllocatorEx before;
    PyMemAllocatorDomain domain;
} Hook;

static Hook hooks[2] = {{.domain = PYMEM_DOMAIN_MEM}, {.domain = PYMEM_DOMAIN_OBJ}};
static int is_watching, depth;
static PyInterpreterState *interpreter;

/* Blocks of other interpreters, whose threads run beside ours, are none of our business. */
static int is_elsewhere(void)
{
    static int were_there_others;   /* the threads of one that ends are still at work when it is in no list */
    if (!were_there_others && !are_there_other_interpreters()) return 0;
    were_there_others = 1;
    PyThreadState *thread = PyThreadState_GetUnchecked();
    return thread == NULL || thread->interp != interpreter;
}

static int is_own(const void *block)
{
    Region *region = find_region((uintptr_t)block >> REGION_BITS);
    return region != NULL && region->is_own;
}

static void look_at(char *block, int before)
{
    Index *cell = cell_of(block + before, 0);
    if (cell != NULL && *cell && (char *)rows[*cell].object - rows[*cell].bytes_before == block) object_gone(*cell);
}

static void block_goes(void *block)
{
    if (find_region((uintptr_t)block >> REGION_BITS) == NULL &&
        ((uintptr_t)block & (REGION - 1)) < REGION - 32)
        return;
    look_at(block, 0);
    look_at(block, 16);
    look_at(block, 32);
}

static void *hook_malloc(void *context, size_t size)
{
    if (depth && !is_elsewhere()) return own_malloc(size);
    PyMemAllocatorEx *before = &((Hook *)context)->before;
    return before->malloc(before->ctx, size);
}

static void *hook_calloc(void *context, size_t count, size_t size)
{
    if (depth && !is_elsewhere()) {
        if (size && count > PY_SSIZE_T_MAX / size) return NULL;
        void *found = own_malloc(count * size);
        return found ? memset(found, 0, count * size) : NULL;
    }
    PyMemAllocatorEx *before = &((Hook *)context)->before;
    return before->calloc(before->ctx, count, size);
}

static void *hook_realloc(void *context, void *block, size_t size)
{
    PyMemAllocatorEx *before = &((Hook *)context)->before;
    if (block == NULL) return hook_malloc(context, size);
    if (is_own(block)) return own_realloc(block, size);
    if (is_elsewhere()) return before->realloc(before->ctx, block, size);
    /* What the block holds may move: who was known in it is gone from here then. */
    void *found = before->realloc(before->ctx, block, size);
    if (is_watching && found != NULL && found != block) block_goes(block);
    return found;
}

static void hook_free(void *context, void *block)
{
    PyMemAllocatorEx *before = &((Hook *)context)->before;
    if (block != NULL && is_own(block)) {
        if (!is_elsewhere()) own_free(block);  /* else we may be at it: what is left lies unused */
        return;
    }
    if (block != NULL && is_watching && !is_elsewhere()) block_goes(block);
    before->free(before->ctx, block);
}

/* ---- births ---- */

/* What a finalizer of the program's may bring back; its memory is always given back when it dies. */
static int may_be_brought_back(PyTypeObject *type)
{
    return PyType_HasFeature(type, Py_TPFLAGS_HEAPTYPE) || type == &PyGen_Type || type == &PyCoro_Type ||
           type == &PyAsyncGen_Type;
}

static int on_birth_or_death(PyObject *object, PyRefTracerEvent event, void *data)
{
    if (depth || !is_watching || is_elsewhere()) return 0;
    if (object == NULL) return 0;   /* from 3.15 on who takes the tracer's place is told so */
    if (Py_TYPE(object) == &PyFrameLocalsProxy_Type) stacks_proxy_made();
#if HAS_STACK_REFERENCES
    /* From 3.14 on every death of an object is told. */
    if (event == PyRefTracer_DESTROY && may_be_brought_back(Py_TYPE(object))) return 0;
#else
    if (event == PyRefTracer_DESTROY) return 0;
#endif
    Index row = row_of(object);
    if (row == 0) return 0;
    /* What a finalizer had in hand lives on: its memory has not gone back. */
    if (event == PyRefTracer_CREATE && may_be_brought_back(Py_TYPE(object)) &&
        rows[row].type != NULL && rows[row].type->type == Py_TYPE(object))
        return 0;
    object_gone(row);
    return 0;
}

int are_births_seen(void)
{
    return is_tracer_ours(on_birth_or_death);
}

int memory_begin(void)
{
    interpreter = PyThreadState_GetUnchecked()->interp;
    if (regions == NULL) {
        regions = calloc(MOST_REGIONS, sizeof *regions);
        if (regions == NULL) return 0;
        for (int n = 0; n < 2; n++) {
            PyMem_GetAllocator(hooks[n].domain, &hooks[n].before);
            PyMemAllocatorEx ours = {&hooks[n], hook_malloc, hook_calloc, hook_realloc, hook_free};
            PyMem_SetAllocator(hooks[n].domain, &ours);
        }
    }
    return 1;
}

int births_begin(void)
{
    is_watching = 1;
    return PyRefTracer_SetTracer(on_birth_or_death, NULL) == 0;
}

void memory_end(void)
{
    is_watching = 0;
    if (are_births_seen()) PyRefTracer_SetTracer(NULL, NULL);
}

/* ---- the house ---- */

static struct {
    PyGC_Head programs, own;
    Apart apart;
    CollectorState collector;
    uintptr_t requests;
    PyThreadState *thread, *holder;
} house;

static PyThreadState nobody;    /* is asked to let the lock go while we are in the house */

static void list_begin(PyGC_Head *list)
{
    list->_gc_next = list->_gc_prev = (uintptr_t)list;
}

/* Move all of a list to the end of another. */
static void list_move(PyGC_Head *from, PyGC_Head *to)
{
    if ((PyGC_Head *)from->_gc_next == from) return;
    PyGC_Head *first = _PyGCHead_NEXT(from), *last = _PyGCHead_PREV(from);
    PyGC_Head *before = _PyGCHead_PREV(to);
    _PyGCHead_SET_NEXT(before, first);
    _PyGCHead_SET_PREV(first, before);
    _PyGCHead_SET_NEXT(last, to);
    _PyGCHead_SET_PREV(to, last);
    list_begin(from);
}

void house_enter(void)
{
    if (depth++) return;
    house.thread = PyThreadState_GetUnchecked();
    if (house.own._gc_next == 0) list_begin(&house.own);
    list_begin(&house.programs);
    nobody.eval_breaker = 0;
    house.holder = holder_of_the_lock(house.thread, &nobody);
    house.requests = requests_taken(house.thread);
    house.collector = collector_rests(house.thread);
    list_move(young_list(house.thread), &house.programs);
    swap_apart(house.thread, &house.apart);
    PyErr_Clear();
    *calls_left(house.thread) += 400;
}

void house_leave(void)
{
    if (--depth) return;
    *calls_left(house.thread) -= 400;
    swap_apart(house.thread, &house.apart);
    list_move(young_list(house.thread), &house.own);
    list_move(&house.programs, young_list(house.thread));
    collector_goes_on(house.thread, house.collector);
    holder_of_the_lock(house.thread, house.holder);
    requests_given(house.thread, house.requests | requests_taken(&nobody));
    look_at_signals(house.thread);
}
