#include "scan.h"
#include "births.h"
#include "values.h"

#define HELD 3                  /* visualizer/recorder/returns.py */
#define SETTLED 255             /* visualizer/recorder/objects.py */
#define MANY (1 << 16)          /* visualizer/recorder/telling.py */
#define MOST_NUMBERS (1 << 14)

/* visualizer/recorder/wire.py: operations, and kinds of content */
enum { OBJECT = 10, COUNT = 13, SIZE = 14, SCALAR = 1, SEQUENCE = 2, INSTANCE = 4 };

/* The rows beside those of the tables, by the same numbers; and where an address has one. The
   latter is a guess, good where the tables have that address in that row. */
static Row *rows;
static Py_ssize_t rows_room;
static struct { uintptr_t address; Py_ssize_t slot; } *guesses;
static size_t guesses_room, guesses_count;

/* What was seen in the scans of this step: the slot of each thing. */
static Py_ssize_t *seen, *sizes;
static Py_ssize_t seen_count, seen_room;

/* The tables, as they are until Python code runs. */
static struct {
    Tables lists;
    PyObject *reader_plans, *layouts, *texts;
    PyObject *ages;
    uint64_t *addresses, *serials;
    unsigned char *marks;
    Py_ssize_t size;
    int64_t moment, step;       /* of the tables, which begins anew now and then; of the reader */
    uintptr_t epoch;
    /* of ``Objects`` and ``Tracker``, and whether they were changed here */
    int64_t highest, live, unused, next, birth;
    uintptr_t under_init;
    int has_entered, are_values_in_flight;
    PyObject *tracker, *objects;
} tables;

/* ---- rows ---- */

static int make_room(void)
{
    if (rows_room < tables.size) {
        Row *more = realloc(rows, (size_t)tables.size * sizeof *rows);
        if (more == NULL) return 0;
        memset(more + rows_room, 0, (size_t)(tables.size - rows_room) * sizeof *rows);
        rows = more;
        rows_room = tables.size;
    }
    if (guesses_room < 4 * (size_t)rows_room || guesses_count > guesses_room / 2) {
        size_t room = 1024;
        while (room < 4 * (size_t)rows_room) room *= 2;
        void *fresh = calloc(room, sizeof *guesses);
        if (fresh == NULL) return 0;
        free(guesses);
        guesses = fresh;
        guesses_room = room;
        guesses_count = 0;
    }
    return 1;
}

static size_t guess_at(uintptr_t address)
{
    size_t place = (size_t)((address >> 4) * 0x9E3779B97F4A7C15u >> 20) & (guesses_room - 1);
    while (guesses[place].address && guesses[place].address != address)
        place = (place + 1) & (guesses_room - 1);
    return place;
}

static void guess(uintptr_t address, Py_ssize_t slot)
{
    size_t place = guess_at(address);
    if (!guesses[place].address) guesses_count++;
    guesses[place].address = address;
    guesses[place].slot = slot;
}

/* The row of an address in the tables, 0 where it has none, -1 with an exception. */
static Py_ssize_t find(uintptr_t address)
{
    size_t place = guess_at(address);
    Py_ssize_t slot = guesses[place].address ? guesses[place].slot : 0;
    if (slot && slot < tables.size && tables.addresses[slot] == address) return slot;
    slot = slot_of(&tables.lists, address);
    if (slot > 0) guess(address, slot);
    return slot;
}

/* ---- tables ---- */

static int64_t take_number(PyObject *owner, const char *name)
{
    PyObject *found = attribute(owner, name);
    int64_t value = found ? PyLong_AsLongLong(found) : -1;
    Py_XDECREF(found);
    return value;
}

static int read_tables(PyObject *objects, PyObject *reader)
{
    tables_end(&tables.lists);
    if (!tables_begin(&tables.lists, objects)) goto fail;
    PyObject *addresses = attribute(objects, "addresses"), *moment = attribute(objects, "moment");
    tables.ages = attribute(objects, "ages");
    Py_XDECREF(tables.ages);  /* the tables have it */
    int is_good = addresses && moment && tables.ages && PyMemoryView_Check(addresses);
    if (is_good) {
        tables.serials = (uint64_t *)tables.lists.serials;
        tables.addresses = PyMemoryView_GET_BUFFER(addresses)->buf;
        tables.moment = PyLong_AsLongLong(moment);
        tables.size = PyList_GET_SIZE(tables.lists.contents);
    }
    Py_XDECREF(addresses);
    Py_XDECREF(moment);
    tables.marks = (unsigned char *)tables.lists.marks;
    if (!is_good || !make_room()) goto fail;
    if (reader == NULL) return 1;
    PyObject *traced = attribute(reader, "traced_modules");
    tables.epoch = traced ? (uintptr_t)PySet_Size(traced) : 0;
    Py_XDECREF(traced);
    tables.step = take_number(reader, "moment");
    tables.reader_plans = attribute(reader, "plans");
    Py_XDECREF(tables.reader_plans);  /* the reader has it */
    tables.layouts = attribute(reader, "layout_names");
    Py_XDECREF(tables.layouts);
    tables.texts = attribute(reader, "texts");
    Py_XDECREF(tables.texts);
    if (tables.reader_plans != NULL && PyDict_CheckExact(tables.reader_plans) &&
        tables.layouts != NULL && PyList_CheckExact(tables.layouts) &&
        tables.texts != NULL && PyList_CheckExact(tables.texts))
        return 1;
fail:
    if (!PyErr_Occurred()) PyErr_SetString(PyExc_RuntimeError, "tables that are none");
    return 0;
}

static int put_number(PyObject *owner, const char *name, int64_t value)
{
    PyObject *key = PyUnicode_InternFromString(name), *found = PyLong_FromLongLong(value);
    int result = key && found ? PyObject_SetAttr(owner, key, found) : -1;
    Py_XDECREF(key);
    Py_XDECREF(found);
    return result;
}

/* What is counted of the tables is taken here while objects are entered, and put back before any
   Python code may look. */
static int take_numbers(PyObject *tracker, PyObject *objects)
{
    tables.highest = take_number(objects, "highest");
    tables.live = take_number(objects, "live");
    tables.unused = take_number(objects, "_free");
    tables.next = take_number(objects, "_size");
    tables.birth = take_number(tracker, "birth");
    tables.under_init = (uintptr_t)take_number(tracker, "under_init");
    PyObject *returns = attribute(tracker, "returns");
    PyObject *flying = returns ? attribute(returns, "in_flight") : NULL;
    tables.are_values_in_flight = flying == NULL || PyObject_IsTrue(flying);
    Py_XDECREF(flying);
    Py_XDECREF(returns);
    tables.has_entered = 0;
    tables.tracker = tracker;
    tables.objects = objects;
    return PyErr_Occurred() ? 0 : 1;
}

static int put_numbers(void)
{
    if (!tables.has_entered) return 1;
    tables.has_entered = 0;
    return put_number(tables.objects, "highest", tables.highest) == 0 &&
           put_number(tables.objects, "live", tables.live) == 0 &&
           put_number(tables.objects, "_free", tables.unused) == 0 &&
           put_number(tables.objects, "_size", tables.next) == 0;
}

/* ---- the scan ---- */

static int note_seen(Py_ssize_t slot)
{
    if (seen_count == seen_room) {
        Py_ssize_t room = seen_room ? 2 * seen_room : 1024;
        Py_ssize_t *more = realloc(seen, (size_t)room * sizeof *more);
        if (more == NULL) return -1;
        seen = more;
        seen_room = room;
    }
    seen[seen_count++] = slot;
    return 0;
}

static int is_as_noted(Py_ssize_t slot, PyObject *thing)
{
    const Row *row = &rows[slot];
    if (row->what == NOTHING_KNOWN || row->serial != tables.lists.serials[slot] ||
        row->content != PyList_GET_ITEM(tables.lists.contents, slot))
        return 0;
    uint32_t shape = 0;
    if (row->what == ATTRIBUTES) {
        const Kind *kind = kind_of(row->type, tables.reader_plans, tables.step);
        shape = kind ? shape_of(kind, tables.step) : 0;
        if (shape == 0) return 0;
    }
    return row_is_true(row, thing, shape, tables.epoch);
}

/* What an unchanged object refers to is still referred to. */
static int follow(const Row *row, PyObject *work)
{
    for (uint32_t n = 0; n < row->children_count; n++)
        if (PyList_Append(work, (PyObject *)row->children[n]) < 0) return -1;
    return 0;
}

/* Have an object looked at in Python, and note what it holds; its slot, -1 with an exception. */
static Py_ssize_t look(PyObject *const *a, PyObject *thing, Py_ssize_t slot)
{
    PyObject *tracker = a[0], *objects = a[1];
    if (!put_numbers()) return -1;
    PyObject *name = PyUnicode_InternFromString("look");
    PyObject *number = PyLong_FromSsize_t(slot);
    PyObject *arguments[] = {tracker, thing, number, a[3], a[5], a[6]};
    PyObject *content = NULL;
    if (name != NULL && number != NULL)
        content = PyObject_VectorcallMethod(name, arguments, 6, NULL);
    Py_XDECREF(name);
    Py_XDECREF(number);
    if (content == NULL) return -1;
    if (!read_tables(objects, a[2]) || !take_numbers(tracker, objects)) {
        Py_DECREF(content);
        return -1;
    }
    slot = slot_of(&tables.lists, (uintptr_t)thing);
    if (slot > 0) {
        guess((uintptr_t)thing, slot);
        Kind *kind = NULL;
        if (is_plain_instance(Py_TYPE(thing)))
            kind = kind_of(Py_TYPE(thing), tables.reader_plans, tables.step);
        if (kind != NULL) note_shape(kind, tables.step);
        row_fill(&rows[slot], thing, content, tables.lists.serials[slot], kind ? kind->shape : 0,
                 tables.epoch);
        if (kind != NULL) note_layout(kind, &rows[slot], tables.layouts, tables.texts);
    }
    Py_DECREF(content);
    return slot;
}

/* ---- what is new, or has changed ---- */

/* A row of the tables for a new object, as ``Objects.add``; 0 where there is none without growing. */
static Py_ssize_t add(PyObject *thing, PyObject *content, const Kind *kind)
{
    Py_ssize_t slot = (Py_ssize_t)tables.unused;
    if (!slot && (slot = (Py_ssize_t)tables.next) == tables.size) return 0;
    PyObject *address = PyLong_FromVoidPtr(thing), *number = PyLong_FromSsize_t(slot);
    PyObject *age = PyLong_FromLongLong(kind->is_collectable ? tables.birth : -1);
    int is_added = address && number && age &&
                   PyObject_SetItem(tables.lists.slots, address, number) == 0;
    Py_XDECREF(address);
    Py_XDECREF(number);
    if (!is_added || PyList_SetItem(tables.ages, slot, age) < 0) return -1;
    if (tables.unused) tables.unused = (int64_t)tables.addresses[slot];
    else tables.next++;
    tables.live++;
    tables.addresses[slot] = (uintptr_t)thing;
    tables.serials[slot] = (uint64_t)++tables.highest;
    PyList_SetItem(tables.lists.types, slot, Py_NewRef(kind->type_id));
    PyList_SetItem(tables.lists.contents, slot, Py_NewRef(content));
    PyList_SetItem(tables.lists.counts, slot, PyLong_FromLong(0));
    tables.marks[slot] = (unsigned char)tables.moment;
    tables.has_entered = 1;
    guess((uintptr_t)thing, slot);
    return slot;
}

static int tell_changed(PyObject *changed, Py_ssize_t slot, const Kind *kind, PyObject *content)
{
    PyObject *change = Py_BuildValue("(nOOO)", slot, kind->plan, content, Py_None);
    int result = change ? PyList_Append(changed, change) : -1;
    Py_XDECREF(change);
    return result;
}

/* Whether it is surely the object that was known at its address, and has changed. */
static int has_changed(Py_ssize_t slot, PyObject *thing, const Kind *kind)
{
    return kind->is_told && !kind->is_immutable && !tables.are_values_in_flight &&
           tables.under_init != (uintptr_t)thing &&
           PyLong_AsVoidPtr(PyList_GET_ITEM(tables.lists.types, slot)) == Py_TYPE(thing);
}

/* Enter or compare an object here; its slot, 0 where Python has to look at it, -1 with an
   exception. */
static Py_ssize_t enter(PyObject *const *a, PyObject *thing, Py_ssize_t slot)
{
    Kind *kind = kind_of(Py_TYPE(thing), tables.reader_plans, tables.step);
    if (kind == NULL || Py_REFCNT(thing) > HIGHEST_COUNT) return 0;
    if (slot && !has_changed(slot, thing, kind)) return 0;
    PyObject *content = read_content(thing, kind, tables.step);
    if (content == NULL) return 0;
    if (!slot) {
        slot = add(thing, content, kind);
    } else {
        int is_same = PyObject_RichCompareBool(PyList_GET_ITEM(tables.lists.contents, slot),
                                               content, Py_EQ);
        if (is_same < 0 || (!is_same && tell_changed(a[5], slot, kind, content) < 0)) slot = -1;
        else if (is_same) Py_SETREF(content, Py_NewRef(PyList_GET_ITEM(tables.lists.contents, slot)));
    }
    if (slot > 0) {
        tables.marks[slot] = (unsigned char)tables.moment;
        row_fill(&rows[slot], thing, content, tables.serials[slot], kind->shape, tables.epoch);
        if (follow(&rows[slot], a[3]) < 0) slot = -1;
    }
    Py_DECREF(content);
    return slot;
}

PyObject *scan(PyObject *self, PyObject *const *a, Py_ssize_t count)
{
    if (count != 7) return PyErr_Format(PyExc_TypeError, "seven arguments");
    PyObject *work = a[3], *things = a[4];
    if (!read_tables(a[1], a[2])) return NULL;
    if (!take_numbers(a[0], a[1])) goto fail;
    if (PyList_GET_SIZE(things) == 0) seen_count = 0;
    for (Py_ssize_t n = 0; n < PyList_GET_SIZE(work); n++) {
        PyObject *thing = PyList_GET_ITEM(work, n);
        Py_ssize_t slot = find((uintptr_t)thing);
        if (slot < 0) goto fail;
        if (slot && tables.marks[slot] >= tables.moment) continue;
        if (PyList_Append(things, thing) < 0) goto fail;
        if (slot && is_as_noted(slot, thing)) {
            tables.marks[slot] = (unsigned char)tables.moment;
            if (follow(&rows[slot], work) < 0) goto fail;
        } else {
            Py_ssize_t known = slot;
            slot = enter(a, thing, known);
            if (slot == 0) slot = look(a, thing, known);
        }
        if (slot < 0 || note_seen(slot) < 0) goto fail;
    }
    if (!put_numbers()) goto fail;
    tables_end(&tables.lists);
    Py_RETURN_NONE;
fail:
    if (!PyErr_Occurred()) PyErr_NoMemory();
    PyObject *error = PyErr_GetRaisedException();
    (void)put_numbers();  /* serials go on from here also after an error */
    PyErr_SetRaisedException(error);
    tables_end(&tables.lists);
    return NULL;
}

/* ---- counts and sizes ---- */

static int64_t small(PyObject *number)
{
    PyLongObject *own = (PyLongObject *)number;
    if (_PyLong_IsCompact(own)) return _PyLong_CompactValue(own);
    return PyLong_AsLongLong(number);
}

/* The size of a thing, or that of the tables where it cannot have changed. -1 with an exception. */
static Py_ssize_t size_of(Py_ssize_t slot, PyObject *thing)
{
    const Row *row = &rows[slot];
    Py_ssize_t size = -1;
    if (row->what != NOTHING_KNOWN && row->serial == tables.lists.serials[slot]) {
        Py_ssize_t then = (Py_ssize_t)small(PyList_GET_ITEM(tables.lists.sizes, slot));
        if (row->has_fixed_size && then) return then;
        size = size_now(row, thing);
    }
    return size >= 0 ? size : (Py_ssize_t)_PySys_GetSizeOf(thing);
}

/* All sizes, as ``Telling._sizes`` has them: where a type in C cannot tell one, none of few, else
   that one, is 0. */
static int take_sizes(PyObject *things)
{
    Py_ssize_t *more = realloc(sizes, (size_t)(seen_room + 1) * sizeof *sizes);
    if (more == NULL) return PyErr_NoMemory(), 0;
    sizes = more;
    for (Py_ssize_t n = 0; n < seen_count; n++) {
        sizes[n] = size_of(seen[n], PyList_GET_ITEM(things, n));
        if (sizes[n] >= 0) continue;
        if (!PyErr_ExceptionMatches(PyExc_TypeError) && !PyErr_ExceptionMatches(PyExc_ValueError) &&
            !PyErr_ExceptionMatches(PyExc_OverflowError))
            return 0;
        PyErr_Clear();
        sizes[n] = 0;
        if (seen_count > MANY) continue;
        memset(sizes, 0, (size_t)seen_count * sizeof *sizes);
        break;
    }
    return 1;
}

/* The operations of this step that have come together, before they go to Python's lists. */
static struct {
    int64_t *numbers;
    Py_ssize_t count, room;
    int64_t bytes;              /* by which the sum of all sizes has grown */
    PyObject *texts, *layouts;
} told;

static int say(const int64_t *numbers, Py_ssize_t count)
{
    if (told.count + count > told.room) {
        Py_ssize_t room = 2 * (told.count + count);
        int64_t *more = realloc(told.numbers, (size_t)room * sizeof *more);
        if (more == NULL) return -1;
        told.numbers = more;
        told.room = room;
    }
    memcpy(told.numbers + told.count, numbers, (size_t)count * sizeof *numbers);
    told.count += count;
    return 0;
}

static int hand_over(PyObject *numbers, PyObject *objects)
{
    for (Py_ssize_t n = 0; n < told.count; n++) {
        PyObject *one = PyLong_FromLongLong(told.numbers[n]);
        int result = one ? PyList_Append(numbers, one) : -1;
        Py_XDECREF(one);
        if (result < 0) return -1;
    }
    told.count = 0;
    int64_t grown = told.bytes;
    told.bytes = 0;
    return grown ? put_number(objects, "bytes", take_number(objects, "bytes") + grown) : 0;
}

static int take_over(Py_ssize_t slot, int64_t now, Py_ssize_t size)
{
    told.bytes += size - small(PyList_GET_ITEM(tables.lists.sizes, slot));
    PyObject *count = PyLong_FromLongLong(now), *new_size = PyLong_FromSsize_t(size);
    if (count == NULL || new_size == NULL) return -1;
    PyList_SetItem(tables.lists.counts, slot, count);
    PyList_SetItem(tables.lists.sizes, slot, new_size);
    return 0;
}

static int64_t true_count(int64_t now)
{
    return now > HIGHEST_COUNT ? -1 : now - HELD;
}

static int say_serials(const uintptr_t *addresses, uint32_t count)
{
    for (uint32_t n = 0; n < count; n++) {
        Py_ssize_t slot = find(addresses[n]);
        if (slot <= 0) return -1;
        int64_t serial = (int64_t)tables.serials[slot];
        if (say(&serial, 1) < 0) return -1;
    }
    return 0;
}

/* The content of an instance: its class, and names with what they refer to. */
static int say_attributes(const Row *row)
{
    int64_t layout = *(const int64_t *)PyBytes_AS_STRING(row->content);
    if (!PyList_CheckExact(told.layouts) || layout >= PyList_GET_SIZE(told.layouts)) return -1;
    PyObject *names = PyList_GET_ITEM(told.layouts, layout);
    uint32_t count = row->children_count - 1;
    if (!PyTuple_CheckExact(names) || PyTuple_GET_SIZE(names) != count) return -1;
    int64_t head[] = {INSTANCE, 2 + 2 * (int64_t)count};
    if (say(head, 2) < 0 || say_serials(row->children, 1) < 0) return -1;
    int64_t length = count;
    if (say(&length, 1) < 0) return -1;
    for (uint32_t n = 0; n < count; n++) {
        int64_t name = PyLong_AsLongLong(PyTuple_GET_ITEM(names, n));
        if (say(&name, 1) < 0 || say_serials(row->children + 1 + n, 1) < 0) return -1;
    }
    return 0;
}

static int say_scalar(PyObject *thing)
{
    static char text[LONGEST_TEXT + 32];
    Value value;
    if (!read_value(thing, &value)) return -1;
    Py_ssize_t length = write_value(thing, &value, text);
    if (length < 0) return -1;
    int64_t operands[] = {SCALAR, 2, -1, length};
    PyObject *written = PyBytes_FromStringAndSize(text, length);
    int result = written && say(operands, 4) == 0 ? PyList_Append(told.texts, written) : -1;
    Py_XDECREF(written);
    return result;
}

/* All there is to say of a new object; -1, and nothing is said, where Python is to say it. */
static int say_new(PyObject *thing, Py_ssize_t slot, int64_t now, Py_ssize_t size)
{
    const Row *row = &rows[slot];
    Kind *kind = kind_of(Py_TYPE(thing), tables.reader_plans, tables.step);
    if (kind == NULL || !kind->is_told || row->serial != tables.serials[slot]) return -1;
    Py_ssize_t before = told.count;
    int64_t head[] = {OBJECT, (int64_t)row->serial, (int64_t)(uintptr_t)thing, true_count(now), size,
                      kind->name};
    int is_array = row->what == ARRAY_OF_ITEMS;
    int64_t items[] = {SEQUENCE, 1 + (int64_t)row->children_count, is_array ? Py_SIZE(thing) : 0};
    int result = say(head, 6);
    if (result == 0 && row->what == ATTRIBUTES) result = say_attributes(row);
    else if (result == 0 && is_array)
        result = say(items, 3) < 0 ? -1 : say_serials(row->children, row->children_count);
    else if (result == 0 && (row->what == WHOLE_NUMBER || row->what == FLOATING ||
                             (row->what == HASHED && PyUnicode_CheckExact(thing))))
        result = say_scalar(thing);
    else result = -1;
    if (result < 0) told.count = before;
    PyErr_Clear();
    return result < 0 ? -1 : take_over(slot, now, size);
}

static int say_different(Py_ssize_t slot, int64_t now, Py_ssize_t size)
{
    int64_t serial = (int64_t)tables.serials[slot];
    int64_t count[] = {COUNT, serial, true_count(now)}, bytes[] = {SIZE, serial, size};
    if (now != small(PyList_GET_ITEM(tables.lists.counts, slot)) && say(count, 3) < 0) return -1;
    if (size != small(PyList_GET_ITEM(tables.lists.sizes, slot)) && say(bytes, 3) < 0) return -1;
    return take_over(slot, now, size);
}

/* Have Python tell of one new object, and know its kind from now on. */
static int tell_in_python(PyObject *const *a, PyObject *thing, Py_ssize_t slot, int64_t now,
                          Py_ssize_t size)
{
    if (hand_over(a[3], a[0]) < 0) return -1;
    PyObject *found = PyObject_CallMethod(a[2], "tell_one", "OnLnOO", thing, slot, (long long)now,
                                          size, a[3], a[4]);
    Py_XDECREF(found);
    if (found == NULL || !read_tables(a[0], NULL)) return -1;
    Kind *kind = kind_of(Py_TYPE(thing), tables.reader_plans, tables.step);
    if (kind != NULL) kind->is_told = 1;
    return 0;
}

static int tell(PyObject *const *a, PyObject *thing, Py_ssize_t slot, Py_ssize_t size)
{
    int64_t now = (int64_t)Py_REFCNT(thing);
    if (now <= HIGHEST_COUNT) now += HELD - 1;  /* ``things`` holds it */
    int64_t then = small(PyList_GET_ITEM(tables.lists.counts, slot));
    if (now == then && size == small(PyList_GET_ITEM(tables.lists.sizes, slot))) return 0;
    if (then) return say_different(slot, now, size);
    if (say_new(thing, slot, now, size) < 0 && tell_in_python(a, thing, slot, now, size) < 0)
        return -1;
    if (told.count + PyList_GET_SIZE(a[3]) <= MOST_NUMBERS) return 0;
    if (hand_over(a[3], a[0]) < 0) return -1;
    PyObject *send = attribute(a[2], "send_part");
    PyObject *found = send ? PyObject_CallFunctionObjArgs(send, a[3], a[4], NULL) : NULL;
    Py_XDECREF(send);
    Py_XDECREF(found);
    return found && read_tables(a[0], NULL) ? 0 : -1;
}

PyObject *tell_counts(PyObject *self, PyObject *const *a, Py_ssize_t count)
{
    if (count != 6) return PyErr_Format(PyExc_TypeError, "six arguments");
    PyObject *things = a[1];
    told.count = told.bytes = 0;
    told.texts = a[4];
    told.layouts = a[5];
    if (!read_tables(a[0], NULL)) return NULL;
    if (PyList_GET_SIZE(things) != seen_count) {
        PyErr_SetString(PyExc_RuntimeError, "others were seen");
        goto fail;
    }
    if (!take_sizes(things)) goto fail;
    for (Py_ssize_t n = 0; n < seen_count; n++)
        if (tell(a, PyList_GET_ITEM(things, n), seen[n], sizes[n]) < 0) goto fail;
    if (hand_over(a[3], a[0]) < 0) goto fail;
    tables_end(&tables.lists);
    Py_RETURN_NONE;
fail:
    tables_end(&tables.lists);
    return PyErr_Occurred() ? NULL : PyErr_NoMemory();
}

/* ---- what only a cycle keeps alive ---- */

/* Of each row how often those within refer to it; -1: it is not within, or is held from outside. */
static int32_t *within;

static const Row *row_at(Py_ssize_t slot)
{
    const Row *row = &rows[slot];
    int is_good = row->what != NOTHING_KNOWN && row->serial == tables.serials[slot] &&
                  row->content == PyList_GET_ITEM(tables.lists.contents, slot);
    return is_good ? row : NULL;
}

/* Take out what is held from outside, with all that it reaches. ``slots`` has room for that. */
static void take_out_held(Py_ssize_t *slots, Py_ssize_t count)
{
    Py_ssize_t held = 0;
    for (Py_ssize_t n = 0; n < count; n++) {
        Py_ssize_t slot = slots[n];
        int64_t references = small(PyList_GET_ITEM(tables.lists.counts, slot));
        if (tables.marks[slot] == SETTLED || references > HIGHEST_COUNT ||
            references - HELD > within[slot])
            slots[held++] = slot;
    }
    for (Py_ssize_t n = 0; n < held; n++) within[slots[n]] = -1;
    for (Py_ssize_t n = 0; n < held; n++) {
        const Row *row = &rows[slots[n]];
        for (uint32_t m = 0; m < row->children_count; m++) {
            Py_ssize_t child = row->children[m] ? find(row->children[m]) : 0;
            if (child > 0 && within[child] >= 0) {
                within[child] = -1;
                slots[held++] = child;
            }
        }
    }
}

/* The slots of all, and how often they refer to each other; 0 where one has no row. */
static int count_within(PyObject *addresses, Py_ssize_t *slots)
{
    Py_ssize_t count = PyList_GET_SIZE(addresses);
    for (Py_ssize_t n = 0; n < count; n++) {
        uintptr_t address = (uintptr_t)PyLong_AsVoidPtr(PyList_GET_ITEM(addresses, n));
        slots[n] = address ? find(address) : 0;
        if (slots[n] <= 0 || row_at(slots[n]) == NULL) return 0;
        within[slots[n]] = 0;
    }
    for (Py_ssize_t n = 0; n < count; n++) {
        const Row *row = &rows[slots[n]];
        for (uint32_t m = 0; m < row->children_count; m++) {
            Py_ssize_t child = row->children[m] ? find(row->children[m]) : 0;
            if (child > 0 && within[child] >= 0) within[child]++;
        }
    }
    return 1;
}

PyObject *held_by_nothing(PyObject *self, PyObject *const *a, Py_ssize_t count)
{
    if (count != 2 || !PyList_CheckExact(a[1]))
        return PyErr_Format(PyExc_TypeError, "tables and a list of addresses");
    if (!read_tables(a[0], NULL)) return NULL;
    Py_ssize_t length = PyList_GET_SIZE(a[1]);
    Py_ssize_t *slots = malloc((size_t)(length + 1) * sizeof *slots);
    PyObject *found = NULL;
    within = malloc((size_t)rows_room * sizeof *within);
    if (slots != NULL && within != NULL) {
        memset(within, -1, (size_t)rows_room * sizeof *within);
        if (count_within(a[1], slots)) {
            take_out_held(slots, length);
            found = PySet_New(NULL);
        }
        for (Py_ssize_t n = 0; found != NULL && n < length; n++) {
            PyObject *address = PyList_GET_ITEM(a[1], n);
            if (within[find((uintptr_t)PyLong_AsVoidPtr(address))] >= 0 &&
                PySet_Add(found, address) < 0)
                Py_CLEAR(found);
        }
    }
    free(slots);
    free(within);
    tables_end(&tables.lists);
    if (found == NULL && !PyErr_Occurred()) Py_RETURN_NONE;
    return found;
}
