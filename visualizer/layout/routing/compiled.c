/* The module of routing in C: a plane (plane.c), and the search of ways on it (search.c). */

#include "plane.h"

static int refuse(void)
{
    PyErr_BadArgument();
    return -1;
}

/* ---- ways: tuples of corners ---- */

static Part *known_part(List *parts, double first, double last, double across, long long goal)
{
    Part *part = parts->items;
    for (Py_ssize_t one = 0; one < parts->count; one++, part++)
        if (part->first == first && part->last == last && part->across == across
            && part->goal == goal)
            return part;
    return NULL;
}

static int add_part(List *parts, double first, double last, double across, long long goal)
{
    Part *part = known_part(parts, first, last, across, goal);
    if (part == NULL) {
        part = list_add(parts, sizeof *part);
        if (part == NULL) return -1;
        *part = (Part){first, last, across, goal, 0};
    }
    part->count++;
    return 0;
}

static int remove_part(List *parts, double first, double last, double across, long long goal)
{
    Part *part = known_part(parts, first, last, across, goal);
    if (part == NULL) {
        PyErr_SetString(PyExc_ValueError, "no such way");
        return -1;
    }
    if (--part->count == 0) list_remove(parts, sizeof *part, part);
    return 0;
}

static int read_corner(PyObject *way, Py_ssize_t place, double *corner)
{
    PyObject *tuple = PyTuple_GET_ITEM(way, place);
    if (!PyTuple_Check(tuple)) return refuse();
    return PyArg_ParseTuple(tuple, "dd", &corner[0], &corner[1]) ? 0 : -1;
}

static int change_parts(Plane *plane, PyObject *way, long long goal,
                        int (*change)(List *, double, double, double, long long), double *end)
{
    double before[2] = {0, 0};
    for (Py_ssize_t one = 0; one < PyTuple_GET_SIZE(way); one++) {
        if (read_corner(way, one, end) < 0) return -1;
        if (one > 0) {
            int axis = before[1] == end[1] ? LEVEL : UPRIGHT;
            double first = before[axis], last = end[axis];
            if (change(&plane->parts[axis], first < last ? first : last,
                       first < last ? last : first, end[!axis], goal) < 0)
                return -1;
        }
        memcpy(before, end, sizeof before);
    }
    return 0;
}

/* The arguments of each method about a way: the way, and its goal. */
static int read_way(PyObject *arguments, PyObject **way, long long *goal)
{
    return PyArg_ParseTuple(arguments, "O!L", &PyTuple_Type, way, goal) ? 0 : -1;
}

static PyObject *add_way(PyObject *self, PyObject *arguments)
{
    Plane *plane = (Plane *)self;
    PyObject *way;
    long long goal;
    double end[2] = {0, 0};
    if (read_way(arguments, &way, &goal) < 0) return NULL;
    if (change_parts(plane, way, goal, add_part, end) < 0) return NULL;
    ArrowEnd *made = list_add(&plane->ends, sizeof *made);
    if (made == NULL) return NULL;
    *made = (ArrowEnd){end[0], end[1], goal};
    Py_RETURN_NONE;
}

static PyObject *remove_way(PyObject *self, PyObject *arguments)
{
    Plane *plane = (Plane *)self;
    PyObject *way;
    long long goal;
    double end[2] = {0, 0};
    if (read_way(arguments, &way, &goal) < 0) return NULL;
    if (change_parts(plane, way, goal, remove_part, end) < 0) return NULL;
    ArrowEnd *one = plane->ends.items, *behind = one + plane->ends.count;
    while (one != behind && (one->goal != goal || one->x != end[0] || one->y != end[1])) one++;
    if (one != behind) list_remove(&plane->ends, sizeof *one, one);
    Py_RETURN_NONE;
}

/* The cost of an existing way for the lines that cross it or run along it. */
static PyObject *disturbance(PyObject *self, PyObject *arguments)
{
    Plane *plane = (Plane *)self;
    PyObject *way;
    long long goal;
    if (read_way(arguments, &way, &goal) < 0) return NULL;
    Py_ssize_t corners = PyTuple_GET_SIZE(way);
    double price = 0, before[2] = {0, 0}, corner[2] = {0, 0};
    Arena arena = {0};
    for (Py_ssize_t one = 0; one < corners; one++) {
        if (read_corner(way, one, corner) < 0) goto failed;
        if (one > 0) {
            int axis = before[1] == corner[1] ? LEVEL : UPRIGHT;
            double first = before[axis], last = corner[axis];
            double start = first < last ? first : last, end = first < last ? last : first;
            Track track = {.at = before[!axis]};
            if (plane_lines(plane, &arena, axis, track.at, start, end, goal, &track) < 0)
                goto failed;
            price += track_crossing_cost(&track, start, end);
        }
        memcpy(before, corner, sizeof before);
    }
    arena_free(&arena);
    return PyFloat_FromDouble(price + plane_end_price(plane, corner[0], corner[1], goal));
failed:
    arena_free(&arena);
    return NULL;
}

/* ---- boxes ---- */

static int read_area(PyObject *tuple, Area *area)
{
    double *edge = area->edge;
    if (!PyTuple_Check(tuple)) return refuse();
    return PyArg_ParseTuple(tuple, "dddd", &edge[0], &edge[1], &edge[2], &edge[3]) ? 0 : -1;
}

static PyObject *add_box(PyObject *self, PyObject *box)
{
    Area area;
    if (read_area(box, &area) < 0) return NULL;
    Area *made = list_add(&((Plane *)self)->boxes, sizeof *made);
    if (made == NULL) return NULL;
    *made = area;
    Py_RETURN_NONE;
}

static PyObject *cheapest(PyObject *self, PyObject *arguments)
{
    return search_cheapest((Plane *)self, arguments);
}

/* ---- the type: Plane(room), None for no room ---- */

static PyObject *new_plane(PyTypeObject *type, PyObject *arguments, PyObject *names)
{
    double *edge, anywhere = INFINITY;
    Plane *plane = (Plane *)type->tp_alloc(type, 0);
    if (plane == NULL) return NULL;
    edge = plane->room.edge;
    edge[2] = edge[3] = anywhere;
    if (PyTuple_GET_SIZE(arguments) == 1 && PyTuple_GET_ITEM(arguments, 0) == Py_None)
        return (PyObject *)plane;
    if (!PyArg_ParseTuple(arguments, "(dddd):Plane", &edge[0], &edge[1], &edge[2], &edge[3]))
        Py_CLEAR(plane);
    return (PyObject *)plane;
}

static void free_plane(PyObject *self)
{
    Plane *plane = (Plane *)self;
    PyTypeObject *type = Py_TYPE(self);
    PyMem_Free(plane->boxes.items);
    PyMem_Free(plane->parts[LEVEL].items);
    PyMem_Free(plane->parts[UPRIGHT].items);
    PyMem_Free(plane->ends.items);
    type->tp_free(self);
    Py_DECREF(type);
}

static PyMethodDef plane_methods[] = {
    {"add_box", add_box, METH_O, NULL},
    {"add_way", add_way, METH_VARARGS, NULL},
    {"remove_way", remove_way, METH_VARARGS, NULL},
    {"disturbance", disturbance, METH_VARARGS, NULL},
    {"cheapest", cheapest, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyType_Slot plane_slots[] = {
    {Py_tp_new, new_plane},
    {Py_tp_dealloc, free_plane},
    {Py_tp_methods, plane_methods},
    {0, NULL},
};

static PyType_Spec plane_spec = {
    "visualizer.layout.routing.compiled.Plane", sizeof(Plane), 0, Py_TPFLAGS_DEFAULT, plane_slots,
};

static int add_plane(PyObject *module)
{
    PyObject *type = PyType_FromSpec(&plane_spec);
    int failed = type == NULL || PyModule_AddObjectRef(module, "Plane", type) < 0;
    Py_XDECREF(type);
    return failed ? -1 : 0;
}

static PyModuleDef_Slot slots[] = {{Py_mod_exec, add_plane}, {0, NULL}};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "compiled", NULL, 0, NULL, slots, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit_compiled(void)
{
    return PyModuleDef_Init(&definition);
}
