"""What one person has chosen, how it is kept, and the window in which to choose it."""
