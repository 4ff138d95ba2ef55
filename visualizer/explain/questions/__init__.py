"""Questions for students; the recording provides the answers.

`moment` finds the effect of a line, `kinds` has the kinds of question, `giving_away` checks whether
the picture shows the answer already, `judging` checks an answer and explains a wrong one,
`choosing` selects good questions about a program.
"""
