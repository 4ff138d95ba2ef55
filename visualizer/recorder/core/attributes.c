#include "attributes.h"
#include "contents.h"
#include "values.h"

/* ---- attributes ---- */

PyObject *attribute_at(PyObject *thing, Py_ssize_t at)
{
    if (!is_plain_instance(Py_TYPE(thing)) || _PyObject_GetManagedDict(thing) != NULL) return NULL;
    PyDictValues *values = _PyObject_InlineValues(thing);
    return values->valid && at < values->capacity ? values->values[at] : NULL;
}

Py_ssize_t place_of_attribute(PyObject *thing, PyObject *name)
{
    PyTypeObject *type = Py_TYPE(thing);
    if (!is_plain_instance(type) || type->tp_getattro != PyObject_GenericGetAttr ||
        type->tp_setattro != PyObject_GenericSetAttr)
        return -1;
    PyDictKeysObject *keys = ((PyHeapTypeObject *)type)->ht_cached_keys;
    if (keys == NULL || !DK_IS_UNICODE(keys)) return -1;
    for (Py_ssize_t n = 0; n < keys->dk_nentries; n++) {
        if (DK_UNICODE_ENTRIES(keys)[n].me_key != name) continue;  /* both are interned */
        if (attribute_at(thing, n) == NULL) return -1;
        PyObject *in_class = _PyType_Lookup(type, name);
        return in_class && Py_TYPE(in_class)->tp_descr_set ? -1 : n;
    }
    return -1;
}

/* ---- entries ---- */

static Py_ssize_t index_at(const PyDictKeysObject *keys, size_t at)
{
    if (DK_LOG_SIZE(keys) < 8) return ((const int8_t *)keys->dk_indices)[at];
    if (DK_LOG_SIZE(keys) < 16) return ((const int16_t *)keys->dk_indices)[at];
    if (DK_LOG_SIZE(keys) < 32) return ((const int32_t *)keys->dk_indices)[at];
    return (Py_ssize_t)((const int64_t *)keys->dk_indices)[at];
}

PyObject *key_at(PyObject *dict, Py_ssize_t at)
{
    PyDictKeysObject *keys = ((PyDictObject *)dict)->ma_keys;
    if (at >= keys->dk_nentries) return NULL;
    return DK_IS_UNICODE(keys) ? DK_UNICODE_ENTRIES(keys)[at].me_key : DK_ENTRIES(keys)[at].me_key;
}

PyObject *entry_at(PyObject *dict, Py_ssize_t at)
{
    PyDictKeysObject *keys = ((PyDictObject *)dict)->ma_keys;
    if (((PyDictObject *)dict)->ma_values != NULL || at >= keys->dk_nentries) return NULL;
    return DK_IS_UNICODE(keys) ? DK_UNICODE_ENTRIES(keys)[at].me_value
                               : DK_ENTRIES(keys)[at].me_value;
}

typedef struct {
    PyObject *object;           /* NULL: a whole number */
    int64_t number;
    Py_hash_t hash;
} Key;

/* 1: it is the key of the entry, 0: it is not, -1: that is for the program's code to say. */
static int is_key(PyObject *own, const Key *key)
{
    enum kind kind = kind_of_type(Py_TYPE(own));
    if (own == key->object) return 1;
    if (kind == UNKNOWN) return -1;
    if (key->object != NULL) return PyObject_RichCompareBool(own, key->object, Py_EQ);
    if (kind != NUMBER) return kind == TEXT ? 0 : -1;
    int is_too_large = 0;
    return PyLong_AsLongLongAndOverflow(own, &is_too_large) == key->number && !is_too_large;
}

/* As Objects/dictobject.c goes from place to place. */
static Py_ssize_t find_entry(PyObject *dict, const Key *key)
{
    PyDictObject *own = (PyDictObject *)dict;
    PyDictKeysObject *keys = own->ma_keys;
    if (own->ma_values != NULL) return -2;
    int is_text = DK_IS_UNICODE(keys);
    size_t mask = (size_t)DK_SIZE(keys) - 1, at = (size_t)key->hash & mask;
    for (size_t rest = (size_t)key->hash;; rest >>= 5, at = (at * 5 + rest + 1) & mask) {
        Py_ssize_t n = index_at(keys, at);
        if (n == DKIX_EMPTY) return -1;
        if (n < 0) continue;
        PyObject *there = key_at(dict, n);
        Py_hash_t hash = is_text ? PyObject_Hash(there) : DK_ENTRIES(keys)[n].me_hash;
        if (hash != key->hash) continue;
        int is_it = is_key(there, key);
        if (is_it) return is_it < 0 ? -2 : n;
    }
}

Py_ssize_t entry_of_key(PyObject *dict, PyObject *key)
{
    enum kind kind = kind_of_type(Py_TYPE(key));
    if (kind != NUMBER && kind != TEXT && !PyBool_Check(key)) return -2;
    Key wanted = {.object = key, .hash = PyObject_Hash(key)};
    return find_entry(dict, &wanted);
}

Py_ssize_t entry_of_number(PyObject *dict, int64_t number)
{
    /* Objects/longobject.c, long_hash */
    uint64_t size = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    Py_hash_t hash = (Py_hash_t)(size % _PyHASH_MODULUS);
    if (number < 0) hash = -hash;
    Key wanted = {.number = number, .hash = hash == -1 ? -2 : hash};
    return find_entry(dict, &wanted);
}

PyObject *value_of_name(PyObject *namespace, PyObject *name)
{
    if (namespace == NULL || !PyDict_CheckExact(namespace) ||
        !DK_IS_UNICODE(((PyDictObject *)namespace)->ma_keys))
        return NULL;
    PyObject *value = PyDict_GetItemWithError(namespace, name);
    if (value == NULL) PyErr_Clear();
    return value;
}
