#include "changes.h"
#include "attributes.h"
#include "contents.h"
#include "reach.h"
#include "steps.h"

/* visualizer/recorder/wire.py */
enum { CONTENT = 11, SPLICE = 12, INSTANCE = 4, ITERATOR = 10 };

#define MOST_TOLD 2000          /* numbers, of what lies between two items that have changed */

/* ---- reading ---- */

/* The names of an instance's attributes, by number, as it was read; NULL where it has a dict, or the
   class is not that of then. */
static PyObject *layout_of(const int64_t *words, Py_ssize_t count, PyObject *thing)
{
    if (count < 3 || words[1] || words[2] != (int64_t)(uintptr_t)Py_TYPE(thing) ||
        words[0] >= PyList_GET_SIZE(sources.layouts))
        return NULL;
    PyObject *names = PyList_GET_ITEM(sources.layouts, words[0]);
    return 3 + PyTuple_GET_SIZE(names) == count ? names : NULL;
}

/* Which of the words stands for the attribute: all have to stand in the order of the object's own
   values, with their names. Where two values are the same, Python might tell their names in another
   order. */
static Py_ssize_t word_of_attribute(const Change *change, const int64_t *words, Py_ssize_t count,
                                    uintptr_t value)
{
    PyObject *thing = change->receiver, *names = layout_of(words, count, thing);
    PyDictKeysObject *keys = ((PyHeapTypeObject *)Py_TYPE(thing))->ht_cached_keys;
    PyDictValues *values = _PyObject_InlineValues(thing);
    Py_ssize_t told = 0, found = -1;
    int are_equal = 0;
    for (Py_ssize_t n = 0; names && n < values->capacity && n < keys->dk_nentries; n++) {
        if (values->values[n] == NULL) continue;
        if (told == count - 3) return -1;
        PyObject *name = PyList_GET_ITEM(now.texts, PyLong_AsSsize_t(PyTuple_GET_ITEM(names, told)));
        if (PyUnicode_Compare(DK_UNICODE_ENTRIES(keys)[n].me_key, name) != 0) return -1;
        if (n == change->at) found = 3 + told;
        else are_equal |= (uintptr_t)values->values[n] == value;
        told++;
    }
    return told != count - 3 || are_equal ? -1 : found;
}

static int find_word(Changed *changed, uintptr_t value)
{
    const Change *change = changed->change;
    Thing *thing = changed->receiver;
    int64_t *words = changed->words = words_of(thing);
    Py_ssize_t at = change->word;
    if (words == NULL) return 0;
    if (change->where == ATTRIBUTE) at = word_of_attribute(change, words, thing->word_count, value);
    else if (words[0] != Py_SIZE(change->receiver)) return 0;
    if (at < 0 || at >= thing->word_count || (uintptr_t)words[at] != change->old) return 0;
    ((Change *)change)->word = at;
    return 1;
}

static Changed *changed_before(Changes *changes, const Thing *receiver)
{
    for (int n = 0; n < changes->count; n++)
        if (changes->all[n].receiver == receiver) return &changes->all[n];
    return NULL;
}

/* An iterator has gone on by one, over the list it is known to walk. */
static int read_position(Changed *changed, const Change *change)
{
    PyObject *list = (PyObject *)((_PyListIterObject *)change->receiver)->it_seq;
    Thing *thing = look(change->receiver);
    int64_t *words = thing ? words_of(thing) : NULL;
    *changed = (Changed){.change = change, .receiver = thing, .words = words};
    return words != NULL && thing->word_count == 2 && words[0] == (int64_t)change->old &&
           words[1] == (int64_t)(uintptr_t)list && list != NULL &&
           ((_PyListIterObject *)change->receiver)->it_index == (Py_ssize_t)change->old + 1;
}

int read_changes(Changes *changes)
{
    const Thing *new = NULL;
    changes->count = 0;
    changes->numbers = 0;
    for (int n = 0; n < ahead.change_count; n++) {
        const Change *change = &ahead.changes[n];
        if (change->where == POSITION) {
            if (!read_position(&changes->all[changes->count++], change)) return 0;
            continue;
        }
        PyObject *value = value_now(change);
        if (value == NULL || is_value_of_class(change, value)) return 0;
        Changed *changed = &changes->all[changes->count];
        changed->change = change;
        changed->receiver = look(change->receiver);
        changed->value = look(value);
        if (changed->receiver == NULL || changed->value == NULL) return 0;
        if ((uintptr_t)value == change->old) continue;
        /* In which order a scan would find several is not known here. */
        if (new != NULL && changed->value->serial == 0 && changed->value != new) return 0;
        if (changed->value->serial == 0) new = changed->value;
        changed->old = thing_at(change->old);
        if (changed->old == NULL || !release(changed->old) || !find_word(changed, (uintptr_t)value))
            return 0;
        const Changed *before = changed_before(changes, changed->receiver);
        Py_ssize_t span = before ? change->word - before->change->word : 0;
        changes->numbers += 8 + (change->where == ATTRIBUTE ? 2 * changed->receiver->word_count
                                                            : span < 0 ? -span : span);
        changes->count++;
    }
    return changes->numbers < MOST_TOLD;
}

/* ---- reaching ---- */

typedef struct {
    Frame *frame;
    const Bound *bound;
    int bound_count;
    const Changes *changes;
} After;

static uintptr_t address_after(const After *after, int place)
{
    for (int n = 0; n < after->bound_count; n++)
        if (after->bound[n].place == place) return after->bound[n].thing->address;
    return after->frame->places[place].address;
}

/* Whether a name of the frame refers to it behind the line. */
static int has_name(const After *after, uintptr_t address)
{
    for (int n = 0; n < after->frame->count; n++)
        if (address_after(after, n) == address) return 1;
    for (int n = 0; n + 1 < now.count; n++)
        for (int m = 0; m < now.frames[n].count; m++)
            if (now.frames[n].places[m].address == address) return 1;
    return 0;
}

/* Whether the line has taken the only reference from there that the way was by. */
static int has_lost_way(const After *after, const Thing *thing)
{
    int way = way_to(thing->slot);
    if (way == BY_NAME_OUTSIDE) return 0;
    for (int n = 0; way > 0 && n < after->changes->count; n++) {
        const Changed *one = &after->changes->all[n];
        if (one->receiver->slot == way && one->old == thing) return 1;
    }
    return way <= 0;
}

static int is_good_way(const After *after, const Thing *from, const Thing *to)
{
    if (from == NULL || from->slot == 0) return 0;
    if (way_to(from->slot) == NO_WAY && has_name(after, from->address))
        set_way(from->slot, BY_NAME);
    if (!is_way_free_of(from->slot, to->slot)) return 0;
    set_way(to->slot, (int)from->slot);
    return 1;
}

static int refers_to(PyObject *thing, uintptr_t address)
{
    if (!is_plain_instance(Py_TYPE(thing))) return 0;
    for (Py_ssize_t n = 0; n < _PyObject_InlineValues(thing)->capacity; n++)
        if ((uintptr_t)attribute_at(thing, n) == address) return 1;
    return 0;
}

/* By what has just got a reference to it, or what a name of the frame refers to. */
static int find_another_way(const After *after, const Thing *thing)
{
    for (int n = 0; n < after->changes->count; n++)
        if (after->changes->all[n].value == thing &&
            is_good_way(after, after->changes->all[n].receiver, thing))
            return 1;
    for (int n = 0; n < after->frame->count; n++) {
        uintptr_t address = address_after(after, n);
        PyObject *value = address ? value_at(after->frame, n) : NULL;
        if ((uintptr_t)value == address && value != NULL && refers_to(value, thing->address) &&
            is_good_way(after, thing_at(address), thing))
            return 1;
    }
    return 0;
}

static int is_leaf(const Thing *thing)
{
    return thing->is_scalar || thing->is_settled;
}

static int have_ways(const After *after, Thing *const *released, int count)
{
    if (!find_ways()) return 0;
    for (int n = 0; n < count; n++)
        if (!is_leaf(released[n]) && has_lost_way(after, released[n]))
            set_way(released[n]->slot, has_name(after, released[n]->address) ? BY_NAME : NO_WAY);
    for (int n = 0; n < count; n++)
        if (!is_leaf(released[n]) && way_to(released[n]->slot) == NO_WAY &&
            !find_another_way(after, released[n]))
            return 0;
    return 1;
}

int are_reached(Frame *frame, const Bound *bound, int count, const Changes *changes,
                Thing *const *released, int released_count)
{
    After after = {frame, bound, count, changes};
    int are_leaves = 1, places[MOST_BOUND];
    for (int n = 0; n < released_count; n++) are_leaves &= is_leaf(released[n]);
    if (are_leaves) return 1;
    for (int n = 0; n < count; n++) places[n] = bound[n].place;
    make_fleeting(frame, places, count);
    return have_ways(&after, released, released_count);
}

/* ---- telling ---- */

static void tell_word(Record *record, int64_t word)
{
    tell(record, serial_at((uintptr_t)word));
}

static void tell_position(Record *record, const Changed *changed)
{
    const int64_t *words = changed->words;
    int64_t head[] = {CONTENT, changed->receiver->serial, ITERATOR, 2};
    for (int n = 0; n < 4; n++) tell(record, head[n]);
    tell_word(record, words[1]);
    tell(record, words[0]);
}

static void tell_attributes(Record *record, const Changed *changed)
{
    const int64_t *words = changed->words;
    PyObject *names = PyList_GET_ITEM(sources.layouts, words[0]);
    Py_ssize_t count = PyTuple_GET_SIZE(names);
    int64_t head[] = {CONTENT, changed->receiver->serial, INSTANCE, 2 + 2 * count};
    for (int n = 0; n < 4; n++) tell(record, head[n]);
    tell_word(record, words[2]);
    tell(record, count);
    for (Py_ssize_t n = 0; n < count; n++) {
        tell(record, PyLong_AsLongLong(PyTuple_GET_ITEM(names, n)));
        tell_word(record, words[3 + n]);
    }
}

/* From the first to the last of the words that are others now: what stands in between is told again. */
static void tell_items(Record *record, const Changes *changes, const Changed *changed)
{
    Py_ssize_t first = changed->change->word, last = first;
    for (int n = 0; n < changes->count; n++) {
        Py_ssize_t word = changes->all[n].change->word;
        if (changes->all[n].receiver != changed->receiver) continue;
        if (word < first) first = word;
        if (word > last) last = word;
    }
    int64_t head[] = {SPLICE, changed->receiver->serial, first - 1, last - first + 1,
                      last - first + 1};
    for (int n = 0; n < 5; n++) tell(record, head[n]);
    for (Py_ssize_t n = first; n <= last; n++) tell_word(record, changed->words[n]);
    tell(record, changed->words[0]);
}

void tell_changes(Record *record, const Changes *changes)
{
    for (int n = 0; n < changes->count; n++) {
        const Changed *changed = &changes->all[n];
        changed->words[changed->change->word] = changed->value ? (int64_t)changed->value->address
                                                               : changed->words[0] + 1;
        changed->receiver->is_changed = 1;
    }
    for (int n = 0; n < changes->count; n++) {
        const Changed *changed = &changes->all[n];
        int is_told = 0;
        for (int m = 0; m < n; m++) is_told |= changes->all[m].receiver == changed->receiver;
        if (is_told) continue;
        if (changed->change->where == ATTRIBUTE) tell_attributes(record, changed);
        else if (changed->change->where == POSITION) tell_position(record, changed);
        else tell_items(record, changes, changed);
    }
}
