/* Finds the line that each step is about to run, like index/lines.py. */

#include "state.h"

enum { NO_LINE = -1 };

static int64_t line_of(const Record *record, int64_t at)
{
    int64_t event = number_at(record, at + 1), file = number_at(record, at + 3);
    int64_t line = number_at(record, at + 4);
    int is_line = event == WIRE_EVENT_LINE && 0 <= file && file <= INT32_MAX && 0 <= line &&
                  line <= UINT32_MAX;
    return is_line ? file << 32 | line : NO_LINE;
}

/* Add the step's line if the record completes a step; ``line`` keeps it between records. */
static int scan_record(const Record *record, int64_t *line, Numbers *lines)
{
    int64_t at = begin_of_step(record);
    REQUIRE(at <= record->count, UNREADABLE);
    if (at == record->count) return 0;
    int64_t first = number_at(record, at);
    if (first != WIRE_STEP && first != WIRE_ON) return 0;
    if (first == WIRE_STEP) {
        REQUIRE(at + 5 <= record->count, UNREADABLE);
        *line = line_of(record, at);
    }
    return number_at(record, record->count - 1) == WIRE_MORE ? 0 : numbers_add(lines, *line);
}

static int scan(const char *records, Py_ssize_t size, Numbers *lines)
{
    int64_t line = NO_LINE, head[2];
    for (int64_t length; size; records += length, size -= (Py_ssize_t)length) {
        length = record_at(records, size, head);
        REQUIRE(length > 0, UNREADABLE);
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
