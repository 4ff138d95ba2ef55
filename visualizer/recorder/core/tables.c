#include "tables.h"

PyObject *attribute(PyObject *owner, const char *name)
{
    PyObject *key = PyUnicode_InternFromString(name);
    PyObject *found = key ? PyObject_GetAttr(owner, key) : NULL;
    Py_XDECREF(key);
    return found;
}

static PyObject *borrowed(PyObject *owner, const char *name)
{
    PyObject *found = attribute(owner, name);
    Py_XDECREF(found);  /* the owner has it as long as the core is armed */
    return found;
}

static PyObject *list_of(PyObject *objects, const char *name)
{
    PyObject *found = borrowed(objects, name);
    return found != NULL && PyList_CheckExact(found) ? found : NULL;
}

int tables_begin(Tables *tables, PyObject *objects)
{
    PyObject *serials = borrowed(objects, "serials"), *marks = borrowed(objects, "marks");
    PyObject *addresses = borrowed(objects, "addresses");
    tables->slots = borrowed(objects, "slots");
    tables->types = list_of(objects, "types");
    tables->contents = list_of(objects, "contents");
    tables->counts = list_of(objects, "counts");
    tables->sizes = list_of(objects, "sizes");
    PyErr_Clear();
    if (!serials || !marks || !tables->slots || !tables->types || !tables->contents ||
        !tables->counts || !tables->sizes || !PyMemoryView_Check(serials) || !addresses || !PyMemoryView_Check(addresses) || !PyByteArray_CheckExact(marks))
        return 0;
    tables->serials = PyMemoryView_GET_BUFFER(serials)->buf;
    tables->addresses = PyMemoryView_GET_BUFFER(addresses)->buf;
    tables->marks = (const unsigned char *)PyByteArray_AS_STRING(marks);
    tables->objects = Py_NewRef(objects);
    return 1;
}

void tables_end(Tables *tables)
{
    Py_CLEAR(tables->objects);
}

Py_ssize_t slot_of(const Tables *tables, uintptr_t address)
{
    PyObject *key = PyLong_FromVoidPtr((void *)address), *found = NULL;
    if (key == NULL) return -1;
    if (PyDict_CheckExact(tables->slots)) {
        found = Py_XNewRef(PyDict_GetItemWithError(tables->slots, key));
    } else {  /* of very many (objects.py, ``Pages``) */
        found = PyObject_CallMethod(tables->slots, "get", "O", key);
        if (found == Py_None) Py_CLEAR(found);
    }
    Py_DECREF(key);
    if (found == NULL) return PyErr_Occurred() ? -1 : 0;
    Py_ssize_t slot = PyLong_AsSsize_t(found);
    Py_DECREF(found);
    return slot;
}
