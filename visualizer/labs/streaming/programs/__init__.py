"""Code that runs and that the window shows to learners."""
