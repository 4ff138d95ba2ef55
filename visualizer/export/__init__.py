"""Write a recording in other formats."""
