/* What is the same for every frame of a code object; asked of Python once. */

#include "engine.h"

void code_forget(Code *code)
{
    free(code->names);
    free(code->lines);
    free(code->loud);
    free(code->constant);
    free(code->heights);
    free(code);
}

/* What is in the bytes, in memory of ours; behind it there is room for one more. */
static void *copy_of(PyObject *bytes)
{
    size_t length = (size_t)PyBytes_GET_SIZE(bytes);
    void *found = calloc(length + sizeof(int), 1);
    return found ? memcpy(found, PyBytes_AS_STRING(bytes), length) : NULL;
}

static int take_names(Code *own)
{
    PyCodeObject *code = own->code;
    own->place_count = code->co_nlocalsplus;
    own->names = calloc((size_t)own->place_count + 1, sizeof *own->names);
    if (own->names == NULL) return 0;
    for (int n = 0; n < own->place_count; n++) {
        own->names[n] = name_of(PyTuple_GET_ITEM(code->co_localsplusnames, n));
        _PyLocals_Kind kind = _PyLocals_GetKind(code->co_localspluskinds, n);
        if (kind & (CO_FAST_CELL | CO_FAST_FREE)) own->has_cells = 1;
        for (int before = 0; kind & CO_FAST_FREE && before < n; before++)
            if (own->names[before] == own->names[n]) own->has_twins = 1;
    }
    return 1;
}

/* code_facts(code) of describing.py: (file or -1, number, function, kind, whether it does something to
   locks, loud lines and the line of each instruction as C has numbers, a byte for each instruction that says
   whether it returns a constant, operations that announce the code). */
static int take_facts(Code *own, PyObject *told)
{
    long long file, number, function;
    PyObject *loud, *lines, *constant, *announcement;
    if (!PyArg_ParseTuple(told, "LLLipSSSO!", &file, &number, &function, &own->kind, &own->has_locks,
                          &loud, &lines, &constant, &PyList_Type, &announcement))
        return 0;
    own->file = file;
    own->number = number;
    own->function = function;
    own->first_line = own->code->co_firstlineno;
    own->is_function = (own->code->co_flags & CO_OPTIMIZED) != 0;
    if (file < 0) return 1;
    tell_list(&record.announced, announcement);
    own->loud = copy_of(loud);
    own->loud_count = (int)(PyBytes_GET_SIZE(loud) / (Py_ssize_t)sizeof(int));
    own->lines = copy_of(lines);
    own->unit_count = (int)(PyBytes_GET_SIZE(lines) / (Py_ssize_t)sizeof(int));
    own->constant = copy_of(constant);
    return own->loud && own->lines && own->constant && take_names(own);
}

Code *code_known(PyCodeObject *code)
{
    Index index = row_of((PyObject *)code);
    return index ? rows[index].as_code : NULL;
}

Code *code_facts(PyCodeObject *code)
{
    Index index = watch((PyObject *)code);
    if (index == 0) return NULL;
    if (rows[index].as_code != NULL) return rows[index].as_code;
    Code *own = calloc(1, sizeof *own);
    if (own == NULL) {
        record.is_short_of_memory = 1;
        return NULL;
    }
    own->code = code;
    PyObject *told = ask(ASK_CODE, (PyObject *)code, "");
    int is_good = told != NULL && take_facts(own, told);
    answer_done(told);
    if (!is_good) {
        code_forget(own);
        return NULL;
    }
    rows[row_of((PyObject *)code)].as_code = own;
    return own;
}

int is_code_traced(PyCodeObject *code)
{
    Code *own = code_facts(code);
    return own != NULL && own->file >= 0;
}

int line_at(const Code *code, int unit)
{
    return unit >= 0 && unit < code->unit_count ? code->lines[unit] : code->first_line;
}

int is_loud(const Code *code, int line)
{
    for (int low = 0, high = code->loud_count; low < high;) {
        int middle = (low + high) / 2;
        if (code->loud[middle] == line) return 1;
        if (code->loud[middle] < line) low = middle + 1;
        else high = middle;
    }
    return 0;
}

int returns_constant(const Code *code, int unit)
{
    return unit >= 0 && unit < code->unit_count && code->constant[unit];
}

const Height *height_facts(Code *code, int unit)
{
    static const Height nothing;
    if (unit < 0 || unit >= code->unit_count) return &nothing;
    if (code->heights == NULL)
        code->heights = calloc((size_t)code->unit_count, sizeof *code->heights);
    if (code->heights == NULL) {
        record.is_short_of_memory = 1;
        return &nothing;
    }
    Height *found = &code->heights[unit];
    if (found->is_known) return found;
    found->is_known = 1;
    PyObject *told = ask(ASK_HEIGHT, (PyObject *)code->code, "i", 2 * unit);
    if (told != NULL) {
        found->sure = (int16_t)PyLong_AsLong(PyTuple_GET_ITEM(told, 0));
        found->unfinished = PyLong_AsUnsignedLongLongMask(PyTuple_GET_ITEM(told, 1));
    }
    PyErr_Clear();
    answer_done(told);
    return found;
}
