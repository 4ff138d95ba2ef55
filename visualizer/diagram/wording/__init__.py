"""What is said of what is drawn: names, sentences, values, and which references are drawn."""
