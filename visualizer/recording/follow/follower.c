#include "state.h"

#include <stddef.h>

static Slotted RawFrame;

/* ---- objects for Python ---- */

static PyObject *bytes_of(const Numbers *numbers)
{
    return PyBytes_FromStringAndSize((const char *)numbers->at, 8 * numbers->count);
}

/* Append an item and take over its reference; -1 if it is NULL. */
static int append(PyObject *list, PyObject *item)
{
    int done = item == NULL ? -1 : PyList_Append(list, item);
    Py_XDECREF(item);
    return done;
}

static int set_item(PyObject *dict, int64_t key, PyObject *value)
{
    PyObject *number = shared_number(key);
    int done = number == NULL || value == NULL ? -1 : PyDict_SetItem(dict, number, value);
    Py_XDECREF(number);
    Py_XDECREF(value);
    return done;
}

/* A dict of what ``show`` returns for each entry; ``map`` is its argument. */
static PyObject *dict_of(const Map *entries, const Follower *self, const Map *map,
                         PyObject *show(const Follower *self, const Map *map, const Entry *entry))
{
    PyObject *found = PyDict_New();
    Py_ssize_t at = 0;
    for (Entry *entry; found && (entry = map_next(entries, &at));)
        if (set_item(found, entry->key, show(self, map, entry)) < 0) Py_CLEAR(found);
    return found;
}

static PyObject *name_of_thread(const Follower *self, const Map *map, const Entry *entry)
{
    return PyLong_FromLongLong((intptr_t)entry->value - 1);
}

static PyObject *get_threads(Follower *self, void *unused)
{
    return dict_of(&self->threads, self, NULL, name_of_thread);
}

static PyObject *list_under(const Follower *self, const Map *map, const Entry *entry)
{
    const Numbers *list = map_get(map, entry->key);
    return list == NULL ? Py_NewRef(Py_None) : tuple_of_all(list);
}

/* A dict of the lists of a map, for all keys or those of ``keys``; None for a missing list. */
static PyObject *list_facts(const Map *map, const Map *keys)
{
    return dict_of(keys ? keys : map, NULL, map, list_under);
}

static PyObject *shown(Follower *self, PyObject *serial)
{
    Object *one = object_of(self, serial);
    if (one != NULL) return heap_object(self, one);
    return PyErr_Occurred() ? NULL : Py_NewRef(Py_None);
}

static PyObject *object_in(const Follower *self, const Map *map, const Entry *entry)
{
    return object_of_state(self, entry->value);
}

static PyObject *all_shown(Follower *self, PyObject *unused)
{
    return dict_of(&self->heap, self, NULL, object_in);
}

static PyObject *view_of_frame(const Follower *self, Frame *frame)
{
    PyObject *values[] = {
        PyLong_FromLongLong(frame->serial),
        PyLong_FromLongLong(frame->function),
        PyLong_FromLongLong(frame->file),
        PyLong_FromLongLong(frame->kind),
        PyLong_FromLongLong(frame->line),
        PyLong_FromLongLong(frame->code),
        PyLong_FromLongLong(frame->address),
        PyLong_FromLongLong(frame->namespace),
        tuple_of_all(locals_of(self, frame)),
        tuple_of_all(&frame->operands),
        tuple_of_all(&frame->lent),
        tuple_of_all(&frame->comprehension),
        Py_NewRef(Py_None),
    };
    return make_slotted(&RawFrame, values);
}

/* The number of frames of a thread that stay, as ``depths`` has it, and the frames above them. */
static PyObject *frame_facts(const Follower *self, const Map *depths, const Entry *entry)
{
    Stack *stack = map_get(&self->stacks, entry->key);
    Py_ssize_t first = depths ? (intptr_t)entry->value - 1 : 0;
    if (stack == NULL) return Py_BuildValue("(nO)", first, Py_None);
    PyObject *found = PyList_New(0);
    for (Py_ssize_t depth = first; found && depth < stack->depth; depth++) {
        Frame *frame = &stack->frames[depth];
        if (frame->view == NULL) frame->view = view_of_frame(self, frame);
        if (append(found, Py_XNewRef(frame->view)) < 0) Py_CLEAR(found);
    }
    return Py_BuildValue("(nN)", first, found);
}

static PyObject *code(Follower *self, PyObject *argument)
{
    int64_t number = PyLong_AsLongLong(argument);
    if (number == -1 && PyErr_Occurred()) return NULL;
    const Numbers *code = map_get(&self->codes, number);
    return code == NULL ? Py_NewRef(Py_None) : tuple_of_all(code);
}

static PyObject *codes_since(const Follower *self, Py_ssize_t first)
{
    PyObject *found = PyList_New(0);
    for (Py_ssize_t n = first; found && n < self->codes.live; n++)
        if (append(found, PyLong_FromSsize_t(n + 1)) < 0) Py_CLEAR(found);
    return found;
}

/* The state without the objects, or the part of it that ``changes`` names. */
static PyObject *all_facts(Follower *self, const Changes *changes)
{
    const Map *depths = changes ? &changes->depths : NULL;
    return Py_BuildValue(
        "(NNNNNN)", dict_of(depths ? depths : &self->stacks, self, depths, frame_facts),
        list_facts(&self->globals, changes ? &changes->files : NULL),
        changes && !changes->renamed ? Py_NewRef(Py_None) : get_threads(self, NULL),
        codes_since(self, changes ? changes->coded : 0),
        changes && !changes->relocked ? Py_NewRef(Py_None) : list_facts(&self->locks, NULL),
        list_facts(&self->ranges, changes ? &changes->ranges : NULL));
}

static PyObject *standing(Follower *self, PyObject *unused) { return all_facts(self, NULL); }

/* ---- what changed ---- */

static int forget_changes(Follower *self)
{
    Changes *changes = &self->changes;
    changes->touched.count = 0;
    map_clear(&changes->depths);
    map_clear(&changes->files);
    map_clear(&changes->ranges);
    changes->coded = self->codes.live;
    changes->relocked = changes->renamed = 0;
    changes->epoch++;
    return PyList_SetSlice(changes->old, 0, PyList_GET_SIZE(changes->old), NULL);
}

static PyObject *begin_changes(Follower *self, PyObject *unused)
{
    self->shows_changes = 1;
    if (forget_changes(self) < 0) return NULL;
    Py_RETURN_NONE;
}

static PyObject *end_changes(Follower *self, PyObject *unused)
{
    self->shows_changes = 0;
    Py_RETURN_NONE;
}

static PyObject *changes(Follower *self, PyObject *unused)
{
    PyObject *result = Py_BuildValue("(NN)", object_changes(self), all_facts(self, &self->changes));
    if (result != NULL && forget_changes(self) < 0) Py_CLEAR(result);
    return result;
}

static void begin(Follower *self)
{
    ChunkFacts *chunk = &self->chunk;
    chunk->profile.count = chunk->lines.count = chunk->touched.count = 0;
    chunk->steps = chunk->touched_good = 0;
    chunk->highest = self->highest;
    chunk->named = self->named;
    chunk->epoch++;
}

static PyObject *begin_chunk(Follower *self, PyObject *unused)
{
    begin(self);
    Py_RETURN_NONE;
}

static PyObject *chunk_facts(Follower *self, PyObject *unused)
{
    ChunkFacts *chunk = &self->chunk;
    Numbers touched = chunk->touched;
    touched.count = chunk->touched_good;
    return Py_BuildValue("(NNNNLL)",
                         PyBytes_FromStringAndSize((const char *)chunk->events, chunk->steps),
                         bytes_of(&chunk->profile), bytes_of(&chunk->lines), bytes_of(&touched),
                         (long long)chunk->named, (long long)chunk->highest);
}

static PyObject *lives(Follower *self, PyObject *unused)
{
    PyObject *result = Py_BuildValue("(NNN)", bytes_of(&self->births), bytes_of(&self->deaths),
                                   bytes_of(&self->islands));
    self->births.count = self->deaths.count = self->islands.count = 0;
    return result;
}

static PyObject *news(Follower *self, PyObject *unused)
{
    PyObject *sources = PyDict_New();
    if (sources == NULL) return NULL;
    PyObject *hello = self->hello == NULL ? Py_NewRef(Py_None) : self->hello;
    PyObject *result = Py_BuildValue("(NN)", hello, self->sources);
    self->hello = NULL;
    self->sources = sources;
    return result;
}

/* ---- following ---- */

static int require_whole(const Follower *self)
{
    return self->is_broken ? fault("what came before was damaged") : 0;
}

/* Follow the records from ``at`` on; whether the last one completes a step, -1 with Fault. */
static int go(Follower *self, const char *records, Py_ssize_t size, Py_ssize_t end, int64_t most)
{
    int is_whole = 0;
    int64_t head[2], last = most > INT64_MAX - self->steps ? INT64_MAX : self->steps + most;
    while (self->at < end && self->steps < last) {
        const char *record = records + self->at;
        int64_t length = record_at(record, size - self->at, head);
        if (length < 0) return -1;
        if (!length) break;
        is_whole = follow_record(self, record + RECORD_HEAD, head[0], head[1]);
        if (is_whole < 0) return -1;
        self->at += (Py_ssize_t)length;
        self->named_good = self->named;
    }
    return is_whole;
}

static PyObject *follow(Follower *self, PyObject *arguments)
{
    Py_buffer records;
    Py_ssize_t at, end;
    long long most;
    if (!PyArg_ParseTuple(arguments, "y*nnL", &records, &at, &end, &most)) return NULL;
    self->at = at;
    int done = at < 0 || at > records.len ? fault("is missing") : require_whole(self);
    if (!done) done = go(self, records.buf, records.len, end, most);
    PyBuffer_Release(&records);
    return done < 0 ? NULL : PyLong_FromSsize_t(self->at);
}

/* Take in the pieces of a keyframe; whether the last record completes a step. */
static int restore_all(Follower *self, PyObject *pieces)
{
    int is_whole = 0;
    for (PyObject *piece; is_whole >= 0 && (piece = PyIter_Next(pieces)) != NULL;) {
        Py_buffer view;
        is_whole = PyObject_GetBuffer(piece, &view, PyBUF_SIMPLE);
        if (!is_whole) {
            self->at = 0;
            is_whole = go(self, view.buf, view.len, view.len, INT64_MAX);
            if (is_whole >= 0 && self->at < view.len) is_whole = fault("a record that is cut off");
            PyBuffer_Release(&view);
        }
        Py_DECREF(piece);
    }
    return PyErr_Occurred() ? -1 : is_whole;
}

static PyObject *restore(Follower *self, PyObject *arguments)
{
    PyObject *records;
    long long step, highest;
    if (!PyArg_ParseTuple(arguments, "OLL", &records, &step, &highest)) return NULL;
    int is_fault = step < 1 ? fault("a keyframe that is not one step") : require_whole(self);
    PyObject *each = is_fault < 0 ? NULL : PyObject_GetIter(records);
    if (each == NULL) return NULL;
    int is_indexing = self->is_indexing;
    self->steps = step - 1;
    self->is_restoring = 1;
    self->is_indexing = 0;
    int done = restore_all(self, each);
    self->is_restoring = 0;
    self->is_indexing = is_indexing;
    Py_DECREF(each);
    if (done < 0) return NULL;
    if (!done || self->steps != step) {
        fault("a keyframe that is not one step");
        return NULL;
    }
    if (highest < self->highest) {
        fault("a keyframe with an object beyond %lld", highest);
        return NULL;
    }
    self->highest = highest;
    begin(self);
    Py_RETURN_NONE;
}

/* ---- the type ---- */

static void free_stacks(Map *map)
{
    EACH_ENTRY(entry, map) {
        Stack *stack = entry->value;
        for (Py_ssize_t depth = 0; depth < stack->depth; depth++) free_frame(&stack->frames[depth]);
        PyMem_Free(stack->frames);
        PyMem_Free(stack);
    }
}

/* Free everything but two maps and the spare objects: the next run often has as many. */
static void empty(Follower *self)
{
    EACH_ENTRY(entry, &self->heap) free_object(self, entry->value);
    free_stacks(&self->stacks);
    Map *maps[] = {&self->globals, &self->locks, &self->ranges, &self->codes, &self->threads,
                   &self->stacks, &self->changes.depths, &self->changes.files,
                   &self->changes.ranges};
    for (int n = 0; n < 4; n++) numbers_map_clear(maps[n]);  /* the first four hold lists */
    for (size_t n = 0; n < sizeof maps / sizeof *maps; n++) map_free(maps[n]);
    Numbers *lists[] = {&self->in_flight, &self->freed, &self->collections, &self->births,
                        &self->deaths, &self->islands, &self->pending.gained, &self->pending.lost,
                        &self->pending.born, &self->pending.dead, &self->pending.threads,
                        &self->changes.touched, &self->chunk.profile, &self->chunk.lines,
                        &self->chunk.touched};
    for (size_t n = 0; n < sizeof lists / sizeof *lists; n++) numbers_free(lists[n]);
    PyMem_Free(self->chunk.events);
    Py_XDECREF(self->names);
    Py_XDECREF(self->hello);
    Py_XDECREF(self->sources);
    Py_XDECREF(self->changes.old);
    map_clear(&self->heap);
    map_clear(&self->addresses);
}

static void deallocate(Follower *self)
{
    empty(self);
    free_spares(self);
    map_free(&self->heap);
    map_free(&self->addresses);
    PyTypeObject *type = Py_TYPE(self);
    type->tp_free(self);
    Py_DECREF(type);
}

static int begin_anew(Follower *self, PyObject *known, int64_t named)
{
    const size_t first = offsetof(Follower, names);
    empty(self);
    Follower was = *self;
    memset((char *)self + first, 0, sizeof *self - first);
    self->heap = was.heap, self->addresses = was.addresses, self->spare = was.spare;
    self->spares = was.spares;
    self->is_indexing = was.is_indexing, self->is_of_lives = was.is_of_lives;
    self->names = known == NULL ? PyList_New(0) : PySequence_List(known);
    self->sources = PyDict_New();
    self->changes.old = PyList_New(0);
    if (self->names == NULL || self->sources == NULL || self->changes.old == NULL) return -1;
    self->name_count = PyList_GET_SIZE(self->names);
    self->named = self->named_good = named;
    self->place[0] = self->last_event = self->ended = -1;
    self->changes.epoch = self->chunk.epoch = 1;
    begin(self);
    return 0;
}

static int initialise(Follower *self, PyObject *arguments, PyObject *keywords)
{
    static char *names[] = {"is_indexing", "is_of_lives", NULL};
    if (!PyArg_ParseTupleAndKeywords(arguments, keywords, "|$pp", names, &self->is_indexing,
                                     &self->is_of_lives))
        return -1;
    return begin_anew(self, NULL, 0);
}

static PyObject *begin_with(Follower *self, PyObject *arguments)
{
    PyObject *known;
    long long named;
    if (!PyArg_ParseTuple(arguments, "OL", &known, &named)) return NULL;
    if (begin_anew(self, known, named) < 0) return NULL;
    Py_RETURN_NONE;
}

static PyObject *get_place(Follower *self, void *unused)
{
    return tuple_of(self->place, self->place[0] < 0 ? 0 : PLACE);
}

static PyObject *get_written(Follower *self, void *unused) { return tuple_of(self->written, 2); }

static PyObject *get_numbers(Follower *self, void *place)
{
    return tuple_of_all((const Numbers *)((const char *)self + (size_t)place));
}

static PyObject *get_collections(Follower *self, void *unused)
{
    const Numbers *all = &self->collections;
    PyObject *found = PyList_New(0);
    for (Py_ssize_t n = 0; found && n < all->count;) {
        Py_ssize_t size = (Py_ssize_t)all->at[n + 1];
        PyObject *item = Py_BuildValue("(LN)", (long long)all->at[n],
                                       tuple_of(all->at + n + 2, size));
        if (append(found, item) < 0) Py_CLEAR(found);
        n += 2 + size;
    }
    PyObject *result = found == NULL ? NULL : PyList_AsTuple(found);
    Py_XDECREF(found);
    return result;
}

static PyObject *get_locks(Follower *self, void *unused) { return list_facts(&self->locks, NULL); }

static PyMethodDef methods[] = {
    {"follow", (PyCFunction)follow, METH_VARARGS, NULL},
    {"begin", (PyCFunction)begin_with, METH_VARARGS, NULL},
    {"restore", (PyCFunction)restore, METH_VARARGS, NULL},
    {"begin_changes", (PyCFunction)begin_changes, METH_NOARGS, NULL},
    {"end_changes", (PyCFunction)end_changes, METH_NOARGS, NULL},
    {"changes", (PyCFunction)changes, METH_NOARGS, NULL},
    {"shown", (PyCFunction)shown, METH_O, NULL},
    {"all_shown", (PyCFunction)all_shown, METH_NOARGS, NULL},
    {"standing", (PyCFunction)standing, METH_NOARGS, NULL},
    {"code", (PyCFunction)code, METH_O, NULL},
    {"plain", (PyCFunction)plain_value, METH_O, NULL},
    {"whole", (PyCFunction)whole_value, METH_VARARGS, NULL},
    {"length", (PyCFunction)length_of, METH_O, NULL},
    {"item", (PyCFunction)item_at, METH_VARARGS, NULL},
    {"entry", (PyCFunction)entry_under, METH_VARARGS, NULL},
    {"attribute", (PyCFunction)attribute_of, METH_VARARGS, NULL},
    {"local_name", (PyCFunction)local_name, METH_O, NULL},
    {"global_name", (PyCFunction)global_name, METH_O, NULL},
    {"running", (PyCFunction)running_code, METH_NOARGS, NULL},
    {"begin_chunk", (PyCFunction)begin_chunk, METH_NOARGS, NULL},
    {"chunk_facts", (PyCFunction)chunk_facts, METH_NOARGS, NULL},
    {"lives", (PyCFunction)lives, METH_NOARGS, NULL},
    {"news", (PyCFunction)news, METH_NOARGS, NULL},
    {"object_records", (PyCFunction)object_records, METH_VARARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyMemberDef members[] = {
    {"names", Py_T_OBJECT_EX, offsetof(Follower, names), Py_READONLY, NULL},
    {"steps", Py_T_LONGLONG, offsetof(Follower, steps), Py_READONLY, NULL},
    {"count", Py_T_PYSSIZET, offsetof(Follower, heap.live), Py_READONLY, NULL},
    {"named", Py_T_LONGLONG, offsetof(Follower, named_good), Py_READONLY, NULL},
    {"highest", Py_T_LONGLONG, offsetof(Follower, highest), Py_READONLY, NULL},
    {"peak", Py_T_LONGLONG, offsetof(Follower, chunk.peak), Py_READONLY, NULL},
    {"chunk_steps", Py_T_PYSSIZET, offsetof(Follower, chunk.steps), Py_READONLY, NULL},
    {"value", Py_T_LONGLONG, offsetof(Follower, value), Py_READONLY, NULL},
    {"exception", Py_T_LONGLONG, offsetof(Follower, exception), Py_READONLY, NULL},
    {"last_event", Py_T_INT, offsetof(Follower, last_event), Py_READONLY, NULL},
    {"ended", Py_T_INT, offsetof(Follower, ended), Py_READONLY, NULL},
    {"at", Py_T_PYSSIZET, offsetof(Follower, at), Py_READONLY, NULL},
    {"evaluations", Py_T_LONGLONG, offsetof(Follower, evaluations), Py_READONLY, NULL},
    {"goes_on", Py_T_INT, offsetof(Follower, goes_on), Py_READONLY, NULL},
    {NULL, 0, 0, 0, NULL},
};

static PyGetSetDef attributes[] = {
    {"place", (getter)get_place, NULL, NULL, NULL},
    {"written", (getter)get_written, NULL, NULL, NULL},
    {"in_flight", (getter)get_numbers, NULL, NULL, (void *)offsetof(Follower, in_flight)},
    {"freed", (getter)get_numbers, NULL, NULL, (void *)offsetof(Follower, freed)},
    {"collections", (getter)get_collections, NULL, NULL, NULL},
    {"threads", (getter)get_threads, NULL, NULL, NULL},
    {"locks", (getter)get_locks, NULL, NULL, NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyType_Slot slots[] = {
    {Py_tp_init, initialise},
    {Py_tp_dealloc, deallocate},
    {Py_tp_methods, methods},
    {Py_tp_members, members},
    {Py_tp_getset, attributes},
    {0, NULL},
};

static PyType_Spec spec = {
    "visualizer.recording.follow.compiled.Follower", sizeof(Follower), 0, Py_TPFLAGS_DEFAULT, slots,
};

int add_follower(PyObject *module)
{
    PyObject *raw = PyImport_ImportModule("visualizer.recording.follow.plain.raw_objects");
    if (raw == NULL) return -1;
    Fault = PyObject_GetAttrString(raw, "Fault");
    int done = Fault && find_slots(&RawFrame, raw, "RawFrame", 13) == 0;
    Py_DECREF(raw);
    if (!done) return -1;
    PyObject *type = PyType_FromSpec(&spec);
    int added = type == NULL ? -1 : PyModule_AddObjectRef(module, "Follower", type);
    Py_XDECREF(type);
    return added;
}
