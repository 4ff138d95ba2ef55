#include "reckoning.h"

#define LARGEST_EXACT ((int64_t)1 << 53)    /* a float has every whole number up to this */
#define INPLACE 13                          /* opcode.py: from here on the operators come again */

enum { AND = 1, FLOOR_DIVIDE, LEFT_SHIFT, MATRIX_MULTIPLY, MULTIPLY, REMAINDER, OR, POWER,
       RIGHT_SHIFT, SUBTRACT, TRUE_DIVIDE, XOR };
#define ADD 0

Datum datum_of(PyObject *object)
{
    return (Datum){.object = object, .type = Py_TYPE(object)};
}

Datum datum_of_number(int64_t number)
{
    return (Datum){.type = &PyLong_Type, .is_known = 1, .number = number};
}

static Datum datum_of_bool(int truth)
{
    if (truth < 0) return (Datum){.type = &PyBool_Type};
    return datum_of(truth ? Py_True : Py_False);
}

static Datum datum_of_real(double real)
{
    return (Datum){.type = &PyFloat_Type, .is_known = 1, .real = real};
}

static int is_scalar(const Datum *one)
{
    if (one->object == NULL) return 1;
    return kind_of_type(one->type) != UNKNOWN;
}

int whole_number(const Datum *datum, int64_t *number)
{
    if (datum->object == NULL) {
        *number = datum->number;
        return datum->is_known && datum->type == &PyLong_Type;
    }
    if (datum->type != &PyLong_Type && datum->type != &PyBool_Type) return 0;
    int is_too_large = 0;
    *number = PyLong_AsLongLongAndOverflow(datum->object, &is_too_large);
    return !is_too_large;
}

static int real_number(const Datum *datum, double *real)
{
    int64_t number;
    if (datum->type == &PyFloat_Type) {
        *real = datum->object ? PyFloat_AS_DOUBLE(datum->object) : datum->real;
        return datum->object || datum->is_known;
    }
    if (!whole_number(datum, &number) || number > LARGEST_EXACT || number < -LARGEST_EXACT) return 0;
    *real = (double)number;
    return 1;
}

/* ---- operators ---- */

static int64_t floor_divide(int64_t left, int64_t right)
{
    int64_t found = left / right;
    return left % right != 0 && (left < 0) != (right < 0) ? found - 1 : found;
}

/* The result where it is a whole number of 64 bits; 0 where it is not known. */
static int combine_whole(int64_t left, int64_t right, int how, int64_t *result)
{
    int is_division = how == FLOOR_DIVIDE || how == REMAINDER;
    if (is_division && (right == 0 || right == -1)) return 0;
    switch (how) {
    case ADD:
        return !__builtin_add_overflow(left, right, result);
    case SUBTRACT:
        return !__builtin_sub_overflow(left, right, result);
    case MULTIPLY:
        return !__builtin_mul_overflow(left, right, result);
    case FLOOR_DIVIDE:
        *result = floor_divide(left, right);
        return 1;
    case REMAINDER:
        *result = left - right * floor_divide(left, right);
        return 1;
    case AND:
        *result = left & right;
        return 1;
    case OR:
        *result = left | right;
        return 1;
    case XOR:
        *result = left ^ right;
        return 1;
    case RIGHT_SHIFT:
        if (right < 0) return 0;
        *result = left >> (right < 63 ? right : 63);
        return 1;
    default:
        return 0;
    }
}

static int combine_real(double left, double right, int how, double *result)
{
    switch (how) {
    case ADD:
        *result = left + right;
        return 1;
    case SUBTRACT:
        *result = left - right;
        return 1;
    case MULTIPLY:
        *result = left * right;
        return 1;
    case TRUE_DIVIDE:
        *result = right != 0 ? left / right : 0;
        return right != 0;
    default:
        return 0;
    }
}

static int is_whole_type(const Datum *one)
{
    return one->type == &PyLong_Type || one->type == &PyBool_Type;
}

/* Of exact builtin scalars alone: whatever it gives is such a one, or the line fails, which an event
   tells. */
int combine(const Datum *left, const Datum *right, int how, Datum *result)
{
    int64_t one, other, whole;
    double real, other_real, found;
    if (!is_scalar(left) || !is_scalar(right)) return 0;
    if (how >= INPLACE) how -= INPLACE;
    *result = (Datum){0};
    if (is_whole_type(left) && is_whole_type(right) && how != TRUE_DIVIDE) {
        if (left->type == &PyBool_Type && right->type == &PyBool_Type &&
            (how == AND || how == OR || how == XOR))
            return 0;
        if (how != POWER) result->type = &PyLong_Type;
        if (whole_number(left, &one) && whole_number(right, &other) &&
            combine_whole(one, other, how, &whole))
            *result = datum_of_number(whole);
        return 1;
    }
    if (real_number(left, &real) && real_number(right, &other_real) &&
        combine_real(real, other_real, how, &found))
        *result = datum_of_real(found);
    else if (left->type == &PyUnicode_Type && right->type == &PyUnicode_Type && how == ADD)
        result->type = &PyUnicode_Type;
    return 1;
}

static int by_order(int how, int order)
{
    switch (how) {
    case Py_LT: return order < 0;
    case Py_LE: return order <= 0;
    case Py_EQ: return order == 0;
    case Py_NE: return order != 0;
    case Py_GT: return order > 0;
    default: return order >= 0;
    }
}

static int by_order_of_reals(int how, double left, double right)
{
    switch (how) {
    case Py_LT: return left < right;
    case Py_LE: return left <= right;
    case Py_EQ: return left == right;
    case Py_NE: return left != right;
    case Py_GT: return left > right;
    default: return left >= right;
    }
}

int compare(const Datum *left, const Datum *right, int how, Datum *result)
{
    int64_t one, other;
    double real, other_real;
    if (!is_scalar(left) || !is_scalar(right)) return 0;
    int truth = -1;
    if (whole_number(left, &one) && whole_number(right, &other))
        truth = by_order(how, (one > other) - (one < other));
    else if (real_number(left, &real) && real_number(right, &other_real))
        truth = by_order_of_reals(how, real, other_real);
    else if (left->object && right->object && PyUnicode_CheckExact(left->object) &&
             PyUnicode_CheckExact(right->object))
        truth = by_order(how, PyUnicode_Compare(left->object, right->object));
    *result = datum_of_bool(truth);
    return 1;
}

int are_same(const Datum *left, const Datum *right, int is_inverted, Datum *result)
{
    int truth = -1;
    if (left->object && right->object) truth = left->object == right->object;
    else if (left->type && right->type && left->type != right->type) truth = 0;
    *result = datum_of_bool(truth < 0 ? -1 : truth != is_inverted);
    return 1;
}

int negative_of(const Datum *one, Datum *result)
{
    Datum none = datum_of_number(0);
    double real;
    if (one->type == &PyFloat_Type) {
        *result = real_number(one, &real) ? datum_of_real(-real) : (Datum){.type = &PyFloat_Type};
        return 1;
    }
    return is_whole_type(one) && combine(&none, one, SUBTRACT, result);
}

/* ---- truth ---- */

int truth_of_bool(const Datum *one)
{
    return one->object == Py_True ? 1 : one->object == Py_False ? 0 : -1;
}

int is_datum_none(const Datum *one)
{
    if (one->object == NULL) return one->type == NULL ? -1 : 0;
    return one->object == Py_None;
}

/* An instance of a class that says nothing of it is true; of the builtin types, all say it in C. */
static int has_truth(PyTypeObject *type)
{
    if (kind_of_type(type) != UNKNOWN || type == &PyList_Type || type == &PyTuple_Type ||
        type == &PyDict_Type || type == &PySet_Type)
        return 1;
    return (type->tp_as_number == NULL || type->tp_as_number->nb_bool == NULL) &&
           (type->tp_as_mapping == NULL || type->tp_as_mapping->mp_length == NULL) &&
           (type->tp_as_sequence == NULL || type->tp_as_sequence->sq_length == NULL);
}

int truth_of(const Datum *one, Datum *result)
{
    if (one->object == NULL) {
        int truth = -1;
        if (one->is_known) truth = one->type == &PyFloat_Type ? one->real != 0 : one->number != 0;
        *result = datum_of_bool(truth);
        return 1;
    }
    if (!has_truth(one->type)) return 0;
    *result = datum_of_bool(PyObject_IsTrue(one->object));
    return 1;
}

int opposite_of(const Datum *one, Datum *result)
{
    int truth = truth_of_bool(one);
    *result = datum_of_bool(truth < 0 ? -1 : !truth);
    return one->type == &PyBool_Type;
}

/* ---- lengths and letters ---- */

int is_len(PyObject *function)
{
    return strcmp(((PyCFunctionObject *)function)->m_ml->ml_name, "len") == 0 &&
           ((PyCFunctionObject *)function)->m_self != NULL &&
           PyModule_Check(((PyCFunctionObject *)function)->m_self) &&
           PyModule_GetDict(((PyCFunctionObject *)function)->m_self) == PyEval_GetBuiltins();
}

int length_of(const Datum *one, Datum *result)
{
    PyObject *object = one->object;
    if (object == NULL) return 0;
    if (PyList_CheckExact(object) || PyTuple_CheckExact(object))
        *result = datum_of_number(Py_SIZE(object));
    else if (PyDict_CheckExact(object)) *result = datum_of_number(PyDict_GET_SIZE(object));
    else if (PyUnicode_CheckExact(object))
        *result = datum_of_number(PyUnicode_GET_LENGTH(object));
    else if (PySet_CheckExact(object)) *result = datum_of_number(PySet_GET_SIZE(object));
    else return 0;
    return 1;
}

/* One of the 256 letters that the interpreter keeps for good; another would be made anew. */
int letter_of(PyObject *text, const Datum *index, Datum *letter)
{
    int64_t at;
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    if (!whole_number(index, &at)) return 0;
    if (at < 0) at += length;
    if (at < 0 || at >= length) return 0;
    Py_UCS4 code = PyUnicode_READ_CHAR(text, at);
    *letter = (Datum){.type = &PyUnicode_Type};
    if (code < 256) {
        *letter = datum_of(PyUnicode_FromOrdinal((int)code));
        Py_DECREF(letter->object);
    }
    return 1;
}
