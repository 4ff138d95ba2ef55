/* The search of the cheapest way of one arrow: search.py in C. */

#include "plane.h"

#include <stdlib.h>

#define BEND 14.0
#define INSIDE 2.0
#define SHORTEST 4.0
#define SLACK 24.0
#define BEFORE 10.0

enum { MOST_PARTS = 7, KEPT = 2, MOST_CORNERS = MOST_PARTS + 2 };

typedef struct {
    double edge, outer, sign;
} Door;

/* Doors for parts along an axis at one place across. */
typedef struct {
    double at;
    Door *door;
    Py_ssize_t count;
} Entry;

typedef struct {
    double *item;
    Py_ssize_t count;
} Numbers;

/* A part of a way that has reached a place on a line, and may continue along it. */
typedef struct Partial {
    double cost, place;
    int corners;
    double corner[MOST_CORNERS][2];
    struct Partial *next;
} Partial;

/* The ways that have reached a line, in order. */
typedef struct Reached {
    double at;
    Py_ssize_t count;
    Partial *first, *last;
    struct Reached *next;
} Reached;

typedef struct {
    Reached *first, *last;
} Layer;

/* The cheapest ways to a free stretch of a line. */
typedef struct {
    double low, high;
    int count;
    Layer ways;
} FreeStretch;

typedef struct Known {
    Track track;
    struct Known *next;
} Known;

typedef struct {
    Plane *plane;
    Arena arena;
    double port[2], own[4], target[4];
    long long goal;
    int is_inward, axis, most_parts;
    Numbers lanes, turns[2];
    Entry *doors[2];
    Py_ssize_t door_count[2];
    Numbers at_doors[2];
    double low[2], high[2];
    Known *tracks[2];
    double price;
    int is_found;
    Partial best;
} Search;

/* ---- arguments ---- */

static int refuse(void)
{
    PyErr_BadArgument();
    return -1;
}

static int read_numbers(Arena *arena, PyObject *tuple, Numbers *numbers)
{
    if (!PyTuple_Check(tuple)) return refuse();
    numbers->count = PyTuple_GET_SIZE(tuple);
    numbers->item = arena_get(arena, (size_t)numbers->count * sizeof(double));
    if (numbers->item == NULL) return -1;
    for (Py_ssize_t one = 0; one < numbers->count; one++)
        numbers->item[one] = PyFloat_AsDouble(PyTuple_GET_ITEM(tuple, one));
    return PyErr_Occurred() ? -1 : 0;
}

static int read_door(PyObject *tuple, Door *door)
{
    return PyArg_ParseTuple(tuple, "ddd", &door->edge, &door->outer, &door->sign) ? 0 : -1;
}

static int read_doors(Search *search, PyObject *doors, int axis)
{
    if (!PyDict_Check(doors)) return refuse();
    size_t count = (size_t)PyDict_Size(doors);
    Entry *entry = search->doors[axis] = arena_get(&search->arena, count * sizeof *entry);
    double *at = search->at_doors[axis].item = arena_get(&search->arena, count * sizeof *at);
    if (entry == NULL || at == NULL) return -1;
    Py_ssize_t place = 0;
    PyObject *key, *value;
    for (; PyDict_Next(doors, &place, &key, &value); entry++, search->door_count[axis]++) {
        if (!PyTuple_Check(value)) return refuse();
        entry->at = *at++ = PyFloat_AsDouble(key);
        entry->count = PyTuple_GET_SIZE(value);
        entry->door = arena_get(&search->arena, (size_t)entry->count * sizeof(Door));
        if (entry->door == NULL || PyErr_Occurred()) return -1;
        for (Py_ssize_t one = 0; one < entry->count; one++)
            if (read_door(PyTuple_GET_ITEM(value, one), entry->door + one) < 0) return -1;
    }
    search->at_doors[axis].count = search->door_count[axis];
    return 0;
}

static void widen(Search *search, int axis, double place)
{
    if (place < search->low[axis]) search->low[axis] = place;
    if (place > search->high[axis]) search->high[axis] = place;
}

static void widen_all(Search *search, int axis, Numbers places)
{
    for (Py_ssize_t one = 0; one < places.count; one++) widen(search, axis, places.item[one]);
}

/* The range of places that a part along an axis may reach. */
static void set_span(Search *search, int axis)
{
    search->low[axis] = search->high[axis] = search->port[axis];
    if (axis == search->axis) widen_all(search, axis, search->lanes);
    widen_all(search, axis, search->turns[axis]);
    widen_all(search, axis, search->at_doors[!axis]);
    widen(search, axis, search->target[axis]);
    widen(search, axis, search->target[axis + 2]);
    widen(search, axis, search->own[axis + 2]);
}

/* ---- tracks ---- */

/* A lower bound of the cost from a place along an axis to the target: a part and a bend before it. */
static double far_from(const Search *search, int axis, double place)
{
    double low = search->target[axis], high = search->target[axis + 2];
    return place < low ? low - place + BEND : place > high ? place - high + BEND : 0.0;
}

static Track *track_at(Search *search, int axis, double at)
{
    for (Known *known = search->tracks[axis]; known != NULL; known = known->next)
        if (known->track.at == at) return &known->track;
    Known *known = arena_get(&search->arena, sizeof *known);
    if (known == NULL) return NULL;
    if (plane_track(search->plane, &search->arena, axis, at, search->low[axis], search->high[axis],
                    search->goal, &known->track) < 0)
        return NULL;
    known->next = search->tracks[axis];
    search->tracks[axis] = known;
    return &known->track;
}

/* ---- ways ---- */

static void add_corner(Partial *partial, int axis, double along, double across)
{
    partial->corner[partial->corners][axis] = along;
    partial->corner[partial->corners++][!axis] = across;
}

static int add_way(Search *search, Layer *layer, double at, const Partial *partial)
{
    Reached *reached = layer->first;
    while (reached != NULL && reached->at != at) reached = reached->next;
    if (reached == NULL) {
        reached = arena_get(&search->arena, sizeof *reached);
        if (reached == NULL) return -1;
        *reached = (Reached){.at = at};
        if (layer->last != NULL) layer->last->next = reached;
        else layer->first = reached;
        layer->last = reached;
    }
    Partial *way = arena_get(&search->arena, sizeof *way);
    if (way == NULL) return -1;
    *way = *partial;
    way->next = NULL;
    if (reached->last != NULL) reached->last->next = way;
    else reached->first = way;
    reached->last = way;
    reached->count++;
    return 0;
}

/* Extend a way along a line to all places where it may turn. */
static int extend(Search *search, int axis, double at, const Partial *partial, Numbers stops,
                  Layer *after)
{
    double cost = partial->cost + BEND, place = partial->place;
    double left = far_from(search, !axis, at) - BEND;
    if (left < 0.0) left = 0.0;
    if (cost + left >= search->price) return 0;
    Track *track = track_at(search, axis, at);
    if (track == NULL) return -1;
    double low, high;
    track_free(track, place, &low, &high);
    if (partial->corners == 1) low = place;
    for (Py_ssize_t one = 0; one < stops.count; one++) {
        double stop = stops.item[one], part = stop > place ? stop - place : place - stop;
        double bound = cost + part + left + far_from(search, axis, stop);
        if (part < SHORTEST || bound >= search->price || !(low <= stop && stop <= high)) continue;
        double toll = track_crossing_cost(track, place, stop);
        if (bound + toll >= search->price) continue;
        Partial turned = *partial;
        turned.cost = cost + part + toll;
        turned.place = at;
        add_corner(&turned, axis, stop, at);
        if (add_way(search, after, stop, &turned) < 0) return -1;
    }
    return 0;
}

/* Enter the target if the line has a door and the way is the cheapest so far. */
static int enter(Search *search, int axis, double at, const Partial *partial)
{
    Entry *entry = search->doors[axis], *end = entry + search->door_count[axis];
    while (entry != end && entry->at != at) entry++;
    for (Py_ssize_t one = 0; entry != end && one < entry->count; one++) {
        double edge = entry->door[one].edge, outer = entry->door[one].outer;
        double sign = entry->door[one].sign;
        if ((outer - partial->place) * sign < BEFORE) continue;
        double cost = partial->cost + fabs(edge - partial->place) + INSIDE * fabs(edge - outer);
        if (cost >= search->price) continue;
        Track *track = track_at(search, axis, at);
        if (track == NULL) return -1;
        cost += track_price(track, partial->place, outer);
        double x = axis == LEVEL ? edge : at, y = axis == LEVEL ? at : edge;
        cost += plane_end_price(search->plane, x, y, search->goal);
        if (cost >= search->price) continue;
        search->best = *partial;
        add_corner(&search->best, axis, edge, at);
        search->price = cost;
        search->is_found = 1;
    }
    return 0;
}

/* Join lists of numbers. */
static int join(Search *search, Numbers *all, Numbers first, Numbers second, Numbers third)
{
    Py_ssize_t count = first.count + second.count + third.count;
    double *item = all->item = arena_get(&search->arena, (size_t)count * sizeof *item);
    if (item == NULL) return -1;
    all->count = count;
    memcpy(item, first.item, (size_t)first.count * sizeof *item);
    item += first.count;
    memcpy(item, second.item, (size_t)second.count * sizeof *item);
    memcpy(item + second.count, third.item, (size_t)third.count * sizeof *item);
    return 0;
}

/* The ends of the first part, in order of preference. */
static int first_stops(Search *search, Numbers *stops)
{
    int axis = search->axis;
    if (join(search, stops, search->at_doors[!axis], search->lanes, search->turns[axis]) < 0)
        return -1;
    double *lane = stops->item + search->at_doors[!axis].count;
    Py_ssize_t count = search->lanes.count;
    if (search->is_inward && search->target[!axis] > search->port[!axis])
        for (Py_ssize_t one = 0; one < count; one++)
            lane[one] = search->lanes.item[count - 1 - one];
    return 0;
}

/* Try ways with zero, one and two bends, until one is good. */
static int try_simple(Search *search, const Partial *partial, double good)
{
    int axis = search->axis;
    double at = search->port[!axis];
    Numbers stops;
    Layer first = {0};
    if (enter(search, axis, at, partial) < 0 || first_stops(search, &stops) < 0
        || extend(search, axis, at, partial, stops, &first) < 0)
        return -1;
    for (Reached *turned = first.first; turned != NULL; turned = turned->next) {
        if (search->price <= good) return 0;
        Layer second = {0};
        if (enter(search, !axis, turned->at, turned->first) < 0
            || extend(search, !axis, turned->at, turned->first, search->at_doors[axis], &second) < 0)
            return -1;
        for (Reached *door = second.first; door != NULL; door = door->next)
            if (enter(search, axis, door->at, door->first) < 0) return -1;
    }
    return 0;
}

/* By cost, place and corners. */
static int compare(const void *one, const void *other)
{
    const Partial *a = *(Partial *const *)one, *b = *(Partial *const *)other;
    if (a->cost != b->cost) return a->cost < b->cost ? -1 : 1;
    if (a->place != b->place) return a->place < b->place ? -1 : 1;
    for (int corner = 0; corner < a->corners; corner++)
        for (int axis = 0; axis < 2; axis++) {
            double x = a->corner[corner][axis], y = b->corner[corner][axis];
            if (x != y) return x < y ? -1 : 1;
        }
    return 0;
}

/* Keep the cheapest ways that have reached a line, for each free stretch of it. */
static int keep_cheapest(Search *search, int axis, Reached *reached)
{
    if (reached->count <= KEPT) return 0;
    Track *track = track_at(search, axis, reached->at);
    size_t count = (size_t)reached->count;
    Partial **ways = arena_get(&search->arena, count * sizeof *ways);
    FreeStretch *stretches = arena_get(&search->arena, count * sizeof *stretches);
    if (track == NULL || ways == NULL || stretches == NULL) return -1;
    size_t at = 0, known = 0;
    for (Partial *way = reached->first; way != NULL; way = way->next) ways[at++] = way;
    qsort(ways, count, sizeof *ways, compare);
    for (at = 0; at < count; at++) {
        double low, high;
        track_free(track, ways[at]->place, &low, &high);
        FreeStretch *stretch = stretches;
        while (stretch != stretches + known && (stretch->low != low || stretch->high != high))
            stretch++;
        if (stretch == stretches + known) {
            *stretch = (FreeStretch){.low = low, .high = high};
            known++;
        }
        if (stretch->count == KEPT) continue;
        if (add_way(search, &stretch->ways, reached->at, ways[at]) < 0) return -1;
        stretch->count++;
    }
    Partial **end = &reached->first;
    for (FreeStretch *stretch = stretches; stretch != stretches + known; stretch++) {
        *end = stretch->ways.first->first;
        end = &stretch->ways.first->last->next;
    }
    return 0;
}

static int has(Numbers numbers, double number)
{
    for (Py_ssize_t one = 0; one < numbers.count; one++)
        if (numbers.item[one] == number) return 1;
    return 0;
}

/* Extend ways part by part: the cheapest ways to each line continue to all other lines. */
static int try_all(Search *search, const Partial *partial)
{
    const Numbers none = {0};
    int axis = search->axis;
    Numbers stops;
    Layer layer = {0};
    if (first_stops(search, &stops) < 0
        || extend(search, axis, search->port[!axis], partial, stops, &layer) < 0)
        return -1;
    for (int part = 2; part <= search->most_parts; part++) {
        axis = !axis;
        Numbers through = none, lanes = none;
        stops = none;
        if (part < search->most_parts) {
            through = search->turns[!axis];
            lanes = part == 2 ? search->lanes : none;
            stops = search->at_doors[!axis];
        }
        if (part < search->most_parts - 1
            && join(search, &stops, search->turns[axis], stops, none) < 0)
            return -1;
        Layer after = {0};
        for (Reached *reached = layer.first; reached != NULL; reached = reached->next) {
            int goes_on = has(through, reached->at) || has(lanes, reached->at);
            if (keep_cheapest(search, axis, reached) < 0) return -1;
            for (Partial *way = reached->first; way != NULL; way = way->next)
                if (enter(search, axis, reached->at, way) < 0
                    || (goes_on && extend(search, axis, reached->at, way, stops, &after) < 0))
                    return -1;
        }
        layer = after;
    }
    return 0;
}

static int cheapest(Search *search)
{
    double least = far_from(search, LEVEL, search->port[LEVEL]);
    least += far_from(search, UPRIGHT, search->port[UPRIGHT]);
    if (least >= search->price) return 0;
    double own = search->own[search->axis + 2] + CLEAR;
    Partial partial = {own - search->port[search->axis], own, 1, {{0}}, NULL};
    memcpy(partial.corner[0], search->port, sizeof search->port);
    double good = least + BEND + SLACK;
    if (try_simple(search, &partial, good) < 0) return -1;
    return search->price > good ? try_all(search, &partial) : 0;
}

/* ---- the answer ---- */

static PyObject *way_of(const Search *search)
{
    if (!search->is_found) Py_RETURN_NONE;
    PyObject *way = PyTuple_New(search->best.corners);
    for (int one = 0; way != NULL && one < search->best.corners; one++) {
        const double *corner = search->best.corner[one];
        PyObject *made = Py_BuildValue("(dd)", corner[LEVEL], corner[UPRIGHT]);
        if (made == NULL) Py_CLEAR(way);
        else PyTuple_SET_ITEM(way, one, made);
    }
    return way;
}

PyObject *search_cheapest(Plane *plane, PyObject *arguments)
{
    Search search = {.plane = plane};
    double *own = search.own, *target = search.target;
    PyObject *lanes, *turns[2], *doors[2], *answer = NULL;
    if (!PyArg_ParseTuple(arguments, "(dd)(dddd)(dddd)LpidiO(OO)(OO):cheapest", &search.port[0],
                          &search.port[1], &own[0], &own[1], &own[2], &own[3], &target[0],
                          &target[1], &target[2], &target[3], &search.goal, &search.is_inward,
                          &search.axis, &search.price, &search.most_parts, &lanes, &turns[0], &turns[1],
                          &doors[0], &doors[1]))
        return NULL;
    search.axis = search.axis != LEVEL;
    if (search.most_parts > MOST_PARTS) search.most_parts = MOST_PARTS;
    if (read_numbers(&search.arena, lanes, &search.lanes) == 0
        && read_numbers(&search.arena, turns[0], &search.turns[0]) == 0
        && read_numbers(&search.arena, turns[1], &search.turns[1]) == 0
        && read_doors(&search, doors[0], LEVEL) == 0
        && read_doors(&search, doors[1], UPRIGHT) == 0) {
        set_span(&search, LEVEL);
        set_span(&search, UPRIGHT);
        if (cheapest(&search) == 0) {
            PyObject *way = way_of(&search);
            if (way != NULL) answer = Py_BuildValue("Nd", way, search.price);
        }
    }
    arena_free(&search.arena);
    return answer;
}
