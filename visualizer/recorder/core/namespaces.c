/* The global names of the program's modules. */

#include "engine.h"

typedef struct {
    Index row;
    PyObject *name;             /* owned */
    int64_t file;
    int64_t *names;             /* of the emitted entries */
    int *places;                /* index of each entry among the emitted ones; -1 for others */
    int reported_count, is_reported;
    int is_there, is_shown, is_of_two;  /* of the modules of one file one is shown */
    PyObject **words;           /* keys and values as emitted */
    uint32_t word_count, word_room, place_room, name_room;
} Namespace;

static Namespace *namespaces;
static int namespace_count;
static uint32_t namespace_room;
static Thread *current;

static PyObject *implicit_names[2];   /* sets of names: of modules, of classes */

void namespaces_begin(PyObject *of_modules, PyObject *of_classes)
{
    implicit_names[0] = Py_NewRef(of_modules);
    implicit_names[1] = Py_NewRef(of_classes);
}

int is_implicit_name(PyObject *key, int is_of_class)
{
    return PyUnicode_CheckExact(key) && PySet_Contains(implicit_names[is_of_class], key) > 0;
}

static PyObject *dict_of_module(PyObject *name)
{
    PyObject *modules = modules_of(PyThreadState_GetUnchecked());
    if (modules == NULL || !PyDict_CheckExact(modules)) return NULL;
    PyObject *module = PyDict_GetItemWithError(modules, name);
    PyErr_Clear();
    return module != NULL && PyModule_Check(module) ? PyModule_GetDict(module) : NULL;
}

void namespace_note(PyObject *dict, PyObject *name, int64_t file)
{
    Index index = watch(dict);
    if (index == 0) return;
    rows[index].is_namespace = 1;
    for (int n = 0; n < namespace_count; n++) {
        Namespace *own = &namespaces[n];
        if (own->file != file || PyUnicode_Compare(own->name, name) != 0) continue;
        PyObject *known = own->row && !rows[own->row].is_gone ? rows[own->row].object : NULL;
        if (known == dict || (known != NULL && known == dict_of_module(name))) return;
        own->row = index;  /* code of a file may run in many dicts: emit the last */
        own->is_reported = 0;
        return;
    }
    if (!HAS_ROOM(namespaces, namespace_room, (size_t)namespace_count + 1)) return;
    Namespace *added = &namespaces[namespace_count++];
    *added = (Namespace){.row = index, .name = Py_NewRef(name), .file = file};
    for (Namespace *own = namespaces; own < added; own++)
        if (own->file == file) own->is_of_two = added->is_of_two = 1;
}

static Namespace *shown_of_file(int64_t file)
{
    for (int n = 0; n < namespace_count; n++)
        if (namespaces[n].is_shown && namespaces[n].file == file) return &namespaces[n];
    return NULL;
}

/* The number of words that are as they were emitted. */
static uint32_t words_kept(const Namespace *own, const View *view, int are_reused)
{
    uint32_t n = 0, most = own->is_reported && own->is_shown ? Py_MIN(own->word_count, view->count) : 0;
    while (n < most && own->words[n] == view->words[n] && !(are_reused && may_be_reused(view->words[n]))) n++;
    return n - n % 2;
}

static void emit_globals(Namespace *own, const View *view, uint32_t from, int kept)
{
    Namespace *shown = shown_of_file(own->file);
    if (shown != NULL) shown->is_shown = 0;
    own->is_shown = 1;
    EMIT(&record.rest, WIRE_GLOBALS_FROM, own->file, kept, own->reported_count - kept);
    for (uint32_t n = from; n < view->count / 2; n++) {
        if (own->places[n] < 0) continue;
        EMIT(&record.rest, own->names[own->places[n]], track(view->words[2 * n + 1], BY_NAMES));
    }
    own->is_reported = 1;
}

static void emit_entries_from(Namespace *own, const View *view, uint32_t from)
{
    uint32_t count = view->count / 2;
    if (!HAS_ROOM(own->names, own->name_room, count) || !HAS_ROOM(own->places, own->place_room, count))
        return;
    own->reported_count = 0;
    for (uint32_t n = 0; n < from; n++) own->reported_count += own->places[n] >= 0;
    int kept = own->reported_count;
    for (uint32_t n = from; n < count; n++) {
        PyObject *key = view->words[2 * n];
        int is_reported = !is_implicit_name(key, 0);
        own->places[n] = is_reported ? own->reported_count : -1;
        if (is_reported) own->names[own->reported_count++] = name_of(key);
    }
    emit_globals(own, view, from, kept);
}

#define MOST_OUTER 8    /* outermost frames in which to look for a module's frame */

/* The depth of the frame that alone has these names; -1 if the thread has none. */
static int depth_of_module(const Namespace *own)
{
    if (own->is_of_two) return -1;
    for (int n = 0; current != NULL && n < current->count && n < MOST_OUTER; n++) {
        const FrameSnapshot *snapshot = &current->snapshots[n];
        if (snapshot->code->kind == WIRE_FRAME_MODULE && snapshot->code->file == own->file &&
            snapshot->frame != NULL && snapshot->frame->f_globals == rows[own->row].object)
            return n;
    }
    return -1;
}

static void emit_entries(Namespace *own, const View *view)
{
    int depth = depth_of_module(own);
    int are_reused = are_any_reused(view->words, view->count);
    int are_keys_same = own->is_reported && own->word_count == view->count;
    for (uint32_t n = 0; n < view->count && are_keys_same; n += 2)
        are_keys_same = own->words[n] == view->words[n] && !(are_reused && may_be_reused(view->words[n]));
    if (!are_keys_same || depth < 0) {
        emit_entries_from(own, view, words_kept(own, view, are_reused) / 2);
        return;
    }
    for (uint32_t n = 0; n < view->count; n += 2) {
        PyObject *value = view->words[n + 1];
        int is_same = own->words[n + 1] == value && !(are_reused && may_be_reused(value));
        if (own->places[n / 2] < 0 || is_same) continue;
        EMIT(&record.rest, WIRE_BIND, current->number, depth, own->places[n / 2], track(value, BY_NAMES));
    }
}

static int is_namespace_as_before(const Namespace *own, int is_running, const View *view)
{
    if (!own->is_reported || view->count != own->word_count) return 0;
    if (!own->is_shown && (is_running || shown_of_file(own->file) == NULL)) return 0;
    return view->count == 0 || (memcmp(view->words, own->words, view->count * sizeof *view->words) == 0 &&
                                !are_any_reused(view->words, view->count));
}

static void follow_namespace(Namespace *own, int is_running)
{
    static PyObject **copy;
    static uint32_t room;
    View view;
    view_of_dict((PyDictObject *)rows[own->row].object, &view);
    if (is_namespace_as_before(own, is_running, &view)) return;
    /* Tracking new objects calls Python, which may read other words. */
    if (!HAS_ROOM(copy, room, view.count) || !HAS_ROOM(own->words, own->word_room, view.count)) return;
    if (view.count) memcpy(copy, view.words, view.count * sizeof *copy);
    view.words = copy;
    emit_entries(own, &view);
    for (uint32_t n = 1; n < own->word_count; n += 2)
        if (n >= view.count || own->words[n] != copy[n]) cycles_check_object(own->words[n]);
    if (view.count) memcpy(own->words, copy, view.count * sizeof *copy);
    own->word_count = view.count;
}

static PyObject *dict_of(const Namespace *own)
{
    return own->row && !rows[own->row].is_gone ? rows[own->row].object : NULL;
}

static void leave_out_gone_modules(PyObject *globals)
{
    for (int n = 0; n < namespace_count; n++) {
        Namespace *own = &namespaces[n];
        PyObject *dict = dict_of(own);
        if (dict == NULL) own->row = 0;
        own->is_there = dict != NULL && (dict_of_module(own->name) == dict || globals == dict);
        if (own->is_there) continue;
        if (own->is_shown) EMIT(&record.rest, WIRE_GLOBALS, own->file, -1);
        own->is_reported = own->is_shown = 0;
    }
}

/* Whether it is the innermost of its file's modules that run. */
static int is_innermost_module(const Namespace *own, Frame *frame)
{
    for (; frame != NULL; frame = python_frame(frame->previous)) {
        if (frame->f_locals == NULL || frame->f_locals != frame->f_globals) continue;
        for (int n = 0; n < namespace_count; n++)
            if (namespaces[n].file == own->file && dict_of(&namespaces[n]) == frame->f_globals)
                return &namespaces[n] == own;
    }
    return 0;
}

void namespaces_check(Thread *thread, Frame *frame)
{
    current = thread;
    leave_out_gone_modules(frame ? frame->f_globals : NULL);
    for (int n = 0; n < namespace_count; n++)
        if (namespaces[n].is_there) follow_namespace(&namespaces[n], 0);
    for (int n = 0; n < namespace_count; n++) {
        Namespace *own = &namespaces[n];
        if (own->is_there && own->is_of_two && is_innermost_module(own, frame)) follow_namespace(own, 1);
    }
}

void namespaces_forget(void)
{
    for (int n = 0; n < namespace_count; n++) namespaces[n].is_reported = namespaces[n].is_shown = 0;
}

int do_namespaces_refer_to(const PyObject *object)
{
    for (int n = 0; n < namespace_count; n++) {
        const Namespace *own = &namespaces[n];
        for (uint32_t word = 1; own->row && word < own->word_count; word += 2)
            if (own->words[word] == object) return 1;
    }
    return 0;
}

int is_namespace(const PyObject *dict)
{
    Index index = row_of(dict);
    return index && rows[index].is_namespace;
}

PyObject *value_of_global(int64_t file, int64_t name)
{
    const Namespace *own = shown_of_file(file);
    for (uint32_t word = 0; own != NULL && word < own->word_count; word += 2)
        if (own->places[word / 2] >= 0 && own->names[own->places[word / 2]] == name) return own->words[word + 1];
    return NULL;
}
