"""Players in documents of others: under the cells of a notebook, in the pages of a textbook.

A program is recorded and made a page by the command line in processes of their own, so that neither
a notebook's kernel nor a build of documents loads Qt or runs the program within itself.
"""
