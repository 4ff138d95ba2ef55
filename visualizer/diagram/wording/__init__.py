"""The words of the diagram: names, sentences, values, and which references are drawn."""
