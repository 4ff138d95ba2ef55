#include "engine.h"

#define MOST_FREED 4096     /* in one operation */

Row *rows;
int64_t last_serial;

/* Beside the rows, packed for the loop that is gone through at each step. */
static PyObject **counted;      /* the object of a row whose count is to be looked at, else NULL */
static Py_ssize_t *counts;

Index row_count = 1;
static uint32_t row_room, counted_room, count_room;
static List free_rows, containers;
static List fresh;              /* entered in this step, and still to be told */
static List gone;
static uint64_t gone_mask;      /* of the addresses of those that have gone */
static int64_t serial_before;   /* the last one of the step before */
static int must_look_at_all;

static int are_all_due;         /* else only what written.c has found */
static List asked_for;          /* rows that must be looked at in the next step */

/* No list is ever longer than there are rows: so what is noted of one finds room. */
int rows_reserve(size_t more)
{
    size_t wanted = row_count + more;
    return wanted <= row_room ||
           (HAS_ROOM(counted, counted_room, wanted) && HAS_ROOM(counts, count_room, wanted) &&
            HAS_ROOM(asked_for.items, asked_for.room, wanted) &&
            HAS_ROOM(free_rows.items, free_rows.room, wanted) &&
            HAS_ROOM(containers.items, containers.room, wanted) &&
            HAS_ROOM(fresh.items, fresh.room, wanted) && HAS_ROOM(gone.items, gone.room, wanted) &&
            HAS_ROOM(rows, row_room, wanted));
}

/* ---- who has gone ---- */

static uint64_t mask_of(const void *address)
{
    return (uint64_t)1 << (((uintptr_t)address >> 4) * 0x9E3779B97F4A7C15u >> 58);
}

int may_be_reborn(const PyObject *object)
{
    if (!(gone_mask & mask_of(object))) return 0;
    Index index = row_of(object);
    if (index && rows[index].serial) return rows[index].is_gone || rows[index].serial > serial_before;
    for (Index n = 0; n < gone.count; n++)
        if (rows[gone.items[n]].object == object) return 1;
    return 0;
}

/* Only notes it: called while the interpreter is in the middle of something. */
void object_gone(Index index)
{
    Row *row = &rows[index];
    if (row->is_gone) return;
    Index *cell = cell_of(row->object, 0);
    if (cell != NULL && *cell == index) *cell = 0;
    row->is_gone = 1;
    add(&gone, index);
    counted[index] = NULL;
    gone_mask |= mask_of(row->object);
    if (row->holder == BY_MANY) must_look_at_all = 1;
    else if (row->holder != BY_NAMES && row->holder) {
        rows[row->holder].must_look = 1;
        add(&asked_for, row->holder);
    }
}

/* ---- entering ---- */

Index row_of(const PyObject *object)
{
    Index *cell = cell_of(object, 0);
    return cell != NULL && *cell && rows[*cell].object == object ? *cell : 0;
}

static Index new_row(PyObject *object)
{
    Index *cell = cell_of(object, 1);
    if (cell == NULL || (!free_rows.count && !rows_reserve(1))) {
        record.is_short_of_memory = 1;
        return 0;
    }
    Index index = free_rows.count ? free_rows.items[--free_rows.count] : row_count++;
    Row *row = &rows[index];
    PyObject **words = row->words;
    uint32_t room = row->word_room;
    memset(row, 0, sizeof *row);
    row->words = words;
    row->word_room = room;
    row->object = object;
    row->bytes_before = (uint8_t)bytes_before(Py_TYPE(object));
    *cell = index;
    written_new(index);
    return index;
}

Index watch(PyObject *object)
{
    Index found = row_of(object);
    return found ? found : new_row(object);
}

void *facts_of(PyObject *object, enum Ask what, size_t size, Take take, Forget forget)
{
    Index index = watch(object);
    if (index == 0 || rows[index].facts != NULL) return rows[index].facts;
    void *facts = calloc(1, size);
    if (facts == NULL) {
        record.is_short_of_memory = 1;
        return NULL;
    }
    PyObject *told = ask(what, object, "");
    int is_good = told != NULL && take(facts, object, told);
    answer_done(told);
    if (!is_good) {
        forget(facts);
        return NULL;
    }
    Row *row = &rows[row_of(object)];
    row->forget = forget;
    return row->facts = facts;
}

static void add_container(Index index)
{
    rows[index].place = containers.count;
    rows[index].is_contained = 1;
    add(&containers, index);
}

static void enter(Index index, Index holder)
{
    PyObject *object = rows[index].object;
    Type *type = type_facts(Py_TYPE(object));  /* may enter others: rows move */
    Row *row = &rows[index];
    row->type = type;
    row->kind = type ? type->kind : LEFT_ALONE;
    row->serial = ++last_serial;
    row->holder = holder;
    row->leader = holder < BY_MANY ? holder : 0;
    add(&fresh, index);
}

int64_t reach(PyObject *object, Index holder)
{
    Index index = row_of(object);
    if (index) {
        Row *row = &rows[index];
        if (row->serial) {
            if (row->holder != holder) row->holder = row->holder == 0 ? holder : BY_MANY;
            if (holder < BY_MANY) row->leader = holder;
            if (row->is_unreachable) islands_look_again();
            return row->serial;
        }
    } else if ((index = new_row(object)) == 0) {
        return 0;
    }
    enter(index, holder);
    return rows[index].serial;
}

int64_t serial_of(const PyObject *object)
{
    Index index = row_of(object);
    return index ? rows[index].serial : 0;
}

int keep_words(Row *row, PyObject *const *words, uint32_t count, uint32_t shape)
{
    if (!HAS_ROOM(row->words, row->word_room, count)) return 0;
    if (count) memmove(row->words, words, count * sizeof *words);
    row->word_count = count;
    row->shape = shape;
    return 1;
}

/* ---- which rows are looked at ---- */

int has_other_count(Index index)
{
    return counted[index] != NULL && count_of(counted[index]) != counts[index];
}

int is_looked_at(Index index)
{
    return counted[index] != NULL || rows[index].is_contained;
}

/* ---- a step ---- */

static void count_changed(Index index, Py_ssize_t count)
{
    Row *row = &rows[index];
    TELL(&record.objects, WIRE_COUNT, row->serial, count);
    if (row->kind != VALUE && count >= 0 && count < counts[index]) islands_ask(index);
    if (row->is_unreachable || row->is_beside_island) islands_look_again();
    counts[index] = count;
    if (count < 0 && row->kind == VALUE) counted[index] = NULL;  /* nothing of it will change */
}

static void look_at_count(Index index)
{
    Py_ssize_t count = count_of(counted[index]);
    if (count == counts[index]) return;
    if (count == 0) object_gone(index);
    else count_changed(index, count);
}

static int compare_rows(const void *one, const void *other)
{
    Index a = *(const Index *)one, b = *(const Index *)other;
    return (a > b) - (a < b);
}

/* Put in an order that does not depend on where in memory the objects lie; each once. */
static void put_in_order(List *list)
{
    uint32_t left = 0;
    qsort(list->items, list->count, sizeof(Index), compare_rows);
    for (uint32_t n = 0; n < list->count; n++)
        if (n == 0 || list->items[n] != list->items[n - 1]) list->items[left++] = list->items[n];
    list->count = left;
}

void table_count(void)
{
    are_all_due = !written_find(&asked_for, row_count - free_rows.count);
    asked_for.count = 0;
    if (are_all_due) {
        for (Index n = 1; n < row_count; n++)
            if (has_other_count(n)) look_at_count(n);
        return;
    }
    put_in_order(&other_counts);
    for (uint32_t n = 0; n < other_counts.count; n++) look_at_count(other_counts.items[n]);
}

static int has_gone_word(const Row *row)
{
    for (uint32_t n = 0; n < row->word_count; n++)
        if (row->words[n] != NULL && may_be_reborn(row->words[n])) return 1;
    return 0;
}

static int is_as_before(const Row *row, const View *view)
{
    if (row->kind == DESCRIBED) {
        if (view->count != row->shape) return 0;
    } else if (view->count != row->word_count || view->shape != row->shape) {
        return 0;
    }
    if (view->count > 8)
        return memcmp(view->words, row->words, view->count * sizeof *view->words) == 0;
    for (uint32_t n = 0; n < view->count; n++)
        if (view->words[n] != row->words[n]) return 0;
    return 1;
}

static int has_other_words(Row *row, View *view)
{
    if (row->kind == ITEMS) view_of_items(row->object, view);
    else view_of(row, view);
    if (must_look_at_all && has_gone_word(row)) row->must_look = 1;
    return row->must_look || row->type->is_always_read || !is_as_before(row, view);
}

static int has_other_size(const Row *row)
{
    return has_items(row->kind) && size_of(row) != row->size;
}

/* Returns whether it has been left: an object that has become one of another class goes on as another. */
static int look_at(Index index)
{
    View view;
    Row *row = &rows[index];
    if (row->type->type != Py_TYPE(row->object)) {
        object_gone(index);
        return 1;
    }
    if (has_other_words(row, &view)) tell_change(index, &view);
    else tell_size(index);
    return 0;
}

static int look_at_those(const List *some)
{
    static List differing;
    int was_any_left = 0;
    View view;
    differing.count = 0;
    for (uint32_t n = 0; n < some->count; n++) {
        Row *row = &rows[some->items[n]];
        if (row->is_gone) continue;
        if (row->type->type != Py_TYPE(row->object) || has_other_words(row, &view) || has_other_size(row))
            add(&differing, some->items[n]);
        else if (are_pages_watched)
            written_note(some->items[n]);
    }
    if (some != &containers) put_in_order(&differing);
    for (uint32_t n = 0; n < differing.count; n++) {
        Index index = differing.items[n];
        if (rows[index].is_gone) continue;
        was_any_left |= look_at(index);
        if (are_pages_watched) written_note(index);
    }
    return was_any_left;
}

/* Who holds an object that has been left is looked at once more. */
void table_look(void)
{
    if (must_look_at_all && !are_all_due) written_find_all();
    int was_any_left = look_at_those(are_all_due ? &containers : &due);
    while (was_any_left) was_any_left = look_at_those(&containers);
    if (are_pages_watched && are_all_due)
        for (Index n = 1; n < row_count; n++) written_note(n);
}

static void tell_one_fresh(Index index)
{
    if (rows[index].is_gone) return;
    View view;
    view_of(&rows[index], &view);
    Py_ssize_t count = count_of(rows[index].object);
    tell_new(index, &view, count);
    Row *row = &rows[index];
    row->is_told = 1;
    counts[index] = count;
    int is_leaf = row->kind == VALUE || row->kind == LEFT_ALONE;
    counted[index] = row->kind == LEFT_ALONE || (is_leaf && count < 0) ? NULL : row->object;
    if (!is_leaf && !(row->kind == ITEMS && count < 0)) add_container(index);
    if (are_pages_watched) written_note(index);
}

void table_tell_new(void)
{
    for (Index n = 0; n < fresh.count; n++) tell_one_fresh(fresh.items[n]);
    fresh.count = 0;
}

/* ---- the dead ---- */

static void leave_containers(Index index)
{
    Row *row = &rows[index];
    if (!row->is_contained) return;
    islands_cut(index);
    Index last = containers.items[--containers.count];
    containers.items[row->place] = last;
    rows[last].place = row->place;
    row->is_contained = 0;
}

static void drop(Index index)
{
    Row *row = &rows[index];
    leave_containers(index);
    if (row->content != NULL) {
        house_enter();
        Py_CLEAR(row->content);
        house_leave();
    }
    if (row->facts != NULL) row->forget(row->facts);
    counted[index] = NULL;
    row->serial = 0;
    row->object = NULL;
    add(&free_rows, index);
}

void table_drop(void)
{
    size_t start = 0;
    for (Index n = 0; n < gone.count; n++) {
        Row *row = &rows[gone.items[n]];
        if (row->serial && row->is_told) {
            if (start == 0 || record.freed.count - start > MOST_FREED) {
                start = record.freed.count + 1;
                TELL(&record.freed, WIRE_FREED, 0);
            }
            tell(&record.freed, row->serial);
            if (!record.is_short_of_memory) record.freed.numbers[start]++;
            if (row->is_unreachable) collection_took(row->serial);
        }
        drop(gone.items[n]);
    }
    gone.count = 0;
    gone_mask = 0;
    serial_before = last_serial;
    must_look_at_all = 0;
}

/* What is known of a type or of code stays; of the object itself nothing was told. */
static void untell(Index index)
{
    Row *row = &rows[index];
    leave_containers(index);
    counted[index] = NULL;
    row->serial = 0;
    row->word_count = row->holder = row->leader = 0;
    row->is_told = row->is_unreachable = row->is_beside_island = row->is_way_end = 0;
}

void table_forget(void)
{
    for (Index n = 1; n < row_count; n++) {
        Row *row = &rows[n];
        if (row->object == NULL || row->is_gone || row->serial == 0) continue;
        if (row->facts != NULL) {
            untell(n);
        } else {
            row->is_told = 0;
            object_gone(n);
        }
    }
    fresh.count = 0;
    table_drop();
}
