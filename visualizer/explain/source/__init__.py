"""Facts from the program's text that a recording lacks; the text is read, never run."""
