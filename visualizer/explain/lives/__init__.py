"""The life of an object, from its birth to its death, and its last references."""
