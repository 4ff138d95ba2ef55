"""References between objects: accounts for every count, and explains why an object is alive."""
