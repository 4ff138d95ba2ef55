"""The words of the diagram: names, sentences, values, and the drawn references."""
