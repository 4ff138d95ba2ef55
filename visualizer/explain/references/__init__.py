"""Who refers to whom: every count accounted for, and why an object is alive."""
