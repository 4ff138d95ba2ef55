/* Functions: name, line, code, closure, defaults and attributes of the program's, name and line of all others
   (objects/structures.py); and builtin functions with the object that they are bound to. */

#include "engine.h"

static int is_of_program(const PyFunctionObject *function)
{
    return is_code_traced((PyCodeObject *)function->func_code);
}

static uint32_t length_of(const PyObject *tuple)
{
    return tuple != NULL ? (uint32_t)PyTuple_GET_SIZE(tuple) : 0;
}

static void put_items(PyObject *tuple)
{
    for (uint32_t n = 0; n < length_of(tuple); n++) structure_put(PyTuple_GET_ITEM(tuple, n));
}

/* ---- words: the tuple of defaults, code, cells, defaults and attributes are the referents ---- */

void put_function(PyObject *object)
{
    const PyFunctionObject *own = (PyFunctionObject *)object;
    const void *parts[] = {own->func_name, own->func_globals, own->func_builtins, own->func_qualname, own->func_doc,
                           own->func_module, own->func_annotations, own->func_typeparams, own->func_defaults,
                           own->func_kwdefaults, own->func_dict, own->func_closure,
#if PY_VERSION_HEX >= 0x030E0000
                           own->func_annotate,
#endif
                           own->func_code};
    for (size_t n = 0; n < sizeof parts / sizeof *parts; n++) structure_put(parts[n]);
    structure_put_dict(own->func_dict, 0);
    structure_put_dict(own->func_kwdefaults, 0);
    structure_begin_referents();
    if (!is_of_program(own)) return;
    structure_put(length_of(own->func_defaults) ? own->func_defaults : NULL);
    structure_put(own->func_code);
    put_items(own->func_closure);
    put_items(own->func_defaults);
    structure_put_dict(own->func_kwdefaults, 1);
    structure_put_dict(own->func_dict, 1);
}

static PyObject *bound_to(PyObject *builtin)
{
    PyObject *own = PyCFunction_GET_SELF(builtin);
    return own == NULL || PyModule_CheckExact(own) ? NULL : own;
}

void put_builtin(PyObject *object)
{
    structure_begin_referents();
    structure_put(bound_to(object));
}

/* ---- emission ---- */

static void emit_tracked(PyObject *object, Index holder)
{
    emit(&record.objects, track(object, holder));
}

static void emit_defaults(const PyFunctionObject *own, Index index)
{
    PyObject *key, *value;
    uint32_t count = length_of(own->func_defaults);
    Py_ssize_t named = own->func_kwdefaults ? PyDict_GET_SIZE(own->func_kwdefaults) : 0;
    emit(&record.objects, count + named);
    for (uint32_t n = 0; n < count; n++) emit_tracked(PyTuple_GET_ITEM(own->func_defaults, n), index);
    for (Py_ssize_t n = 0; named && PyDict_Next(own->func_kwdefaults, &n, &key, &value);) emit_tracked(value, index);
}

void emit_function(Index index)
{
    const PyFunctionObject *own = (PyFunctionObject *)rows[index].object;
    const PyCodeObject *code = (PyCodeObject *)own->func_code;
    PyObject *key, *value;
    EMIT(&record.objects, name_of(own->func_name), code->co_firstlineno);
    if (!is_of_program(own)) {
        EMIT(&record.objects, 0, 0, 0);
        return;
    }
    emit_tracked(own->func_code, index);
    uint32_t cells = length_of(own->func_closure);
    emit(&record.objects, cells);
    for (uint32_t n = 0; n < cells; n++) {
        int place = code->co_nlocalsplus - code->co_nfreevars + (int)n;
        emit(&record.objects, name_of(PyTuple_GET_ITEM(code->co_localsplusnames, place)));
        emit_tracked(PyTuple_GET_ITEM(own->func_closure, n), index);
    }
    emit_defaults(own, index);
    for (Py_ssize_t n = 0; own->func_dict != NULL && PyDict_Next(own->func_dict, &n, &key, &value);) {
        emit(&record.objects, name_of(key));
        emit_tracked(value, index);
    }
}

void emit_builtin(Index index)
{
    PyObject *object = rows[index].object, *own = bound_to(object);
    EMIT(&record.objects, name_of_text(((PyCFunctionObject *)object)->m_ml->ml_name), 0, 0, 0, 0);
    if (own != NULL) EMIT(&record.objects, name_of_text("__self__"), track(own, index));
}

/* ---- parts ---- */

/* An empty field counts as None, which is the documentation of a function without one. */
static int is_field(const PyObject *referent, const PyObject *field)
{
    return referent == (field ? field : Py_None);
}

static int emit_part_of_function(PyObject *referent, void *of)
{
    const PyFunctionObject *own = of;
    int part = WIRE_PART_ATTRIBUTE;
    if (is_field(referent, own->func_closure)) part = WIRE_PART_CLOSURE;
    else if (is_field(referent, own->func_defaults)) part = WIRE_PART_DEFAULTS;
    else if (is_field(referent, own->func_kwdefaults)) part = WIRE_PART_KEYWORDS;
    else if (referent == own->func_globals || referent == own->func_builtins) part = WIRE_PART_GLOBALS;
    else if (PyDict_CheckExact(referent)) part = WIRE_PART_NAMESPACE;
    else if (referent == own->func_code) return 0;
    EMIT(&record.objects, part, as_number(referent), 0);
    return 0;
}

void emit_parts_of_function(PyObject *function)
{
    Py_TYPE(function)->tp_traverse(function, emit_part_of_function, function);
}
