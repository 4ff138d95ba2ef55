"""From the state of a step to its sheet: the stack, what it leads to, places, ways and marks."""
