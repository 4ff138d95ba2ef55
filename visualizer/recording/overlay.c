#include "overlay.h"

#define BUCKETS (2 * MOST_OBJECTS)

typedef struct {
    uint64_t run;       /* in which the rest was put here */
    int64_t key, value; /* of a serial the place of the object, of an address who is there */
} Bucket;

static Bucket serials[BUCKETS], addresses[BUCKETS];
static Object objects[MOST_OBJECTS];
static Frame frames[MOST_FRAMES];
static int64_t kept[MOST_KEPT];
static Py_ssize_t object_count, address_count, kept_count;
static uint64_t run;
static Before before;

enum { ADDRESS, COUNT, SIZE, KIND, BODY, SERIAL, FILE_, LOCALS, OPERANDS, ATTRIBUTES };
static PyObject *names[ATTRIBUTES];

static int intern_names(void)
{
    static const char *const texts[ATTRIBUTES] = {"address", "count", "size", "kind", "body",
                                                  "serial", "file", "locals", "operands"};
    for (int n = 0; n < ATTRIBUTES; n++)
        if (names[n] == NULL && (names[n] = PyUnicode_InternFromString(texts[n])) == NULL) return 0;
    return 1;
}

int overlay_begin(const Before *state)
{
    before = *state;
    run++;
    object_count = address_count = kept_count = 0;
    return intern_names() ? 0 : -1;
}

/* ---- looking up ---- */

/* The bucket that has a key, or the one to put it into. */
static Bucket *bucket_of(Bucket *buckets, int64_t key, uint64_t start)
{
    uint64_t at = start % BUCKETS;
    while (buckets[at].run == run && buckets[at].key != key) at = (at + 1) % BUCKETS;
    return &buckets[at];
}

/* The value of a number in a dict; borrowed, NULL where there is none or with an exception. */
static PyObject *value_of(PyObject *dict, int64_t key)
{
    PyObject *number = PyLong_FromLongLong(key);
    if (number == NULL) return NULL;
    PyObject *found = PyDict_GetItemWithError(dict, number);
    Py_DECREF(number);
    return found;
}

static int read_number(PyObject *owner, int name, int64_t *number)
{
    PyObject *found = PyObject_GetAttr(owner, names[name]);
    if (found == NULL) return 0;
    *number = PyLong_AsLongLong(found);
    Py_DECREF(found);
    return *number != -1 || !PyErr_Occurred();
}

int64_t *keep_numbers(const int64_t *numbers, Py_ssize_t count)
{
    if (count > MOST_KEPT - kept_count) return NULL;
    int64_t *found = kept + kept_count;
    memcpy(found, numbers, (size_t)count * sizeof *found);
    kept_count += count;
    return found;
}

static Outcome read_numbers(PyObject *owner, int name, Numbers *numbers)
{
    PyObject *found = PyObject_GetAttr(owner, names[name]);
    if (found == NULL) return FAILED;
    Outcome done = DIFFERENT;
    Py_ssize_t count = PyTuple_Check(found) ? PyTuple_GET_SIZE(found) : MOST_KEPT;
    if (count <= MOST_KEPT - kept_count) {
        *numbers = (Numbers){kept + kept_count, count};
        kept_count += count;
        for (Py_ssize_t n = 0; n < count; n++)
            numbers->at[n] = PyLong_AsLongLong(PyTuple_GET_ITEM(found, n));
        done = PyErr_Occurred() ? FAILED : TAKEN;
    }
    Py_DECREF(found);
    return done;
}

/* ---- objects ---- */

static Object *put_object(Bucket *bucket, int64_t serial)
{
    if (object_count == MOST_OBJECTS) return NULL;
    *bucket = (Bucket){run, serial, object_count};
    Object *one = &objects[object_count++];
    memset(one, 0, sizeof *one);
    one->serial = serial;
    one->held = one->items = -1;
    return one;
}

static Outcome read_object(Object *one, PyObject *own)
{
    if (!read_number(own, ADDRESS, &one->address) || !read_number(own, COUNT, &one->count) ||
        !read_number(own, SIZE, &one->size) || !read_number(own, KIND, &one->kind))
        return FAILED;
    one->is_scalar = one->kind == SCALAR;
    if (one->kind == SEQUENCE) {
        PyObject *body = PyObject_GetAttr(own, names[BODY]);
        if (body == NULL) return FAILED;
        one->items = PyTuple_Check(body) ? PyTuple_GET_SIZE(body) - 1 : -1;
        Py_DECREF(body);
    }
    PyObject *held = value_of(before.held, one->serial);
    if (held != NULL) one->held = PyLong_AsLongLong(held);
    if (PyErr_Occurred()) return FAILED;
    one->was_there = one->is_live = 1;
    return TAKEN;
}

Outcome find_object(int64_t serial, Object **found)
{
    Bucket *bucket = bucket_of(serials, serial, (uint64_t)serial);
    if (bucket->run == run) {
        *found = &objects[bucket->value];
        return (*found)->is_live ? TAKEN : DIFFERENT;
    }
    PyObject *own = value_of(before.heap, serial);
    if (own == NULL) return PyErr_Occurred() ? FAILED : DIFFERENT;
    *found = put_object(bucket, serial);
    return *found == NULL ? DIFFERENT : read_object(*found, own);
}

Outcome find_body(Object *one)
{
    if (one->body.at != NULL) return TAKEN;
    PyObject *own = value_of(before.heap, one->serial);
    if (own == NULL) return PyErr_Occurred() ? FAILED : DIFFERENT;
    return read_numbers(own, BODY, &one->body);
}

Outcome add_object(int64_t serial, Object **found)
{
    Bucket *bucket = bucket_of(serials, serial, (uint64_t)serial);
    if (bucket->run == run || (*found = put_object(bucket, serial)) == NULL) return DIFFERENT;
    (*found)->is_live = (*found)->is_scalar = 1;
    (*found)->kind = SCALAR;
    return TAKEN;
}

Outcome find_address(int64_t address, int64_t **serial)
{
    Bucket *bucket = bucket_of(addresses, address, (uint64_t)address >> 4);
    *serial = &bucket->value;
    if (bucket->run == run) return TAKEN;
    PyObject *found = value_of(before.addresses, address);
    if (PyErr_Occurred()) return FAILED;
    if (address_count++ == MOST_OBJECTS) return DIFFERENT;
    int64_t there = found == NULL ? 0 : PyLong_AsLongLong(found);
    if (found == NULL && before.cold != Py_None) {
        PyObject *number = PyLong_FromLongLong(address);
        int is_cold = number == NULL ? -1 : PySequence_Contains(before.cold, number);
        Py_XDECREF(number);
        if (is_cold) return is_cold < 0 ? FAILED : DIFFERENT;
    }
    *bucket = (Bucket){run, address, there};
    return PyErr_Occurred() ? FAILED : TAKEN;
}

Py_ssize_t known_objects(Object **first)
{
    *first = objects;
    return object_count;
}

/* ---- frames ---- */

static Outcome read_frame(Frame *frame, PyObject *own)
{
    if (!read_number(own, SERIAL, &frame->serial) || !read_number(own, FILE_, &frame->file) ||
        !read_number(own, KIND, &frame->kind))
        return FAILED;
    Outcome done = read_numbers(own, LOCALS, &frame->locals);
    return done == TAKEN ? read_numbers(own, OPERANDS, &frame->operands) : done;
}

Outcome find_frame(Py_ssize_t depth, Frame **found)
{
    if (depth < 0 || depth >= MOST_FRAMES) return DIFFERENT;
    Frame *frame = *found = &frames[depth];
    if (frame->run == run) return TAKEN;
    if (depth >= PyList_GET_SIZE(before.stack)) return DIFFERENT;
    memset(frame, 0, sizeof *frame);
    frame->run = run;
    return read_frame(frame, PyList_GET_ITEM(before.stack, depth));
}

Outcome add_frame(Py_ssize_t depth, Frame **found)
{
    if (depth >= MOST_FRAMES) return DIFFERENT;
    *found = &frames[depth];
    **found = (Frame){.run = run, .is_new = 1};
    return TAKEN;
}

Frame *known_frame(Py_ssize_t depth)
{
    return depth < MOST_FRAMES && frames[depth].run == run ? &frames[depth] : NULL;
}
