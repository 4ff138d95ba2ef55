"""Small programs that show the methods step by step."""
