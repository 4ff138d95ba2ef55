/* What the parts of the engine ask of Python, and how it gives up. */

#ifndef VISUALIZER_ENGINE_H
#define VISUALIZER_ENGINE_H

#include "memory.h"

enum Ask { ASK_TYPE, ASK_CODE, ASK_TEXT, ASK_DESCRIBE, ASK_SIZE, ASK_NAME, ASK_THREAD, ASK_HEIGHT,
           ASK_START, ASK_LOCKS, ASKS };

/* Call a function of describing.py in the house; NULL where it failed, which ends the recording. What it
   gave is to be handed back to ``answer_done``, also NULL. */
PyObject *ask(enum Ask what, PyObject *first, PyObject *second);
void answer_done(PyObject *answer);

int64_t size_by_python(PyObject *object);

/* An object that nothing but a cycle kept has gone. */
void collection_took(int64_t serial);

/* Something is not as it should be: the recording ends, the program goes on. */
void give_up(const char *reason);

#endif
