/* Finds objects that only cycles keep alive.

   Only an object that has lost a reference can become one. First follow known referrers back to a name, the oldest of
   each object: few objects refer to an older one, so such a path seldom leads back. If that fails, use the
   collector's method (Python/gc.c, deduce_unreachable) on the connected objects only: subtract internal references
   from the counts; an object with no remainder has no other holder.

   Objects that the interpreter or a library holds have no name, such as an exception in flight or the tasks of an event
   loop. So a path may also end at an object that has more references than those in containers. Counting these begins
   once the searches without such paths have taken as long as counting. */

#include "engine.h"

static List to_check, reported, inside;  /* ``reported`` were emitted as unreachable */
static List found;                        /* were unreachable once: see ``is_found`` */
static int is_any_dropped;                /* from ``reported`` */
static uint32_t epoch;      /* one per search */
static uint64_t searched;   /* objects, since references were counted */
static int are_counted;

/* Objects known to be on a path have ``version``. If one of them loses a reference, all paths stay valid where it has
   another path; else ``version`` changes. */
static uint32_t version = 1, walk;
static List lost;           /* objects on a path that lost a reference, since the last step */
enum { AT_A_NAME = 1, OUTSIDE };
enum { MOST_RENEWED = 64 };     /* links of the new paths of a step */

void cycles_check(Index index)
{
    if (rows[index].is_path_end) cycles_invalidate(index);
    rows[index].is_path_end = 0;
    add(&to_check, index);
}

void cycles_check_object(PyObject *object)
{
    Index index = object ? row_of(object) : 0;
    if (index) cycles_check(index);
}

/* It was unreachable, or a value beside such objects, and its count or its holders changed. */
void cycles_recheck(Index index)
{
    add(&to_check, index);
}

void cycles_forget(void)
{
    to_check.count = reported.count = found.count = lost.count = 0;
    version++;
    are_counted = 0;
}

/* ---- references in containers ---- */

static void count_one(PyObject *object, void *context)
{
    Index index = row_of(object);
    if (index) rows[index].referrers++;
}

/* The container may have the reference now that was held outside. */
static void count_new(PyObject *object, void *context)
{
    Index index = row_of(object);
    if (index == 0) return;
    rows[index].referrers++;
    if (rows[index].is_path_end == OUTSIDE) cycles_check(index);
}

/* A new object may have the address of a dead one, which had the reference. */
static void discount_one(PyObject *object, void *context)
{
    Index index = row_of(object);
    if (index && !is_new(index) && rows[index].referrers) rows[index].referrers--;
}

/* A new tuple, dict, descriptor or frame object may be a part of an object that was counted before; then there are two
   references to it. */
void references_count(Index index)
{
    if (!are_counted) return;
    PyTypeObject *type = Py_TYPE(rows[index].object);
    if (type == &PyTuple_Type || type == &PyDict_Type || type == &PyGetSetDescr_Type || type == &PyFrame_Type)
        rows[index].is_late |= (uint8_t)(is_new(index) && count_of(rows[index].object) > 1);
    for_each_reference(&rows[index], count_new, NULL);
}

/* A function or class has only its present references, and none when it is dead: more are counted than it has. */
void references_discount(Index index)
{
    const Row *row = &rows[index];
    int has_words = row->type && !row->type->has_parts;
    if (are_counted && row->is_reported && has_words) for_each_reference(row, discount_one, NULL);
}

void references_replace(PyObject *const *old, uint32_t removed, PyObject *const *new, uint32_t added)
{
    if (!are_counted) return;
    for (uint32_t n = 0; n < added; n++)
        if (new[n] != NULL) count_new(new[n], NULL);
    for (uint32_t n = 0; n < removed; n++)
        if (old[n] != NULL) discount_one(old[n], NULL);
}

static void count_all_references(void)
{
    are_counted = 1;
    searched = 0;
    for (Index n = 1; n < row_count; n++) rows[n].referrers = rows[n].is_late = 0;
    for (Index n = 1; n < row_count; n++)
        if (rows[n].object != NULL && rows[n].is_reported && !rows[n].is_gone)
            for_each_reference(&rows[n], count_one, NULL);
}

/* ---- a path to a name ---- */

void cycles_invalidate(Index index)
{
    if (index && rows[index].path_version == version) add(&lost, index);
}

/* All words, as in ``has_word``. */
void cycles_release(Index index)
{
    const Row *row = &rows[index];
    is_any_dropped |= row->is_unreachable;
    if (row->path_version != version) return;
    if (row->type == NULL || row->type->has_parts) version++;
    else for (uint32_t n = 0; n < row->word_count; n++) cycles_invalidate(row_of(row->words[n]));
}

static int has_word(const Row *holder, Row *row)
{
    uint32_t first = holder->kind == DESCRIBED || holder->kind == STRUCTURE ? holder->shape : 0, n = row->seen_at;
    if (n >= first && n < holder->word_count && holder->words[n] == row->object) return 1;
    for (n = holder->word_count; n > first && holder->words[n - 1] != row->object; n--) {}
    if (n <= first) return 0;
    row->seen_at = n - 1;
    return 1;
}

static int does_refer(Index holder, Row *row)
{
    return holder && !rows[holder].is_gone && rows[holder].is_reported && has_word(&rows[holder], row);
}

typedef struct {
    const PyObject *part;
    int is_found;
} Sought;

static void compare_part(PyObject *referent, void *sought)
{
    ((Sought *)sought)->is_found |= referent == ((Sought *)sought)->part;
}

/* Whether a container may refer to objects that become known only later: dicts of attributes, parts of a class, the
   frame object of a generator. */
static int may_have_parts(const Row *row)
{
    return row->type->has_parts || row->kind == PAUSED || (row->kind == INSTANCE && row->shape & IN_A_DICT) ||
           (row->kind == STRUCTURE && row->type->walk == EXCEPTION);
}

static int is_part_of_any(const PyObject *part)
{
    Sought sought = {part, Py_IS_TYPE(part, &PyGetSetDescr_Type)};
    for (Index n = 1; n < row_count && !sought.is_found; n++)
        if (rows[n].object != NULL && !rows[n].is_gone && rows[n].is_reported && may_have_parts(&rows[n]))
            for_each_reference(&rows[n], compare_part, &sought);
    return sought.is_found;
}

static int is_held_outside(Row *row)
{
    Py_ssize_t count = count_of(row->object);
    if (count < 0) return 1;
    if (!are_counted || count <= (Py_ssize_t)row->referrers) return 0;
    if (row->is_late) row->is_late = (uint8_t)is_part_of_any(row->object);
    return !row->is_late;
}

/* ``most``: do not rely on known paths, which may lead through this object; give up after that many links. */
static int has_path(Index index, uint32_t most)
{
    static List path;
    path.count = 0;
    walk++;
    while (most || rows[index].path_version != version) {
        Row *row = &rows[index];
        if (row->walk == walk || (most && path.count == most)) return 0;
        row->walk = walk;
        add(&path, index);
        int is_outside = is_held_outside(row);
        if (is_outside || do_names_refer_to(row->object)) {
            row->is_path_end = is_outside ? OUTSIDE : AT_A_NAME;
            break;
        }
        if (does_refer(row->leader, row)) index = row->leader;
        else if (does_refer(row->found_last, row)) index = row->found_last;
        else return 0;
    }
    for (uint32_t n = 0; n < path.count; n++) rows[path.items[n]].path_version = version;
    return (int)path.count + 1;
}

static void renew_paths(void)
{
    uint32_t left = MOST_RENEWED;
    for (uint32_t n = 0; n < lost.count; n++) {
        if (rows[lost.items[n]].object == NULL || rows[lost.items[n]].is_gone) continue;
        int links = left ? has_path(lost.items[n], left) : 0;
        if (links == 0) {
            version++;
            break;
        }
        left -= Py_MIN(left, (uint32_t)links);
    }
    lost.count = 0;
}

/* ---- connected objects ---- */

static int is_marked(Index index)
{
    return index && rows[index].epoch == epoch;
}

static void mark(Index index)
{
    if (index == 0 || is_marked(index) || rows[index].is_gone || !rows[index].is_reported) return;
    rows[index].epoch = epoch;
    rows[index].references = 0;
    add(&inside, index);
}

static int is_on_path(Index index)
{
    return !rows[index].is_unreachable && has_path(index, 0);
}

/* Mark an object without a path, or a value, whose known path may be old. */
static void mark_referred(PyObject *object, void *context)
{
    Index index = row_of(object);
    if (index && (rows[index].kind == VALUE || is_marked(index) || !is_on_path(index))) mark(index);
}

static void count_reference(PyObject *object, void *context)
{
    Index index = row_of(object);
    if (is_marked(index)) rows[index].references++;
}

#define HELD UINT32_MAX

static List waiting;

static void hold(Index index)
{
    rows[index].references = HELD;
    add(&waiting, index);
}

static void hold_referred(PyObject *object, void *context)
{
    Index index = row_of(object);
    if (!is_marked(index) || rows[index].references == HELD) return;
    rows[index].leader = *(Index *)context;
    hold(index);
}

static int has_other_holder(Index index)
{
    Py_ssize_t count = count_of(rows[index].object);
    return count < 0 || count > (Py_ssize_t)rows[index].references;
}

/* Whether unreachable objects that are not marked may be the only other holders of a marked object. */
static int is_any_in_doubt(void)
{
    for (uint32_t n = 0; n < inside.count; n++) {
        Index index = inside.items[n];
        if (has_other_holder(index) && count_of(rows[index].object) >= 0 && !has_path(index, MOST_RENEWED)) return 1;
    }
    return 0;
}

/* Mark what the marked objects refer to; find those of them that a reachable object or anything else holds. */
static void find_held(void)
{
    waiting.count = 0;
    for (uint32_t n = 0; n < inside.count; n++) for_each_reference(&rows[inside.items[n]], mark_referred, NULL);
    searched += inside.count;
    for (uint32_t n = 0; n < inside.count; n++)
        for_each_reference(&rows[inside.items[n]], count_reference, NULL);
    if (is_any_in_doubt()) {
        searched += reported.count;
        for (uint32_t n = 0; n < reported.count; n++)
            if (!is_marked(reported.items[n])) for_each_reference(&rows[reported.items[n]], count_reference, NULL);
    }
    for (uint32_t n = 0; n < inside.count; n++)
        if (has_other_holder(inside.items[n])) hold(inside.items[n]);
    while (waiting.count) {
        Index from = waiting.items[--waiting.count];
        for_each_reference(&rows[from], hold_referred, &from);
    }
}

static void emit_flag(Index index, int is_unreachable)
{
    rows[index].is_beside_cycle = !is_unreachable && rows[index].kind == VALUE;
    if (rows[index].is_unreachable == is_unreachable) return;
    rows[index].is_unreachable = (uint8_t)is_unreachable;
    EMIT(&record.rest, WIRE_UNREACHABLE, rows[index].serial, is_unreachable);
    rows[index].is_found = !is_unreachable;
    is_any_dropped |= !is_unreachable;
    add(is_unreachable ? &reported : &found, index);
}

void cycles_collected(void)
{
    for (uint32_t n = 0; n < found.count; n++) rows[found.items[n]].is_found = 0;
    found.count = 0;
}

static void mark_to_check(void)
{
    epoch++;
    inside.count = 0;
    for (uint32_t n = 0; n < to_check.count; n++) {
        Index index = to_check.items[n];
        const Row *row = &rows[index];
        if (row->object == NULL || row->is_gone || !row->is_reported) continue;
        if (row->kind == VALUE ? row->is_unreachable || row->is_beside_cycle : !is_on_path(index)) mark(index);
    }
    to_check.count = 0;
}

static void drop_from_reported(void)
{
    uint32_t left = 0;
    for (uint32_t n = 0; n < reported.count; n++) {
        Index index = reported.items[n];
        if (rows[index].object != NULL && !rows[index].is_gone && rows[index].is_unreachable)
            reported.items[left++] = index;
    }
    reported.count = left;
    is_any_dropped = 0;
}

void cycles_update(void)
{
    if (is_any_dropped) drop_from_reported();
    renew_paths();
    mark_to_check();
    if (inside.count == 0) return;
    find_held();
    if (searched >= row_count) count_all_references();
    for (uint32_t n = 0; n < inside.count; n++)
        emit_flag(inside.items[n], rows[inside.items[n]].references != HELD);
}
