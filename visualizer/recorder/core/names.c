#include "engine.h"

typedef struct {
    Py_hash_t hash;
    Py_ssize_t length;
    int kind;
    char *characters;
} Name;

static Name *names;
static uint32_t count, room;
static uint32_t *places;    /* a hash table of numbers, one more than they are; 0 is free */
static size_t place_room;

static int is_same(const Name *name, PyObject *text, Py_hash_t hash)
{
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    return name->hash == hash && name->length == length &&
           name->kind == (int)PyUnicode_KIND(text) &&
           memcmp(name->characters, PyUnicode_DATA(text), (size_t)(length * name->kind)) == 0;
}

static uint32_t *place_in(uint32_t *table, size_t table_room, Py_hash_t hash, PyObject *text)
{
    size_t place = (size_t)hash & (table_room - 1);
    while (table[place] && (text == NULL || !is_same(&names[table[place] - 1], text, hash)))
        place = (place + 1) & (table_room - 1);
    return &table[place];
}

static int grow(void)
{
    if (!HAS_ROOM(names, room, count + 1)) return 0;
    if (2 * (count + 1) > place_room) {
        size_t wanted = place_room ? 2 * place_room : 1024;
        uint32_t *more = calloc(wanted, sizeof *more);
        if (more == NULL) return 0;
        for (size_t n = 0; n < count; n++)
            *place_in(more, wanted, names[n].hash, NULL) = (uint32_t)n + 1;
        free(places);
        places = more;
        place_room = wanted;
    }
    return 1;
}

/* The text as UTF-8, lone surrogates kept. */
static int tell_name(PyObject *text)
{
    if (PyUnicode_IS_COMPACT_ASCII(text)) {
        tell(&record.names, WIRE_TEXT);
        tell(&record.names, PyUnicode_GET_LENGTH(text));
        tell_text(&record.name_text, PyUnicode_DATA(text), (size_t)PyUnicode_GET_LENGTH(text));
        return 1;
    }
    house_enter();
    PyObject *bytes = PyUnicode_AsEncodedString(text, "utf-8", "surrogatepass");
    if (bytes != NULL) {
        tell(&record.names, WIRE_TEXT);
        tell(&record.names, PyBytes_GET_SIZE(bytes));
        tell_text(&record.name_text, PyBytes_AS_STRING(bytes), (size_t)PyBytes_GET_SIZE(bytes));
        Py_DECREF(bytes);
    }
    PyErr_Clear();
    house_leave();
    return bytes != NULL;
}

int64_t name_of(PyObject *text)
{
    Py_hash_t hash = PyUnicode_Type.tp_hash(text);
    if (place_room) {
        uint32_t found = *place_in(places, place_room, hash, text);
        if (found) return found - 1;
    }
    size_t bytes = (size_t)PyUnicode_GET_LENGTH(text) * PyUnicode_KIND(text);
    char *characters = malloc(bytes + 1);
    if (characters == NULL || !grow() || !tell_name(text)) {
        free(characters);
        record.is_short_of_memory = 1;
        return -1;
    }
    memcpy(characters, PyUnicode_DATA(text), bytes);
    names[count] = (Name){hash, PyUnicode_GET_LENGTH(text), (int)PyUnicode_KIND(text), characters};
    *place_in(places, place_room, hash, NULL) = (uint32_t)count + 1;
    return (int64_t)count++;
}

PyObject *names_for_python(void)
{
    PyObject *all = PyList_New((Py_ssize_t)count);
    for (size_t n = 0; all != NULL && n < count; n++) {
        PyObject *text = PyUnicode_FromKindAndData(names[n].kind, names[n].characters, names[n].length);
        if (text == NULL) Py_CLEAR(all);
        else PyList_SET_ITEM(all, (Py_ssize_t)n, text);
    }
    return all;
}
