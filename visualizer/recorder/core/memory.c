#include "engine.h"

/* ---- regions of a mebibyte ---- */

#define REGION_BITS 20
#define REGION ((size_t)1 << REGION_BITS)
#define STRIPES 16      /* of a region; the cells of each are made when an object lies there */
#define STRIPE_BITS 16
#define CELLS ((1 << STRIPE_BITS) / 16)

typedef struct {
    uintptr_t number;   /* of the region; 0 where the place is free */
    Index *cells[STRIPES];
    char *own;          /* of the recorder's memory: where it begins */
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

static Region *add_region(uintptr_t number)
{
    if (region_count + 1 > MOST_REGIONS / 4 * 3) return NULL;
    Region *found = place_of_region(number);
    found->number = number;
    region_count++;
    return found;
}

Index *cell_of(const void *address, int is_to_be_made)
{
    uintptr_t number = (uintptr_t)address >> REGION_BITS;
    Region *region = find_region(number);
    if (region == NULL) {
        if (!is_to_be_made || (region = add_region(number)) == NULL) return NULL;
    }
    Index **cells = &region->cells[(uintptr_t)address >> STRIPE_BITS & (STRIPES - 1)];
    if (*cells == NULL) {
        if (!is_to_be_made || (*cells = calloc(CELLS, sizeof(Index))) == NULL) return NULL;
    }
    return &(*cells)[((uintptr_t)address >> 4) % CELLS];
}

/* ---- memory of the recorder's own ---- */

/* Each region has pages of one size of block; a block of more than half a page takes pages of its own. */
#define PAGE ((size_t)1 << 14)
#define PAGES (REGION / PAGE)
#define SMALL 512
#define SIZES (SMALL / 16 + 16)

typedef struct {
    uint8_t size_of_page[PAGES];
} RegionHead;

static void *free_blocks[SIZES];
static char *fresh, *fresh_end;     /* pages not used yet */
static size_t *large_sizes;         /* of whole regions, by their place in ``large`` */
static uintptr_t *large;
static size_t large_count;

static int size_number(size_t size)
{
    if (size <= SMALL) return (int)((size + 15) / 16) - (size > 0);
    int number = SMALL / 16;
    while (((size_t)SMALL << (number - SMALL / 16 + 1)) < size) number++;
    return number;
}

static size_t size_of_number(int number)
{
    return number < SMALL / 16 ? 16 * ((size_t)number + 1)
                               : (size_t)SMALL << (number - SMALL / 16 + 1);
}

/* Memory that begins at a region's beginning. */
static char *regions_from_system(size_t bytes)
{
    size_t rounded = (bytes + REGION - 1) & ~(REGION - 1);
    char *found = aligned_alloc(REGION, rounded);
    if (found == NULL) return NULL;
    for (size_t at = 0; at < rounded; at += REGION) {
        uintptr_t number = (uintptr_t)(found + at) >> REGION_BITS;
        Region *region = find_region(number);
        if (region == NULL && (region = add_region(number)) == NULL) return NULL;
        region->own = found;
    }
    return found;
}

static char *fresh_pages(size_t bytes, int number)
{
    size_t rounded = (bytes + PAGE - 1) & ~(PAGE - 1);
    if (fresh == NULL || fresh + rounded > fresh_end) {
        char *region = regions_from_system(REGION);
        if (region == NULL) return NULL;
        fresh = region + PAGE;
        fresh_end = region + REGION;
    }
    char *found = fresh;
    fresh += rounded;
    RegionHead *head = (RegionHead *)((uintptr_t)found & ~(REGION - 1));
    for (size_t at = 0; at < rounded; at += PAGE)
        head->size_of_page[((uintptr_t)(found + at) % REGION) / PAGE] = (uint8_t)number;
    return found;
}

static void *own_large(size_t size)
{
    uintptr_t *places = realloc(large, (large_count + 1) * sizeof *places);
    if (places != NULL) large = places;
    size_t *sizes = realloc(large_sizes, (large_count + 1) * sizeof *sizes);
    if (sizes != NULL) large_sizes = sizes;
    char *found = places && sizes ? regions_from_system(size + PAGE) : NULL;
    if (found == NULL) return NULL;
    ((RegionHead *)found)->size_of_page[0] = 255;
    large[large_count] = (uintptr_t)found + PAGE;
    large_sizes[large_count++] = size;
    return found + PAGE;
}

static void *own_malloc(size_t size)
{
    if (size > REGION / 4) return own_large(size);
    int number = size_number(size);
    if (free_blocks[number] == NULL) {
        size_t block = size_of_number(number), room = block > PAGE / 2 ? block : PAGE;
        char *page = fresh_pages(room, number);
        if (page == NULL) return NULL;
        for (char *one = page + room - room % block; one > page;) {
            one -= block;
            *(void **)one = free_blocks[number];
            free_blocks[number] = one;
        }
    }
    void *found = free_blocks[number];
    free_blocks[number] = *(void **)found;
    return found;
}

static size_t own_size(const void *block)
{
    RegionHead *head = (RegionHead *)((uintptr_t)block & ~(REGION - 1));
    for (size_t n = 0; n < large_count; n++)
        if (large[n] == (uintptr_t)block) return large_sizes[n];
    return size_of_number(head->size_of_page[((uintptr_t)block % REGION) / PAGE]);
}

static void forget_regions(char *first, size_t bytes)
{
    for (size_t at = 0; at < bytes; at += REGION) {
        Region *region = find_region((uintptr_t)(first + at) >> REGION_BITS);
        if (region != NULL) region->own = NULL;
    }
}

static void own_free(void *block)
{
    for (size_t n = 0; n < large_count; n++)
        if (large[n] == (uintptr_t)block) {
            char *first = (char *)block - PAGE;
            forget_regions(first, large_sizes[n] + PAGE);
            large[n] = large[--large_count];
            large_sizes[n] = large_sizes[large_count];
            free(first);
            return;
        }
    int number = size_number(own_size(block));
    *(void **)block = free_blocks[number];
    free_blocks[number] = block;
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
    PyThreadState *thread = this_thread();
    return thread == NULL || thread->interp != interpreter;
}

static int is_own(const void *block)
{
    Region *region = find_region((uintptr_t)block >> REGION_BITS);
    return region != NULL && region->own != NULL;
}

static void look_at(char *block, int before)
{
    Index *cell = cell_of(block + before, 0);
    if (cell != NULL && *cell && (char *)rows[*cell].object - rows[*cell].bytes_before == block) {
        Index row = *cell;
        *cell = 0;
        object_gone(row);
    }
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

static void *own_realloc(void *block, size_t size)
{
    size_t before = own_size(block);
    if (size <= before && 4 * size >= before) return block;
    void *found = own_malloc(size);
    if (found == NULL) return NULL;
    memcpy(found, block, size < before ? size : before);
    own_free(block);
    return found;
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

static int on_birth_or_death(PyObject *object, PyRefTracerEvent event, void *data)
{
    if (depth || !is_watching || is_elsewhere()) return 0;
#if HAS_STACK_REFERENCES
    /* From 3.14 on every death of an object is told; one of a class may yet be brought back. */
    if (event == PyRefTracer_DESTROY && PyType_HasFeature(Py_TYPE(object), Py_TPFLAGS_HEAPTYPE)) return 0;
#else
    if (event == PyRefTracer_DESTROY) return 0;
#endif
    Index *cell = cell_of(object, 0);
    if (cell == NULL || *cell == 0 || rows[*cell].object != object) return 0;
    /* What a finalizer had in hand lives on: its memory has not gone back. */
    Index row = *cell;
    if (event == PyRefTracer_CREATE && PyType_HasFeature(Py_TYPE(object), Py_TPFLAGS_HEAPTYPE) &&
        rows[row].type != NULL && rows[row].type->type == Py_TYPE(object))
        return 0;
    *cell = 0;
    object_gone(row);
    return 0;
}

int are_births_seen(void)
{
    return is_tracer_ours(on_birth_or_death);
}

int memory_begin(void)
{
    interpreter = this_thread()->interp;
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
    FreeLists lists;
    PyObject *texts, *hooks;
    CollectorState collector;
    unsigned long thread_of_signals;
    uintptr_t requests;
    PyThreadState *thread, *holder;
    int is_made;
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

static void swap_free_lists(void)
{
    FreeLists kept = house.lists, *there = free_lists(house.thread);
    house.lists = *there;
    *there = kept;
}

static void swap_texts(void)
{
    PyObject **there = interned_texts(house.thread), *kept = house.texts;
    house.texts = *there;
    *there = kept;
}

void house_enter(void)
{
    if (depth++) return;
    house.thread = this_thread();
    if (!house.is_made) {
        list_begin(&house.own);
        house.is_made = 1;
    }
    list_begin(&house.programs);
    house.requests = requests_taken(house.thread);
    nobody.eval_breaker = 0;
    house.holder = *holder_of_the_lock(house.thread);
    *holder_of_the_lock(house.thread) = &nobody;
    house.collector = collector_rests(house.thread);
    list_move(young_list(house.thread), &house.programs);
    swap_free_lists();
    if (house.texts == NULL) house.texts = PyDict_New();
    if (house.texts != NULL) swap_texts();
    PyErr_Clear();
    house.hooks = *audit_hooks(house.thread);
    *audit_hooks(house.thread) = NULL;
    house.thread_of_signals = *thread_of_signals();
    *thread_of_signals() = 0;
    *calls_left(house.thread) += 400;
}

void house_leave(void)
{
    if (--depth) return;
    *calls_left(house.thread) -= 400;
    *thread_of_signals() = house.thread_of_signals;
    *audit_hooks(house.thread) = house.hooks;
    if (house.texts != NULL) swap_texts();
    swap_free_lists();
    list_move(young_list(house.thread), &house.own);
    list_move(&house.programs, young_list(house.thread));
    collector_goes_on(house.thread, house.collector);
    *holder_of_the_lock(house.thread) = house.holder;
    requests_given(house.thread, house.requests | requests_taken(&nobody));
    look_at_signals(house.thread);
}
