/* A map from numbers to numbers or pointers that keeps insertion order, like a dict. */

#ifndef VISUALIZER_MAP_H
#define VISUALIZER_MAP_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdint.h>
#include <string.h>

/* A value is never NULL: that marks an entry that was removed. */
typedef struct {
    int64_t key;
    void *value;
} Entry;

typedef struct {
    Entry *entries;
    int32_t *places;      /* for each slot the index of its entry, or NO_ENTRY */
    Py_ssize_t slots, used, live;
} Map;

enum { NO_ENTRY = -1 };

/* The slot of a key, or the slot where it would go. Consecutive keys, such as serials, get
   neighbouring slots; all bits of a key decide where to probe next, as in CPython's dict. */
static inline Py_ssize_t map_slot(const Map *map, int64_t key)
{
    uint64_t mask = (uint64_t)(map->slots - 1), rest = (uint64_t)key, slot = rest & mask;
    for (;; rest >>= 5, slot = (5 * slot + rest + 1) & mask) {
        int32_t place = map->places[slot];
        if (place == NO_ENTRY || map->entries[place].key == key) return (Py_ssize_t)slot;
    }
}

/* The value of a key; NULL where there is none. */
static inline void *map_get(const Map *map, int64_t key)
{
    if (!map->live) return NULL;
    int32_t place = map->places[map_slot(map, key)];
    return place == NO_ENTRY ? NULL : map->entries[place].value;
}

/* Set the value of a key; -1 with MemoryError. */
int map_put(Map *map, int64_t key, void *value);

void map_remove(Map *map, int64_t key);
void map_clear(Map *map);
void map_free(Map *map);

/* The next entry from ``at`` on; move ``at`` behind it. NULL after the last. */
static inline Entry *map_next(const Map *map, Py_ssize_t *at)
{
    while (*at < map->used) {
        Entry *entry = &map->entries[(*at)++];
        if (entry->value != NULL) return entry;
    }
    return NULL;
}

/* Go through the entries of a map in order. */
#define EACH_ENTRY(entry, map) \
    for (Py_ssize_t entry##_at = 0; entry##_at >= 0; entry##_at = -1) \
        for (Entry *entry; (entry = map_next(map, &entry##_at)) != NULL;)

#endif
