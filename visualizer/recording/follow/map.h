/* A map from numbers to numbers or pointers that keeps the order in which keys came, as a dict. */

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
    int32_t *places;      /* for each slot the entry in it, or EMPTY */
    Py_ssize_t slots, used, live;
} Map;

/* The value of a key; NULL where there is none. */
void *map_get(const Map *map, int64_t key);

/* Set the value of a key; -1 with MemoryError. */
int map_put(Map *map, int64_t key, void *value);

void map_remove(Map *map, int64_t key);
void map_clear(Map *map);
void map_free(Map *map);

/* The next entry from a place on, which is set behind it; NULL behind the last. */
static inline Entry *map_next(const Map *map, Py_ssize_t *at)
{
    while (*at < map->used) {
        Entry *entry = &map->entries[(*at)++];
        if (entry->value != NULL) return entry;
    }
    return NULL;
}

#endif
