/* Information that holds for every frame of a code object; Python gives it once. */

#include "engine.h"

static void forget(void *info)
{
    Code *code = info;
    free(code->names);
    free(code->inner);
    free(code->lines);
    free(code->marks);
    free(code->heights);
    sites_forget(code->sites);
    lock_sites_forget(code->lock_sites);
    free(code);
}

void *copy_of(PyObject *bytes)
{
    size_t length = (size_t)PyBytes_GET_SIZE(bytes);
    void *found = zeroed(length + sizeof(int), 1);
    return found ? memcpy(found, PyBytes_AS_STRING(bytes), length) : NULL;
}

/* Whether a fast local of a module or a class is a comprehension's (PEP 709), not a cell of the class. */
static int is_of_comprehension(PyCodeObject *code, int place)
{
    static const char *const of_class[] = {"__class__", "__classdict__", "__conditional_annotations__"};
    PyObject *name = PyTuple_GET_ITEM(code->co_localsplusnames, place);
    for (size_t n = 0; n < sizeof of_class / sizeof *of_class; n++)
        if (PyUnicode_EqualToUTF8(name, of_class[n])) return 0;
    return !(_PyLocals_GetKind(code->co_localspluskinds, place) & CO_FAST_FREE);
}

static int copy_names(Code *own)
{
    PyCodeObject *code = own->code;
    own->place_count = code->co_nlocalsplus;
    own->names = zeroed((size_t)own->place_count + 1, sizeof *own->names);
    own->inner = zeroed((size_t)own->place_count + 1, sizeof *own->inner);
    if (own->names == NULL || own->inner == NULL) return 0;
    for (int n = 0; n < own->place_count; n++) {
        own->names[n] = name_of(PyTuple_GET_ITEM(code->co_localsplusnames, n));
        _PyLocals_Kind kind = _PyLocals_GetKind(code->co_localspluskinds, n);
        if (kind & (CO_FAST_CELL | CO_FAST_FREE)) own->has_cells = 1;
        if (!own->is_function && is_of_comprehension(code, n)) own->inner[own->inner_count++] = n;
        for (int before = 0; kind & CO_FAST_FREE && before < n; before++)
            if (own->names[before] == own->names[n]) own->has_twins = 1;
    }
    return 1;
}

/* code_info(code) of describing.py announces the code and returns (file or -1, number, function, kind, the role of
   foreign code in waits, its lock sites as C ints or None, the line of each instruction as C ints, a byte of marks for
   each). */
static int parse(void *info, PyObject *of, PyObject *answer)
{
    Code *own = info;
    long long file, number, function;
    PyObject *lock_sites, *lines, *marks;
    if (!PyArg_ParseTuple(answer, "LLLiiOSS", &file, &number, &function, &own->kind, &own->role, &lock_sites,
                          &lines, &marks))
        return 0;
    own->code = (PyCodeObject *)of;
    own->file = file;
    own->number = number;
    own->function = function;
    own->first_line = own->code->co_firstlineno;
    own->is_function = (own->code->co_flags & CO_OPTIMIZED) != 0;
    if (file < 0) return 1;
    places_note(own->code, 0);
    own->lines = copy_of(lines);
    own->unit_count = (int)PyBytes_GET_SIZE(marks);
    own->marks = copy_of(marks);
    if (lock_sites != Py_None) own->lock_sites = lock_sites_copied(lock_sites);
    return own->lines && own->marks && copy_names(own);
}

Code *code_known(PyCodeObject *code)
{
    Index index = row_of((PyObject *)code);
    return index ? rows[index].info : NULL;
}

Code *code_info(PyCodeObject *code)
{
    return info_of((PyObject *)code, ASK_CODE, sizeof(Code), parse, forget);
}

int is_code_traced(PyCodeObject *code)
{
    Code *own = code_info(code);
    return own != NULL && own->file >= 0;
}

int line_at(const Code *code, int unit)
{
    return unit >= 0 && unit < code->unit_count ? code->lines[unit] : code->first_line;
}

int has_mark(const Code *code, int unit, int mark)
{
    return unit >= 0 && unit < code->unit_count && code->marks[unit] & mark;
}

const Height *height_info(Code *code, int unit)
{
    static const Height nothing;
    if (unit < 0 || unit >= code->unit_count) return &nothing;
    if (code->heights == NULL)
        code->heights = zeroed((size_t)code->unit_count, sizeof *code->heights);
    if (code->heights == NULL) return &nothing;
    Height *found = &code->heights[unit];
    if (found->is_known) return found;
    found->is_known = 1;
    PyObject *answer = ask(ASK_HEIGHT, (PyObject *)code->code, "i", 2 * unit);
    if (answer != NULL) {
        found->guaranteed = (int16_t)PyLong_AsLong(PyTuple_GET_ITEM(answer, 0));
        PyObject *results = PyTuple_GET_ITEM(answer, 1);
        found->result_count = (int16_t)Py_MIN(PyTuple_GET_SIZE(results) / 2, MOST_RESULTS);
        for (int n = 0; n < found->result_count; n++) {
            found->results[n].slot = PyLong_AsLong(PyTuple_GET_ITEM(results, 2 * n));
            found->results[n].label = PyLong_AsLongLong(PyTuple_GET_ITEM(results, 2 * n + 1));
        }
    }
    PyErr_Clear();
    answer_done(answer);
    return found;
}
