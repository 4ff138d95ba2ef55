/* The search of ways in C: boxes, lines and arrowheads on a plane, and the tracks across them. It does
   what plane.py and search.py do in Python; the names and numbers are theirs. */

#ifndef PLANE_H
#define PLANE_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <math.h>

enum { LEVEL, UPRIGHT };

#define CLEAR 3.0

/* Left, top, right, bottom. */
typedef struct {
    double edge[4];
} Area;

/* A part of ways to one goal; ``count`` of them have exactly this part. */
typedef struct {
    double first, last, across;
    long long goal;
    int count;
} Part;

typedef struct {
    double x, y;
    long long goal;
} ArrowEnd;

/* A list that grows; ``size`` is that of an item. */
typedef struct {
    void *items;
    Py_ssize_t count, room;
} List;

void *list_add(List *list, size_t size);
void list_remove(List *list, size_t size, void *item);

typedef struct {
    PyObject_HEAD
    List boxes, parts[2], ends;
    Area room;
} Plane;

/* Memory for one search, freed as a whole. */
typedef struct Chunk Chunk;
typedef struct {
    Chunk *last;
    size_t used, room;
} Arena;

/* Memory, or NULL with an error set. */
void *arena_get(Arena *arena, size_t size);
void arena_free(Arena *arena);

/* A stretch of a track: of a box, or of a line that runs along it, with its cost. */
typedef struct {
    double first, last, cost;
} Stretch;

/* A straight line across part of the plane, and everything on it. */
typedef struct {
    double at;
    int blocks, crossed, along;
    Stretch *block, *beside;
    double *place;
} Track;

/* A track, or -1 with an error set. */
int plane_track(Plane *plane, Arena *arena, int axis, double at, double start, double end,
                long long goal, Track *track);
/* The lines that cross a part of an arrow or run along it, and no boxes. */
int plane_lines(Plane *plane, Arena *arena, int axis, double at, double start, double end,
                long long goal, Track *track);
double plane_end_price(const Plane *plane, double x, double y, long long goal);

void track_free(const Track *track, double place, double *low, double *high);
double track_crossing_cost(const Track *track, double start, double end);
double track_price(const Track *track, double start, double edge);

/* Plane.cheapest in compiled.c. */
PyObject *search_cheapest(Plane *plane, PyObject *arguments);

#endif
