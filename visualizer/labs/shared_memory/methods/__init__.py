"""The methods that are compared: who parses, what carries a table, the process that runs them."""
