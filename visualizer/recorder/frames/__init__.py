"""The frames of every thread: where they stand, their variables, what lies on their stacks."""
