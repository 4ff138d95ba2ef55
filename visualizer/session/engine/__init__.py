"""The recorder's part in C for the program's own interpreter: found, or built and kept."""
