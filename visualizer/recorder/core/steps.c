#include "steps.h"
#include "changes.h"
#include "reach.h"
#include "telling.h"

#define MOST_ITEMS 10000        /* wire.py: of a longer list the rest is not told */
#define CALLS_TO_SPARE 100      /* the Python recorder's callback needs some of them itself */

Now now;
const Line begun = {.is_usable = 1, .list = -1};

Frame *innermost(void)
{
    return now.count ? &now.frames[now.count - 1] : NULL;
}

/* ---- looking ---- */

static void begin_step(void)
{
    now.moment++;
    record.count = record.length = 0;
    found.seen_count = found.fresh_count = found.dying_count = found.released_count = 0;
}

/* Nothing has been changed: forget what was found. */
static int give_up(void)
{
    for (int n = 0; n < found.fresh_count; n++) thing_drop(found.fresh[n]);
    return 0;
}

static int64_t name_of_type(enum kind kind)
{
    if (now.names[kind] < 0) {
        PyObject *key = PyLong_FromVoidPtr(now.types[kind]);
        PyObject *plan = key ? PyDict_GetItemWithError(now.plans, key) : NULL;
        PyObject *name = plan ? attribute(plan, "name") : NULL;
        if (name) now.names[kind] = PyLong_AsLongLong(name);
        Py_XDECREF(name);
        Py_XDECREF(key);
        PyErr_Clear();
    }
    return now.names[kind];
}

static Thing *look_at_new(PyObject *object)
{
    Value value;
    if (found.fresh_count == MOST_BOUND || !read_value(object, &value) ||
        name_of_type(value.kind) < 0)
        return NULL;
    Py_ssize_t written = write_value(object, &value, record.text + record.length);
    Thing *thing = written < 0 ? NULL : thing_new((uintptr_t)object);
    if (thing == NULL) return NULL;
    record.length += written;
    thing->written = written;
    thing->value = value;
    thing->is_scalar = 1;
    thing->is_settled = Py_REFCNT(object) > HIGHEST_COUNT;
    return found.fresh[found.fresh_count++] = thing;
}

/* Whether a value is still the one that is known to lie there. */
static int is_same_value(Thing *thing, PyObject *object)
{
    Value value;
    if (thing->value.kind == UNKNOWN) return 1;
    if (!read_value(object, &value) || value.kind != thing->value.kind) return 0;
    return thing->kept ? is_kept_value(thing->kept, &value) : thing->value.bits == value.bits;
}

/* Take note of an object that a live frame refers to; NULL where that is for the Python recorder. */
Thing *look(PyObject *object)
{
    uintptr_t address = (uintptr_t)object;
    Thing *thing = known_thing(address);
    for (int n = 0; thing == NULL && n < found.fresh_count; n++)
        if (found.fresh[n]->address == address) thing = found.fresh[n];
    if (thing != NULL && thing->seen == now.moment) return thing;
    if (thing == NULL) thing = thing_at(address);
    if (thing == NULL) thing = look_at_new(object);
    else if (!thing->is_settled &&
             (Py_REFCNT(object) > HIGHEST_COUNT || !is_same_value(thing, object)))
        return NULL;
    if (thing == NULL || found.seen_count == MOST_SEEN) return NULL;
    thing->seen = now.moment;
    thing->object = object;
    return found.seen[found.seen_count++] = thing;
}

/* ---- what goes ---- */

/* A reference to something has gone. */
int release(Thing *thing)
{
    if (thing == NULL) return 0;
    if (thing->is_settled || thing->is_doomed) return 1;
    if (thing->gone != now.moment) {
        if (found.released_count == MOST_SEEN) return 0;
        found.released[found.released_count++] = thing;
        thing->gone = now.moment;
        thing->references = 0;
    }
    thing->references++;
    return 1;
}

static int dies(Thing *thing)
{
    if (found.dying_count == MOST_SEEN) return 0;
    found.dying[found.dying_count++] = thing;
    return 1;
}

/* The function that has returned, and its code: one of the names that the line calls by leads there. */
static int look_at_called(Frame *frame)
{
    PyFunctionObject *function = now.last.function;
    PyObject *names = frame->frame->f_globals;
    if (!PyDict_CheckExact(names)) return 0;
    for (int n = 0; n < frame->after->callees; n++) {
        PyObject *value = PyDict_GetItemWithError(names, frame->after->names[n]);
        if (value == (PyObject *)function)
            return look(value) != NULL && look(function->func_code) != NULL;
        if (value == NULL) PyErr_Clear();
    }
    return 0;
}

/* What the frame that has returned referred to goes with it, and the value has gone from its way. */
static int release_returned(void)
{
    if (!now.last.is_pending) return 1;
    Frame *ended = &now.frames[now.last.depth], *frame = innermost();
    if (frame == NULL) return 0;
    for (int n = 0; n < ended->count; n++) {
        Thing *thing = ended->places[n].thing;
        if (!ended->places[n].address) continue;
        if (thing == NULL) return 0;
        if (thing->is_doomed && thing->gone != now.moment) {
            thing->gone = now.moment;
            if (!dies(thing)) return 0;
        }
        if (!release(thing)) return 0;
    }
    return (now.last.value == NULL || release(now.last.value)) && look_at_called(frame);
}

static PyObject *find_in_frames(uintptr_t address)
{
    PyObject *object = NULL;
    for (int n = now.count; n > 0 && object == NULL; n--)
        object = find_in_frame(&now.frames[n - 1], address);
    return object;
}

/* The object, where it is an item of a list that a name refers to. */
static PyObject *find_as_item(const Thing *thing)
{
    PyObject *list = thing->list ? find_in_frames(thing->list->address) : NULL;
    if (list == NULL || !PyList_CheckExact(list) || thing->item >= PyList_GET_SIZE(list)) return NULL;
    PyObject *item = PyList_GET_ITEM(list, thing->item);
    return (uintptr_t)item == thing->address ? item : NULL;
}

/* Of what was let go: what is dead, and how often the rest is held by now. Nothing but what has been
   looked at can be held anew. */
static int find_dead(void)
{
    for (int n = 0; n < found.released_count; n++) {
        Thing *thing = found.released[n];
        if (thing->seen == now.moment) continue;
        if (thing->is_scalar && thing->count == thing->references) {
            if (!dies(thing)) return 0;
            continue;
        }
        PyObject *object = find_in_frames(thing->address);
        if (object == NULL) object = find_as_item(thing);
        if (object == NULL) object = find_held(thing->address);
        if (object == NULL || look(object) != thing) return 0;
    }
    return 1;
}

/* ---- what lies on a stack ---- */

/* What the Python recorder would not take note of where it was not known before. */
static int is_passed_over(PyObject *operand)
{
    if (operand == NULL || Py_REFCNT(operand) > HIGHEST_COUNT) return 1;
    if (is_in_tables((uintptr_t)operand) || known_thing((uintptr_t)operand)) return 0;
    if (PyCFunction_CheckExact(operand)) {
        PyObject *own = PyCFunction_GET_SELF(operand);
        return own == NULL || PyModule_CheckExact(own);
    }
    return PyFunction_Check(operand) || kind_of_type(Py_TYPE(operand)) != UNKNOWN;
}

void read_operands(Frame *frame)
{
    int height = height_of(frame->frame);
    frame->height = height > MOST_OPERANDS ? -1 : height;
    for (int n = 0; n < frame->height; n++) {
        PyObject *operand = operand_of(frame->frame, n);
        frame->words[n] = (uintptr_t)operand;
        frame->operands[n] = operand == NULL || Py_REFCNT(operand) > HIGHEST_COUNT
                                 ? NULL : thing_at((uintptr_t)operand);
    }
}

typedef struct {
    int height, is_same;
    Thing *things[MOST_OPERANDS];
} Operands;

/* Look at what lies on a stack, of which ``height`` is what counts; what does no more is let go. */
static int look_at_operands(Frame *frame, int height, Operands *operands)
{
    if (height < 0 || height > MOST_OPERANDS || frame->height < 0) return 0;
    operands->height = height;
    operands->is_same = height == frame->height;
    for (int n = 0; n < height; n++) {
        PyObject *operand = operand_of(frame->frame, n);
        if (n < frame->height && frame->words[n] == (uintptr_t)operand) {
            operands->things[n] = frame->operands[n];
            continue;
        }
        operands->is_same = 0;
        operands->things[n] = NULL;
        if (!is_passed_over(operand) && (operands->things[n] = look(operand)) == NULL) return 0;
    }
    for (int n = 0; !operands->is_same && n < frame->height; n++) {
        uintptr_t word = n < height ? (uintptr_t)operand_of(frame->frame, n) : 0;
        if (word != frame->words[n] && frame->operands[n] && !release(frame->operands[n])) return 0;
    }
    return 1;
}

static void take_operands(Frame *frame, const Operands *operands)
{
    if (operands->is_same) return;
    frame->height = operands->height;
    frame->are_operands_new = 1;
    for (int n = 0; n < operands->height; n++) {
        frame->operands[n] = operands->things[n];
        frame->words[n] = (uintptr_t)operand_of(frame->frame, n);
    }
}

/* ---- whether a step can be made ---- */

static int is_at_rest(PyThreadState *thread)
{
    return thread == now.thread && have_things_room() && PyDict_GET_SIZE(now.raised) == 0 && !are_others_called(thread) && other_threads(thread) == 0 &&
           collector_count(thread, 1) == now.older[0] && collector_count(thread, 2) == now.older[1];
}

/* Whether a frame is one of the core's, and nobody else has its object: that tells where it stands. */
static int is_here(_PyInterpreterFrame *frame, const Frame *known)
{
    return known != NULL && known->after != NULL && frame == known->frame &&
           (uintptr_t)object_of_frame(frame) == known->object &&
           Py_REFCNT(object_of_frame(frame)) == 1;
}

/* Whether all that the line loads are numbers or text, so that nothing is run by what it does. */
static int loads_scalars(Frame *frame)
{
    for (int n = 0; n < frame->after->loaded; n++) {
        Thing *thing = thing_of_place(frame, frame->after->places[n]);
        if (thing == NULL || !thing->is_scalar) return 0;
    }
    return 1;
}

/* Whether nothing was called since the last step, up to an instruction of the line: ``before`` of the
   calls in it come first, and the last of these has just come back. */
static int has_called_nothing(const Frame *frame, int before)
{
    return frame->returned == before - 1;
}

/* Whether the line has not bound anything yet. */
static int has_bound_nothing(const Frame *frame)
{
    for (int n = 0; n < frame->after->bound; n++) {
        int place = frame->after->places[frame->after->loaded + n];
        if ((uintptr_t)value_at(frame, place) != frame->places[place].address) return 0;
    }
    return 1;
}

static int is_room(void)
{
    return ring_has_room(&now.ring, sizeof record.numbers + MOST_TEXT);
}

/* ---- a line ---- */

static int look_at_bound(Frame *frame, Bound *bound, int *grows)
{
    int count = 0;
    for (int n = 0; n < frame->after->bound; n++) {
        int place = frame->after->places[frame->after->loaded + n];
        PyObject *value = value_at(frame, place);
        uintptr_t before = frame->places[place].address;
        if (value == NULL && before == 0) continue;
        Thing *old = before ? thing_of_place(frame, place) : NULL;
        Thing *thing = value == NULL || (before && old == NULL) ? NULL : look(value);
        if (thing == NULL || !(thing->is_scalar || frame->after->calls ||
                               frame->after == &ahead.line))
            return -1;
        if ((uintptr_t)value == before && thing == old) continue;
        if (before ? !release(old) : !frame->code->is_callable) return -1;
        *grows |= before == 0;
        bound[count++] = (Bound){place, thing};
    }
    for (int n = 0; *grows && n < frame->count; n++)  /* all names are told then */
        if (frame->places[n].address && thing_of_place(frame, n) == NULL) return -1;
    return count;
}

/* What most lines of a loop do: the number that a name referred to dies, and a new one comes. */
static int is_rebound(const Bound *bound, int count, const Frame *frame)
{
    return count == 1 && !now.last.is_pending && found.dying_count == 1 && found.seen_count == 1 &&
           found.fresh_count == 1 && frame->places[bound->place].thing == found.dying[0];
}

static void tell_rebound(const Bound *bound, Frame *frame)
{
    bury();
    enter(bound->thing);
    tell_where(REBOUND, frame);
    tell(&record, rank_of(frame, bound->place));
    tell_new(bound->thing);
    tell_text(bound->thing);
}

/* What a line has appended to a list. */
typedef struct {
    Thing *list, *item;      /* NULL where it has appended nothing */
} Appended;

static int look_at_list(Frame *frame, Appended *appended)
{
    int place = frame->after->list;
    *appended = (Appended){NULL, NULL};
    if (place < 0) return 1;
    Thing *list = thing_of_place(frame, place);
    PyObject *object = list ? value_at(frame, place) : NULL;
    if (object == NULL || (uintptr_t)object != list->address || !PyList_CheckExact(object)) return 0;
    Py_ssize_t before = known_length(list), length = PyList_GET_SIZE(object);
    if (before < 0 || !can_append() || length > MOST_ITEMS || length < before || length > before + 1) return 0;
    if (length == before) return 1;
    appended->list = list;
    appended->item = look(PyList_GET_ITEM(object, before));
    return appended->item != NULL && look(object) == list;
}

static void tell_appended(const Appended *appended)
{
    if (appended->list == NULL) return;
    int64_t told[] = {SPLICE, appended->list->serial, appended->list->length, 0, 1,
                      appended->item->serial, appended->list->length + 1};
    for (size_t n = 0; n < sizeof told / sizeof *told; n++) tell(&record, told[n]);
    thing_append(appended->list, appended->item);
}

static void bind(Frame *frame, const Bound *bound, int count)
{
    for (int n = 0; n < count; n++)
        frame->places[bound[n].place] = (Place){bound[n].thing->address, bound[n].thing};
}

static void tell_bound(Frame *frame, const Bound *bound, int count, int grows)
{
    if (is_rebound(bound, count, frame)) {
        tell_rebound(bound, frame);
        bind(frame, bound, count);
        return;
    }
    tell_all();
    bind(frame, bound, count);
    if (grows) tell_locals(frame);
    for (int n = 0; !grows && n < count; n++) {
        tell_where(BIND, frame);
        tell(&record, rank_of(frame, bound[n].place));
        tell(&record, bound[n].thing->serial);
    }
}

/* Whether all that a line does is to give names other numbers or text, and what they were dies then: if
   that lives on, it would have to be found afterwards. */
static int is_plain(Frame *frame)
{
    const Line *line = frame->after;
    if (!loads_scalars(frame)) return 0;
    for (int n = 0; n < line->bound; n++) {
        Thing *thing = thing_of_place(frame, line->places[line->loaded + n]);
        if (thing != NULL && !thing->is_settled && thing->count > 1) return 0;
    }
    return 1;
}

void follow_line(Frame *frame, int64_t line)
{
    const Line *after = line_of(frame->code, line);
    if (after == NULL && now.are_loops) after = line_of(frame->code, -1 - frame->instruction);
    frame->after = after;
    if (after == NULL || (!after->calls && after->list < 0 && !is_plain(frame))) {
        const Line *seen_through = look_ahead(frame);
        if (seen_through != NULL) frame->after = seen_through;
    }
}

/* Whether all went as it was foreseen, up to the next line. */
static int is_as_foreseen(const Frame *frame, int is_jump)
{
    return ahead.is_good && !is_jump && instruction_of(frame->frame) == ahead.exit;
}

int step_line(int64_t line, int is_jump)
{
    PyThreadState *thread = _PyThreadState_GET();
    Frame *frame = innermost();
    if (!is_here(watched_frame(thread), frame) || !is_at_rest(thread)) return 0;
    const Line *after = frame->after;
    int is_ahead = after == &ahead.line;
    if (!has_called_nothing(frame, after->calls) || (is_jump && now.last.is_pending)) return 0;
    if (is_ahead && !is_as_foreseen(frame, is_jump)) return 0;
    begin_step();
    Bound bound[MOST_BOUND];
    Operands operands = {.is_same = 1};
    Changes changes = {.count = 0};
    int grows = 0;
    if (!loads_scalars(frame) || !release_returned()) return give_up();
    int count = look_at_bound(frame, bound, &grows);
    Appended appended;
    if (count < 0 || !look_at_list(frame, &appended)) return give_up();
    /* An exception that is being handled is told with all but the plainest lines. */
    if ((grows || after->calls || after->list >= 0 || is_ahead) && is_handling(thread))
        return give_up();
    if (is_ahead && !read_changes(&changes)) return give_up();
    if (after->calls && !look_at_operands(frame, height_of(frame->frame), &operands))
        return give_up();
    if (!find_dead() || !is_room()) return give_up();
    if (is_ahead && !are_reached(frame, bound, count, &changes, found.released, found.released_count))
        return give_up();
    tell_step(EVENT_LINE, frame, line);
    tell_bound(frame, bound, count, grows);
    tell_appended(&appended);
    tell_changes(&record, &changes);
    if (frame->line != line) {
        frame->line = line;
        tell_where(STEP_LINE, frame);
        tell(&record, line);
    }
    take_operands(frame, &operands);
    if (!operands.is_same) tell_operands(frame);
    frame->instruction = instruction_of(frame->frame);
    frame->returned = -1;
    follow_line(frame, line);
    write_step();
    return 1;
}

/* ---- a call ---- */

/* Which of the calls in the line is made by an instruction; -1 where that is none of them. */
static int call_at(const Line *line, int instruction)
{
    for (int n = 0; n < line->calls; n++)
        if (line->at[n] == instruction) return n;
    return -1;
}

/* A constant of running code counts as reachable where it is known: that is for the Python recorder. */
static int knows_no_constant(const Code *code)
{
    for (int n = 0; n < code->constant_count; n++)
        if (known_thing(code->constants[n]) || is_in_tables(code->constants[n])) return 0;
    return 1;
}

/* The object by which Python knows the innermost frame, not where the program's next one of its size
   would come to lie (visualizer/recorder/heads.py). */
static PyObject *new_frame_object(PyThreadState *thread, PyCodeObject *code)
{
    PyObject *known = object_of_frame(thread->current_frame);
    if (known != NULL) return NULL;
    size_t size = size_of_frame_object(code);
    void *held[2] = {PyObject_Malloc(size), PyObject_Malloc(size)};
    PyObject *object = make_frame_object(thread);
    PyObject_Free(held[1]);
    PyObject_Free(held[0]);
    return object;
}

static int look_at_arguments(Frame *frame)
{
    for (int n = 0; n < frame->count; n++) {
        PyObject *value = local_of(frame->frame, n);
        if (value == NULL) continue;
        Thing *thing = look(value);
        if (thing == NULL) return 0;
        frame->places[n] = (Place){(uintptr_t)value, thing};
    }
    return 1;
}

static int begin_frame(Frame *frame, _PyInterpreterFrame *own, Code *code)
{
    frame->frame = own;
    frame->code = code;
    frame->line = code->first_line;
    frame->instruction = instruction_of(own);
    frame->after = &begun;
    frame->returned = -1;
    frame->height = 0;
    frame->are_operands_new = 0;
    return frame_make_room(frame, code->locals);
}

static void tell_frame(const Frame *frame)
{
    int64_t told[] = {PUSH, now.number, frame->serial, frame->code->function, frame->code->file,
                      frame->code->kind, frame->line, RUNS, now.number, frame->code->number,
                      (int64_t)frame->object, 0};
    for (size_t n = 0; n < sizeof told / sizeof *told; n++) tell(&record, told[n]);
    for (int n = 0; n < frame->count; n++)
        if (frame->places[n].address) {
            tell_locals(frame);
            return;
        }
}

int step_call(PyCodeObject *code)
{
    PyThreadState *thread = _PyThreadState_GET();
    _PyInterpreterFrame *own = watched_frame(thread);
    Frame *caller = innermost();
    if (!now.may_call || !is_here(caller_of(own), caller) || !is_at_rest(thread)) return 0;
    int call = call_at(caller->after, instruction_of(caller->frame));
    Code *called = callable_code(code);
    if (call < 0 || called == NULL || !has_called_nothing(caller, call) ||
        !has_bound_nothing(caller) || now.count + 1 >= MOST_FRAMES || is_handling(thread) ||
        calls_left(thread) < CALLS_TO_SPARE || function_of(own) == NULL)
        return 0;
    begin_step();
    Operands operands;
    if (!loads_scalars(caller) || !release_returned()) return give_up();
    /* What the frame that has returned referred to is noted; the new one takes its place. */
    Frame *frame = &now.frames[now.count];
    if (!look_at_operands(caller, height_of(caller->frame), &operands)) return give_up();
    Thing *function = thing_at((uintptr_t)own->f_funcobj), *its_code = thing_at((uintptr_t)code);
    if (function == NULL || its_code == NULL || function->is_scalar || its_code->is_scalar ||
        look(own->f_funcobj) == NULL || look((PyObject *)code) == NULL)
        return give_up();
    Place arguments[MOST_LOCALS] = {{0}};
    Frame trial = {.frame = own, .code = called, .places = arguments, .count = called->locals};
    if (!look_at_arguments(&trial) || !find_dead() || !knows_no_constant(called) || !is_room())
        return give_up();
    PyObject *object = new_frame_object(thread, code);
    if (object == NULL || !begin_frame(frame, own, called)) return give_up();
    memcpy(frame->places, arguments, (size_t)frame->count * sizeof *arguments);
    now.count++;
    now.calls++;
    frame->object = (uintptr_t)object;
    frame->serial = ++now.serial;
    caller->instruction = instruction_of(caller->frame);
    caller->returned = call - 1;
    tell_step(EVENT_CALL, frame, frame->line);
    tell_all();
    take_operands(caller, &operands);
    if (!operands.is_same) tell_operands(caller);
    tell_frame(frame);
    write_step();
    return 1;
}

/* ---- a return ---- */

static int return_at(const Line *line, int instruction)
{
    for (int n = 0; n < line->returns; n++)
        if (line->at[line->calls + n] == instruction) return 1;
    return 0;
}

static int calls_before(const Line *line, int instruction)
{
    int count = 0;
    while (count < line->calls && line->at[count] < instruction) count++;
    return count;
}

/* How often the frame's names refer to an object. */
static int64_t references_of(const Frame *frame, uintptr_t address)
{
    int64_t count = 0;
    for (int n = 0; n < frame->count; n++) count += frame->places[n].address == address;
    return count;
}

/* Look at all that the frame's names refer to, which goes with it. */
static int look_at_names(Frame *frame)
{
    for (int n = 0; n < frame->count; n++) {
        if (!frame->places[n].address) continue;
        Thing *thing = thing_of_place(frame, n);
        PyObject *value = thing ? value_at(frame, n) : NULL;
        if (value == NULL || (uintptr_t)value != frame->places[n].address) return 0;
        if (thing->is_settled || thing->seen == now.moment) continue;
        if (look(value) != thing) return 0;
        if (!thing->is_scalar && Py_REFCNT(value) <= references_of(frame, thing->address)) return 0;
    }
    return 1;
}

static void doom(const Frame *frame)
{
    for (int n = 0; n < frame->count; n++) {
        Thing *thing = frame->places[n].thing;
        if (thing && !thing->is_settled && thing != now.last.value &&
            thing->count == references_of(frame, thing->address))
            thing->is_doomed = 1;
    }
}

int step_return(PyObject *value)
{
    PyThreadState *thread = _PyThreadState_GET();
    _PyInterpreterFrame *own = watched_frame(thread);
    Frame *frame = innermost();
    if (!now.may_call || !is_here(own, frame) || !is_at_rest(thread)) return 0;
    int instruction = instruction_of(own);
    const Line *line = frame->after;
    if (!return_at(line, instruction) || !frame->code->is_callable ||
        !has_called_nothing(frame, calls_before(line, instruction)) || !has_bound_nothing(frame) ||
        is_handling(thread) || function_of(own) == NULL)
        return 0;
    begin_step();
    Operands operands;
    if (!loads_scalars(frame) || !release_returned()) return give_up();
    Thing *thing = look(value);
    if (thing == NULL || !(thing->is_scalar || thing->is_settled) ||
        !look_at_operands(frame, 0, &operands) || !look_at_names(frame) || !find_dead() || !is_room())
        return give_up();
    tell_step(EVENT_RETURN, frame, frame->line);
    tell_all();
    take_operands(frame, &operands);
    if (!operands.is_same) tell_operands(frame);
    tell(&record, VALUE);
    tell(&record, thing->serial);
    if (!returns_constant(own)) {
        int64_t held[] = {HELD_BY, 0, thing->serial, 1};
        for (int n = 0; n < 4; n++) tell(&record, held[n]);
    }
    frame->instruction = instruction;
    now.last = (Return){.is_pending = 1, .value = thing->is_settled ? NULL : thing,
                        .depth = now.count - 1, .function = function_of(own)};
    now.last.left = thing->count - references_of(frame, thing->address);
    doom(frame);
    reach_begin();
    now.count--;
    now.calls--;
    count_young(thread, 1);  /* it counts one less when the frame's object goes */
    if (now.count) now.frames[now.count - 1].returned++;
    write_step();
    return 1;
}
