#include "codes.h"

#define BUCKETS 4096
#define MOST_CALLABLE 3000
#define IS_MODULE(code) ((code)->kind == 0)

static struct {
    Code **by_number;
    Py_ssize_t room;
    Code *callable[BUCKETS];
    int callable_count;
} known;

/* The numbers in two tuples, and room for one more. */
static int *ints_of(PyObject *first, PyObject *second)
{
    Py_ssize_t n_first = PyTuple_GET_SIZE(first), n_second = PyTuple_GET_SIZE(second);
    int *found = calloc((size_t)(n_first + n_second) + 1, sizeof *found);
    for (Py_ssize_t n = 0; found && n < n_first + n_second; n++) {
        PyObject *number = n < n_first ? PyTuple_GET_ITEM(first, n)
                                       : PyTuple_GET_ITEM(second, n - n_first);
        found[n] = PyLong_AsInt(number);
    }
    return found;
}

/* Names by their numbers become places among those of the frame. */
static void find_places(const Code *code, Line *line)
{
    PyObject *wanted[] = {PyTuple_GET_ITEM(line->told, 1), PyTuple_GET_ITEM(line->told, 2),
                          PyTuple_GET_ITEM(line->told, 6)};
    int n = 0;
    line->is_usable = line->bound <= MOST_BOUND;
    for (int kind = 0; kind < 3; kind++)
        for (Py_ssize_t m = 0; m < PyTuple_GET_SIZE(wanted[kind]); m++) {
            int64_t name = PyLong_AsLongLong(PyTuple_GET_ITEM(wanted[kind], m));
            Py_ssize_t at = 0, count = IS_MODULE(code) ? PyTuple_GET_SIZE(code->names) : code->locals;
            for (; at < count; at++)
                if (name == (IS_MODULE(code) ? PyLong_AsLongLong(PyTuple_GET_ITEM(code->names, at))
                                             : code->numbers[at]))
                    break;
            if (at == count) line->is_usable = 0;
            line->places[n++] = (int)at;
        }
    line->list = n > line->loaded + line->bound ? line->places[n - 1] : -1;
    if (!line->calls) return;
    /* After a call everything is looked at, name by name in their order. */
    int *bound = line->places + line->loaded;
    for (int a = 1; a < line->bound; a++)
        for (int b = a; b > 0 && bound[b] < bound[b - 1]; b--) {
            int place = bound[b];
            bound[b] = bound[b - 1];
            bound[b - 1] = place;
        }
}

static int fill_line(const Code *code, Line *line, PyObject *told, PyObject *texts)
{
    PyObject *part[6];
    for (int n = 0; n < 6; n++) part[n] = PyTuple_GET_ITEM(told, n);
    line->told = Py_NewRef(told);
    line->key = PyLong_AsLongLong(part[0]);
    line->loaded = (int)PyTuple_GET_SIZE(part[1]);
    line->bound = (int)PyTuple_GET_SIZE(part[2]);
    line->calls = (int)PyTuple_GET_SIZE(part[3]);
    line->returns = (int)PyTuple_GET_SIZE(part[4]);
    line->callees = (int)PyTuple_GET_SIZE(part[5]);
    line->places = ints_of(part[1], part[2]);
    line->at = ints_of(part[3], part[4]);
    line->names = calloc((size_t)line->callees + 1, sizeof *line->names);
    if (!line->places || !line->at || !line->names) return 0;
    for (int n = 0; n < line->callees; n++)
        line->names[n] = PyList_GET_ITEM(texts, PyLong_AsSsize_t(PyTuple_GET_ITEM(part[5], n)));
    if (!IS_MODULE(code)) find_places(code, line);
    return 1;
}

static void let_be_called(Code *code)
{
    unsigned at = (unsigned)(code->address >> 4) % BUCKETS;
    while (known.callable[at] && known.callable[at]->address != code->address)
        at = (at + 1) % BUCKETS;
    if (known.callable[at] == NULL && known.callable_count++ >= MOST_CALLABLE) return;
    known.callable[at] = code;
}

Code *callable_code(PyCodeObject *code)
{
    unsigned at = (unsigned)((uintptr_t)code >> 4) % BUCKETS;
    for (; known.callable[at]; at = (at + 1) % BUCKETS)
        if (known.callable[at]->address == (uintptr_t)code) {
            Code *found = known.callable[at];
            /* Another may have come to lie at the address; see CodeFacts. */
            return instructions_of(code) == found->instructions ? found : NULL;
        }
    return NULL;
}

void forget_callable(void)
{
    memset(known.callable, 0, sizeof known.callable);
    known.callable_count = MOST_CALLABLE;
}

Code *code_of_number(int64_t number)
{
    return number >= 0 && number < known.room ? known.by_number[number] : NULL;
}

static int keep(Code *code)
{
    if (code->number >= known.room) {
        Py_ssize_t room = 2 * (Py_ssize_t)code->number + 64;
        Code **more = realloc(known.by_number, (size_t)room * sizeof *more);
        if (more == NULL) return 0;
        memset(more + known.room, 0, (size_t)(room - known.room) * sizeof *more);
        known.by_number = more;
        known.room = room;
    }
    known.by_number[code->number] = code;
    return 1;
}

/* Numbers of eight bytes. */
static int keep_units(Code *code, PyObject *units)
{
    code->unit_count = (int)(PyBytes_GET_SIZE(units) / 8);
    code->line_of_unit = calloc((size_t)code->unit_count + 1, sizeof *code->line_of_unit);
    const int64_t *numbers = (const int64_t *)PyBytes_AS_STRING(units);
    for (int n = 0; code->line_of_unit && n < code->unit_count; n++)
        code->line_of_unit[n] = (int)numbers[n];
    return code->line_of_unit != NULL;
}

Code *know_code(PyObject *told, PyObject *texts)
{
    PyObject *locals, *constants, *lines, *units;
    long long number, file, function, kind, first_line;
    unsigned long long address;
    PyObject *instructions;
    int is_callable;
    if (!PyArg_ParseTuple(told, "LLLLLKSpO!O!O!S", &number, &file, &function, &kind, &first_line,
                          &address, &instructions, &is_callable, &PyTuple_Type, &locals,
                          &PyTuple_Type, &constants, &PyTuple_Type, &lines, &units))
        return NULL;
    Code *code = calloc(1, sizeof *code);
    if (code == NULL) return (Code *)PyErr_NoMemory();
    code->number = number, code->file = file, code->function = function, code->kind = kind;
    code->first_line = first_line, code->address = (uintptr_t)address;
    code->instructions = Py_NewRef(instructions);
    code->locals = (int)PyTuple_GET_SIZE(locals);
    code->numbers = calloc((size_t)code->locals + 1, sizeof *code->numbers);
    code->constant_count = (int)PyTuple_GET_SIZE(constants);
    code->constants = calloc((size_t)code->constant_count + 1, sizeof *code->constants);
    code->lines = calloc((size_t)PyTuple_GET_SIZE(lines) + 1, sizeof *code->lines);
    if (!code->numbers || !code->constants || !code->lines || !keep_units(code, units) ||
        !keep(code))
        return (Code *)PyErr_NoMemory();
    for (int n = 0; n < code->locals; n++)
        code->numbers[n] = PyLong_AsLongLong(PyTuple_GET_ITEM(locals, n));
    for (int n = 0; n < code->constant_count; n++)
        code->constants[n] = (uintptr_t)PyLong_AsVoidPtr(PyTuple_GET_ITEM(constants, n));
    for (Py_ssize_t n = 0; n < PyTuple_GET_SIZE(lines); n++) {
        if (!fill_line(code, &code->lines[n], PyTuple_GET_ITEM(lines, n), texts))
            return (Code *)PyErr_NoMemory();
        code->line_count++;
    }
    code->is_callable = is_callable && code->locals <= MOST_LOCALS;
    if (code->is_callable) let_be_called(code);
    return code;
}

int set_names(Code *code, PyObject *names, PyObject *texts)
{
    if (code->names == names) return 1;
    PyObject **found = calloc((size_t)PyTuple_GET_SIZE(names) + 1, sizeof *found);
    if (found == NULL) return 0;
    for (Py_ssize_t n = 0; n < PyTuple_GET_SIZE(names); n++)
        found[n] = PyList_GET_ITEM(texts, PyLong_AsSsize_t(PyTuple_GET_ITEM(names, n)));
    free(code->texts);
    code->texts = found;
    Py_XSETREF(code->names, Py_NewRef(names));
    for (int n = 0; n < code->line_count; n++) find_places(code, &code->lines[n]);
    return 1;
}

const Line *line_of(const Code *code, int64_t key)
{
    for (int n = 0; n < code->line_count; n++)
        if (code->lines[n].key == key) return code->lines[n].is_usable ? &code->lines[n] : NULL;
    return NULL;
}
