/* Reads the values of expressions from the evaluation stack, between two steps.

   The event of an instruction comes before it runs. So a value is read when the instruction after its maker is about to
   run in the same frame; the code determines these instructions (recorder/code/expressions.py). No reference is kept: a
   row of the table identifies the object, and ends with it. */

#include "engine.h"

enum { AFTER, JUMPED, THERE };      /* ``when`` of a site */

enum { AT_VALUE = 10, AT_ENDED = 14 };  /* the place of the numbers that are set in an emitted operation */

static List emitted;            /* the row of each emitted value */
static List starts;             /* where its operation begins */
static int64_t last_temporary;

static Sites *parse_sites(const Code *code, PyObject *answer)
{
    PyObject *numbers, *watched;
    if (answer == NULL || answer == Py_None || !PyArg_ParseTuple(answer, "SS", &numbers, &watched)) return NULL;
    size_t count = (size_t)PyBytes_GET_SIZE(numbers) / sizeof(Site), units = (size_t)code->unit_count;
    if (count >= UINT16_MAX || (size_t)PyBytes_GET_SIZE(watched) != units) return NULL;
    Sites *sites = zeroed(1, sizeof *sites);
    if (sites == NULL) return NULL;
    sites->all = copy_of(numbers);
    sites->watched = copy_of(watched);
    sites->after = zeroed(units, sizeof *sites->after);
    sites->there = zeroed(units, sizeof *sites->there);
    if (!sites->all || !sites->watched || !sites->after || !sites->there) {
        sites_forget(sites);
        return NULL;
    }
    for (size_t n = 0; n < count; n++) {
        const Site *site = &sites->all[n];
        uint16_t *places = site->when == THERE ? sites->there : sites->after;
        if (site->unit >= 0 && (size_t)site->unit < units) places[site->unit] = (uint16_t)(n + 1);
    }
    return sites;
}

void sites_find(Code *code)
{
    if (code->sites != NULL) return;
    PyObject *answer = ask(ASK_SITES, (PyObject *)code->code, "");
    code->sites = parse_sites(code, answer);
    PyErr_Clear();
    answer_done(answer);
}

void sites_forget(Sites *sites)
{
    if (sites == NULL) return;
    free(sites->all);
    free(sites->watched);
    free(sites->after);
    free(sites->there);
    free(sites);
}

/* ---- the instruction that ran last in each frame ---- */

/* The running frames of a thread are nested: frames above one that runs have ended, or are suspended. */
static Running *running_in(Thread *thread, Frame *frame, PyCodeObject *code)
{
    for (uint32_t n = thread->running_count; n-- > 0;) {
        if (thread->running[n].frame != frame) continue;
        thread->running_count = n + 1;
        if (thread->running[n].code != code) thread->running[n] = (Running){frame, code, -1};
        return &thread->running[n];
    }
    if (!HAS_ROOM(thread->running, thread->running_room, (size_t)thread->running_count + 1)) return NULL;
    thread->running[thread->running_count] = (Running){frame, code, -1};
    return &thread->running[thread->running_count++];
}

void expressions_forget_frame(Thread *thread, const Frame *frame)
{
    for (uint32_t n = thread->running_count; n-- > 0;)
        if (thread->running[n].frame == frame) thread->running_count = n;
}

/* ---- values ---- */

#define DEEPEST 4           /* nested containers that are written here */

static void add_text(const char *words)
{
    emit_text(&record.expression_text, words, strlen(words));
}

/* Write ``<words name>``, as ``brief`` of briefs.py; 0 for a name that is not plain. */
static int write_named(const char *words, PyObject *name)
{
    if (name == NULL || !PyUnicode_CheckExact(name) || !PyUnicode_IS_COMPACT_ASCII(name)) return 0;
    add_text(words);
    emit_text(&record.expression_text, PyUnicode_DATA(name), (size_t)PyUnicode_GET_LENGTH(name));
    add_text(">");
    return 1;
}

/* Whether it is an iterator, a view, a bound method or the like of a builtin type, which appears as its type. */
static int is_opaque(PyObject *value)
{
    PyTypeObject *type = Py_TYPE(value);
    return !PyType_HasFeature(type, Py_TPFLAGS_HEAPTYPE) && PyType_IS_GC(type) && !PyType_Check(value) &&
           !PyModule_Check(value) && !PyCFunction_Check(value) && type != &PySlice_Type &&
           type != &PyMemoryView_Type && type != &PyFrozenSet_Type;
}

static int write_opaque(const char *name)
{
    const char *dot = strrchr(name, '.');
    add_text("<");
    add_text(dot != NULL ? dot + 1 : name);
    add_text(">");
    return 1;
}

static size_t begun;            /* where the text of the value begins */

static int is_full(void)
{
    return record.expression_text.length - begun > WIRE_MOST_BRIEF;
}

static int write_brief(PyObject *value, int depth);

/* Write items with a separator, until the text is full. */
static int write_items(PyObject *const *items, Py_ssize_t count, const char *between, int depth)
{
    for (Py_ssize_t n = 0; n < count && !is_full(); n++) {
        if (n) add_text(between);
        if (items[n] == NULL || !write_brief(items[n], depth + 1)) return 0;
    }
    return 1;
}

static int write_entries(PyObject *dict, int depth)
{
    PyObject *entry[2];
    int is_next = 0;
    for (Py_ssize_t n = 0; !is_full() && PyDict_Next(dict, &n, &entry[0], &entry[1]); is_next = 1) {
        if (is_next) add_text(", ");
        if (!write_items(entry, 2, ": ", depth)) return 0;
    }
    return 1;
}

static int write_members(PyObject *set, int depth)
{
    PyObject *member;
    Py_hash_t hash;
    int is_next = 0;
    for (Py_ssize_t n = 0; !is_full() && _PySet_NextEntry(set, &n, &member, &hash); is_next = 1) {
        if (is_next) add_text(", ");
        if (!write_brief(member, depth + 1)) return 0;
    }
    return 1;
}

/* Write a value like ``brief`` of briefs.py; 0 if that needs Python. */
static int write_brief(PyObject *value, int depth)
{
    PyTypeObject *type = Py_TYPE(value);
    int done = depth <= DEEPEST;
    if (!done) return 0;
    if (value == Py_None || value == Py_True || value == Py_False) {
        add_text(value == Py_None ? "None" : value == Py_True ? "True" : "False");
    } else if (type == &PyList_Type) {
        add_text("[");
        done = write_items(((PyListObject *)value)->ob_item, Py_SIZE(value), ", ", depth);
        add_text("]");
    } else if (type == &PyTuple_Type) {
        add_text("(");
        done = write_items(((PyTupleObject *)value)->ob_item, Py_SIZE(value), ", ", depth);
        add_text(Py_SIZE(value) == 1 ? ",)" : ")");
    } else if (type == &PyDict_Type) {
        add_text("{");
        done = write_entries(value, depth);
        add_text("}");
    } else if (type == &PySet_Type && ((PySetObject *)value)->used) {
        add_text("{");
        done = write_members(value, depth);
        add_text("}");
    } else if (type == &PyFunction_Type) {
        done = write_named("<function ", ((PyFunctionObject *)value)->func_name);
    } else if (!emit_simple_text(&record.expression_text, value)) {
        Type *info = type_info(type);
        if (info == NULL) return 0;
        int is_plain = info->kind == INSTANCE && info->base == VALUE;
        done = is_plain ? write_named("<", ((PyHeapTypeObject *)type)->ht_name)
                        : type != &PySet_Type && is_opaque(value) && write_opaque(type->tp_name);
    }
    return done;
}

static void emit_brief(PyObject *value)
{
    static const char ellipsis[] = "\xe2\x80\xa6";
    Text *text = &record.expression_text;
    begun = text->length;
    int done = write_brief(value, 0);
    if (done && is_full()) {    /* all of it is ASCII */
        text->length = begun + WIRE_MOST_BRIEF - 1;
        add_text(ellipsis);
    }
    if (done) return;
    text->length = begun;
    PyObject *answer = ask(ASK_BRIEF, value, "");
    if (answer != NULL && PyBytes_Check(answer))
        emit_text(text, PyBytes_AS_STRING(answer), (size_t)PyBytes_GET_SIZE(answer));
    answer_done(answer);
}

static int64_t serial_of_frame(const Thread *thread, const Frame *frame)
{
    for (int n = thread->count - 1; n >= 0; n--)
        if (thread->snapshots[n].frame == frame) return thread->snapshots[n].serial;
    return 0;
}

static void emit_site(Thread *thread, Frame *frame, const Code *code, const Site *site)
{
    PyObject *value = place_of(frame, code->place_count + site->slot);
    if (value == NULL) return;
    Py_ssize_t count = count_of(value);
    Type *type = type_info(Py_TYPE(value));
    Index row = watch_now(value);
    if (type == NULL || row == 0) return;
    size_t start = record.expression_text.length;
    emit_brief(value);
    add(&emitted, row);
    add(&starts, (Index)record.expressions.count);
    EMIT(&record.expressions, WIRE_EXPRESSION, thread->number, serial_of_frame(thread, frame), code->file,
         site->line, site->column, site->end_line, site->end_column, site->kind, site->ordinal, 0,
         as_number(value), count, type->name, 0,
         (int64_t)(record.expression_text.length - start));
    if (row_count <= WIRE_MOST_COUNTED) table_emit_counts(&record.expressions, row);
}

int expressions_on_instruction(Thread *thread, Frame *frame, Code *code, int unit)
{
    const Sites *sites = code->sites;
    if (sites == NULL || unit < 0 || unit >= code->unit_count || !sites->watched[unit]) return 0;
    Running *running = running_in(thread, frame, code->code);
    if (running == NULL) return 1;
    int before = running->unit, after = before >= 0 ? sites->after[before] : 0;
    running->unit = unit;
    if (after) {
        const Site *site = &sites->all[after - 1];
        if ((site->when == AFTER) == (unit == site->behind)) emit_site(thread, frame, code, site);
    }
    if (sites->there[unit]) emit_site(thread, frame, code, &sites->all[sites->there[unit] - 1]);
    return 1;
}

/* An object that the step does not know is a temporary. */
void expressions_resolve(void)
{
    for (uint32_t n = 0; n < emitted.count && n < starts.count; n++) {
        Row *row = &rows[emitted.items[n]];
        int64_t *numbers = record.expressions.numbers + starts.items[n];
        /* Objects on free lists have ended without being freed. */
        if (!row->is_gone && count_of(row->object) == 0) {
            object_gone(emitted.items[n]);
            cycles_release(emitted.items[n]);
        }
        int is_known = row->serial != 0 && row->is_reported;
        if (!is_known && row->temporary == 0) row->temporary = ++last_temporary;
        numbers[AT_VALUE] = is_known ? row->serial : -row->temporary;
        numbers[AT_ENDED] = row->is_gone;
    }
    expressions_forget();
}

void expressions_forget(void)
{
    emitted.count = starts.count = 0;
}
