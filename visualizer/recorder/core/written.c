/* Finds rows that may have changed, by the memory that was written since the last step.

   The table of addresses (memory.c) has a row at every place of its memory, so written memory leads to rows. Most
   written pages are written at each step, a little of each, so they are compared with a copy. Rows whose memory is
   unknown may always have changed. */

#include "engine.h"

/* ---- pages: memory that was written since the last step, with help of the kernel (Linux 6.7 and later) ----

   Regions of a mebibyte are registered with a userfaultfd in asynchronous mode: the kernel protects their pages,
   and the first write to a page removes its protection inside the kernel, without a signal or message, also for
   writes by system calls. PAGEMAP_SCAN lists the unprotected pages and protects them again in one call. Newly
   mapped memory has no protection, so it counts as written.

   Any doubt (a descriptor closed by the program, memory rejected by the kernel) makes ``pages_written`` return 0:
   then all objects are scanned. */

int are_pages_watched;

#if defined(__linux__)

#include <errno.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* ---- definitions missing in older headers (linux/userfaultfd.h, linux/fs.h) ---- */

enum { USER_MODE_ONLY = 1, REGISTER_WRITES = 1 << 1 };
enum { WRITES_TO_UNPOPULATED = 1 << 13, WRITES_ASYNCHRONOUS = 1 << 15 };
enum { PROTECT_MATCHING = 1 << 0, REFUSE_UNREGISTERED = 1 << 1, IS_WRITTEN = 1 << 1 };

typedef struct { uint64_t version, features, calls; } Greeting;
typedef struct { uint64_t start, length, mode, calls; } Registration;
typedef struct { uint64_t start, end, categories; } Run;
typedef struct {
    uint64_t size, flags, start, end, walked_to, runs, most_runs, most_pages;
    uint64_t inverted, all_of, any_of, returned;
} Scan;

#define GREET _IOWR(0xAA, 0x3F, Greeting)
#define REGISTER _IOWR(0xAA, 0x00, Registration)
#define SCAN _IOWR('f', 16, Scan)

/* ---- descriptors ---- */

/* The program may close any descriptor and get its number for a file of its own. So each is verified before use,
   and has a high number, like the recorder's others (start.py). */
#define HIGH 700

typedef struct {
    int number;
    dev_t device;
    ino_t file;
} Descriptor;

static Descriptor faults = {.number = -1}, map = {.number = -1};

static int is_ours(const Descriptor *own)
{
    struct stat found;
    return own->number >= 0 && fstat(own->number, &found) == 0 && found.st_dev == own->device &&
           found.st_ino == own->file;
}

static void descriptor_close(Descriptor *own)
{
    if (is_ours(own)) close(own->number);
    own->number = -1;
}

static int descriptor_keep(Descriptor *own, int number)
{
    struct stat found;
    if (number < 0) return 0;
    own->number = fcntl(number, F_DUPFD_CLOEXEC, HIGH);
    close(number);
    if (own->number < 0) return 0;
    if (fstat(own->number, &found) < 0) return 0;
    own->device = found.st_dev;
    own->file = found.st_ino;
    return 1;
}

/* ---- watched regions ---- */

typedef struct { uintptr_t start, end; } Span;

static Span *spans;     /* adjacent regions merged; sorted */
static uint32_t span_count, span_room;
static int failures;

#define MOST_FAILURES 20

/* Per region: the number of requests for it; from ``ENOUGH`` on it is watched. A written page costs as much
   as scanning a hundred rows, so regions with few rows are not worth watching. */
#define ENOUGH (WATCH_FROM < 64 ? WATCH_FROM : 64)
#define DECIDED ((uint32_t)1 << 31)     /* then the last bits tell which pieces of a region are watched */

static int is_registered(uintptr_t start, uintptr_t end)
{
    Registration wanted = {start, end - start, REGISTER_WRITES, 0};
    return is_ours(&faults) && ioctl(faults.number, REGISTER, &wanted) == 0;
}

static int add_span(uintptr_t start, uintptr_t end)
{
    if (!HAS_ROOM(spans, span_room, (size_t)span_count + 1)) return 0;
    uint32_t place = 0;
    while (place < span_count && spans[place].end < start) place++;
    uint32_t after = place;     /* spans from ``place`` on that touch it are merged with it */
    for (; after < span_count && spans[after].start <= end; after++) {
        start = Py_MIN(start, spans[after].start);
        end = Py_MAX(end, spans[after].end);
    }
    memmove(&spans[place + 1], &spans[after], (span_count - after) * sizeof *spans);
    spans[place] = (Span){start, end};
    span_count = span_count - after + place + 1;
    return 1;
}

static int watch_span(uintptr_t start, uintptr_t end)
{
    return is_registered(start, end) && add_span(start, end);
}

/* If the kernel rejects a region, such as one with a shared read-only file, try its pieces. */
static uint32_t watch_region(uintptr_t start)
{
    uint32_t pieces = 0;
    if (watch_span(start, start + REGION)) return DECIDED | 0xFFFF;
    for (int n = 0; n < 16; n++)
        if (watch_span(start + n * PIECE, start + (n + 1) * PIECE)) pieces |= (uint32_t)1 << n;
    return DECIDED | pieces;
}

int pages_watch(const void *address, uint32_t requests)
{
    uint32_t *interest = interest_in(address);
    uintptr_t start = (uintptr_t)address & ~(uintptr_t)(REGION - 1);
    if (interest == NULL) return 0;
    if (!(*interest & DECIDED)) {
        if (requests == 0 || (*interest += requests) < ENOUGH) return 0;
        *interest = watch_region(start);
    }
    return *interest >> ((uintptr_t)address - start) / PIECE & 1;
}

int pages_begin(void)
{
    if (failures >= MOST_FAILURES) return 0;
#if defined(SYS_userfaultfd)
    Greeting greeting = {.version = 0xAA, .features = WRITES_ASYNCHRONOUS | WRITES_TO_UNPOPULATED};
    if (!descriptor_keep(&faults, (int)syscall(SYS_userfaultfd, O_CLOEXEC | O_NONBLOCK | USER_MODE_ONLY)) ||
        ioctl(faults.number, GREET, &greeting) < 0 ||
        !descriptor_keep(&map, open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC))) {
        pages_end();
        failures = MOST_FAILURES;   /* unsupported, now and later */
        return 0;
    }
    are_pages_watched = 1;
#endif
    return are_pages_watched;
}

void pages_end(void)
{
    descriptor_close(&map);
    descriptor_close(&faults);  /* this removes all protection */
    for (uint32_t n = 0; n < span_count; n++)
        for (uintptr_t at = spans[n].start; at < spans[n].end; at += PIECE) *interest_in((void *)at) = 0;
    span_count = 0;
    are_pages_watched = 0;
}

/* Most written pages are written again at the next step, and protecting a page and handling the write fault take
   the kernel longer than finding written pages. So pages are not protected at each step; until then, written pages
   count as written at each step. */
#define STEPS_OPEN 32
#define MOST_OPEN 64    /* pages */

static int steps_open, open_pages;

#define MOST_RUNS 256

/* Return 0 if unknown. */
static int scan_span(const Span *span, int flags, int (*found)(uintptr_t, uintptr_t))
{
    static Run runs[MOST_RUNS];
    Scan scan = {.size = sizeof scan, .flags = REFUSE_UNREGISTERED | flags,
                 .start = span->start, .end = span->end, .runs = (uint64_t)(uintptr_t)runs,
                 .most_runs = MOST_RUNS, .all_of = IS_WRITTEN, .returned = IS_WRITTEN};
    for (; scan.start < scan.end; scan.start = scan.walked_to) {
        int count = ioctl(map.number, SCAN, &scan);
        if (count < 0) return 0;
        for (int n = 0; n < count; n++) open_pages += found(runs[n].start, runs[n].end);
    }
    return 1;
}

static int scan_spans(int flags, int (*found)(uintptr_t, uintptr_t))
{
    open_pages = 0;
    for (uint32_t n = 0; n < span_count; n++) {
        if (scan_span(&spans[n], flags, found)) continue;
        /* Memory was mapped there since. With protection it is unknown which pages were written. */
        if (errno != EPERM || flags || !is_registered(spans[n].start, spans[n].end) ||
            !scan_span(&spans[n], flags, found))
            return 0;
    }
    return 1;
}

int pages_written(int (*found)(uintptr_t start, uintptr_t end))
{
    int is_good = is_ours(&map) && scan_spans(0, found);
    if (is_good && (++steps_open > STEPS_OPEN || open_pages > MOST_OPEN)) {
        steps_open = 0;
        is_good = scan_spans(PROTECT_MATCHING, found);
    }
    if (is_good) return 1;
    failures++;
    pages_end();
    return 0;
}

#else

int pages_begin(void) { return 0; }
void pages_end(void) {}
int pages_watch(const void *address, uint32_t requests) { return 0; }
int pages_written(int (*found)(uintptr_t start, uintptr_t end)) { return 0; }

#endif

/* ---- rows ---- */

#define PAGE ((uintptr_t)4096)      /* bytes; larger pages only cost time */
#define CELL ((uintptr_t)16)        /* bytes per place in the table of addresses */

List due, altered;
static List unwatched;

/* Per row, while pages are watched. */
typedef struct {
    Memory apart;               /* the separate part of its memory when noted */
    const void *beside;         /* its ``__dict__`` */
    uintptr_t from, to;         /* of that part, if it is due in this step: where it was written */
    uint32_t step;              /* the last step in which it was due */
    uint32_t unwatched_place;   /* index among the unwatched, from 1 on; else 0 */
    Index other;                /* another row from whose memory its words are read; 0 for none */
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
} Copy;

/* Each page has one slot. To read an object by its own method writes its count: if pages shared slots, the rows of
   both would be read again at each step. */
#define COPIES 1024
#define WORDS 8         /* compared at once */
#define CELLS (WORDS * sizeof(uint64_t) / CELL)

static Copy copies[COPIES];
static uint64_t copied[COPIES][PAGE / sizeof(uint64_t)];

static Copy *place_of_copy(uintptr_t page)
{
    return &copies[page / PAGE % COPIES];
}

static uint64_t *words_of(const Copy *copy)
{
    return copied[copy - copies];
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
    Memory own = {NULL, NULL}, apart = {NULL, NULL}, beside = {NULL, NULL};
    if (row->is_gone || !is_scanned(index) || count_of(row->object) == 0) return 0;
    if (((uintptr_t)row->object & ~(PAGE - 1)) == page) return 1;
    memory_of(row, &own, &apart, &beside);
    return is_overlapping(&apart, page) || is_overlapping(&own, page) || is_overlapping(&beside, page);
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
        memcpy(words_of(copy), (void *)page, PAGE);
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

/* Whether another row is read from there: objects may share a block of memory, or a ``__dict__``. */
static int is_read_by(Index index, uintptr_t at)
{
    const Row *row = &rows[index];
    if (row->is_gone || row->object == NULL) return 0;
    if ((uintptr_t)row->object == at || index >= noted_room) return (uintptr_t)row->object == at;
    const Memory *apart = &noted[index].apart;
    int may_share = row->kind == STRUCTURE || row->kind == DESCRIBED;
    return (uintptr_t)noted[index].beside == at ||
           (may_share && (uintptr_t)apart->start <= at && at < (uintptr_t)apart->end);
}

/* Make the cells of a piece lead to its row; 0 if another object seems to be there. A note for memory that was freed
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
            if (*cells && is_read_by(*cells, at)) return 0;
            *cells = index;
        }
    }
    return 1;
}

#define STEPS_UNWATCHED 32      /* after these the memory of an unwatched row is examined again */

static size_t bytes_of(const Memory *piece)
{
    return (size_t)((char *)piece->end - (char *)piece->start);
}

/* Whether all of a piece is watched, or so many requests are enough for it. */
static int is_piece_watched(const Memory *piece, uint32_t requests)
{
    int is_watched = 1;
    uintptr_t at = (uintptr_t)piece->start, end = (uintptr_t)piece->end;
    while (at < end) {
        uintptr_t next = Py_MIN((at | (PIECE - 1)) + 1, end);
        if (!pages_watch((void *)at, requests)) is_watched = 0;
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
    Memory own, apart = {NULL, NULL}, beside = {NULL, NULL};
    if (row->is_gone || !row->is_reported || !is_scanned(index)) return;
    if (!HAS_ROOM(noted, noted_room, (size_t)index + 1)) return;
    Noted *before = &noted[index];
    if (before->unwatched_place && !before->other && this_step % STEPS_UNWATCHED) return;
    int is_watched = memory_of(row, &own, &apart, &beside);
    int is_same = before->apart.start == apart.start && before->apart.end == apart.end && before->beside == beside.start;
    if (is_watched && before->is_noted && is_same && !before->unwatched_place) return;
    /* Static objects are next to memory that the interpreter writes at each step: they request nothing. */
    int is_again = before->unwatched_place != 0;
    int may_request = (!is_again || !is_same) && count_of(row->object) >= 0;
    if (is_watched) {
        /* There may be millions of cells: they lead to the row until its memory moves. */
        if (!before->is_noted || !before->has_cells || before->apart.start != apart.start || before->beside != beside.start)
            before->has_cells = note_cells(index, &own) & note_cells(index, &apart) & note_cells(index, &beside);
        else if (before->apart.end < apart.end)
            before->has_cells = note_cells(index, &(Memory){before->apart.end, apart.end});
        /* A long row is read at each step unless all its pieces are watched, so each of them requests as much. */
        size_t bytes = bytes_of(&own) + bytes_of(&apart) + bytes_of(&beside);
        uint32_t requests = bytes > PAGE ? (uint32_t)(bytes / sizeof(void *) / WORDS_OF_A_ROW) : !is_again;
        if (!may_request) requests = 0;
        int are_watched = is_piece_watched(&own, requests) & is_piece_watched(&apart, requests) &
                          is_piece_watched(&beside, requests);
        is_watched = before->has_cells && are_watched;
    }
    before->apart = apart;
    before->beside = beside.start;
    before->is_noted = 1;
    before->other = is_watched ? other_row_of(row) : 0;
    if (is_watched && !before->other) {
        before->unwatched_place = 0;
    } else if (!before->unwatched_place) {
        add(&unwatched, index);
        before->unwatched_place = unwatched.count;
    }
}

/* ---- finding rows ---- */

/* Whether a written page may refer to an object that is gone: to another at its address, in a place that looks
   unchanged. */
static int may_refer_to_gone(uintptr_t page)
{
    const Copy *copy = place_of_copy(page);
    const void *const *words = (const void *const *)words_of(copy);
    return copy->page != page || !copy->witness || is_any_gone(words, PAGE / sizeof *words);
}

Memory written_part(Index index, Memory apart)
{
    const Noted *one = &noted[index];
    if (!are_pages_watched || index >= noted_room || one->step != this_step || !one->is_noted) return apart;
    if (one->apart.start != apart.start) return apart;
    uintptr_t start = (uintptr_t)apart.start, end = (uintptr_t)apart.end;
    uintptr_t known = Py_MIN(end, (uintptr_t)one->apart.end), from = one->from, to = one->to;
    for (uint32_t n = 0; rows[index].must_scan && n < written.count; n++) {
        uintptr_t page = written.items[n];
        int is_outside = page < from || page + PAGE > to;
        if (!is_outside || !is_overlapping(&apart, page) || !may_refer_to_gone(page)) continue;
        from = Py_MIN(from, page);
        to = Py_MAX(to, page + PAGE);
    }
    from = Py_MIN(Py_MAX(from, start), known);
    return (Memory){(void *)from, (void *)(known < end ? end : Py_MIN(Py_MAX(to, from), end))};
}

/* ``piece`` was written; NULL: anything may have been. */
static void make_due(Index index, const Memory *piece)
{
    int is_listed = 0;
    if (index < noted_room) {
        Noted *one = &noted[index];
        is_listed = one->step == this_step;
        if (!is_listed) one->step = this_step, one->from = UINTPTR_MAX, one->to = 0;
        if (piece == NULL) one->from = 0, one->to = UINTPTR_MAX;
        else if (one->apart.start < piece->end && piece->start < one->apart.end) {
            one->from = Py_MIN(one->from, (uintptr_t)piece->start);
            one->to = Py_MAX(one->to, (uintptr_t)piece->end);
        }
    }
    if (is_listed) return;
    if (must_check(index)) add(&altered, index);
    if (rows[index].is_contained) add(&due, index);
}

static int is_due(Index index)
{
    return index >= noted_room || !noted[index].is_noted || noted[index].step == this_step;
}

/* Drops rows that are gone or watched now; rows that depend only on another row are due with that row. */
static void make_due_unwatched(void)
{
    uint32_t left = 0;
    for (uint32_t n = 0; n < unwatched.count; n++) {
        Index index = unwatched.items[n];
        if (noted[index].unwatched_place != n + 1 || rows[index].is_gone) continue;
        unwatched.items[left++] = index;
        noted[index].unwatched_place = left;
        if (!noted[index].other || is_due(noted[index].other)) make_due(index, NULL);
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
    uint64_t *before = words_of(copy);
    for (size_t n = 0; n < PAGE / sizeof *words; n += WORDS) {
        if (!is_different(words + n, before + n)) continue;
        memcpy(before + n, words + n, WORDS * sizeof *words);
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
        if (!may_refer_to_gone(page)) continue;
        make_due_cells(cell_of((void *)page, 0), PAGE / CELL, &(Memory){(void *)page, (void *)(page + PAGE)});
    }
    make_due_unwatched();
}

static void forget_copies(void)
{
    for (int n = 0; n < COPIES; n++) copies[n].page = 0;
}

int written_find(const List *requested, size_t known)
{
    due.count = altered.count = written.count = 0;
    this_step++;
    if (are_pages_watched && known < WATCH_FROM / 4) pages_end();
    if (!are_pages_watched) {
        if (known < WATCH_FROM || !pages_begin()) return 0;
        unwatched.count = 0;
        for (Index n = 0; n < noted_room; n++) written_new(n);
        forget_copies();
        return 0;
    }
    for (uint32_t n = 0; n < requested->count; n++) make_due(requested->items[n], &(Memory){NULL, NULL});
    int is_known = pages_written(found_written);
    make_due_unwatched();
    if (is_known) return !record.is_short_of_memory;
    forget_copies();
    this_step++;    /* nothing is known of any row */
    return 0;
}
