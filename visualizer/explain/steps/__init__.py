"""What a step did: the statement that ran, what came of it, and what changed."""
