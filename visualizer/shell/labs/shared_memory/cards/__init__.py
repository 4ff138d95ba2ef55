"""The cards of the shared-memory lab, and the small parts that they are made of."""
