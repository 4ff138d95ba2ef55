"""The user's preferences: their storage, and the window that shows them."""
