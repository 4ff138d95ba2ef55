"""Which thread holds a lock, and which threads wait for it."""
