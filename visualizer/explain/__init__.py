"""What a step did, as keys and arguments: the words are the window's."""
