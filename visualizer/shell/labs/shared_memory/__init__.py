"""The room of the shared-memory lab: arrays brought between processes, and what that costs."""
