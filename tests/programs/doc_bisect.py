# after the documentation of bisect: a table of grades
from bisect import bisect, insort


def grade(score, limits=(60, 70, 80, 90), letters="FDCBA"):
    return letters[bisect(limits, score)]


print([grade(score) for score in (33, 99, 77, 70, 89, 90, 100)])
sorted_scores = []
for score in (33, 99, 77):
    insort(sorted_scores, score)
print(sorted_scores)
