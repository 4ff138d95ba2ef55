/* Values that instructions make of numbers and text, as far as they are known without making them. */

#ifndef VISUALIZER_RECKONING_H
#define VISUALIZER_RECKONING_H

#include "values.h"

/* An object at hand, or a value of a builtin scalar type that is not made yet. */
typedef struct {
    PyObject *object;           /* borrowed; NULL where the value is yet to be made */
    PyTypeObject *type;         /* of the value, NULL where only that it is such a scalar is known */
    int is_known;               /* which value it will be, */
    int64_t number;             /* a whole one, */
    double real;                /* or, by its type, a float */
} Datum;

Datum datum_of(PyObject *object);
Datum datum_of_number(int64_t number);

/* The whole number; false where it is none, or not known. */
int whole_number(const Datum *datum, int64_t *number);

/* What these operations give; false where that might run code of the program, or fail. ``how`` is as
   the instruction has it. */
int combine(const Datum *left, const Datum *right, int how, Datum *result);
int compare(const Datum *left, const Datum *right, int how, Datum *result);
int are_same(const Datum *left, const Datum *right, int is_inverted, Datum *result);
int truth_of(const Datum *one, Datum *result);
int opposite_of(const Datum *one, Datum *result);
int negative_of(const Datum *one, Datum *result);
int length_of(const Datum *one, Datum *result);
int letter_of(PyObject *text, const Datum *index, Datum *letter);

/* 1, 0, or -1 where it is not known. */
int truth_of_bool(const Datum *one);
int is_datum_none(const Datum *one);

/* Whether it is the builtin function ``len``. */
int is_len(PyObject *function);

#endif
