"""The follower in Python: the fallback, with which tests compare the C follower."""
