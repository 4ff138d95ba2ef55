/* Says what is new of an object, as operations (wire.py). */

#ifndef VISUALIZER_TELLING_H
#define VISUALIZER_TELLING_H

#include "kinds.h"

/* All there is to say of a new object with that count. */
void tell_new(Index index, const View *view, Py_ssize_t count);

/* What its words say now; they may say the same of other objects. */
void tell_change(Index index, const View *view);

/* Its size, where that is another. */
void tell_size(Index index);

#endif
