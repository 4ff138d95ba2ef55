/* Finds objects that only cycles keep alive.

   Only an object that has lost a reference can become one. First follow the last known referrers back to a name;
   if that fails, use the collector's method (Python/gc.c, deduce_unreachable) on the connected objects only:
   subtract internal references from the counts; an object with no remainder has no other holder. */

#include "engine.h"

static List to_check, reported, inside;  /* ``reported`` were emitted as unreachable */
static List found;                        /* once, and are no more: see ``is_found`` */
static int must_recheck;
static uint32_t epoch;      /* one per search */

/* A path stays valid until a reference between containers is dropped, or a name's reference to the end of a path:
   until then ``version`` is the same, and objects known to be on a path have it. */
static uint32_t version = 1, walk;

void cycles_check(Index index)
{
    if (rows[index].is_path_end) {
        rows[index].is_path_end = 0;
        version++;
    }
    add(&to_check, index);
}

void cycles_check_object(PyObject *object)
{
    Index index = object ? row_of(object) : 0;
    if (index) cycles_check(index);
}

void cycles_recheck(void)
{
    must_recheck = 1;
}

void cycles_forget(void)
{
    to_check.count = reported.count = found.count = 0;
    must_recheck = 0;
}

/* ---- a path to a name ---- */

void cycles_invalidate(Index index)
{
    if (rows[index].kind != VALUE) version++;
}

static int has_word(const Row *row, const PyObject *object)
{
    for (uint32_t n = row->kind == DESCRIBED || row->kind == STRUCTURE ? row->shape : 0; n < row->word_count; n++)
        if (row->words[n] == object) return 1;
    return 0;
}

static int has_path(Index index)
{
    static List path;
    path.count = 0;
    walk++;
    while (rows[index].path_version != version) {
        Row *row = &rows[index];
        if (row->walk == walk) return 0;
        row->walk = walk;
        add(&path, index);
        if (do_names_refer_to(row->object)) {
            row->is_path_end = 1;
            break;
        }
        Index leader = row->leader;
        if (leader == 0 || rows[leader].is_gone || !rows[leader].is_reported ||
            !has_word(&rows[leader], row->object))
            return 0;
        index = leader;
    }
    for (uint32_t n = 0; n < path.count; n++) rows[path.items[n]].path_version = version;
    return 1;
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

static void mark_referred(PyObject *object, void *context)
{
    Index index = row_of(object);
    if (index && !is_marked(index)) rows[index].leader = *(Index *)context;
    mark(index);
}

static void count_reference(PyObject *object, void *context)
{
    Index index = row_of(object);
    if (is_marked(index)) rows[index].references++;
}

#define HELD UINT32_MAX

static void hold(Index index, List *waiting)
{
    if (rows[index].references == HELD) return;
    rows[index].references = HELD;
    add(waiting, index);
}

static void hold_referred(PyObject *object, void *context)
{
    Index index = row_of(object);
    if (is_marked(index)) hold(index, context);
}

static void find_held(void)
{
    static List waiting;
    waiting.count = 0;
    for (uint32_t n = 0; n < inside.count; n++)
        for_each_reference(&rows[inside.items[n]], count_reference, NULL);
    for (uint32_t n = 0; n < inside.count; n++) {
        Index index = inside.items[n];
        Py_ssize_t count = count_of(rows[index].object);
        if (count < 0 || count > (Py_ssize_t)rows[index].references) hold(index, &waiting);
    }
    while (waiting.count)
        for_each_reference(&rows[waiting.items[--waiting.count]], hold_referred, &waiting);
}

static void emit_flag(Index index, int is_unreachable)
{
    rows[index].is_beside_cycle = !is_unreachable && rows[index].kind == VALUE;
    if (rows[index].is_unreachable == is_unreachable) return;
    rows[index].is_unreachable = (uint8_t)is_unreachable;
    EMIT(&record.rest, WIRE_UNREACHABLE, rows[index].serial, is_unreachable);
    rows[index].is_found = !is_unreachable;
    add(is_unreachable ? &reported : &found, index);
}

void cycles_collected(void)
{
    for (uint32_t n = 0; n < found.count; n++) rows[found.items[n]].is_found = 0;
    found.count = 0;
}

void cycles_update(void)
{
    epoch++;
    inside.count = 0;
    for (uint32_t n = 0; n < to_check.count; n++) {
        Index index = to_check.items[n];
        if (rows[index].object == NULL || rows[index].is_gone || !rows[index].is_reported || rows[index].kind == VALUE)
            continue;
        if (rows[index].is_unreachable || !has_path(index)) mark(index);
    }
    to_check.count = 0;
    int is_any_checked = inside.count > 0;  /* objects reported as unreachable may refer to them */
    uint32_t left = 0;
    for (uint32_t n = 0; n < reported.count; n++) {
        Index index = reported.items[n];
        if (rows[index].object == NULL || rows[index].is_gone || !rows[index].is_unreachable) continue;
        reported.items[left++] = index;
        if (must_recheck || is_any_checked) mark(index);
    }
    reported.count = left;
    must_recheck = 0;
    if (inside.count == 0) return;
    for (uint32_t n = 0; n < inside.count; n++) {
        Index from = inside.items[n];  /* the list may move while it grows */
        for_each_reference(&rows[from], mark_referred, &from);
    }
    find_held();
    for (uint32_t n = 0; n < inside.count; n++)
        emit_flag(inside.items[n], rows[inside.items[n]].references != HELD);
}
