/* Which line each step is about to run, as index/headers.py has it. */

#include "state.h"

enum { NO_LINE = -1 };

static int unreadable(void) { return fault("a record that cannot be read"); }

/* How many numbers an operation takes that may stand before STEP, itself included; else 0. */
static int width_before(int64_t operation)
{
    switch (operation) {
    case WIRE_HELLO: return 5;
    case WIRE_TEXT: return 2;
    case WIRE_SOURCE: return 3;
    default: return 0;
    }
}

static int64_t line_of(const Record *record, int64_t at)
{
    int64_t event = number_at(record, at + 1), file = number_at(record, at + 3);
    int64_t line = number_at(record, at + 4);
    int is_line = event == WIRE_EVENT_LINE && 0 <= file && file <= INT32_MAX && 0 <= line &&
                  line <= UINT32_MAX;
    return is_line ? file << 32 | line : NO_LINE;
}

/* Add the line of the step that is whole with a record, if one is; ``line`` is that of the step. */
static int scan_record(const Record *record, int64_t *line, Numbers *lines)
{
    int64_t at = 0;
    for (int width; at < record->count && (width = width_before(number_at(record, at)));)
        at += width;
    if (at >= record->count) return 0;
    int64_t first = number_at(record, at);
    if (first != WIRE_STEP && first != WIRE_ON) return 0;
    if (first == WIRE_STEP) {
        if (at + 5 > record->count) return unreadable();
        *line = line_of(record, at);
    }
    return number_at(record, record->count - 1) == WIRE_MORE ? 0 : numbers_add(lines, *line);
}

static int scan(const char *records, Py_ssize_t size, Numbers *lines)
{
    int64_t line = NO_LINE, head[2];
    for (int64_t length; size; records += length, size -= (Py_ssize_t)length) {
        length = record_at(records, size, head);
        if (length <= 0) return unreadable();
        Record record = {.numbers = records + RECORD_HEAD, .count = head[0]};
        if (scan_record(&record, &line, lines) < 0) return -1;
    }
    return 0;
}

PyObject *scan_lines(PyObject *module, PyObject *records)
{
    Py_buffer view;
    Numbers lines = {0};
    if (PyObject_GetBuffer(records, &view, PyBUF_SIMPLE) < 0) return NULL;
    int done = scan(view.buf, view.len, &lines);
    PyBuffer_Release(&view);
    PyObject *found = done < 0 ? NULL : PyBytes_FromStringAndSize((const char *)lines.at,
                                                                  8 * lines.count);
    numbers_free(&lines);
    return found;
}
