"""The current step: the player that holds it, and everything that moves it."""
