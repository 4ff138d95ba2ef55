"""Lessons and predictions in the window.

`question_card` asks one question and says what is right, by the fields of `answer_fields`; an arrow
can be dragged by `drag_arrow`. `lesson_pane` is a lesson's text with its questions and tasks,
`lessons` opens one and follows its program, `predicting` asks of any program as one steps,
`progress` remembers what was answered.
"""
