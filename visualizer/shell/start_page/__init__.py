"""Where one begins: a new program, one of the last, or an example by its picture."""
