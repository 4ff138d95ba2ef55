#include "map.h"

enum { LEAST = 16 };

/* The most entries that a number of slots may hold. */
static Py_ssize_t most_of(Py_ssize_t slots) { return slots - slots / 4; }

/* Make room for at least 1.5 times the live entries, and drop the removed ones. */
static int rebuild(Map *map)
{
    Py_ssize_t slots = LEAST;
    while (slots < 2 * (map->live + 1)) slots *= 2;
    Entry *entries = PyMem_Malloc((size_t)most_of(slots) * sizeof *entries);
    int32_t *places = PyMem_Malloc((size_t)slots * sizeof *places);
    if (entries == NULL || places == NULL || slots > INT32_MAX) {
        PyMem_Free(entries);
        PyMem_Free(places);
        PyErr_NoMemory();
        return -1;
    }
    memset(places, 0xFF, (size_t)slots * sizeof *places);
    Map new = {entries, places, slots, 0, map->live};
    EACH_ENTRY(entry, map) {
        places[map_slot(&new, entry->key)] = (int32_t)new.used;
        entries[new.used++] = *entry;
    }
    map_free(map);
    *map = new;
    return 0;
}

int map_put(Map *map, int64_t key, void *value)
{
    if (map->used >= most_of(map->slots) && rebuild(map) < 0) return -1;
    int32_t *place = &map->places[map_slot(map, key)];
    if (*place != NO_ENTRY && map->entries[*place].value != NULL) {
        map->entries[*place].value = value;
        return 0;
    }
    /* A key that was removed and comes again goes to the end. */
    *place = (int32_t)map->used;
    map->entries[map->used++] = (Entry){key, value};
    map->live++;
    return 0;
}

void map_remove(Map *map, int64_t key)
{
    if (!map->live) return;
    int32_t place = map->places[map_slot(map, key)];
    if (place == NO_ENTRY || map->entries[place].value == NULL) return;
    map->entries[place].value = NULL;
    map->live--;
}

void map_clear(Map *map)
{
    /* Free a map that was once much larger: clearing its slots would take long each time. */
    if (map->slots > LEAST && map->slots / 16 > map->used) map_free(map);
    if (map->used) memset(map->places, 0xFF, (size_t)map->slots * sizeof *map->places);
    map->used = map->live = 0;
}

void map_free(Map *map)
{
    PyMem_Free(map->entries);
    PyMem_Free(map->places);
    *map = (Map){0};
}
