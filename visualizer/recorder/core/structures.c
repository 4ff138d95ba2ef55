/* Objects of types in C: their referents as the collector visits them, the names of some, and facts (facts.c).
   Exceptions, frames, tracebacks and functions are read by their fields.

   The words are the emitted values: first ``shape`` words that are no references, then the referents. The other
   recorder reads the same (objects/structures.py, objects/library_objects.py, frames/suspended.py). */

#include "engine.h"
#include "internal/pycore_range.h"

static PyObject **words;
static uint32_t count, room, shape;

void put_word(const void *word)
{
    if (HAS_ROOM(words, room, count + 1)) words[count++] = (PyObject *)word;
}

void begin_referents(void)
{
    shape = count;
}

/* ---- referents ---- */

/* Return whether the engine emits a referent as a part: the class, a module's namespace, the code of a frame. */
static int is_part(PyObject *referent, const PyObject *of)
{
    if (PyFrame_Check(of) ? PyCode_Check(referent) : referent == (PyObject *)Py_TYPE(of)) return 1;
    return PyDict_CheckExact(referent) && is_namespace(referent);
}

/* Return whether C code has made a list or tuple and not filled it: the parser of XML keeps such a list as its stack. */
static int is_unfilled(PyObject *referent)
{
    Py_ssize_t size = PyList_CheckExact(referent) || PyTuple_CheckExact(referent) ? Py_SIZE(referent) : 0;
    if (size == 0) return 0;
    PyObject **items = PyList_CheckExact(referent) ? ((PyListObject *)referent)->ob_item
                                                   : ((PyTupleObject *)referent)->ob_item;
    return items[size - 1] == NULL;
}

static int put_referent(PyObject *referent, void *of)
{
    if (!is_part(referent, of) && !is_unfilled(referent)) put_word(referent);
    return count - shape >= WIRE_MOST_ITEMS;
}

/* Like ``gc.get_referents``. */
static void visit_referents(PyObject *object, visitproc visit)
{
    traverseproc traverse = Py_TYPE(object)->tp_traverse;
    if (traverse != NULL && PyObject_IS_GC(object)) traverse(object, visit, object);
}

static void put_referents(PyObject *object)
{
    shape = count;
    visit_referents(object, put_referent);
}

/* ---- words ---- */

static void put_dict(PyObject *dict, int has_values)
{
    PyObject *key, *value;
    for (Py_ssize_t n = 0; dict != NULL && PyDict_Next(dict, &n, &key, &value);) put_word(has_values ? value : key);
}

/* Return an exception's member; NULL if it is None or among the arguments, which are shown; but a slot of the program
   is always returned. */
static const void *shown_member(const PyBaseExceptionObject *own, Slot slot)
{
    const PyObject *value = *(PyObject **)((char *)own + slot.offset), *args = own->args;
    if (slot.is_of_program) return value;
    int is_elsewhere = value == Py_None || value == args;
    for (Py_ssize_t n = 0; args != NULL && n < PyTuple_GET_SIZE(args); n++)
        is_elsewhere |= value == PyTuple_GET_ITEM(args, n);
    return is_elsewhere ? NULL : value;
}

/* The attributes' dict and its keys; then class, arguments, cause, context, traceback, members, and the attributes' values. */
static void put_exception(PyObject *object, const Type *type)
{
    const PyBaseExceptionObject *own = (PyBaseExceptionObject *)object;
    const void *links[] = {own->args, own->cause, own->context, own->traceback};
    put_word(own->dict);
    put_dict(own->dict, 0);
    shape = count;
    put_word(PyType_HasFeature(Py_TYPE(object), Py_TPFLAGS_HEAPTYPE) ? Py_TYPE(object) : NULL);
    for (size_t n = 0; n < sizeof links / sizeof *links; n++) put_word(links[n] == Py_None ? NULL : links[n]);
    for (int n = 0; n < type->slot_count; n++) put_word(shown_member(own, type->slots[n]));
    put_dict(own->dict, 1);
}

enum { FRAME_LINE, FRAME_VALUES, FRAME_FIRST };
enum { NO_LINE = -1, FOREIGN = -2 };

static int line_of_frame(PyFrameObject *frame, PyCodeObject *code)
{
    if (frame->f_lineno) return frame->f_lineno;
    int line = line_at(code_info(code), instruction_of(frame->f_frame));
    return line ? line : PyFrame_GetLineNumber(frame);
}

enum { BEFORE_CODE, AT_CODE, BEHIND_CODE };

static int note_place(PyObject *referent, void *place)
{
    int *own = place;
    if (*own == AT_CODE) *own = BEHIND_CODE;
    if (PyCode_Check(referent)) *own = AT_CODE;
    return *own == BEHIND_CODE;
}

/* Whether a function's frame holds its variables, which its traversal visits after its code. Before 3.13.2 a frame that
   outlived its generator has no mark for that (CPython's issue 125723). */
static int has_variables(PyObject *frame, const PyCodeObject *code)
{
    int place = BEFORE_CODE;
    if (!(code->co_flags & CO_OPTIMIZED) || !has_frame_ended(frame)) return 0;
    Py_TYPE(frame)->tp_traverse(frame, note_place, &place);
    return place == BEHIND_CODE;
}

/* The line and the number of variables; the place and value of each, the name and value of each extra name. Nothing is
   read from a frame of foreign code. */
static void put_frame(PyObject *object)
{
    PyFrameObject *own = (PyFrameObject *)object;
    Frame *frame = frame_of_object(object);
    PyCodeObject *code = code_of(frame);
    if (!is_code_traced(code)) {
        put_word((void *)(intptr_t)FOREIGN);
        shape = count;
        return;
    }
    put_word((void *)(intptr_t)line_of_frame(own, code));
    put_word(NULL);
    intptr_t values = 0;
    if (has_variables(object, code)) {
        for (int n = 0; n < code->co_nlocalsplus; n++) {
            PyObject *value = value_at(frame, code, n);
            if (value == NULL) continue;
            put_word((void *)(intptr_t)n);
            put_word(value);
            values++;
        }
        PyObject *extra = extra_names(frame), *name, *value;
        for (Py_ssize_t n = 0; extra != NULL && PyDict_Next(extra, &n, &name, &value);) {
            put_word(name);
            put_word(value);
        }
    }
    if (count > FRAME_VALUES) words[FRAME_VALUES] = (PyObject *)values;
    put_referents(object);
}

static void put_traceback(PyObject *object)
{
    const PyTracebackObject *own = (PyTracebackObject *)object;
    PyCodeObject *code = own->tb_frame ? code_of(frame_of_object((PyObject *)own->tb_frame)) : NULL;
    int line = own->tb_lineno;
    if (line < 0 && code != NULL) {
        const Code *known = code_info(code);
        line = known != NULL && known->lines != NULL ? line_at(known, own->tb_lasti / 2) : 0;
        if (line == 0) line = PyCode_Addr2Line(code, own->tb_lasti);
    }
    put_word((void *)(intptr_t)line);
    put_referents(object);
}

/* The next number, the end and the step; an exhausted iterator has no words. */
static void put_range_iterator(PyObject *object)
{
    const _PyRangeIterObject *own = (_PyRangeIterObject *)object;
    intptr_t start = own->start, step = own->step;
    if (own->len > 0) {
        put_word((void *)start);
        put_word((void *)(start + own->len * step));
        put_word((void *)step);
    }
    shape = count;
}

/* The members of the object that are references, and a file's position or a match's span. */
static void put_named(PyObject *object, const Type *type)
{
    for (int n = 0; n < type->slot_count; n++)
        if (type->slots[n].offset > 0) put_word(*(void **)((char *)object + type->slots[n].offset));
    if (type->walk == TEXT_FILE) put_word((void *)(intptr_t)position_of_text(object));
    if (type->walk == BUFFERED_FILE) put_word((void *)(intptr_t)position_of_buffered(object));
    if (type->walk == MATCH)
        for (int n = 0; n < 2; n++) put_word((void *)(intptr_t)((Match *)object)->span[n]);
    put_referents(object);
}

/* ---- functions: everything of the program's, name and line of all others ---- */

static int is_of_program(const PyFunctionObject *function)
{
    return is_code_traced((PyCodeObject *)function->func_code);
}

static uint32_t length_of(const PyObject *tuple)
{
    return tuple != NULL ? (uint32_t)PyTuple_GET_SIZE(tuple) : 0;
}

static void put_items(PyObject *tuple)
{
    for (uint32_t n = 0; n < length_of(tuple); n++) put_word(PyTuple_GET_ITEM(tuple, n));
}

/* The tuple of defaults, code, cells, defaults and attributes are the referents. */

static void put_function(PyObject *object)
{
    const PyFunctionObject *own = (PyFunctionObject *)object;
    const void *parts[] = {own->func_name, own->func_globals, own->func_builtins, own->func_qualname, own->func_doc,
                           own->func_module, own->func_annotations, own->func_typeparams, own->func_defaults,
                           own->func_kwdefaults, own->func_dict, own->func_closure,
#if PY_VERSION_HEX >= 0x030E0000
                           own->func_annotate,
#endif
                           own->func_code};
    for (size_t n = 0; n < sizeof parts / sizeof *parts; n++) put_word(parts[n]);
    put_dict(own->func_dict, 0);
    put_dict(own->func_kwdefaults, 0);
    shape = count;
    if (!is_of_program(own)) return;
    put_word(length_of(own->func_defaults) ? own->func_defaults : NULL);
    put_word(own->func_code);
    put_items(own->func_closure);
    put_items(own->func_defaults);
    put_dict(own->func_kwdefaults, 1);
    put_dict(own->func_dict, 1);
}

static PyObject *bound_to(PyObject *builtin)
{
    PyObject *own = PyCFunction_GET_SELF(builtin);
    return own == NULL || PyModule_CheckExact(own) ? NULL : own;
}

static void put_builtin(PyObject *object)
{
    shape = count;
    put_word(bound_to(object));
}

static void emit_defaults(const PyFunctionObject *own, Index index)
{
    PyObject *key, *value;
    uint32_t count = length_of(own->func_defaults);
    Py_ssize_t named = own->func_kwdefaults ? PyDict_GET_SIZE(own->func_kwdefaults) : 0;
    emit(&record.objects, count + named);
    for (uint32_t n = 0; n < count; n++) emit_word(PyTuple_GET_ITEM(own->func_defaults, n), index);
    for (Py_ssize_t n = 0; named && PyDict_Next(own->func_kwdefaults, &n, &key, &value);) emit_word(value, index);
}

static void emit_function(Index index)
{
    const PyFunctionObject *own = (PyFunctionObject *)rows[index].object;
    const PyCodeObject *code = (PyCodeObject *)own->func_code;
    PyObject *key, *value;
    EMIT(&record.objects, name_of(own->func_name), code->co_firstlineno);
    if (!is_of_program(own)) {
        EMIT(&record.objects, 0, 0, 0);
        return;
    }
    emit_word(own->func_code, index);
    uint32_t cells = length_of(own->func_closure);
    emit(&record.objects, cells);
    for (uint32_t n = 0; n < cells; n++) {
        int place = code->co_nlocalsplus - code->co_nfreevars + (int)n;
        emit(&record.objects, name_of(PyTuple_GET_ITEM(code->co_localsplusnames, place)));
        emit_word(PyTuple_GET_ITEM(own->func_closure, n), index);
    }
    emit_defaults(own, index);
    for (Py_ssize_t n = 0; own->func_dict != NULL && PyDict_Next(own->func_dict, &n, &key, &value);) {
        emit(&record.objects, name_of(key));
        emit_word(value, index);
    }
}

static void emit_builtin(Index index)
{
    PyObject *object = rows[index].object, *own = bound_to(object);
    EMIT(&record.objects, name_of_text(((PyCFunctionObject *)object)->m_ml->ml_name), 0, 0, 0, 0);
    if (own != NULL) EMIT(&record.objects, name_of_text("__self__"), track(own, index));
}

/* An empty field counts as None, which is the documentation of a function without one. */
static int is_field(const PyObject *referent, const PyObject *field)
{
    return referent == (field ? field : Py_None);
}

static int emit_part_of_function(PyObject *referent, void *of)
{
    const PyFunctionObject *own = of;
    int part = WIRE_PART_ATTRIBUTE;
    if (is_field(referent, own->func_closure)) part = WIRE_PART_CLOSURE;
    else if (is_field(referent, own->func_defaults)) part = WIRE_PART_DEFAULTS;
    else if (is_field(referent, own->func_kwdefaults)) part = WIRE_PART_KEYWORDS;
    else if (referent == own->func_globals || referent == own->func_builtins) part = WIRE_PART_GLOBALS;
    else if (PyDict_CheckExact(referent)) part = WIRE_PART_NAMESPACE;
    else if (referent == own->func_code) return 0;
    EMIT(&record.objects, part, as_number(referent), 0);
    return 0;
}

static void emit_parts_of_function(PyObject *function)
{
    Py_TYPE(function)->tp_traverse(function, emit_part_of_function, function);
}

/* ---- all of them ---- */

void view_of_structure(PyObject *object, const Type *type, View *view)
{
    count = shape = 0;
    switch (type->walk) {
    case EXCEPTION: put_exception(object, type); break;
    case FRAME: put_frame(object); break;
    case TRACEBACK: put_traceback(object); break;
    case RANGE_ITERATOR: put_range_iterator(object); break;
    case NUMPY_ARRAY: case PLAIN_ARRAY: case MEMORY_VIEW: put_array(object, type->walk); break;
    case FUNCTION: put_function(object); break;
    case BUILTIN: put_builtin(object); break;
    default: put_named(object, type);
    }
    *view = (View){.words = words, .count = count, .shape = shape};
}

/* ---- emission ---- */

static void emit_number_fact(const char *name, int64_t number)
{
    char text[32];
    snprintf(text, sizeof text, "%lld", (long long)number);
    EMIT(&record.objects, name_of_text(name), name_of_text(text));
}

static void emit_words_only(Index index, const View *view)
{
    for (uint32_t n = view->shape; n < view->count; n++) emit_word(view->words[n], index);
}

static void emit_referents(Index index, const View *view)
{
    emit(&record.objects, view->count - view->shape);
    emit_words_only(index, view);
}

/* Emit a place for a number that follows from what is emitted after it (``set_number``). */
static size_t emit_place(void)
{
    emit(&record.objects, 0);
    return record.objects.count - 1;
}

static void emit_exception(Index index, const View *view)
{
    const Type *type = rows[index].type;
    uint32_t values = view->shape - 1, first = view->count - values, members = first - (uint32_t)type->slot_count;
    for (uint32_t n = view->shape; n < members; n++) emit_word(view->words[n], index);
    for (uint32_t n = 0; n < values; n++) {
        emit(&record.objects, name_of(view->words[1 + n]));
        emit_word(view->words[first + n], index);
    }
    for (uint32_t n = members; n < first; n++) {
        if (view->words[n] == NULL) continue;
        emit(&record.objects, type->slots[n - members].name);
        emit_word(view->words[n], index);
    }
}

static void emit_line_fact(const char *name, int line)
{
    if (line == NO_LINE) EMIT(&record.objects, name_of_text(name), name_of_text("None"));
    else emit_number_fact(name, line);
}

static void emit_frame(Index index, const View *view)
{
    emit_referents(index, view);
    int line = (int)as_number(view->words[FRAME_LINE]);
    if (line == FOREIGN) {
        emit(&record.objects, 0);
        return;
    }
    PyCodeObject *code = code_of(frame_of_object(rows[index].object));
    uint32_t given = FRAME_FIRST + 2 * (uint32_t)as_number(view->words[FRAME_VALUES]);
    emit(&record.objects, (view->shape - FRAME_FIRST) / 2);
    for (uint32_t n = FRAME_FIRST; n < view->shape; n += 2) {
        int64_t place = as_number(view->words[n]);
        emit(&record.objects, name_of(n >= given ? view->words[n] : PyTuple_GET_ITEM(code->co_localsplusnames, place)));
        emit_word(view->words[n + 1], index);
    }
    EMIT(&record.objects, name_of_text("co_name"), name_of(code->co_name));
    EMIT(&record.objects, name_of_text("co_filename"), code_info(code)->file);
    emit_line_fact("f_lineno", line);
}

/* Emit the position of the instruction that an entry of a traceback is at (PEP 657), if its code has positions. */
static void emit_position_fact(const PyTracebackObject *entry)
{
    int line = 0, column = -1, end_line = 0, end_column = -1;
    PyCodeObject *code = entry->tb_frame ? code_of(frame_of_object((PyObject *)entry->tb_frame)) : NULL;
    if (code == NULL || !PyCode_Addr2Location(code, entry->tb_lasti, &line, &column, &end_line, &end_column)) return;
    if (column < 0 || end_column < 0) return;
    char text[64];
    snprintf(text, sizeof text, "%d %d %d %d", line, column, end_line, end_column);
    EMIT(&record.objects, name_of_text("position"), name_of_text(text));
}

static void emit_traceback(Index index, const View *view)
{
    emit_referents(index, view);
    emit(&record.objects, view->count - view->shape);
    for (uint32_t n = view->shape; n < view->count; n++) {
        emit(&record.objects, name_of_text(PyFrame_Check(view->words[n]) ? "tb_frame" : "tb_next"));
        emit_word(view->words[n], index);
    }
    emit_line_fact("tb_lineno", (int)as_number(view->words[0]));
    emit_position_fact((PyTracebackObject *)rows[index].object);
}

static void emit_range_iterator(const View *view)
{
    static const char *const names[] = {"next", "stop", "step"};
    EMIT(&record.objects, 0, 0);
    for (uint32_t n = 0; n < view->count; n++) emit_number_fact(names[n], as_number(view->words[n]));
}

/* Count a value among some words. */
static uint32_t times_in(PyObject *const *some, uint32_t length, const PyObject *value)
{
    uint32_t times = 0;
    for (uint32_t n = 0; n < length; n++) times += some[n] == value;
    return times;
}

/* Two members may be one field in C: there are never more names for an object than references to it. */
static int is_named(const View *view, uint32_t member)
{
    const PyObject *value = view->words[member];
    return value != NULL && times_in(view->words + view->shape, view->count - view->shape, value) >
                                times_in(view->words, member, value);
}

/* Return how many of the first referents are fields: they end at another object of the type. */
static uint32_t fields_at_first(const View *view, const Type *type)
{
    uint32_t held = view->count - view->shape, most = Py_MIN((uint32_t)type->slot_count, held), n = 0;
    while (n < most && !Py_IS_TYPE(view->words[view->shape + n], type->type)) n++;
    return n;
}

/* Types without members have names for their last referents, if all are there: the collector skips empty fields. */
static void emit_names(Index index, const View *view)
{
    const Type *type = rows[index].type;
    uint32_t slots = (uint32_t)type->slot_count, held = view->count - view->shape, named = 0, from = view->shape;
    int is_in_order = slots && type->slots[0].offset <= 0;
    if (is_in_order && type->slots[0].offset == IN_ORDER_AT_FIRST) slots = fields_at_first(view, type);
    else if (is_in_order) {
        if (!(slots <= held && held < WIRE_MOST_ITEMS)) slots = 0;
        from = view->count - slots;
    }
    size_t place = emit_place();
    for (uint32_t n = 0; n < slots; n++) {
        const Slot slot = rows[index].type->slots[n];
        if (is_in_order ? slot.name < 0 : !is_named(view, n)) continue;
        emit(&record.objects, slot.name);
        emit_word(view->words[is_in_order ? from + n : n], index);
        named++;
    }
    set_number(place, named);
}

static void emit_match_facts(const Match *match)
{
    char span[64];
    Py_ssize_t start = match->span[0], end = match->span[1];
    snprintf(span, sizeof span, "(%lld, %lld)", (long long)start, (long long)end);
    if (PyUnicode_CheckExact(match->text) || PyBytes_CheckExact(match->text)) {
        isolation_enter();
        int64_t shown = name_of_repr(PySequence_GetSlice(match->text, start, Py_MIN(end, start + WIRE_MOST_ITEMS)));
        EMIT(&record.objects, name_of_text("match"), shown);
        isolation_leave();
    }
    EMIT(&record.objects, name_of_text("span"), name_of_text(span));
}

static void emit_named(Index index, const View *view)
{
    int walk = rows[index].type->walk;
    emit_referents(index, view);
    emit_names(index, view);
    int64_t position = walk == TEXT_FILE || walk == BUFFERED_FILE ? as_number(view->words[view->shape - 1]) : -1;
    if (position >= 0) emit_number_fact("position", position);
    if (walk == MATCH) emit_match_facts((Match *)rows[index].object);
}

void emit_structure(Index index, const View *view)
{
    static const uint8_t wire_kinds[] = {
        [EXCEPTION] = WIRE_EXCEPTION_BODY, [OTHER] = WIRE_OTHER, [LINK] = WIRE_OTHER, [NUMPY_ARRAY] = WIRE_ARRAY,
        [PLAIN_ARRAY] = WIRE_ARRAY, [MEMORY_VIEW] = WIRE_ARRAY, [FUNCTION] = WIRE_FUNCTION, [BUILTIN] = WIRE_FUNCTION,
        [CALL_CACHE] = WIRE_STRUCTURE};
    int walk = rows[index].type->walk, kind = wire_kinds[walk];
    emit(&record.objects, kind ? kind : WIRE_STRUCTURE);
    size_t place = emit_place();
    switch (walk) {
    case OTHER: case LINK: emit_words_only(index, view); break;
    case NUMPY_ARRAY: case PLAIN_ARRAY: case MEMORY_VIEW: emit_array(index); break;
    case FUNCTION: emit_function(index); break;
    case BUILTIN: emit_builtin(index); break;
    case EXCEPTION: emit_exception(index, view); break;
    case FRAME: emit_frame(index, view); break;
    case TRACEBACK: emit_traceback(index, view); break;
    case RANGE_ITERATOR: emit_range_iterator(view); break;
    default: emit_named(index, view);
    }
    set_number(place, (int64_t)(record.objects.count - place - 1));
}

/* ---- parts ---- */

static int emit_if_part(PyObject *referent, void *of)
{
    if (referent != (PyObject *)Py_TYPE(of) && is_part(referent, of)) {
        int part = PyCode_Check(referent) ? WIRE_PART_CODE : WIRE_PART_GLOBALS;
        EMIT(&record.objects, part, as_number(referent), 0);
    }
    return 0;
}

void emit_parts_of_structure(const Row *row)
{
    PyTypeObject *type = Py_TYPE(row->object);
    switch (row->type->walk) {
    case NUMPY_ARRAY: case PLAIN_ARRAY: case MEMORY_VIEW: case BUILTIN: case BYTES:
        return;
    case FUNCTION:
        emit_parts_of_function(row->object);
        return;
    case EXCEPTION: {
        const PyObject *dict = ((PyBaseExceptionObject *)row->object)->dict;
        if (dict != NULL) EMIT(&record.objects, WIRE_PART_NAMESPACE, as_number(dict), 0);
        return;
    }
    default:
        /* The contents of the links of an ``lru_cache`` are emitted with the cache. */
        if (PyType_HasFeature(type, Py_TPFLAGS_HEAPTYPE) && row->type->walk != LINK)
            EMIT(&record.objects, WIRE_PART_CLASS, as_number(type), 0);
        visit_referents(row->object, emit_if_part);
    }
}
