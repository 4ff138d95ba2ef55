#include "records.h"

Record record;

int64_t operands_of(const int64_t *numbers, Py_ssize_t left)
{
    int64_t count = 0, each = 0, fixed;
    switch (numbers[0]) {
    case POP: case COUNT: case SIZE: fixed = 2; break;
    case PUSH: fixed = 6; break;
    case LINE: case HELD: fixed = 3; break;
    case BIND: case RUNS: fixed = 4; break;
    case VALUE: fixed = 1; break;
    case REBOUND: fixed = 10; break;
    case OBJECT: fixed = 9; break;
    case LOCALS: fixed = 3, each = 2; break;
    case GLOBALS: fixed = 2, each = 2; break;
    case OPERANDS: case CONTENT: fixed = 3, each = 1; break;
    case FREED: fixed = 1, each = 1; break;
    case SPLICE: fixed = 5, each = 1; break;
    default: return -1;
    }
    if (fixed >= left) return -1;
    if (each) count = numbers[numbers[0] == SPLICE ? 4 : fixed];
    if (count < 0 || count > left) return -1;
    return fixed + each * count >= left ? -1 : fixed + each * count;
}

int read_record(const char *records, Py_ssize_t size, Py_ssize_t at)
{
    int64_t head[2];
    if (size - at < (Py_ssize_t)sizeof head) return 0;
    memcpy(head, records + at, sizeof head);
    Py_ssize_t left = size - at - (Py_ssize_t)sizeof head;
    if (head[0] <= PLACE || head[0] > MOST_NUMBERS || 8 * head[0] > left) return 0;
    left -= 8 * (Py_ssize_t)head[0];
    if (head[1] < 0 || head[1] > left || ((head[1] + 7) & ~(int64_t)7) > left) return 0;
    record.count = (Py_ssize_t)head[0];
    record.length = (Py_ssize_t)head[1];
    memcpy(record.numbers, records + at + sizeof head, (size_t)record.count * 8);
    record.text_at = at + (Py_ssize_t)sizeof head + 8 * record.count;
    record.text = records + record.text_at;
    record.behind = record.text_at + ((record.length + 7) & ~(Py_ssize_t)7);
    if (record.numbers[0] != STEP) return 0;
    for (Py_ssize_t n = PLACE + 1; n < record.count;) {
        int64_t operands = operands_of(record.numbers + n, record.count - n);
        if (operands < 0) return 0;
        n += 1 + (Py_ssize_t)operands;
    }
    return 1;
}

void gain(const int64_t *serials, Py_ssize_t count, int every)
{
    for (Py_ssize_t n = 0; n < count; n += every) record.gained[record.gained_count++] = serials[n];
}

int lose(const Numbers *serials, int every)
{
    if (serials->count > MOST_NUMBERS - record.lost_count) return 0;
    for (Py_ssize_t n = every - 1; n < serials->count; n += every)
        record.lost[record.lost_count++] = serials->at[n];
    return 1;
}
