#include "frames.h"

int frame_make_room(Frame *frame, int count)
{
    if (count > frame->room) {
        Place *more = realloc(frame->places, (size_t)(2 * count) * sizeof *more);
        if (more == NULL) return 0;
        frame->places = more;
        frame->room = 2 * count;
    }
    if (count) memset(frame->places, 0, (size_t)count * sizeof *frame->places);
    frame->count = count;
    return 1;
}

Thing *thing_of_place(Frame *frame, int n)
{
    Place *place = &frame->places[n];
    if (place->thing == NULL && place->address) place->thing = thing_at(place->address);
    return place->thing;
}

PyObject *value_at(const Frame *frame, int place)
{
    if (frame->code->kind) return local_of(frame->frame, place);
    PyObject *own = namespace_of(frame->frame);
    if (own == NULL || !PyDict_CheckExact(own)) return NULL;
    PyObject *value = PyDict_GetItemWithError(own, frame->code->texts[place]);
    if (value == NULL) PyErr_Clear();
    return value;
}

int rank_of(const Frame *frame, int place)
{
    int rank = 0;
    if (!frame->code->kind) return place;
    for (int n = 0; n < place; n++) rank += frame->places[n].address != 0;
    return rank;
}

int64_t name_of_place(const Frame *frame, int place)
{
    if (frame->code->kind) return frame->code->numbers[place];
    return PyLong_AsLongLong(PyTuple_GET_ITEM(frame->code->names, place));
}

PyObject *find_in_frame(const Frame *frame, uintptr_t address)
{
    for (int n = 0; n < frame->count; n++) {
        if (frame->places[n].address != address) continue;
        PyObject *value = value_at(frame, n);
        if ((uintptr_t)value == address) return value;
    }
    for (int n = 0; n < frame->height; n++) {
        if (frame->words[n] != address) continue;
        PyObject *value = operand_of(frame->frame, n);
        if ((uintptr_t)value == address) return value;
    }
    return NULL;
}
