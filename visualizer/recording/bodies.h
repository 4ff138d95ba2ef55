/* What the contents of lists and instances become. */

#ifndef VISUALIZER_BODIES_H
#define VISUALIZER_BODIES_H

#include "operations.h"

#define MOST_APPENDED (1 << 14)

/* An item that came behind those of a sequence. */
typedef struct {
    int64_t list, item;
} Appended;

/* ``now`` has how many. */
extern Appended appended[MOST_APPENDED];

Outcome take_splice(const int64_t *operands);
Outcome take_content(const int64_t *operands);

#endif
