"""Players in other documents: under the cells of a notebook, in the pages of a textbook.

The command line records a program and makes its page in separate processes, so that neither a
notebook's kernel nor a build of documents loads Qt or runs the program.
"""
