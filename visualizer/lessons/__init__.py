"""Lessons: a program, a text in both languages, questions and tasks, each lesson in one file.

`reading` reads a file and validates it against the schema; `lesson` has the data classes; `marks`
finds a lesson's steps in a recording; `facts` fills the gaps of its text from the recording;
`tasks` judges a student's version of the program; `shelf` lists the built-in and own lessons.
"""
