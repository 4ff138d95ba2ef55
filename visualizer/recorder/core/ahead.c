#include "ahead.h"
#include "attributes.h"
#include "instructions.h"
#include "steps.h"

#define MOST_INSTRUCTIONS 200

Ahead ahead;

/* Go through the line, to the instruction at which the next one begins. */
static int go_through(Run *run)
{
    const Code *code = run->frame->code;
    const unsigned char *bytes = (unsigned char *)PyBytes_AS_STRING(code->instructions);
    int count = code->unit_count, argument = 0, is_over = 0;
    int at = instruction_of(run->frame->frame) / 2;
    if (at < 0 || at >= count || code->line_of_unit[at] == 0) return 0;
    int line = code->line_of_unit[at];
    for (int n = 0; n < MOST_INSTRUCTIONS; n++) {
        if (at >= count) return 0;
        if (code->line_of_unit[at] && code->line_of_unit[at] != line) {
            ahead.exit = 2 * at;
            return run->height == 0;
        }
        int opcode = bytes[2 * at], next = at + 1, way = ON;
        argument |= bytes[2 * at + 1];
        while (next < count && bytes[2 * next] == CACHE) next++;
        int target = next + argument;
        if (opcode == JUMP_FORWARD) {
            way = JUMPS;
        } else if (opcode == JUMP_BACKWARD) {
            target = next - argument;
            way = target < 0 || code->line_of_unit[target] == line ? FAILS : JUMPS;
        } else if (opcode >= POP_JUMP_IF_FALSE && opcode <= POP_JUMP_IF_TRUE) {
            way = is_taken(run, opcode);
        } else if (opcode == FOR_ITER) {
            way = !next_of(run, &is_over) ? FAILS : is_over ? JUMPS : ON;
            target++;  /* behind END_FOR */
        } else if (opcode == POP_TOP && run->height == 0 && is_over == 1) {
            is_over = 2;  /* the range goes */
        } else if (!do_instruction(run, opcode, argument)) {
            way = FAILS;
        }
        if (way == FAILS) return 0;
        argument = opcode == EXTENDED_ARG ? argument << 8 : 0;
        at = way == JUMPS ? target : next;
    }
    return 0;
}

/* ---- what goes and what lives on ---- */

/* By how much the line changes the count of an object. */
static int64_t difference(const Run *run, uintptr_t address)
{
    int64_t found = 0;
    for (int n = 0; n < run->bound_count; n++) {
        found -= run->unbound[n] == address;
        found += (uintptr_t)run->bound[n].object == address;
    }
    for (int n = 0; n < ahead.change_count; n++) {
        found -= ahead.changes[n].old == address;
        found += (uintptr_t)run->stored[n].object == address;
    }
    return found;
}

static void hold(PyObject *object)
{
    if (find_held((uintptr_t)object) == NULL)
        ahead.held[ahead.held_count++] = Py_NewRef(object);
}

/* Hold what the line lets go of, if that lives on, until its new count has been read. What dies must
   not take anything else with it. */
static int hold_old(const Run *run, PyObject *old)
{
    if (old == NULL || Py_REFCNT(old) > HIGHEST_COUNT) return 1;
    Thing *thing = thing_at((uintptr_t)old);
    if (thing == NULL) return 0;
    if (thing->is_settled) return 1;
    if (thing->count + difference(run, thing->address) > 0) hold(old);
    else if (!thing->is_scalar) return 0;
    return 1;
}

static int hold_all(const Run *run)
{
    for (int n = 0; n < run->bound_count; n++)
        if (!hold_old(run, (PyObject *)run->unbound[n])) return 0;
    for (int n = 0; n < ahead.change_count; n++)
        if (ahead.changes[n].where != POSITION &&
            !hold_old(run, (PyObject *)ahead.changes[n].old))
            return 0;
    for (int n = 0; n < ahead.change_count; n++) hold(ahead.changes[n].receiver);
    return 1;
}

static void tell_line(const Run *run)
{
    static int places[MOST_BOUND];
    for (int n = 0; n < run->bound_count; n++) {  /* in the order in which a scan finds them */
        int place = n;
        for (; place > 0 && places[place - 1] > run->places[n]; place--)
            places[place] = places[place - 1];
        places[place] = run->places[n];
    }
    ahead.line = (Line){.is_usable = 1, .bound = run->bound_count, .places = places, .list = -1};
}

const Line *look_ahead(Frame *frame)
{
    ahead_let_go();
    ahead.change_count = ahead.held_count = 0;
    PyCodeObject *code = _PyFrame_GetCode(frame->frame);
    /* Somebody else who is called in between would find counts that are too high. */
    if (frame->code->unit_count == 0 || instructions_of(code) != frame->code->instructions ||
        are_others_called(now.thread) || other_threads(now.thread))
        return NULL;
    Run run = {.frame = frame, .code = code};
    ahead.is_set = 1;
    int is_seen_through = go_through(&run) && hold_all(&run);
    PyErr_Clear();
    if (!is_seen_through) {
        ahead_let_go();
        return NULL;
    }
    tell_line(&run);
    return &ahead.line;
}

void ahead_let_go(void)
{
    ahead.is_good = ahead.is_set;
    if (!ahead.is_set) ahead.held_count = 0;
    ahead.is_set = 0;
    for (int n = 0; n < ahead.held_count; n++)
        if (Py_REFCNT(ahead.held[n]) < 2) ahead.is_good = 0;
    for (int n = 0; ahead.is_good && n < ahead.held_count; n++) Py_DECREF(ahead.held[n]);
    /* Something else has run, and let go of one of them: it dies now, whatever that brings about. */
    while (!ahead.is_good && ahead.held_count) Py_DECREF(ahead.held[--ahead.held_count]);
}

PyObject *find_held(uintptr_t address)
{
    for (int n = 0; n < ahead.held_count; n++)
        if ((uintptr_t)ahead.held[n] == address) return ahead.held[n];
    return NULL;
}

PyObject *value_now(const Change *change)
{
    PyObject *receiver = change->receiver;
    if (change->where == ATTRIBUTE) return attribute_at(receiver, change->at);
    if (change->where == ENTRY) return entry_at(receiver, change->at);
    return change->at < PyList_GET_SIZE(receiver) ? PyList_GET_ITEM(receiver, change->at) : NULL;
}

int is_value_of_class(const Change *change, PyObject *value)
{
    return change->where == ATTRIBUTE &&
           _PyType_Lookup(Py_TYPE(change->receiver), change->name) == value;
}
