"""What the program wrote, from which step, and the field for what it reads."""
