"""The activity of threads: the locks that they hold and await, and deadlocks."""
