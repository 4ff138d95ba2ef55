"""The cards of the shared-memory lab, and their small parts."""
