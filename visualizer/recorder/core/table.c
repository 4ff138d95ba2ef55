#include "engine.h"

#define MOST_FREED 4096     /* per operation */

Row *rows;
static int64_t last_serial;

/* Parallel to the rows, packed for the loop at each step. */
static PyObject **counted;      /* the object of a row whose count is checked, else NULL */
static Py_ssize_t *counts;
static int64_t *floats;         /* the bits of a float, else 0 */

Index row_count = 1;
static uint32_t row_room, counted_room, count_room, float_room;
static List free_rows, containers;
static List fresh;              /* added in this step, still to be emitted */
static List gone;
static List recounted;          /* rows with another count than at the last step */
static uint64_t gone_mask;      /* of the addresses of objects that are gone */
static int64_t serial_before;   /* the last serial of the last step */
static size_t kept_words;       /* of all rows */
static int must_scan_all;

static int are_all_due;         /* otherwise only the rows that written.c has found */
static List requested;          /* rows to scan in the next step */

/* No list is longer than the rows, so noting a row never fails. */
int rows_reserve(size_t more)
{
    size_t wanted = row_count + more;
    return wanted <= row_room ||
           (HAS_ROOM(counted, counted_room, wanted) && HAS_ROOM(counts, count_room, wanted) &&
            HAS_ROOM(floats, float_room, wanted) &&
            HAS_ROOM(requested.items, requested.room, wanted) &&
            HAS_ROOM(free_rows.items, free_rows.room, wanted) &&
            HAS_ROOM(containers.items, containers.room, wanted) &&
            HAS_ROOM(fresh.items, fresh.room, wanted) && HAS_ROOM(gone.items, gone.room, wanted) &&
            HAS_ROOM(recounted.items, recounted.room, wanted) &&
            HAS_ROOM(rows, row_room, wanted));
}

/* ---- objects that are gone ---- */

static uint64_t mask_of(const void *address)
{
    return (uint64_t)1 << (((uintptr_t)address >> 4) * 0x9E3779B97F4A7C15u >> 58);
}

int is_new(Index index)
{
    return rows[index].serial > serial_before;
}

int may_be_reused(const PyObject *object)
{
    if (!(gone_mask & mask_of(object))) return 0;
    Index index = row_of(object);
    if (index && rows[index].serial) return rows[index].is_gone || is_new(index);
    for (Index n = 0; n < gone.count; n++)
        if (rows[gone.items[n]].object == object) return 1;
    return 0;
}

/* Only notes it: called while the interpreter is in the middle of an operation. */
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
    if (row->holder == BY_MANY) must_scan_all = 1;
    else if (row->holder != BY_NAMES && row->holder) {
        rows[row->holder].must_scan = 1;
        add(&requested, row->holder);
    }
}

/* ---- adding objects ---- */

Index row_of(const PyObject *object)
{
    Index *cell = cell_of(object, 0);
    return cell != NULL && *cell && rows[*cell].object == object ? *cell : 0;
}

static int64_t bits_of_float(const PyObject *object)
{
    int64_t bits = 0;
    if (PyFloat_CheckExact(object)) memcpy(&bits, &((const PyFloatObject *)object)->ob_fval, sizeof bits);
    return bits;
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
    floats[index] = bits_of_float(object);
    /* The cell's old row had its attributes or its block here: scan it. */
    if (*cell && (PyDict_CheckExact(object) || rows[*cell].kind >= STRUCTURE)) add(&requested, *cell);
    *cell = index;
    written_new(index);
    return index;
}

Index watch(PyObject *object)
{
    Index found = row_of(object);
    return found ? found : new_row(object);
}

void *info_of(PyObject *object, enum Ask what, size_t size, Parse parse, Forget forget)
{
    Index index = watch(object);
    if (index == 0 || rows[index].info != NULL) return rows[index].info;
    void *info = zeroed(1, size);
    if (info == NULL) return NULL;
    PyObject *answer = ask(what, object, "");
    int is_good = answer != NULL && parse(info, object, answer);
    answer_done(answer);
    if (!is_good) {
        forget(info);
        return NULL;
    }
    Row *row = &rows[row_of(object)];
    row->forget = forget;
    return row->info = info;
}

static void add_container(Index index)
{
    rows[index].place = containers.count;
    rows[index].is_contained = 1;
    add(&containers, index);
}

static int is_older(Index one, Index other)
{
    return other == 0 || rows[other].is_gone || rows[one].serial < rows[other].serial;
}

static void enter(Index index, Index holder)
{
    PyObject *object = rows[index].object;
    Type *type = type_info(Py_TYPE(object));   /* may add others: rows move */
    Row *row = &rows[index];
    row->type = type;
    row->kind = type ? type->kind : IGNORED;
    if (!is_read_natively(row)) row->kind = DESCRIBED;
    row->serial = ++last_serial;
    row->holder = row->holder ? BY_MANY : holder;   /* it may be a name, too */
    row->leader = row->found_last = holder < BY_MANY ? holder : 0;
    add(&fresh, index);
}

int64_t track(PyObject *object, Index holder)
{
    Index index = row_of(object);
    if (index) {
        Row *row = &rows[index];
        if (row->serial) {
            if (row->holder != holder) row->holder = row->holder == 0 ? holder : BY_MANY;
            if (holder < BY_MANY) {
                row->found_last = holder;
                if (is_older(holder, row->leader)) row->leader = holder;
            }
            if (row->is_unreachable) cycles_recheck(index);
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

int keep_words(Row *row, const View *view, Splice splice)
{
    if (!HAS_ROOM(row->words, row->word_room, view->count)) return 0;
    PyObject **to = row->words + splice.start;
    size_t behind = view->count - splice.start - splice.added;
    if (behind && splice.added != splice.removed)
        memmove(to + splice.added, to + splice.removed, behind * sizeof *to);
    if (splice.added) memcpy(to, view->words + splice.start, splice.added * sizeof *to);
    kept_words += (size_t)view->count - row->word_count;
    row->word_count = view->count;
    row->shape = view->shape;
    return 1;
}

/* Forget what was emitted of a row's content. */
static void drop_words(Row *row)
{
    kept_words -= row->word_count;
    row->word_count = row->shape = 0;
    if (row->content == NULL) return;
    isolation_enter();
    Py_CLEAR(row->content);
    isolation_leave();
}

/* ---- scanned rows ---- */

/* CPython 3.13 writes the result of arithmetic into an operand that nothing else refers to
   (Python/ceval_macros.h): it is another number, so another object. */
static int is_other_float(Index index)
{
    return floats[index] != bits_of_float(rows[index].object);
}

Index watch_now(PyObject *object)
{
    Index index = row_of(object);
    if (index && count_of(object) > 0 && is_other_float(index)) object_gone(index);
    return watch(object);
}

int must_check(Index index)
{
    PyObject *object = counted[index];
    return object != NULL && (count_of(object) != counts[index] || floats[index] != bits_of_float(object));
}

int is_scanned(Index index)
{
    return counted[index] != NULL || rows[index].is_contained;
}

/* ---- a step ---- */

static void remove_container(Index index)
{
    Row *row = &rows[index];
    if (!row->is_contained) return;
    Index last = containers.items[--containers.count];
    containers.items[row->place] = last;
    rows[last].place = row->place;
    row->is_contained = 0;
}

static void count_changed(Index index, Py_ssize_t count)
{
    Row *row = &rows[index];
    add(&recounted, index);
    if (row->kind != VALUE && count >= 0 && count < counts[index]) cycles_check(index);
    else if (row->is_unreachable || row->is_beside_cycle) cycles_recheck(index);
    counts[index] = count;
    if (count < 0 && row->kind == VALUE) counted[index] = NULL;  /* it will never change */
}

static int was_class_changed;

/* An object whose class was changed continues as a new object, which has a count of its own. */
static void check(Index index)
{
    Py_ssize_t count = count_of(counted[index]);
    int is_of_other_class = count != 0 && rows[index].type->type != Py_TYPE(counted[index]);
    was_class_changed |= is_of_other_class;
    if (count == 0 || is_of_other_class || is_other_float(index)) object_gone(index);
    else if (count != counts[index]) count_changed(index, count);
}

static int compare_rows(const void *one, const void *other)
{
    Index a = *(const Index *)one, b = *(const Index *)other;
    return (a > b) - (a < b);
}

/* Sort in an order independent of addresses, and remove duplicates. */
static void sort_unique(List *list)
{
    uint32_t left = 0;
    qsort(list->items, list->count, sizeof(Index), compare_rows);
    for (uint32_t n = 0; n < list->count; n++)
        if (n == 0 || list->items[n] != list->items[n - 1]) list->items[left++] = list->items[n];
    list->count = left;
}

void table_count(void)
{
    are_all_due = !written_find(&requested, row_count - free_rows.count + kept_words / WORDS_OF_A_ROW);
    requested.count = 0;
    if (are_all_due) {
        for (Index n = 1; n < row_count; n++)
            if (must_check(n)) check(n);
        return;
    }
    sort_unique(&altered);
    for (uint32_t n = 0; n < altered.count; n++) check(altered.items[n]);
}

void table_emit_counts(Section *section, Index but)
{
    for (Index n = 1; n < row_count; n++) {
        if (counted[n] == NULL || n == but || !rows[n].is_reported) continue;
        Py_ssize_t count = count_of(counted[n]);
        if (count > 0 && count != counts[n]) EMIT(section, WIRE_MEANWHILE, rows[n].serial, count);
    }
}

#define FEW_GONE 8u

static int is_any_of_few_gone(const void *const *words, uint32_t count)
{
    for (uint32_t n = 0; n < gone.count; n++) {
        const void *object = rows[gone.items[n]].object;
        int is_found = 0;
        for (uint32_t at = 0; at < count; at++) is_found |= words[at] == object;
        if (is_found) return 1;
    }
    return 0;
}

int is_any_gone(const void *const *words, uint32_t count)
{
    return gone.count > FEW_GONE || is_any_of_few_gone(words, count);
}

int are_any_reused(PyObject *const *words, uint32_t count)
{
    if (gone.count <= FEW_GONE) return is_any_of_few_gone((const void *const *)words, count);
    for (uint32_t at = 0; at < count; at++)
        if (words[at] != NULL && may_be_reused(words[at])) return 1;
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
        return memcmp(view->words + view->from, row->words + view->from,
                      (view->count - view->rest - view->from) * sizeof *view->words) == 0;
    for (uint32_t n = 0; n < view->count; n++)
        if (view->words[n] != row->words[n]) return 0;
    return 1;
}

static void note_reused(Row *row, const View *view)
{
    uint32_t count = row->word_count - view->rest - view->from;
    if (must_scan_all && are_any_reused(row->words + view->from, count)) row->must_scan = 1;
}

/* Reading the words may add rows for code, and so move rows. */
static int has_other_words(Index index, View *view)
{
    Row *row = &rows[index];
    view_of(row, view);
    row = &rows[index];
    note_reused(row, view);
    return row->must_scan || (row->type->is_always_read == WITHOUT_WORDS && row->kind != STRUCTURE) || !is_as_before(row, view);
}

static int has_other_size(const Row *row)
{
    int may_have = has_items(row->kind) || row->kind == VALUE || (row->kind == STRUCTURE && row->type->has_own_size);
    return may_have && (size_of(row) != row->size || block_apart(row->object) != row->apart ||
                        deleted_of(row->object) != row->deleted);
}

/* Return whether the row was dropped: an object whose class was changed continues as a new object. */
static int scan_row(Index index)
{
    View view;
    Row *row = &rows[index];
    if (row->type->type != Py_TYPE(row->object)) {
        object_gone(index);
        return 1;
    }
    if (has_other_words(index, &view)) emit_change(index, &view);
    else emit_size(index);
    row = &rows[index];
    if (row->kind == VALUE && !may_grow(row)) remove_container(index);
    return 0;
}

static int scan_rows(const List *some)
{
    static List differing;
    int was_any_left = 0;
    View view;
    differing.count = 0;
    for (uint32_t n = 0; n < some->count; n++) {
        Index index = some->items[n];
        const Row *row = &rows[index];
        if (row->is_gone) continue;
        /* Gathering the words of a long container takes long: ``scan_row`` compares them. */
        int is_long = row->word_count >= LONG && has_items(row->kind);
        if (row->type->type != Py_TYPE(row->object) || is_long || has_other_words(index, &view) ||
            has_other_size(&rows[index]))
            add(&differing, index);
        else if (are_pages_watched)
            written_note(index);
    }
    if (some != &containers) sort_unique(&differing);
    for (uint32_t n = 0; n < differing.count; n++) {
        Index index = differing.items[n];
        if (rows[index].is_gone) continue;
        was_any_left |= scan_row(index);
        if (are_pages_watched) written_note(index);
    }
    return was_any_left;
}

/* The holders of a dropped row are scanned once more. */
void table_scan(void)
{
    if (must_scan_all && !are_all_due) written_find_all();
    int was_any_left = scan_rows(are_all_due ? &containers : &due) | was_class_changed;
    was_class_changed = 0;
    while (was_any_left) was_any_left = scan_rows(&containers);
    if (are_pages_watched && are_all_due)
        for (Index n = 1; n < row_count; n++) written_note(n);
}

static void emit_one_new(Index index)
{
    if (rows[index].is_gone) return;
    View view;
    view_of(&rows[index], &view);
    Py_ssize_t count = count_of(rows[index].object);
    emit_new(index, &view, count);
    Row *row = &rows[index];
    row->is_reported = 1;
    counts[index] = count;
    int is_leaf = row->kind == VALUE || row->kind == IGNORED || row->kind == CODE_OBJECT;    /* its words stay */
    counted[index] = row->kind == IGNORED || (is_leaf && count < 0) ? NULL : row->object;
    if (is_leaf ? may_grow(row) : row->kind != ITEMS || count >= 0) add_container(index);
    if (are_pages_watched) written_note(index);
}

void table_emit_new(void)
{
    for (Index n = 0; n < fresh.count; n++) emit_one_new(fresh.items[n]);
    fresh.count = 0;
}

/* ---- dead objects ---- */

void table_release(void)
{
    for (Index n = 0; n < gone.count; n++) {
        references_discount(gone.items[n]);
        cycles_release(gone.items[n]);
        remove_container(gone.items[n]);
    }
}

static void drop(Index index)
{
    Row *row = &rows[index];
    remove_container(index);
    if (row->info != NULL) row->forget(row->info);
    drop_words(row);
    counted[index] = NULL;
    row->serial = 0;
    row->object = NULL;
    add(&free_rows, index);
}

/* An object may still die after its count was read: the interpreter's cache of attributes holds names, and drops them
   when the recorder looks up others (Objects/typeobject.c). */
static void emit_recounted(void)
{
    for (uint32_t n = 0; n < recounted.count; n++) {
        Index index = recounted.items[n];
        if (!rows[index].is_gone) EMIT(&record.objects, WIRE_COUNT, rows[index].serial, counts[index]);
    }
    recounted.count = 0;
}

void table_drop(void)
{
    size_t start = 0;
    emit_recounted();
    for (Index n = 0; n < gone.count; n++) {
        Row *row = &rows[gone.items[n]];
        if (row->serial && row->is_reported) {
            if (start == 0 || record.freed.count - start > MOST_FREED) {
                start = record.freed.count + 1;
                EMIT(&record.freed, WIRE_FREED, 0);
            }
            emit(&record.freed, row->serial);
            if (!record.is_short_of_memory) record.freed.numbers[start]++;
            if (row->is_unreachable || row->is_found) collection_freed(row->serial);
        }
        drop(gone.items[n]);
    }
    gone.count = 0;
    gone_mask = 0;
    serial_before = last_serial;
    must_scan_all = 0;
}

/* Keep the information about a type or code, but treat the object as not emitted. */
static void unreport(Index index)
{
    Row *row = &rows[index];
    remove_container(index);
    counted[index] = NULL;
    drop_words(row);
    row->serial = 0;
    row->holder = row->leader = row->found_last = 0;
    row->is_reported = row->is_unreachable = row->is_beside_cycle = row->is_path_end = row->is_found = 0;
}

void table_forget(void)
{
    for (Index n = 1; n < row_count; n++) {
        Row *row = &rows[n];
        if (row->object == NULL || row->is_gone || row->serial == 0) continue;
        if (row->info != NULL) {
            unreport(n);
        } else {
            row->is_reported = 0;
            object_gone(n);
        }
    }
    fresh.count = 0;
    table_drop();
}
