"""Who holds a lock and who waits for it."""
