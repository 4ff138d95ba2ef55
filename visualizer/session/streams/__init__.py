"""Standard input, output and error of the program: pipes, terminals, files, and their order."""
