#include "bodies.h"

Appended appended[MOST_APPENDED];

/* Items give way to as many others. */
static Outcome take_others(Object *one, const int64_t *operands)
{
    int64_t start = operands[1], count = operands[2];
    REQUIRE(!one->has_more && 0 <= start && start <= one->items && count <= one->items - start);
    TRY(find_body(one));
    REQUIRE(one->body.count == one->items + 1 && operands[4 + count] == one->body.at[0]);
    const Numbers old = {one->body.at + 1 + start, (Py_ssize_t)count};
    REQUIRE(lose(&old, 1));
    memcpy(old.at, operands + 4, (size_t)count * sizeof *old.at);
    one->is_touched = one->is_changed = one->is_body_new = 1;
    gain(operands + 4, (Py_ssize_t)count, 1);
    return TAKEN;
}

/* Items of a sequence give way to others, or come behind them. */
Outcome take_splice(const int64_t *operands)
{
    Object *one;
    int64_t count = operands[3];
    TRY(find_object(operands[0], &one));
    REQUIRE(one->items >= 0);
    if (operands[2] > 0 && operands[2] == count) return take_others(one, operands);
    REQUIRE(operands[1] == one->items && operands[2] == 0 && !one->is_body_new);
    REQUIRE(one->items + count <= MOST_ITEMS && operands[4 + count] == one->items + count);
    REQUIRE(count <= MOST_APPENDED - now.appended_count);
    for (int64_t n = 0; n < count; n++)
        appended[now.appended_count++] = (Appended){one->serial, operands[4 + n]};
    one->items += (Py_ssize_t)count;
    one->is_touched = one->is_changed = one->has_more = 1;
    gain(operands + 4, (Py_ssize_t)count, 1);
    return TAKEN;
}

/* An instance without a content of its own gets other attributes. */
Outcome take_content(const int64_t *operands)
{
    Object *one;
    const int64_t *body = operands + 3;
    Py_ssize_t length = (Py_ssize_t)operands[2];
    TRY(find_object(operands[0], &one));
    REQUIRE(operands[1] == INSTANCE && one->kind == INSTANCE && length >= 2);
    TRY(find_body(one));
    Numbers *old = &one->body, own = {old->at, 1}, named = {old->at + 2, old->count - 2};
    REQUIRE(body[1] == length / 2 - 1 && length % 2 == 0);
    REQUIRE(old->count >= 2 && old->at[1] == old->count / 2 - 1 && old->count % 2 == 0);
    REQUIRE(lose(&own, 1) && lose(&named, 2));
    for (Py_ssize_t n = 2; n < length; n += 2) REQUIRE(is_name(body[n]));
    gain(body, 1, 1);
    gain(body + 3, length - 2, 2);
    if (length == old->count) memcpy(old->at, body, (size_t)length * sizeof *body);
    else *old = (Numbers){keep_numbers(body, length), length};
    one->is_touched = one->is_changed = one->is_body_new = one->is_content_new = 1;
    return old->at ? TAKEN : DIFFERENT;
}
