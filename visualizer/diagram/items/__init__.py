"""What stands in the scene: boxes, arrows, tags and marks, reconciled by key."""
