#include "engine.h"

#define LONGEST_PART (1 << 14)  /* numbers; a longer step is sent in parts */

struct Record record;

int make_room(void *array, uint32_t *room, size_t count, size_t size)
{
    size_t wanted = count + count / 4 + 2;
    void *before, *more;
    memcpy(&before, array, sizeof before);
    more = wanted <= UINT32_MAX ? reallocate(before, wanted * size) : NULL;
    if (more == NULL) {
        record.is_short_of_memory = 1;
        return 0;
    }
    memset((char *)more + *room * size, 0, (wanted - *room) * size);
    memcpy(array, &more, sizeof more);
    *room = (uint32_t)wanted;
    return 1;
}

void emit_all(Section *section, const int64_t *numbers, size_t count)
{
    if (count == 0 || !HAS_ROOM(section->numbers, section->room, section->count + count)) return;
    memcpy(section->numbers + section->count, numbers, count * sizeof *numbers);
    section->count += count;
}

void emit_list(Section *section, PyObject *numbers)
{
    for (Py_ssize_t n = 0; n < PyList_GET_SIZE(numbers); n++)
        emit(section, PyLong_AsLongLong(PyList_GET_ITEM(numbers, n)));
}

void emit_text(Text *text, const char *bytes, size_t length)
{
    if (length == 0 || !HAS_ROOM(text->bytes, text->room, text->length + length)) return;
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
}

void record_may_be_cut(void)
{
    size_t last = record.cuts.count ? (size_t)record.cuts.numbers[record.cuts.count - 2] : 0;
    if (record.objects.count - last < LONGEST_PART) return;
    EMIT(&record.cuts, (int64_t)record.objects.count, (int64_t)record.text.length);
}

void record_clear(void)
{
    record.head.count = record.freed.count = record.objects.count = record.rest.count = 0;
    record.cuts.count = record.text.length = 0;
    record.expressions.count = record.expression_text.length = 0;
}

static void emit_once(Section *section, PyObject *numbers)
{
    size_t after = section->count + (size_t)PyList_GET_SIZE(numbers);
    emit_list(section, numbers);
    if (section->count != after) record.is_incomplete = 1;
}

void announce(PyObject *numbers)
{
    emit_once(&record.announced, numbers);
}

void emit_name(PyObject *numbers, const char *bytes, size_t length)
{
    size_t after = record.name_text.length + length;
    emit_once(&record.names, numbers);
    emit_text(&record.name_text, bytes, length);
    if (record.name_text.length != after) record.is_incomplete = 1;
}

/* ---- the ring buffer ---- */

static struct {
    char *base;
    uint64_t room, written;
    long parent;
} ring;

/* Stores a counter after the data: the session reads everything below WRITTEN as soon as it sees it. */
static void publish(int offset, uint64_t number)
{
    _Py_atomic_store_uint64_release((uint64_t *)(ring.base + offset), number);
}

static uint64_t load(int offset)
{
    return _Py_atomic_load_uint64_acquire((const uint64_t *)(ring.base + offset));
}

void ring_begin(void *mapping, uint64_t size, long parent)
{
    ring.base = mapping;
    ring.room = size - WIRE_SPOOL_HEADER;
    ring.parent = parent;
    ring.written = load(WIRE_SPOOL_WRITTEN);
}

/* Sleep while other threads run. If the session has died, no process will read the records, so this one ends. If the
   session rejects records, nothing waits. */
static void wait_for_session(int why)
{
    if (has_session_died(ring.parent)) _exit(1);
    record.is_refused = load(WIRE_SPOOL_UNWANTED) != 0;
    if (record.is_refused) return;
    publish(WIRE_SPOOL_WAITING, (uint64_t)why);
    Py_BEGIN_ALLOW_THREADS
    pause_briefly(500000);
    Py_END_ALLOW_THREADS
    publish(WIRE_SPOOL_WAITING, 0);
}

static void ring_append(const void *bytes, size_t length)
{
    const char *from = bytes;
    while (length && !record.is_refused) {
        uint64_t start = ring.written % ring.room;
        uint64_t free_bytes = ring.room - (ring.written - load(WIRE_SPOOL_CONSUMED));
        if (free_bytes == 0) {
            publish(WIRE_SPOOL_WRITTEN, ring.written);
            wait_for_session(2);
            continue;
        }
        size_t piece = length;
        if (piece > free_bytes) piece = free_bytes;
        if (piece > ring.room - start) piece = ring.room - start;
        memcpy(ring.base + WIRE_SPOOL_HEADER + start, from, piece);
        ring.written += piece;
        from += piece;
        length -= piece;
    }
}

static void ring_append_numbers(const Section *section, size_t from, size_t to)
{
    ring_append(section->numbers + from, (to - from) * sizeof(int64_t));
}

/* Send one record: the objects between two cuts; the first record has the sections before, the last the rest. */
static void send_part(const size_t from[2], const size_t to[2], int is_first, int is_last)
{
    static const int64_t continues = WIRE_ON, more = WIRE_MORE;
    static const char zeros[8];
    const Section *first[] = {&record.names, &record.head, &record.expressions, &record.announced, &record.freed};
    uint64_t head[2] = {to[0] - from[0] + (is_first ? 0 : 1) + (is_last ? record.rest.count : 1),
                        to[1] - from[1] +
                        (is_first ? record.name_text.length + record.expression_text.length : 0)};
    for (int n = 0; is_first && n < 5; n++) head[0] += first[n]->count;
    ring_append(head, sizeof head);
    for (int n = 0; is_first && n < 5; n++) ring_append_numbers(first[n], 0, first[n]->count);
    if (!is_first) ring_append(&continues, sizeof continues);
    ring_append_numbers(&record.objects, from[0], to[0]);
    if (is_last) ring_append_numbers(&record.rest, 0, record.rest.count);
    else ring_append(&more, sizeof more);
    if (is_first) {
        ring_append(record.name_text.bytes, record.name_text.length);
        ring_append(record.expression_text.bytes, record.expression_text.length);
    }
    ring_append(record.text.bytes + from[1], to[1] - from[1]);
    ring_append(zeros, -head[1] & 7);
    publish(WIRE_SPOOL_WRITTEN, ring.written);
}

int record_send(int is_step)
{
    size_t from[2] = {0, 0};
    EMIT(&record.cuts, (int64_t)record.objects.count, (int64_t)record.text.length);
    if (record.is_short_of_memory) return 0;
    for (size_t n = 0; n < record.cuts.count; n += 2) {
        const size_t to[2] = {(size_t)record.cuts.numbers[n], (size_t)record.cuts.numbers[n + 1]};
        send_part(from, to, n == 0, n + 2 == record.cuts.count);
        memcpy(from, to, sizeof from);
    }
    record.names.count = record.name_text.length = record.announced.count = 0;
    record_clear();
    if (!is_step) return 1;
    publish(WIRE_SPOOL_STEPS, ++record.steps);
    for (uint64_t credit; (credit = load(WIRE_SPOOL_CREDIT)) != 0 && credit <= record.steps;) {
        if (record.is_refused) break;
        wait_for_session(1);
    }
    return 1;
}

void record_failure(const char *reason)
{
    size_t length = strlen(reason), most = WIRE_SPOOL_HEADER - WIRE_SPOOL_LAST_WORDS - 8;
    if (length > most) length = most;
    memcpy(ring.base + WIRE_SPOOL_LAST_WORDS + 8, reason, length);
    publish(WIRE_SPOOL_LAST_WORDS, length);
}
