"""Questions for a student, whose right answers come from the recording: never from a person.

`moment` says what a line did, `kinds` what can be asked of that, `giving_away` whether the picture
tells the answer already, `judging` whether an answer is right and what would make it so, `choosing`
which questions a program is good for.
"""
