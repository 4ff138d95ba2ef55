/* What nothing but a cycle keeps alive.

   Only what has lost a reference can have become so. First a way to a name is looked for, back by who
   led to it last; where none is found the collector's own method decides (Python/gc.c,
   deduce_unreachable), for what hangs together with it alone: references from within are taken from the
   counts, and what has none left is held by nothing else. */

#include "engine.h"

static List asked, known, inside;   /* ``known`` were told to be unreachable */
static int must_look_again;
static uint32_t epoch;      /* one for each search */

/* A way that was found holds as long as no reference between containers goes, nor one of a name to where
   such a way ends: until then ``version`` is the same, and who was seen to stand on a way has it. */
static uint32_t version = 1, walk;

void islands_ask(Index index)
{
    if (rows[index].is_way_end) {
        rows[index].is_way_end = 0;
        version++;
    }
    add(&asked, index);
}

void islands_lost(PyObject *object)
{
    Index index = object ? row_of(object) : 0;
    if (index) islands_ask(index);
}

void islands_look_again(void)
{
    must_look_again = 1;
}

void islands_forget(void)
{
    asked.count = known.count = 0;
    must_look_again = 0;
}

/* ---- a way to a name ---- */

void islands_cut(Index index)
{
    if (rows[index].kind != VALUE) version++;
}

static int has_word(const Row *row, const PyObject *object)
{
    for (uint32_t n = row->kind == DESCRIBED ? row->shape : 0; n < row->word_count; n++)
        if (row->words[n] == object) return 1;
    return 0;
}

static int is_led_to(Index index)
{
    static List way;
    way.count = 0;
    walk++;
    while (rows[index].way_version != version) {
        Row *row = &rows[index];
        if (row->walk == walk) return 0;
        row->walk = walk;
        add(&way, index);
        if (do_names_refer_to(row->object)) {
            row->is_way_end = 1;
            break;
        }
        Index leader = row->leader;
        if (leader == 0 || rows[leader].is_gone || !rows[leader].is_told ||
            !has_word(&rows[leader], row->object))
            return 0;
        index = leader;
    }
    for (uint32_t n = 0; n < way.count; n++) rows[way.items[n]].way_version = version;
    return 1;
}

/* ---- what hangs together ---- */

static int is_marked(Index index)
{
    return index && rows[index].epoch == epoch;
}

static void mark(Index index)
{
    if (index == 0 || is_marked(index) || rows[index].is_gone || !rows[index].is_told) return;
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

static void find_the_held(void)
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

static void tell_flag(Index index, int is_unreachable)
{
    rows[index].is_beside_island = !is_unreachable && rows[index].kind == VALUE;
    if (rows[index].is_unreachable == is_unreachable) return;
    rows[index].is_unreachable = (uint8_t)is_unreachable;
    TELL(&record.rest, WIRE_UNREACHABLE, rows[index].serial, is_unreachable);
    if (is_unreachable) add(&known, index);
}

void islands_settle(void)
{
    epoch++;
    inside.count = 0;
    for (uint32_t n = 0; n < asked.count; n++) {
        Index index = asked.items[n];
        if (rows[index].object == NULL || rows[index].is_gone || !rows[index].is_told || rows[index].kind == VALUE)
            continue;
        if (rows[index].is_unreachable || !is_led_to(index)) mark(index);
    }
    asked.count = 0;
    int is_any_asked = inside.count > 0;    /* it may hang on what is known to be unreachable */
    uint32_t left = 0;
    for (uint32_t n = 0; n < known.count; n++) {
        Index index = known.items[n];
        if (rows[index].object == NULL || rows[index].is_gone || !rows[index].is_unreachable) continue;
        known.items[left++] = index;
        if (must_look_again || is_any_asked) mark(index);
    }
    known.count = left;
    must_look_again = 0;
    if (inside.count == 0) return;
    for (uint32_t n = 0; n < inside.count; n++) {
        Index from = inside.items[n];  /* the list moves while it grows */
        for_each_reference(&rows[from], mark_referred, &from);
    }
    find_the_held();
    for (uint32_t n = 0; n < inside.count; n++)
        tell_flag(inside.items[n], rows[inside.items[n]].references != HELD);
}
