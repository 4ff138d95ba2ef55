"""Lessons and predictions in the window.

`question_card` asks and judges one question with the fields of `answer_fields`; `drag_arrow` lets
the user drag an arrow. `lesson_pane` shows a lesson's text with its questions and tasks, `lessons`
opens a lesson and follows its program, `predicting` asks about any program at each step,
`progress` stores the results.
"""
