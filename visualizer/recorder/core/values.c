#include "values.h"

enum kind kind_of_type(PyTypeObject *type)
{
    if (type == &PyLong_Type) return NUMBER;
    if (type == &PyFloat_Type) return REAL;
    if (type == &PyUnicode_Type) return TEXT;
    if (type == &PyBool_Type || type == Py_TYPE(Py_None) || type == &PyComplex_Type ||
        type == &PyBytes_Type)
        return OTHER_SCALAR;
    return UNKNOWN;
}

static int read_number(PyObject *object, Value *value)
{
    int is_too_large = 0;
    value->bits = PyLong_AsLongLongAndOverflow(object, &is_too_large);
    /* int.__sizeof__ (Objects/longobject.c) */
    value->size = (Py_ssize_t)(offsetof(PyLongObject, long_value.ob_digit) +
                               (size_t)digits_of(object) * sizeof(digit));
    return !is_too_large;
}

static int read_text(PyObject *object, Value *value)
{
    Py_ssize_t length = PyUnicode_GET_LENGTH(object);
    if (!PyUnicode_IS_COMPACT_ASCII(object) || length > LONGEST_TEXT) return 0;
    value->bits = (int64_t)PyObject_Hash(object) >> 2;
    /* str.__sizeof__ (Objects/unicodeobject.c): its bytes stand behind it, and a zero */
    value->size = (Py_ssize_t)sizeof(PyASCIIObject) + length + 1;
    return 1;
}

int read_value(PyObject *object, Value *value)
{
    value->kind = kind_of_type(Py_TYPE(object));
    switch (value->kind) {
    case NUMBER:
        return read_number(object, value);
    case REAL: {
        double real = PyFloat_AS_DOUBLE(object);
        memcpy(&value->bits, &real, sizeof real);
        value->size = sizeof(PyFloatObject);
        return 1;
    }
    case TEXT:
        return read_text(object, value);
    default:
        return 0;
    }
}

static Py_ssize_t write_number(int64_t number, char *text)
{
    char digits[20];
    int n = 0;
    uint64_t left = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do {
        digits[n++] = (char)('0' + left % 10);
        left /= 10;
    } while (left);
    Py_ssize_t length = 0;
    if (number < 0) text[length++] = '-';
    while (n) text[length++] = digits[--n];
    return length;
}

static Py_ssize_t write_real(PyObject *object, char *text)
{
    char *found = PyOS_double_to_string(PyFloat_AS_DOUBLE(object), 'r', 0, Py_DTSF_ADD_DOT_0, NULL);
    if (found == NULL) {
        PyErr_Clear();
        return -1;
    }
    Py_ssize_t length = (Py_ssize_t)strlen(found);
    memcpy(text, found, (size_t)length);
    PyMem_Free(found);
    return length;
}

static Py_ssize_t write_text(PyObject *object, char *text)
{
    Py_ssize_t length = PyUnicode_GET_LENGTH(object);
    const char *data = (const char *)PyUnicode_1BYTE_DATA(object);
    for (Py_ssize_t n = 0; n < length; n++) {
        char c = data[n];
        if (c < ' ' || c > '~' || c == '\'' || c == '\\') return -1;
    }
    text[0] = text[length + 1] = '\'';
    memcpy(text + 1, data, (size_t)length);
    return length + 2;
}

Py_ssize_t write_value(PyObject *object, const Value *value, char *text)
{
    if (value->kind == NUMBER) return write_number(value->bits, text);
    return value->kind == REAL ? write_real(object, text) : write_text(object, text);
}

PyObject *kept_value(const Value *value)
{
    if (value->kind == REAL)
        return PyBytes_FromStringAndSize((const char *)&value->bits, sizeof value->bits);
    return PyLong_FromLongLong(value->bits);
}

int is_kept_value(PyObject *kept, const Value *value)
{
    if (value->kind == REAL)
        return PyBytes_CheckExact(kept) && PyBytes_GET_SIZE(kept) == sizeof value->bits &&
               memcmp(PyBytes_AS_STRING(kept), &value->bits, sizeof value->bits) == 0;
    int is_too_large = 0;
    return PyLong_CheckExact(kept) &&
           PyLong_AsLongLongAndOverflow(kept, &is_too_large) == value->bits && !is_too_large;
}
