"""Code that is shown to learners as it runs."""
