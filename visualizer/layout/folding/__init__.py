"""What is shown of what is large: near a name or a change whole, the rest told in a line."""
