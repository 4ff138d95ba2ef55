#include "plane.h"

#define NEAR 6.0
#define CROSSING 220.0
#define ALONG 300.0
#define ALONG_TO_SAME 60.0
#define ARROW_ENDS_APART 7.0
#define ON_ARROW_END 250.0

static const double FIRST[2] = {-2.0, -12.0}; /* LEFTMOST, TOPMOST */

/* ---- memory ---- */

void *list_add(List *list, size_t size)
{
    if (list->count == list->room) {
        Py_ssize_t room = list->room ? 2 * list->room : 16;
        void *items = PyMem_Realloc(list->items, (size_t)room * size);
        if (items == NULL) return PyErr_NoMemory();
        list->items = items;
        list->room = room;
    }
    return (char *)list->items + (size_t)list->count++ * size;
}

/* The last item takes its place: the order does not matter. */
void list_remove(List *list, size_t size, void *item)
{
    char *last = (char *)list->items + (size_t)--list->count * size;
    if (item != last) memcpy(item, last, size);
}

struct Chunk {
    Chunk *before;
    double memory[];
};

void *arena_get(Arena *arena, size_t size)
{
    size = (size + 15) & ~(size_t)15;
    if (arena->last == NULL || arena->used + size > arena->room) {
        size_t room = size > 32768 ? size : 32768;
        Chunk *chunk = PyMem_Malloc(sizeof *chunk + room);
        if (chunk == NULL) return PyErr_NoMemory();
        chunk->before = arena->last;
        *arena = (Arena){chunk, 0, room};
    }
    void *found = (char *)arena->last->memory + arena->used;
    arena->used += size;
    return found;
}

void arena_free(Arena *arena)
{
    while (arena->last != NULL) {
        Chunk *before = arena->last->before;
        PyMem_Free(arena->last);
        arena->last = before;
    }
}

/* ---- tracks ---- */

int plane_lines(Plane *plane, Arena *arena, int axis, double at, double start, double end,
                long long goal, Track *track)
{
    const Part *crossing = plane->parts[!axis].items, *along = plane->parts[axis].items;
    Py_ssize_t crossings = plane->parts[!axis].count, alongs = plane->parts[axis].count;
    track->place = arena_get(arena, (size_t)crossings * sizeof(double));
    track->beside = arena_get(arena, (size_t)alongs * sizeof(Stretch));
    if (track->place == NULL || track->beside == NULL) return -1;
    for (Py_ssize_t one = 0; one < crossings; one++) {
        const Part *part = crossing + one;
        if (!(part->first + 0.5 < at && at < part->last - 0.5)) continue;
        if (part->across < start || part->across > end) continue;
        int place = track->crossed++;
        for (; place > 0 && track->place[place - 1] > part->across; place--)
            track->place[place] = track->place[place - 1];
        track->place[place] = part->across;
    }
    for (Py_ssize_t one = 0; one < alongs; one++) {
        const Part *part = along + one;
        if (!(-NEAR < part->across - at && part->across - at < NEAR)) continue;
        if (part->last < start || part->first > end) continue;
        double cost = part->goal == goal ? ALONG_TO_SAME : ALONG;
        track->beside[track->along++] = (Stretch){part->first, part->last, cost};
    }
    return 0;
}

static void add_block(Track *track, double first, double last)
{
    track->block[track->blocks++] = (Stretch){first, last, 0};
}

int plane_track(Plane *plane, Arena *arena, int axis, double at, double start, double end,
                long long goal, Track *track)
{
    const Area *boxes = plane->boxes.items;
    const double *limits = plane->room.edge;
    *track = (Track){.at = at};
    track->block = arena_get(arena, (size_t)(plane->boxes.count + 2) * sizeof(Stretch));
    if (track->block == NULL) return -1;
    if (!(FIRST[!axis] <= at && at <= limits[!axis + 2])) {
        add_block(track, -INFINITY, INFINITY);
        return 0;
    }
    for (Py_ssize_t one = 0; one < plane->boxes.count; one++) {
        const double *edge = boxes[one].edge;
        if (start < edge[axis + 2] && edge[axis] < end && at - CLEAR < edge[!axis + 2]
            && edge[!axis] < at + CLEAR)
            add_block(track, edge[axis] - CLEAR, edge[axis + 2] + CLEAR);
    }
    if (start < FIRST[axis]) add_block(track, -INFINITY, FIRST[axis]);
    if (end > limits[axis + 2]) add_block(track, limits[axis + 2], INFINITY);
    return plane_lines(plane, arena, axis, at, start, end, goal, track);
}

void track_free(const Track *track, double place, double *low, double *high)
{
    *low = -INFINITY;
    *high = INFINITY;
    for (int one = 0; one < track->blocks; one++) {
        const Stretch *block = track->block + one;
        if (block->last <= place) {
            if (block->last > *low) *low = block->last;
        } else if (place <= block->first) {
            if (block->first < *high) *high = block->first;
        } else {
            *low = INFINITY;
            *high = -INFINITY;
            return;
        }
    }
}

double track_crossing_cost(const Track *track, double start, double end)
{
    if (start > end) {
        double other = start;
        start = end;
        end = other;
    }
    /* As bisect_left(end - 0.5) less bisect_right(start + 0.5), which may be negative. */
    int between = 0;
    for (int one = 0; one < track->crossed; one++) {
        between += track->place[one] < end - 0.5;
        between -= track->place[one] <= start + 0.5;
    }
    double toll = between > 0 ? CROSSING * between : 0.0;
    for (int one = 0; one < track->along; one++) {
        const Stretch *line = track->beside + one;
        if (line->first + 1 < end && start + 1 < line->last) toll += line->cost;
    }
    return toll;
}

double track_price(const Track *track, double start, double edge)
{
    double low, high;
    track_free(track, start, &low, &high);
    int is_free = start < edge ? edge - CLEAR <= high : low <= edge + CLEAR;
    return is_free ? track_crossing_cost(track, start, edge) : INFINITY;
}

double plane_end_price(const Plane *plane, double x, double y, long long goal)
{
    const ArrowEnd *end = plane->ends.items;
    int near = 0;
    for (Py_ssize_t one = 0; one < plane->ends.count; one++)
        near += end[one].goal == goal && fabs(x - end[one].x) < ARROW_ENDS_APART
                && fabs(y - end[one].y) < ARROW_ENDS_APART;
    return ON_ARROW_END * near;
}
