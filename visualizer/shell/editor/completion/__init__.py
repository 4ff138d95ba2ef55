"""What can be typed next: found by jedi in a process of its own, offered below the text cursor."""
