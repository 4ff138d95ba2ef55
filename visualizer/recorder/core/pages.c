/* Detects memory that was written since the last step, with help of the kernel (Linux 6.7 and later).

   Regions of a mebibyte are registered with a userfaultfd in asynchronous mode: the kernel protects their pages,
   and the first write to a page removes its protection inside the kernel, without a signal or message, also for
   writes by system calls. PAGEMAP_SCAN lists the unprotected pages and protects them again in one call. Newly
   mapped memory has no protection, so it counts as written.

   Any doubt (a descriptor closed by the program, memory rejected by the kernel) makes ``pages_written`` return 0:
   then all objects are scanned. */

#include "engine.h"

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
#define WATCHED UINT32_MAX
#define REFUSED (UINT32_MAX - 1)

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

int pages_watch(const void *address, uint32_t requests)
{
    uint32_t *interest = interest_in(address);
    if (interest == NULL) return 0;
    if (*interest == WATCHED) return 1;
    if (requests == 0 || *interest == REFUSED || (*interest += requests) < ENOUGH) return 0;
    uintptr_t start = (uintptr_t)address & ~(uintptr_t)(REGION - 1);
    int is_good = is_registered(start, start + REGION) && add_span(start, start + REGION);
    *interest = is_good ? WATCHED : REFUSED;
    return is_good;
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
        for (uintptr_t at = spans[n].start; at < spans[n].end; at += REGION) *interest_in((void *)at) = 0;
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
