"""Small programs of what the methods do, to be stepped through."""
