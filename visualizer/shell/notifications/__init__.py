"""Lines over the diagram that report events and errors, with buttons to react."""
