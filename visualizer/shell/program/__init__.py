"""The program on the table: its file, opening and saving it, and what is remembered of it."""
