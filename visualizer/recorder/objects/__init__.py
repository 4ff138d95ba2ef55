"""Reading an object without touching it: no code of the program runs, no reference is kept."""
