#include "engine.h"

/* ---- a reserve ---- */

/* Set aside while there is memory, and used up when the program has left none, so that those steps are recorded,
   too. Its pages are never touched before and take no memory. */
#define RESERVE_SIZE ((size_t)1 << 20)

static void *reserve;
static char *reserved_region;

void reserve_fill(void)
{
    if (reserve == NULL) reserve = malloc(RESERVE_SIZE);
    if (reserved_region == NULL) reserved_region = aligned_memory(REGION, REGION);
}

/* Whether the reserve has been returned to the allocator just now. */
static int reserve_spent(void)
{
    int was_there = reserve != NULL;
    free(reserve);
    reserve = NULL;
    return was_there;
}

void *reallocate(void *before, size_t size)
{
    void *found = realloc(before, size);
    if (found == NULL && reserve_spent()) found = realloc(before, size);
    if (found == NULL) record.is_short_of_memory = 1;
    return found;
}

void *zeroed(size_t count, size_t size)
{
    void *found = calloc(count, size);
    if (found == NULL && reserve_spent()) found = calloc(count, size);
    if (found == NULL) record.is_short_of_memory = 1;
    return found;
}

/* ---- regions of a mebibyte ---- */

#define STRIPES 16      /* per region; the cells of each are allocated for its first object */
#define STRIPE_BITS 16
#define CELLS ((1 << STRIPE_BITS) / 16)

typedef struct {
    uintptr_t number;   /* of the region; 0 if the entry is free */
    Index *cells[STRIPES];
    int is_own;         /* the recorder's own memory */
    uint32_t interest;  /* see written.c */
    uint8_t pools[REGION >> POOL_SLOT_BITS];    /* see places */
} Region;

/* The table never moves, because threads of other interpreters read it without our lock; its unused pages take no
   memory. */
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

Index *cell_of(const void *address, int may_create)
{
    uintptr_t number = (uintptr_t)address >> REGION_BITS;
    Region *region = find_region(number);
    if (region == NULL && may_create) region = make_region(number);
    if (region == NULL) return NULL;
    Index **cells = &region->cells[(uintptr_t)address >> STRIPE_BITS & (STRIPES - 1)];
    if (*cells == NULL) {
        if (!may_create || (*cells = zeroed(CELLS, sizeof(Index))) == NULL) return NULL;
    }
    return &(*cells)[((uintptr_t)address >> 4) % CELLS];
}

uint32_t *interest_in(const void *address)
{
    Region *region = find_region((uintptr_t)address >> REGION_BITS);
    return region != NULL ? &region->interest : NULL;
}

uint8_t *pool_slot(const void *address)
{
    Region *region = find_region((uintptr_t)address >> REGION_BITS);
    if (region == NULL) region = make_region((uintptr_t)address >> REGION_BITS);
    return region ? &region->pools[((uintptr_t)address & (REGION - 1)) >> POOL_SLOT_BITS] : NULL;
}

/* ---- the recorder's own memory ---- */

/* Whole regions, so that an address shows its owner; none is returned to the system. Each block stores its size, a
   multiple of 16 or, if large, a power of two; a free block waits for the next request of its size. */
typedef struct Block {
    size_t size;
    struct Block *next;     /* followed by the requested memory */
} Block;

#define SMALL_BITS 9
#define SMALL ((size_t)1 << SMALL_BITS)

static Block *free_blocks[SMALL / 16 + 64];
static char *fresh, *fresh_end;     /* the unused part of the last region */

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

static int allocate_regions(size_t bytes)
{
    size_t whole = (bytes + REGION - 1) & ~(REGION - 1);
    fresh_end = fresh = aligned_memory(REGION, whole);
    if (fresh == NULL && whole == REGION) {
        fresh_end = fresh = reserved_region;
        reserved_region = NULL;
    }
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
    if (sizeof *found + size > (size_t)(fresh_end - fresh) && !allocate_regions(sizeof *found + size))
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

/* Whether a block belongs to another interpreter, whose threads run concurrently; we ignore it. */
static int is_other_interpreter(void)
{
    static int were_there_others;   /* a finalizing interpreter is in no list, but its threads run */
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

static void check_block(char *block, int before)
{
    Index *cell = cell_of(block + before, 0);
    if (cell != NULL && *cell && (char *)rows[*cell].object - rows[*cell].bytes_before == block) object_gone(*cell);
}

static void block_freed(void *block)
{
    if (find_region((uintptr_t)block >> REGION_BITS) == NULL &&
        ((uintptr_t)block & (REGION - 1)) < REGION - 32)
        return;
    check_block(block, 0);
    check_block(block, 16);
    check_block(block, 32);
}

static void *hook_malloc(void *context, size_t size)
{
    if (depth && !is_other_interpreter()) return own_malloc(size);
    PyMemAllocatorEx *before = &((Hook *)context)->before;
    return before->malloc(before->ctx, size);
}

static void *hook_calloc(void *context, size_t count, size_t size)
{
    if (depth && !is_other_interpreter()) {
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
    if (is_other_interpreter()) return before->realloc(before->ctx, block, size);
    /* If the block has moved, its known objects are gone. */
    void *found = before->realloc(before->ctx, block, size);
    if (is_watching && found != NULL && found != block) block_freed(block);
    return found;
}

static void hook_free(void *context, void *block)
{
    PyMemAllocatorEx *before = &((Hook *)context)->before;
    if (block != NULL && is_own(block)) {
        if (!is_other_interpreter()) own_free(block);  /* otherwise we may be using the lists: the block stays
                                                          unused */
        return;
    }
    if (block != NULL && is_watching && !is_other_interpreter()) block_freed(block);
    before->free(before->ctx, block);
}

/* ---- creation and destruction of objects ---- */

/* Whether a finalizer may resurrect it; its memory is always freed when it dies. */
static int may_be_resurrected(PyTypeObject *type)
{
    return PyType_HasFeature(type, Py_TPFLAGS_HEAPTYPE) || type == &PyGen_Type || type == &PyCoro_Type ||
           type == &PyAsyncGen_Type;
}

static RefTracer other_tracer;      /* the program's, such as tracemalloc's; ours passes every event on to it */

static int on_birth_or_death(PyObject *object, PyRefTracerEvent event, void *data)
{
    if (depth) return 0;
    if (other_tracer.function != NULL) other_tracer.function(object, event, other_tracer.data);
    if (!is_watching || is_other_interpreter()) return 0;
    if (object == NULL) return 0;   /* from 3.15 on: another tracer replaces ours */
    if (Py_TYPE(object) == &PyFrameLocalsProxy_Type) stacks_proxy_made();
#if HAS_STACK_REFERENCES
    /* From 3.14 on every destruction is reported. */
    if (event == PyRefTracer_DESTROY && may_be_resurrected(Py_TYPE(object))) return 0;
#else
    if (event == PyRefTracer_DESTROY) return 0;
#endif
    Index row = row_of(object);
    if (row == 0) return 0;
    /* A resurrected object lives on: its memory was not freed. */
    if (event == PyRefTracer_CREATE && may_be_resurrected(Py_TYPE(object)) &&
        rows[row].type != NULL && rows[row].type->type == Py_TYPE(object))
        return 0;
    object_gone(row);
    return 0;
}

static const RefTracer our_tracer = {on_birth_or_death, NULL};

void tracer_keep(void)
{
    if (is_watching && !is_ref_tracer(on_birth_or_death)) other_tracer = swap_ref_tracer(our_tracer);
}

/* The hook lies below tracemalloc, also where that traces from the start (PYTHONTRACEMALLOC): when it stops, it puts
   back what lay below it. */
static void insert_hook(Hook *hook)
{
    PyMemAllocatorEx ours = {hook, hook_malloc, hook_calloc, hook_realloc, hook_free};
    PyMemAllocatorEx *below = allocator_below_tracemalloc(hook->domain);
    if (below != NULL) {
        hook->before = *below;
        *below = ours;
    } else {
        PyMem_GetAllocator(hook->domain, &hook->before);
        PyMem_SetAllocator(hook->domain, &ours);
    }
}

int memory_begin(void)
{
    interpreter = PyThreadState_GetUnchecked()->interp;
    if (regions == NULL) {
        regions = calloc(MOST_REGIONS, sizeof *regions);
        if (regions == NULL) return 0;
        for (int n = 0; n < 2; n++) insert_hook(&hooks[n]);
    }
    return 1;
}

void tracer_begin(void)
{
    is_watching = 1;
    tracer_keep();
}

void memory_end(void)
{
    is_watching = 0;
    reserve_spent();    /* the program may need it */
    if (is_ref_tracer(on_birth_or_death)) swap_ref_tracer(other_tracer);
}

/* ---- isolation ---- */

static struct {
    PyGC_Head program, own;
    IsolatedState state;
    CollectorState collector;
    uintptr_t requests;
    PyThreadState *thread, *holder;
    void *was_untraced;
    int must_stay, stays;
} isolation;

static PyThreadState nobody;    /* the thread that is asked to release the lock during isolation */

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

void isolation_enter(void)
{
    if (depth++) return;
    tracer_keep();
    isolation.was_untraced = swap_untraced(Py_True);
    isolation.thread = PyThreadState_GetUnchecked();
    if (isolation.own._gc_next == 0) list_begin(&isolation.own);
    list_begin(&isolation.program);
    nobody.eval_breaker = 0;
    isolation.holder = swap_lock_holder(isolation.thread, &nobody);
    isolation.requests = take_requests(isolation.thread);
    isolation.collector = pause_collector(isolation.thread);
    list_move(young_list(isolation.thread), &isolation.program);
    swap_isolated_state(isolation.thread, &isolation.state);
    PyErr_Clear();
    deepen_limits(isolation.thread, 1);
}

void isolation_leave(void)
{
    if (--depth) return;
    if (isolation.must_stay) {
        depth = isolation.stays = 1;
        return;
    }
    deepen_limits(isolation.thread, -1);
    swap_isolated_state(isolation.thread, &isolation.state);
    list_move(young_list(isolation.thread), &isolation.own);
    list_move(&isolation.program, young_list(isolation.thread));
    resume_collector(isolation.thread, isolation.collector);
    swap_lock_holder(isolation.thread, isolation.holder);
    restore_requests(isolation.thread, isolation.requests | take_requests(&nobody));
    recheck_signals(isolation.thread);
    swap_untraced(isolation.was_untraced);
}

void isolation_hold(void)
{
    isolation.must_stay = 1;
}

void isolation_release(void)
{
    isolation.must_stay = 0;
    if (isolation.stays) isolation_leave();
    isolation.stays = 0;
}

/* ---- places: where the allocator's memory lies ---- */

/* The part of a pool's header that shows whether blocks came or went. */
typedef struct {
    const Pool *pool;
    const void *free_block;     /* the next that will be handed out, as emitted */
    unsigned used, fresh;       /* blocks in use, and the offset of the first that was never handed out */
} WatchedPool;

static struct {
    const PyInterpreterState *interpreter;
    int must_record_pools;
    size_t arena_count, arenas_made;    /* of the allocator, as last read */
    uintptr_t *arenas;
    uint32_t known, arena_room;
    WatchedPool *pools;
    uint32_t pool_count, pool_room;
    uintptr_t *images;          /* start and end of each */
    uint32_t image_count, image_room;
} places;

static void emit_range(int kind, uintptr_t start, int64_t bytes, int64_t facts)
{
    EMIT(&record.announced, WIRE_RANGE, kind, (int64_t)start, bytes, facts);
}

void places_begin(int must_record_pools)
{
    places.interpreter = PyThreadState_GetUnchecked()->interp;
    places.must_record_pools = must_record_pools;
}

/* ---- arenas ---- */

static int is_arena_now(uintptr_t start)
{
    const struct _obmalloc_mgmt *all = arenas_of(places.interpreter);
    for (unsigned n = 0; n < all->maxarenas; n++)
        if (all->arenas[n].address == start) return 1;
    return 0;
}

static int is_arena_known(uintptr_t start)
{
    for (uint32_t n = 0; n < places.known; n++)
        if (places.arenas[n] == start) return 1;
    return 0;
}

static void drop_arena(uint32_t place, int must_emit)
{
    uintptr_t start = places.arenas[place];
    if (must_emit) emit_range(WIRE_RANGE_ARENA, start, 0, 0);
    for (uintptr_t at = start & ~(uintptr_t)POOL_SIZE_MASK; at < start + ARENA_SIZE; at += POOL_SIZE) {
        uint8_t *slot = pool_slot((void *)at);
        if (at < start || slot == NULL || *slot == 0) continue;
        if (must_emit) emit_range(WIRE_RANGE_POOL, at, 0, 0);
        *slot = 0;
    }
    for (uint32_t n = places.pool_count; n-- > 0;)
        if ((uintptr_t)places.pools[n].pool - start < ARENA_SIZE) places.pools[n] = places.pools[--places.pool_count];
    places.arenas[place] = places.arenas[--places.known];
}

void places_follow(void)
{
    const struct _obmalloc_mgmt *all = arenas_of(places.interpreter);
    if (all->narenas_currently_allocated == places.arena_count && all->ntimes_arena_allocated == places.arenas_made)
        return;
    places.arena_count = all->narenas_currently_allocated;
    places.arenas_made = all->ntimes_arena_allocated;
    for (uint32_t n = places.known; n-- > 0;)
        if (!is_arena_now(places.arenas[n])) drop_arena(n, 1);
    for (unsigned n = 0; n < all->maxarenas; n++) {
        uintptr_t start = all->arenas[n].address;
        if (start == 0 || is_arena_known(start) || !HAS_ROOM(places.arenas, places.arena_room, places.known + 1))
            continue;
        places.arenas[places.known++] = start;
        emit_range(WIRE_RANGE_ARENA, start, ARENA_SIZE, 0);
    }
}

/* ---- pools and images ---- */

static void note_image(uintptr_t address)
{
    uintptr_t start, end;
    for (uint32_t n = 0; n < places.image_count; n++)
        if (places.images[2 * n] <= address && address < places.images[2 * n + 1]) return;
    if (!find_image(address, &start, &end)) return;
    if (!HAS_ROOM(places.images, places.image_room, 2 * (places.image_count + 1))) return;
    places.images[2 * places.image_count] = start;
    places.images[2 * places.image_count++ + 1] = end;
    emit_range(WIRE_RANGE_IMAGE, start, (int64_t)(end - start), 0);
}

int is_in_image(uintptr_t address)
{
    static uintptr_t last[2];
    uintptr_t start, end;
    if (address - last[0] < last[1] - last[0]) return 1;
    if (!find_image(address, &start, &end)) return 0;
    last[0] = start, last[1] = end;
    return 1;
}

Memory block_around(const void *address)
{
    const Pool *pool = pool_around(places.interpreter, address);
    ptrdiff_t size = pool ? (ptrdiff_t)block_size_of(pool) : 0, at = (char *)address - (char *)pool - (ptrdiff_t)POOL_OVERHEAD;
    if (size == 0 || at < 0) return (Memory){NULL, NULL};
    const char *start = (char *)address - at % size;
    return (Memory){start, start + size};
}

static void watch_pool(const Pool *pool)
{
    for (uint32_t n = 0; n < places.pool_count; n++)
        if (places.pools[n].pool == pool) return;
    if (!HAS_ROOM(places.pools, places.pool_room, places.pool_count + 1)) return;
    places.pools[places.pool_count++] = (WatchedPool){.pool = pool, .fresh = UINT32_MAX};
}

void places_note(const void *block, int is_immortal)
{
    const Pool *pool = pool_around(places.interpreter, block);
    if (pool == NULL) {
        if (is_immortal) note_image((uintptr_t)block);
        return;
    }
    uint8_t *slot = pool_slot(pool);
    int64_t size = block_size_of(pool);
    if (slot == NULL || *slot == size / 16) return;
    *slot = (uint8_t)(size / 16);
    if (places.must_record_pools) {
        watch_pool(pool);
        return;
    }
    EMIT(&record.announced, WIRE_RANGE, WIRE_RANGE_POOL, (int64_t)(uintptr_t)pool, POOL_SIZE, 1, size);
}

static void emit_pool(const Pool *pool)
{
    size_t before = record.announced.count;
    emit_range(WIRE_RANGE_POOL, (uintptr_t)pool, POOL_SIZE, 0);
    size_t place = record.announced.count - 1;
    EMIT(&record.announced, block_size_of(pool), pool->ref.count, pool->nextoffset);
    for (const void *block = pool->freeblock; block != NULL; block = *(const void *const *)block)
        emit(&record.announced, as_number(block));
    if (record.is_short_of_memory) record.announced.count = before;
    else record.announced.numbers[place] = (int64_t)(record.announced.count - place - 1);
}

void places_settle(void)
{
    for (uint32_t n = 0; n < places.pool_count; n++) {
        WatchedPool *last = &places.pools[n];
        const Pool *pool = last->pool;
        uint8_t *slot = pool_slot(pool);
        if (pool->freeblock == last->free_block && pool->ref.count == last->used && pool->nextoffset == last->fresh)
            continue;
        if (slot != NULL) *slot = (uint8_t)(block_size_of(pool) / 16);
        last->free_block = pool->freeblock;
        last->used = pool->ref.count;
        last->fresh = pool->nextoffset;
        emit_pool(pool);
    }
}

void places_forget(void)
{
    while (places.known) drop_arena(places.known - 1, 0);
    places.arena_count = places.arenas_made = 0;
    places.pool_count = places.image_count = 0;
}
