"""The page of the streaming lab: it compares making all items at once with making them lazily."""
