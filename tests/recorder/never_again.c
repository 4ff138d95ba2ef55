/* Memory that is given back is not given away again, while there is enough of it: so no two objects ever
   have the same address. To be loaded before the C library, with PYTHONMALLOC=malloc. */

#define _GNU_SOURCE
#define Py_BUILD_CORE 1
#define Py_BUILD_CORE_MODULE 1
#include <Python.h>
#include "internal/pycore_interp.h"

#include <limits.h>
#include <malloc.h>

extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t), *__libc_realloc(void *, size_t);
extern void __libc_free(void *);
#pragma weak PyThreadState_GetUnchecked

#define MOST ((size_t)3 << 30)      /* bytes; what is given back after so many may come again */
#define LONG ((size_t)1 << 17)      /* blocks that the C library maps one by one */

static size_t kept;

/* Memory of a recorder's own makes the collector run more often here than it does in a plain run: it runs
   where the program asks for it alone. */
static void stop_the_collector(PyInterpreterState *interpreter)
{
    static int is_stopped;
    if (is_stopped) return;
    is_stopped = 1;
    interpreter->gc.generations[0].threshold = INT_MAX;
}

/* The interpreter's own lists of memory to use again: they stay empty where they count less than none. */
static void empty_the_free_lists(void)
{
    PyThreadState *thread = PyThreadState_GetUnchecked ? PyThreadState_GetUnchecked() : NULL;
    if (thread == NULL || kept > MOST) return;
    stop_the_collector(thread->interp);
#if PY_VERSION_HEX >= 0x030E0000
    struct _Py_freelist *lists = (struct _Py_freelist *)&thread->interp->object_state.freelists;
    for (size_t n = 0; n < sizeof(struct _Py_freelists) / sizeof *lists; n++)
        lists[n] = (struct _Py_freelist){NULL, -1};
#else
    struct _Py_object_freelists *lists = &thread->interp->object_state.freelists;
    memset(lists, 0, sizeof *lists);
    lists->floats.numfree = lists->lists.numfree = lists->dicts.numfree = lists->dictkeys.numfree = -1;
    lists->contexts.numfree = lists->async_gens.numfree = lists->async_gen_asends.numfree = -1;
    for (int n = 0; n < PyTuple_NFREELISTS; n++) lists->tuples.numfree[n] = -1;
#endif
}

void *malloc(size_t size)
{
    empty_the_free_lists();
    return __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    empty_the_free_lists();
    return __libc_calloc(count, size);
}

void free(void *block)
{
    size_t size = block ? malloc_usable_size(block) : 0;
    if (size >= LONG || __atomic_load_n(&kept, __ATOMIC_RELAXED) > MOST) __libc_free(block);
    else __atomic_add_fetch(&kept, size, __ATOMIC_RELAXED);
}

void *realloc(void *block, size_t size)
{
    size_t before = block ? malloc_usable_size(block) : 0;
    if (block == NULL || before >= LONG) return __libc_realloc(block, size);
    if (size <= before) return block;
    void *found = malloc(size);
    if (found != NULL) {
        memcpy(found, block, before);
        free(block);
    }
    return found;
}
