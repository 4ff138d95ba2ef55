#include "run.h"

#include "bodies.h"

#define MOST_STEPS 1024
#define WORTH 3   /* steps that must look common before it is worth while to begin */
#define ENTRY 7   /* numbers in an entry of the course */

/* What is followed, from where on. */
typedef struct {
    Py_buffer records;
    Py_ssize_t at, most;
    long long first;                 /* the place of its first step in the index */
    Before before;
    Now now;                         /* before the first step */
} Task;

static unsigned char events[MOST_STEPS];
static int64_t course[MOST_STEPS * ENTRY];
static Py_ssize_t courses;
static int64_t peak;
static int is_busy;

/* ---- following ---- */

static int looks_common(const Task *task)
{
    Py_ssize_t at = task->at;
    for (int n = 0; n < WORTH; n++, at = record.behind)
        if (!read_record(task->records.buf, task->records.len, at)) return 0;
    return 1;
}

/* How much is alive and which call runs, noted where that is another than at the step before. */
static Outcome note_course(const Task *task, Py_ssize_t step)
{
    Frame *frame;
    TRY(find_frame(now.depth - 1, &frame));
    const int64_t where[ENTRY - 1] = {now.objects, now.bytes, now.thread, now.place[4],
                                      frame->serial, now.depth};
    if (!step || now.bytes > peak) peak = now.bytes;
    int64_t *entry = course + ENTRY * courses;
    if (step && !memcmp(where, entry - ENTRY + 1, sizeof where)) return TAKEN;
    entry[0] = task->first + step;
    memcpy(entry + 1, where, sizeof where);
    courses++;
    return TAKEN;
}

/* How many steps could be followed, and the place behind them; -1 with an exception. ``is_half_done``
   where a part of another was, too. */
static Py_ssize_t go(const Task *task, Py_ssize_t *behind, int *is_half_done)
{
    Py_ssize_t step = 0, size = task->records.len;
    const char *records = task->records.buf;
    *behind = task->at;
    *is_half_done = 0;
    if (overlay_begin(&task->before) < 0) return -1;
    now = task->now;
    courses = 0;
    while (step < task->most && step < MOST_STEPS && read_record(records, size, *behind)) {
        Outcome done = take_step();
        if (done == TAKEN) done = note_course(task, step);
        if (done == FAILED) return -1;
        if ((*is_half_done = done == DIFFERENT)) break;
        events[step++] = (unsigned char)now.place[0];
        *behind = record.behind;
    }
    return step;
}

/* ---- telling ---- */

static int append(PyObject *list, PyObject *item)
{
    int done = item == NULL ? -1 : PyList_Append(list, item);
    Py_XDECREF(item);
    return done == 0;
}

static PyObject *tuple_of(const int64_t *numbers, Py_ssize_t count)
{
    PyObject *found = PyTuple_New(count);
    for (Py_ssize_t n = 0; found && n < count; n++) {
        PyObject *number = PyLong_FromLongLong(numbers[n]);
        if (number == NULL) Py_CLEAR(found);
        else PyTuple_SET_ITEM(found, n, number);
    }
    return found;
}

static int tell_object(const Object *one, PyObject *dead, PyObject *born, PyObject *changed)
{
    if (one->was_there && !one->is_live)
        return append(dead, Py_BuildValue("LL", one->serial, one->address));
    if (!one->is_live) return 1;
    if (!one->was_there)
        return append(born, Py_BuildValue("(LLLLL)(Ln)nL", one->serial, one->address, one->count,
                                          one->size, one->type, one->whole, one->length,
                                          one->text, one->held));
    if (!one->is_changed) return 1;
    PyObject *body = one->is_body_new ? tuple_of(one->body.at, one->body.count) : Py_NewRef(Py_None);
    if (body == NULL) return 0;
    return append(changed, Py_BuildValue("LLLLiNi", one->serial, one->count, one->size, one->held,
                                         (int)one->is_touched, body, (int)one->is_content_new));
}

/* (dead, born, changed, appended) */
static PyObject *tell_objects(void)
{
    PyObject *lists[4];
    for (int n = 0; n < 4; n++) lists[n] = PyList_New(0);
    int is_whole = lists[0] && lists[1] && lists[2] && lists[3];
    Object *objects;
    Py_ssize_t count = known_objects(&objects);
    for (Py_ssize_t n = 0; is_whole && n < count; n++)
        is_whole = tell_object(&objects[n], lists[0], lists[1], lists[2]);
    for (Py_ssize_t n = 0; is_whole && n < now.appended_count; n++)
        is_whole = append(lists[3], Py_BuildValue("LL", appended[n].list, appended[n].item));
    PyObject *told = is_whole ? PyTuple_Pack(4, lists[0], lists[1], lists[2], lists[3]) : NULL;
    for (int n = 0; n < 4; n++) Py_XDECREF(lists[n]);
    return told;
}

/* (serial, function, file, kind, line, code, address, namespace), locals, operands: of one that was
   there (depth, line or None), and None for each that is as it was */
static PyObject *told_frame(const Frame *frame, Py_ssize_t depth)
{
    int is_all = frame->is_new;
    PyObject *facts = NULL, *locals = Py_NewRef(Py_None), *operands = Py_NewRef(Py_None);
    if (is_all)
        facts = Py_BuildValue("LLLLLLLL", frame->serial, frame->function, frame->file, frame->kind,
                              frame->line, frame->code, frame->address, frame->namespace);
    else if (frame->is_line_new) facts = Py_BuildValue("nL", depth, frame->line);
    else facts = Py_BuildValue("nO", depth, Py_None);
    if (is_all || frame->are_locals_new)
        Py_SETREF(locals, tuple_of(frame->locals.at, frame->locals.count));
    if (is_all || frame->are_operands_new)
        Py_SETREF(operands, tuple_of(frame->operands.at, frame->operands.count));
    if (facts && locals && operands) return Py_BuildValue("NNN", facts, locals, operands);
    Py_XDECREF(facts);
    Py_XDECREF(locals);
    Py_XDECREF(operands);
    return NULL;
}

/* (depth from which on they are new, from which on touched, changed, new) */
static PyObject *tell_frames(void)
{
    PyObject *changed = PyList_New(0), *new = PyList_New(0);
    int is_whole = changed && new;
    for (Py_ssize_t depth = 0; is_whole && depth < now.depth; depth++) {
        const Frame *frame = known_frame(depth);
        if (frame == NULL) continue;
        if (frame->is_new) is_whole = append(new, told_frame(frame, depth));
        else if (frame->is_line_new || frame->are_locals_new || frame->are_operands_new)
            is_whole = append(changed, told_frame(frame, depth));
    }
    if (is_whole) return Py_BuildValue("nnNN", now.low, now.touched, changed, new);
    Py_XDECREF(changed);
    Py_XDECREF(new);
    return NULL;
}

static PyObject *answer(Py_ssize_t steps, Py_ssize_t behind)
{
    PyObject *parts[] = {
        PyBytes_FromStringAndSize((const char *)events, steps),
        PyBytes_FromStringAndSize((const char *)course, courses * ENTRY * (Py_ssize_t)sizeof *course),
        tuple_of(now.place, PLACE),
        tuple_of(now.freed.at, now.freed.count),
        tuple_of(now.handed.at, now.handed.count),
        tell_objects(),
        tell_frames(),
    };
    int is_whole = 1;
    for (size_t n = 0; n < sizeof parts / sizeof *parts; n++) is_whole = is_whole && parts[n];
    PyObject *told = NULL;
    if (is_whole)
        told = Py_BuildValue("nnOOO(LLL)(LOO)OO", steps, behind, parts[0], parts[1], parts[2],
                             now.highest, now.bytes, peak, now.value, parts[3], parts[4], parts[5],
                             parts[6]);
    for (size_t n = 0; n < sizeof parts / sizeof *parts; n++) Py_XDECREF(parts[n]);
    return told;
}

static PyObject *follow(Task *task)
{
    Py_ssize_t behind;
    int is_half_done;
    if (task->at < 0 || !looks_common(task)) Py_RETURN_NONE;
    Py_ssize_t steps = go(task, &behind, &is_half_done);
    if (steps > 0 && is_half_done) {
        task->most = steps;
        steps = go(task, &behind, &is_half_done);
    }
    if (steps < 0) return NULL;
    if (steps == 0) Py_RETURN_NONE;
    return answer(steps, behind);
}

PyObject *follow_run(PyObject *self, PyObject *arguments)
{
    Task task = {0};
    if (is_busy) Py_RETURN_NONE;
    Now *begin = &task.now;
    Before *state = &task.before;
    long long facts[7];
    if (!PyArg_ParseTuple(arguments, "y*nnL(LLLLLLL)O!O!O!OO!O!O!", &task.records, &task.at,
                          &task.most, &task.first, &facts[0], &facts[1], &facts[2], &facts[3],
                          &facts[4], &facts[5], &facts[6], &PyDict_Type,
                          &state->heap, &PyDict_Type, &state->held, &PyDict_Type, &state->addresses,
                          &state->cold, &PyList_Type, &state->stack, &PyDict_Type, &begin->codes,
                          &PyDict_Type, &begin->locks))
        return NULL;
    begin->highest = facts[0], begin->names = facts[1], begin->bytes = facts[2];
    begin->objects = facts[3], begin->out = facts[4], begin->err = facts[5];
    begin->thread = facts[6];
    begin->depth = begin->low = begin->touched = PyList_GET_SIZE(state->stack);
    is_busy = 1;
    PyObject *told = follow(&task);
    is_busy = 0;
    PyBuffer_Release(&task.records);
    return told;
}
