"""From an object's birth to its death, and what its last references were."""
