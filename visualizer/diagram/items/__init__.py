"""The items of the scene: boxes, arrows, tags and marks, reconciled by key."""
