"""Values of names, objects and expressions at a step, and from step to step."""
