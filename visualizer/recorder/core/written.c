/* Finds rows that may have changed, by the memory that was written since the last step (pages.c).

   The table of addresses (memory.c) has a row at every place of its memory, so written memory leads to rows. Most
   written pages are written at each step, a little of each, so they are compared with a copy. Rows whose memory is
   unknown may always have changed. */

#include "engine.h"

#define PAGE ((uintptr_t)4096)      /* bytes; larger pages only cost time */
#define CELL ((uintptr_t)16)        /* bytes per place in the table of addresses */

List due, other_counts;
static List unwatched;

/* Per row, while pages are watched. */
typedef struct {
    Memory apart;               /* the separate part of its memory when noted */
    uintptr_t written_from;     /* the first place of that part that was written, if it is due in this step */
    uint32_t step;              /* the last step in which it was due */
    uint32_t unwatched_place;   /* index among the unwatched, from 1 on; else 0 */
    uint8_t is_noted, has_cells;    /* the latter: all of its cells lead to it */
} Noted;

static Noted *noted;
static uint32_t noted_room;

static struct { uintptr_t *items; uint32_t count, room; } written;   /* pages */

static uint32_t this_step;

/* ---- copies of pages ---- */

/* The content of a page when last read: still its content as long as it is not written. */
typedef struct {
    uintptr_t page;
    Index witness;          /* a row in the page; 0 if there is none, and nothing is stored */
    uint64_t words[PAGE / sizeof(uint64_t)];
} Copy;

#define COPIES 256      /* each page has one slot */
#define WORDS 8         /* compared at once */
#define CELLS (WORDS * sizeof(uint64_t) / CELL)

static Copy copies[COPIES];

static Copy *place_of_copy(uintptr_t page)
{
    return &copies[page / PAGE % COPIES];
}

static int is_overlapping(const Memory *memory, uintptr_t page)
{
    return (uintptr_t)memory->start < page + PAGE && (uintptr_t)memory->end > page;
}

/* Whether a scanned row proves that the page can be read: it is alive and inside the page. On a free list an
   object may have lost its type. */
static int is_witness(Index index, uintptr_t page)
{
    const Row *row = &rows[index];
    Memory own = {NULL, NULL}, apart = {NULL, NULL};
    if (row->is_gone || !is_scanned(index) || count_of(row->object) == 0) return 0;
    memory_of(row, &own, &apart);
    return ((uintptr_t)row->object & ~(PAGE - 1)) == page || is_overlapping(&apart, page) || is_overlapping(&own, page);
}

static void copy_page(uintptr_t page, const Index *cells)
{
    Copy *copy = place_of_copy(page);
    Index last = 0;
    copy->page = page;
    copy->witness = 0;
    for (size_t n = 0; n < PAGE / CELL; n++) {
        if (cells[n] == 0 || cells[n] == last || !is_scanned(last = cells[n])) continue;
        copy->page = 0;     /* something unknown is there */
        if (!is_witness(last, page)) continue;
        copy->page = page;
        copy->witness = last;
        memcpy(copy->words, (void *)page, PAGE);
        return;
    }
}

static int is_different(const uint64_t *words, const uint64_t *others)
{
    uint64_t found = 0;
    for (int n = 0; n < WORDS; n++) found |= words[n] ^ others[n];
    return found != 0;
}

/* ---- noting memory ---- */

/* Lead from the cells of a piece to its row; 0 if another object seems to be there. A note for memory that was freed
   since costs only a scan. */
static int note_cells(Index index, const Memory *piece)
{
    uintptr_t at = (uintptr_t)piece->start, end = (uintptr_t)piece->end;
    while (at < end) {
        uintptr_t next = Py_MIN((at | (PAGE - 1)) + 1, end);
        Index *cells = cell_of((void *)at, 1);
        Copy *copy = place_of_copy(at & ~(PAGE - 1));
        if (cells == NULL) return 0;
        if (copy->witness == 0) copy->page = 0;
        for (at &= ~(CELL - 1); at < next; at += CELL, cells++) {
            if (*cells == index) continue;
            if (*cells && (uintptr_t)rows[*cells].object == at && !rows[*cells].is_gone) return 0;
            *cells = index;
        }
    }
    return 1;
}

#define ROWS_OF_A_PAGE (PAGE / sizeof(void *) / WORDS_OF_A_ROW)

/* Whether all of a piece is watched; each of its pages requests it, if it may; ``is_again``: only if there are many. */
static int is_piece_watched(const Memory *piece, int may_request, int is_again)
{
    int is_watched = 1;
    uintptr_t at = (uintptr_t)piece->start, end = (uintptr_t)piece->end;
    while (at < end) {
        uintptr_t next = Py_MIN((at | (REGION - 1)) + 1, end);
        uintptr_t pages = (next - 1) / PAGE - at / PAGE + 1;
        uint32_t requests = pages > 1 ? (uint32_t)pages * ROWS_OF_A_PAGE : !is_again;
        if (!pages_watch((void *)at, may_request ? requests : 0)) is_watched = 0;
        at = next;
    }
    return is_watched;
}

void written_new(Index index)
{
    if (index < noted_room) noted[index] = (Noted){.is_noted = 0};
}

void written_note(Index index)
{
    const Row *row = &rows[index];
    Memory own, apart = {NULL, NULL};
    if (row->is_gone || !row->is_reported || !is_scanned(index)) return;
    if (!HAS_ROOM(noted, noted_room, (size_t)index + 1)) return;
    Noted *before = &noted[index];
    int is_watched = memory_of(row, &own, &apart);
    int is_same = before->apart.start == apart.start && before->apart.end == apart.end;
    if (is_watched && before->is_noted && is_same && !before->unwatched_place) return;
    /* Static objects are next to memory that the interpreter writes at each step: they request nothing. */
    int is_again = before->unwatched_place != 0;
    int may_request = (!is_again || !is_same) && count_of(row->object) >= 0;
    if (is_watched) {
        /* Millions of cells: they lead to the row until its memory is another. */
        if (!before->is_noted || !before->has_cells || before->apart.start != apart.start)
            before->has_cells = note_cells(index, &own) & note_cells(index, &apart);
        else if (before->apart.end < apart.end)
            before->has_cells = note_cells(index, &(Memory){before->apart.end, apart.end});
        int are_watched = is_piece_watched(&own, may_request, is_again) &
                          is_piece_watched(&apart, may_request, is_again);
        is_watched = before->has_cells && are_watched;
    }
    before->apart = apart;
    before->is_noted = 1;
    if (is_watched) {
        before->unwatched_place = 0;
    } else if (!before->unwatched_place) {
        add(&unwatched, index);
        before->unwatched_place = unwatched.count;
    }
}

/* ---- finding rows ---- */

static void add_once(List *list, Index index)
{
    if (list->count == 0 || list->items[list->count - 1] != index) add(list, index);
}

size_t unwritten_bytes(Index index, const void *start)
{
    const Noted *one = &noted[index];
    if (!are_pages_watched || index >= noted_room || one->step != this_step || !one->is_noted) return 0;
    if (one->apart.start != start || one->written_from <= (uintptr_t)start) return 0;
    return Py_MIN(one->written_from, (uintptr_t)one->apart.end) - (uintptr_t)start;
}

/* All pages of a large object lead to it, one after the other. ``piece`` was written; NULL: anything may have been. */
static void make_due(Index index, const Memory *piece)
{
    if (index < noted_room) {
        Noted *one = &noted[index];
        if (one->step != this_step) one->step = this_step, one->written_from = UINTPTR_MAX;
        if (piece == NULL) one->written_from = 0;
        else if (one->apart.start < piece->end && piece->start < one->apart.end)
            one->written_from = Py_MIN(one->written_from, (uintptr_t)piece->start);
    }
    if (has_other_count(index)) add_once(&other_counts, index);
    if (rows[index].is_contained) add_once(&due, index);
}

/* Drops rows that are gone or watched now. */
static void make_due_unwatched(void)
{
    uint32_t left = 0;
    for (uint32_t n = 0; n < unwatched.count; n++) {
        Index index = unwatched.items[n];
        if (noted[index].unwatched_place != n + 1 || rows[index].is_gone) continue;
        unwatched.items[left++] = index;
        noted[index].unwatched_place = left;
        make_due(index, NULL);
    }
    unwatched.count = left;
}

static void make_due_cells(const Index *cells, size_t count, const Memory *piece)
{
    Index last = 0;
    for (size_t n = 0; n < count; n++)
        if (cells[n] && cells[n] != last) make_due(last = cells[n], piece);
}

/* Return whether the page has rows. */
static int make_due_rows_in(uintptr_t page)
{
    const Index *cells = cell_of((void *)page, 0);
    Copy *copy = place_of_copy(page);
    if (cells == NULL || (copy->page == page && copy->witness == 0)) return 0;
    if (copy->page != page || !is_witness(copy->witness, page)) {
        make_due_cells(cells, PAGE / CELL, &(Memory){(void *)page, (void *)(page + PAGE)});
        copy_page(page, cells);
        return 1;
    }
    const uint64_t *words = (const uint64_t *)page;
    for (size_t n = 0; n < PAGE / sizeof *words; n += WORDS) {
        if (!is_different(words + n, copy->words + n)) continue;
        memcpy(copy->words + n, words + n, WORDS * sizeof *words);
        make_due_cells(cells + n / WORDS * CELLS, CELLS, &(Memory){words + n, words + n + WORDS});
    }
    return 1;
}

static int found_written(uintptr_t start, uintptr_t end)
{
    int count = 0;
    for (uintptr_t page = start; page < end; page += PAGE) {
        if (!make_due_rows_in(page)) continue;
        if (HAS_ROOM(written.items, written.room, written.count + 1)) written.items[written.count++] = page;
        count++;
    }
    return count;
}

void written_find_all(void)
{
    for (uint32_t n = 0; n < written.count; n++) {
        uintptr_t page = written.items[n];
        const Copy *copy = place_of_copy(page);
        if (copy->page == page && copy->witness && !is_any_gone((const void *const *)copy->words, PAGE / sizeof(void *)))
            continue;
        make_due_cells(cell_of((void *)page, 0), PAGE / CELL, NULL);
    }
}

static void forget_copies(void)
{
    for (int n = 0; n < COPIES; n++) copies[n].page = 0;
}

int written_find(const List *requested, size_t known)
{
    due.count = other_counts.count = written.count = 0;
    this_step++;
    if (are_pages_watched && known < WATCH_FROM / 4) pages_end();
    if (!are_pages_watched) {
        if (known < WATCH_FROM || !pages_begin()) return 0;
        unwatched.count = 0;
        for (Index n = 0; n < noted_room; n++) written_new(n);
        forget_copies();
        return 0;
    }
    make_due_unwatched();
    for (uint32_t n = 0; n < requested->count; n++) make_due(requested->items[n], NULL);
    if (pages_written(found_written)) return !record.is_short_of_memory;
    forget_copies();
    this_step++;    /* nothing is known of any row */
    return 0;
}
