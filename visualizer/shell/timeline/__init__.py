"""The timeline: calls, events and amounts over the steps, and the slider with its signs."""
