/* Derives which thread holds a lock and which threads wait for it, as far as that is certain. locks/holders.py does the
   same for the recorder in Python, and defines what is certain. */

#include "engine.h"

/* ---- the places of a code object that acquire or release locks (lock_sites.py) ---- */

enum { ACQUIRE, RELEASE, WITH };

/* Instructions are counted in bytes. ``path`` has the numbers of a name and of attributes; ``target`` is the handler of
   a ``with``, ``leaving`` are the ranges after its block in which the lock is still held. */
typedef struct {
    int kind, at, line, is_certain, target, path_length, leaving_count;
    const int *path, *leaving;
} LockSite;

struct LockSites {
    int *numbers;               /* the memory that the others point into */
    const int *handlers;        /* start, end and target of each entry of the exception table */
    LockSite *all;
    int handler_count, count;
};

enum { NUMBERS_OF_A_HANDLER = 3, NUMBERS_OF_A_RANGE = 2, NUMBERS_OF_A_SITE = 7 };

LockSites *lock_sites_copied(PyObject *bytes)
{
    LockSites *own = zeroed(1, sizeof *own);
    if (own == NULL || (own->numbers = copy_of(bytes)) == NULL) return own;
    const int *next = own->numbers;
    own->handler_count = *next++;
    own->handlers = next;
    next += own->handler_count * NUMBERS_OF_A_HANDLER;
    int count = *next++;
    own->all = zeroed((size_t)count + 1, sizeof *own->all);
    for (; own->all != NULL && own->count < count; own->count++) {
        LockSite *site = &own->all[own->count];
        memcpy(site, next, NUMBERS_OF_A_SITE * sizeof *next);
        site->path = next + NUMBERS_OF_A_SITE;
        site->leaving = site->path + site->path_length;
        next = site->leaving + site->leaving_count * NUMBERS_OF_A_RANGE;
    }
    return own;
}

void lock_sites_forget(LockSites *sites)
{
    if (sites == NULL) return;
    free(sites->numbers);
    free(sites->all);
    free(sites);
}

static int handler_of(const LockSites *sites, int instruction)
{
    for (int n = 0; n < sites->handler_count; n++) {
        const int *entry = sites->handlers + n * NUMBERS_OF_A_HANDLER;
        if (instruction >= entry[0] && instruction < entry[1]) return entry[2] > instruction ? entry[2] : -1;
    }
    return -1;
}

/* Whether an instruction is inside the block of a ``with``. */
static int is_within(const LockSites *sites, const LockSite *site, int instruction)
{
    for (int n = 0; n < site->leaving_count; n++) {
        const int *range = site->leaving + n * NUMBERS_OF_A_RANGE;
        if (instruction >= range[0] && instruction < range[1]) return 1;
    }
    for (int at = handler_of(sites, instruction); at >= 0; at = handler_of(sites, at))
        if (at == site->target) return 1;
    return 0;
}

/* ---- locks ---- */

static List owned;      /* rows of locks with owners */

void lock_emitted(Index index)
{
    for (uint32_t n = 0; n < owned.count; n++)
        if (owned.items[n] == index) return;
    add(&owned, index);
}

/* The row of a lock that is known; NULL for anything else. */
static const Row *row_of_lock(const PyObject *lock)
{
    Index index = lock ? row_of(lock) : 0;
    const Row *row = &rows[index];
    int is_lock = row->kind == LOCK || row->kind == OWNED_LOCK;
    return index && row->serial && is_lock && row->word_count > LOCK_COUNT ? row : NULL;
}

/* Whether it is a plain lock that is locked. */
static int is_locked(const PyObject *lock)
{
    const Row *row = row_of_lock(lock);
    return row != NULL && row->kind == LOCK && row->words[LOCK_IS_LOCKED] != NULL;
}

static PyObject *find_lock(const LockSite *site, const FrameSnapshot *snapshot)
{
    PyObject *found = value_of_name(snapshot, site->path[0]);
    if (found == NULL) found = value_of_global(snapshot->code->file, site->path[0]);
    for (int n = 1; n < site->path_length && found != NULL; n++) found = value_of_attribute(found, site->path[n]);
    return row_of_lock(found) != NULL ? found : NULL;
}

/* ---- what threads do with locks ---- */

/* A frame, at its depth in a stack. */
typedef struct {
    int depth;
    const Frame *frame;
    const PyCodeObject *code;
} Place;

typedef struct {
    int kind, at, is_certain;
    PyObject *lock;
} Operation;

/* A ``with`` that was entered. */
typedef struct {
    Place place;
    int at;
    PyObject *lock;
} Entered;

/* A thread that waits in the library: for a thing, perhaps with a condition. */
typedef struct {
    PyObject *thing, *condition;
    int is_there, is_patient;
} Wait;

/* The line that a thread is at, and its operations on locks; the ``with`` blocks that it is in. */
typedef struct {
    Place place;
    int line, operation_count, entered_count;
    Operation *operations;
    Entered *entered;
    uint32_t operation_room, entered_room;
    Wait wait;
} Activity;

static Activity *activities;    /* of each thread */
static uint32_t activity_room;

typedef struct {
    PyObject *lock;
    int64_t thread;
} Holding;

/* Locks with their holders. */
typedef struct {
    Holding *all;
    int count;
    uint32_t room;
} Holdings;

static Holdings held;   /* by lines that have acquired them */
static Section sent;    /* the use of all locks, as last emitted */

void locks_forget(void)
{
    for (uint32_t n = 0; n < activity_room; n++) activities[n].operation_count = activities[n].entered_count = 0;
    held.count = 0;
    owned.count = 0;
    sent.count = 0;
}

static int64_t holder_of(const Holdings *of, const PyObject *lock)
{
    for (int n = 0; n < of->count; n++)
        if (of->all[n].lock == lock) return of->all[n].thread;
    return 0;
}

static void remove_holder(Holdings *of, const PyObject *lock)
{
    for (int n = 0; n < of->count; n++)
        if (of->all[n].lock == lock) of->all[n--] = of->all[--of->count];
}

static void set_holder(Holdings *of, PyObject *lock, int64_t thread)
{
    remove_holder(of, lock);
    if (HAS_ROOM(of->all, of->room, (size_t)of->count + 1)) of->all[of->count++] = (Holding){lock, thread};
}

static Place place_at(const Thread *thread, int depth)
{
    const FrameSnapshot *snapshot = &thread->snapshots[depth];
    return (Place){depth, snapshot->frame, snapshot->code->code};
}

static int is_at(const Thread *thread, const Place *place)
{
    if (place->depth >= thread->count) return 0;
    Place now = place_at(thread, place->depth);
    return now.frame == place->frame && now.code == place->code;
}

static int instruction_at(const Thread *thread, int depth)
{
    return 2 * thread->snapshots[depth].instruction;
}

/* Apply the operations of the thread's last line, which it has completed. */
static void complete_line(const Thread *thread, Activity *activity, int was_raised)
{
    int count = activity->operation_count, calls = 0;
    if (thread->count > activity->place.depth + 1) return;      /* a call on the line continues */
    activity->operation_count = 0;
    if (thread->count == 0) return;
    for (int n = 0; n < count; n++) calls += activity->operations[n].kind != WITH;
    int is_one = calls == 1 && is_at(thread, &activity->place) && !was_raised &&
                 activity->place.depth == thread->count - 1;
    for (int n = 0; n < count; n++) {
        const Operation *one = &activity->operations[n];
        if (one->kind == RELEASE) remove_holder(&held, one->lock);
        else if (one->kind == ACQUIRE && is_one && one->is_certain && is_locked(one->lock))
            set_holder(&held, one->lock, thread->number);
    }
}

/* Apply the releases that another thread has passed on its line. */
static void note_releases(const Thread *thread, Activity *activity)
{
    int is_there = is_at(thread, &activity->place) &&
                   thread->snapshots[activity->place.depth].line == activity->line;
    int left = 0;
    for (int n = 0; n < activity->operation_count; n++) {
        Operation one = activity->operations[n];
        int has_passed = !is_there || instruction_at(thread, activity->place.depth) > one.at;
        if (one.kind == RELEASE && has_passed) remove_holder(&held, one.lock);
        else activity->operations[left++] = one;
    }
    activity->operation_count = left;
}

static void enter(Activity *activity, const Operation *with)
{
    for (int n = 0; n < activity->entered_count; n++) {
        Entered *one = &activity->entered[n];
        if (one->at == with->at && one->place.depth == activity->place.depth) {
            one->lock = with->lock;
            return;
        }
    }
    if (!HAS_ROOM(activity->entered, activity->entered_room, (size_t)activity->entered_count + 1)) return;
    activity->entered[activity->entered_count++] = (Entered){activity->place, with->at, with->lock};
}

/* Note the locks of the line that the thread is about to run. */
static void start_line(const Thread *thread, Activity *activity, int line)
{
    int left = 0;
    for (int n = 0; n < activity->entered_count; n++)
        if (is_at(thread, &activity->entered[n].place)) activity->entered[left++] = activity->entered[n];
    activity->entered_count = left;
    if (line == 0 || thread->count == 0) return;
    const FrameSnapshot *innermost = &thread->snapshots[thread->count - 1];
    const LockSites *sites = innermost->code->lock_sites;
    int count = 0, from = instruction_at(thread, thread->count - 1);
    for (int n = 0; sites != NULL && n < sites->count; n++) {
        const LockSite *site = &sites->all[n];
        PyObject *lock = site->line == line && site->at >= from ? find_lock(site, innermost) : NULL;
        if (lock == NULL) continue;
        if (!HAS_ROOM(activity->operations, activity->operation_room, (size_t)count + 1)) return;
        activity->operations[count++] = (Operation){site->kind, site->at, site->is_certain, lock};
    }
    if (count == 0) return;
    activity->operation_count = count;
    activity->line = line;
    activity->place = place_at(thread, thread->count - 1);
    for (int n = 0; n < count; n++)
        if (activity->operations[n].kind == WITH) enter(activity, &activity->operations[n]);
}

/* ---- waits in the library (library_waits.py) ---- */

static int role_of(Frame *frame)
{
    Code *code = code_info(code_of(frame));
    return code ? code->role : 0;
}

static Wait find_wait(PyThreadState *state)
{
    Wait nothing = {0}, found = {.is_there = 1};
    Frame *frame = python_frame(state->current_frame);
    if (frame == NULL || !(role_of(frame) & ROLE_WAITS)) return nothing;
    PyCodeObject *code = code_of(frame);
    PyObject *timeout = value_at(frame, code, 1);
    if (role_of(frame) & ROLE_OF_CONDITION) found.condition = value_at(frame, code, 0);
    found.is_patient = timeout == NULL || timeout == Py_None;
    Frame *outer = python_frame(frame->previous);
    for (; outer != NULL && !is_code_traced(code_of(outer)); outer = python_frame(outer->previous)) {
        frame = outer;
        if (!role_of(frame)) return nothing;
    }
    if (outer == NULL || !(role_of(frame) & ROLE_CALLED)) return nothing;
    found.thing = value_at(frame, code_of(frame), 0);
    return found;
}

/* ---- the use of locks ---- */

enum { WAITING, TIMED, NEXT, WAYS };

typedef struct {
    PyObject *lock;
    int64_t serial, holder;
} Use;

typedef struct {
    PyObject *lock;
    int way;
    int64_t thread;
} Waiter;

static Use *uses;
static Waiter *waiters;
static int use_count, waiter_count;
static uint32_t use_room, waiter_room;

static Use *known_use(const PyObject *lock)
{
    for (int n = 0; n < use_count; n++)
        if (uses[n].lock == lock) return &uses[n];
    return NULL;
}

static void set_use(PyObject *lock, int64_t holder)
{
    Use *known = known_use(lock);
    if (known != NULL) known->holder = holder;
    else if (HAS_ROOM(uses, use_room, (size_t)use_count + 1)) uses[use_count++] = (Use){lock, serial_of(lock), holder};
}

static void add_waiter(PyObject *lock, int way, int64_t thread)
{
    if (HAS_ROOM(waiters, waiter_room, (size_t)waiter_count + 1))
        waiters[waiter_count++] = (Waiter){lock, way, thread};
}

/* The holders that a thread's ``with`` blocks, its line and its wait show. */
static void find_holders(Holdings *holders, const Thread *thread, const Activity *activity, int is_own)
{
    for (int n = 0; n < activity->entered_count; n++) {
        const Entered *one = &activity->entered[n];
        const LockSites *sites = is_at(thread, &one->place) ?
                                 thread->snapshots[one->place.depth].code->lock_sites : NULL;
        for (int m = 0; sites != NULL && m < sites->count; m++) {
            const LockSite *site = &sites->all[m];
            if (site->kind == WITH && site->at == one->at &&
                is_within(sites, site, instruction_at(thread, one->place.depth)))
                set_holder(holders, one->lock, thread->number);
        }
    }
    if (is_own) return;
    /* The thread's current instruction releases these, or has just done so. */
    int depth = activity->place.depth;
    for (int n = 0; n < activity->operation_count && depth < thread->count; n++) {
        const Operation *one = &activity->operations[n];
        if (one->kind == RELEASE && one->at == instruction_at(thread, depth) &&
            holder_of(holders, one->lock) == thread->number)
            remove_holder(holders, one->lock);
    }
    /* A thread that waits for a condition has released its lock. */
    if (activity->wait.is_there && activity->wait.condition != NULL)
        remove_holder(holders, value_of_attribute(activity->wait.condition, library_names[LOCK_OF_CONDITION].number));
}

static void use_owned(void)
{
    uint32_t left = 0;
    for (uint32_t n = 0; n < owned.count; n++) {
        PyObject *lock = rows[owned.items[n]].is_gone ? NULL : rows[owned.items[n]].object;
        const Row *row = row_of_lock(lock);
        if (row == NULL || row->kind != OWNED_LOCK) continue;
        owned.items[left++] = owned.items[n];
        int64_t owner = thread_number((unsigned long)(uintptr_t)row->words[LOCK_OWNER]);
        if (row->words[LOCK_IS_LOCKED] != NULL && owner) set_use(lock, owner);
    }
    owned.count = left;
}

/* Return the number of the thread of a ``Thread`` object; 0 for any other object. */
static int64_t thread_of_object(PyObject *thing)
{
    PyObject *ident = value_of_attribute(thing, library_names[IDENT_OF_THREAD].number);
    if (ident == NULL || !PyLong_CheckExact(ident)) return 0;
    unsigned long number = PyLong_AsUnsignedLong(ident);
    if (PyErr_Occurred()) PyErr_Clear();
    return thread_number(number);
}

static void find_waiters(const Thread *thread, const Activity *activity)
{
    const Wait *wait = &activity->wait;
    if (wait->is_there) {
        if (wait->thing == NULL || !serial_of(wait->thing)) return;
        set_use(wait->thing, thread_of_object(wait->thing));
        add_waiter(wait->thing, wait->is_patient ? WAITING : TIMED, thread->number);
        return;
    }
    if (activity->place.depth != thread->count - 1 || !is_at(thread, &activity->place)) return;
    for (int n = 0; n < activity->operation_count; n++) {
        const Operation *one = &activity->operations[n];
        const Use *known = known_use(one->lock);
        if (one->kind == RELEASE || one->at != instruction_at(thread, thread->count - 1) || known == NULL) continue;
        if (known->holder != thread->number || is_locked(one->lock))
            add_waiter(one->lock, one->is_certain ? WAITING : TIMED, thread->number);
    }
}

/* The step's thread is about to wait if its line begins with acquiring a lock in use.
   The line that it is about to run may be that of a function that the line with the lock calls. */
static void find_next(const Thread *thread, const Activity *activity)
{
    if (activity->operation_count == 0 || activity->place.depth != thread->count - 1) return;
    const Operation *first = &activity->operations[0];
    const Use *known = first->kind != RELEASE && first->is_certain ? known_use(first->lock) : NULL;
    if (known != NULL && (known->holder != thread->number || is_locked(first->lock)))
        add_waiter(first->lock, NEXT, thread->number);
}

static int compare_serials(const void *one, const void *other)
{
    int64_t a = ((const Use *)one)->serial, b = ((const Use *)other)->serial;
    return (a > b) - (a < b);
}

/* Emit the use of all locks if it has changed. */
static void emit_uses(void)
{
    static Section now;
    now.count = 0;
    qsort(uses, (size_t)use_count, sizeof *uses, compare_serials);
    for (int n = 0; n < use_count; n++) {
        EMIT(&now, uses[n].serial, uses[n].holder);
        for (int way = 0; way < WAYS; way++) {
            size_t place = now.count;
            emit(&now, 0);
            for (int m = 0; m < waiter_count; m++) {
                if (waiters[m].lock != uses[n].lock || waiters[m].way != way) continue;
                emit(&now, waiters[m].thread);
                if (!record.is_short_of_memory) now.numbers[place]++;
            }
        }
    }
    size_t size = now.count * sizeof *now.numbers;
    if (now.count == sent.count && (size == 0 || memcmp(now.numbers, sent.numbers, size) == 0)) return;
    EMIT(&record.rest, WIRE_LOCKS, use_count);
    emit_all(&record.rest, now.numbers, now.count);
    Section before = sent;
    sent = now;
    now = before;
}

void locks_follow(PyThreadState *state, const Thread *own, int line, int was_raised)
{
    static Holdings holders;
    if (!HAS_ROOM(activities, activity_room, (size_t)thread_count)) return;
    for (int n = 0; n < thread_count; n++) activities[n].wait.is_there = 0;
    for (PyThreadState *other = first_thread(state); other != NULL; other = other->next) {
        const Thread *thread = known_thread(other);
        if (thread != NULL && thread != own && thread->count) activities[thread - threads].wait = find_wait(other);
    }
    for (int n = 0; n < thread_count; n++) {
        if (&threads[n] == own) continue;
        if (threads[n].count) note_releases(&threads[n], &activities[n]);
        else activities[n].entered_count = 0;
    }
    Activity *activity = &activities[own - threads];
    complete_line(own, activity, was_raised);
    start_line(own, activity, line);
    for (int n = held.count - 1; n >= 0; n--)
        if (!is_locked(held.all[n].lock)) held.all[n] = held.all[--held.count];
    use_count = waiter_count = holders.count = 0;
    for (int n = 0; n < held.count; n++) set_holder(&holders, held.all[n].lock, held.all[n].thread);
    find_holders(&holders, own, activity, 1);
    for (int n = 0; n < thread_count; n++)
        if (&threads[n] != own && threads[n].count) find_holders(&holders, &threads[n], &activities[n], 0);
    for (int n = 0; n < holders.count; n++)
        if (is_locked(holders.all[n].lock)) set_use(holders.all[n].lock, holders.all[n].thread);
    use_owned();
    for (int n = 0; n < thread_count; n++)
        if (&threads[n] != own && threads[n].count) find_waiters(&threads[n], &activities[n]);
    if (line) find_next(own, activity);
    emit_uses();
}
