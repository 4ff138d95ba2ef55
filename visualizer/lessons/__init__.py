"""Lessons: a program, a text in both languages, questions and tasks, each in one file.

`reading` reads a file and holds it to the schema, `lesson` says what it is then, `marks` finds its
steps in a recording, `facts` fills the gaps of its text from there, `tasks` judges what a student
made of the program, `shelf` knows the lessons that come along and the user's own.
"""
