#include "engine.h"

/* The first part of pool headers that tells whether blocks came or went. */
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
