"""The room of the streaming lab: all items at once against each when it is asked for."""
