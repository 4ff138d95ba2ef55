"""The follower in Python: the fallback, and the judge of the one in C."""
