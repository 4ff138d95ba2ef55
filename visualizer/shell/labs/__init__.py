"""The labs' pages: what they share, and a folder for each lab."""
