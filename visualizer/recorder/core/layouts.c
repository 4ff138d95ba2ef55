#include "layouts.h"

#define BUCKETS 1024
#define MOST_LAYOUTS 16

/* Of each code object, by the end of its number, the layouts its frames have had. */
static struct {
    Layout *layouts[MOST_LAYOUTS];
    int count, next;
} known[BUCKETS];

static int is_same(const Layout *layout, int64_t code, PyObject *names)
{
    if (layout->code != code || layout->count != PyTuple_GET_SIZE(names)) return 0;
    for (Py_ssize_t n = 0; n < layout->count; n++)
        if (layout->names[n] != PyLong_AsLongLong(PyTuple_GET_ITEM(names, n))) return 0;
    return 1;
}

static void forget(Layout *layout)
{
    for (int n = 0; n < layout->lines_count; n++) free(layout->lines[n].places);
    free(layout->lines);
    free(layout->names);
    free(layout->texts);
    free(layout->locals);
    free(layout);
}

static int place_in(PyObject *numbers, int64_t number)
{
    for (Py_ssize_t n = 0; n < PyTuple_GET_SIZE(numbers); n++)
        if (PyLong_AsLongLong(PyTuple_GET_ITEM(numbers, n)) == number) return (int)n;
    return -1;
}

static Layout *new_layout(int64_t code, int is_module, PyObject *names, PyObject *texts,
                          PyObject *locals)
{
    Py_ssize_t count = PyTuple_GET_SIZE(names);
    Layout *layout = calloc(1, sizeof *layout);
    if (layout == NULL) return NULL;
    layout->code = code;
    layout->count = count;
    layout->names = calloc((size_t)count + 1, sizeof *layout->names);
    if (is_module) layout->texts = calloc((size_t)count + 1, sizeof *layout->texts);
    else layout->locals = calloc((size_t)count + 1, sizeof *layout->locals);
    if (!layout->names || !(layout->texts || layout->locals)) {
        forget(layout);
        return NULL;
    }
    for (Py_ssize_t n = 0; n < count; n++) {
        int64_t name = layout->names[n] = PyLong_AsLongLong(PyTuple_GET_ITEM(names, n));
        if (is_module) layout->texts[n] = PyList_GET_ITEM(texts, name);
        else layout->locals[n] = place_in(locals, name);
    }
    return layout;
}

Layout *layout_of(int64_t code, int is_module, PyObject *names, PyObject *texts, PyObject *locals)
{
    unsigned bucket = (unsigned)code % BUCKETS;
    for (int n = 0; n < known[bucket].count; n++)
        if (is_same(known[bucket].layouts[n], code, names)) return known[bucket].layouts[n];
    Layout *made = new_layout(code, is_module, names, texts, locals);
    if (made == NULL) return NULL;
    int at = known[bucket].next++ % MOST_LAYOUTS;
    if (known[bucket].count < MOST_LAYOUTS) known[bucket].count++;
    else forget(known[bucket].layouts[at]);
    return known[bucket].layouts[at] = made;
}

const Line *line_of(const Layout *layout, int64_t key)
{
    for (int n = 0; n < layout->lines_count; n++)
        if (layout->lines[n].key == key) return &layout->lines[n];
    return NULL;
}

static int fill(const Layout *layout, PyObject *wanted, int *places)
{
    for (Py_ssize_t n = 0; n < PyTuple_GET_SIZE(wanted); n++) {
        int64_t name = PyLong_AsLongLong(PyTuple_GET_ITEM(wanted, n));
        Py_ssize_t at = 0;
        while (at < layout->count && layout->names[at] != name) at++;
        if (at == layout->count || (layout->locals && layout->locals[at] < 0)) return 0;
        places[n] = (int)at;
    }
    return 1;
}

const Line *learn_line(Layout *layout, int64_t key, PyObject *loaded, PyObject *bound)
{
    if (layout->lines_count == layout->lines_room) {
        int room = layout->lines_room ? 2 * layout->lines_room : 8;
        Line *more = realloc(layout->lines, (size_t)room * sizeof *more);
        if (more == NULL) return NULL;
        layout->lines = more;
        layout->lines_room = room;
    }
    Line *line = &layout->lines[layout->lines_count];
    line->key = key;
    line->loaded = (int)PyTuple_GET_SIZE(loaded);
    line->bound = (int)PyTuple_GET_SIZE(bound);
    line->places = calloc((size_t)(line->loaded + line->bound) + 1, sizeof *line->places);
    if (line->places == NULL) return NULL;
    if (line->bound > MOST_BOUND || !fill(layout, loaded, line->places) ||
        !fill(layout, bound, line->places + line->loaded))
        line->bound = line->loaded = -1;
    layout->lines_count++;
    return line;
}
