students = ["Ann", "Ben", "Cem", "Dora", "Eva", "Finn", "Gus", "Hana", "Ivo", "Jin",
            "Kim", "Lea", "Max", "Nora", "Omar", "Pia", "Quin", "Rosa", "Sam", "Tim"]
subjects = ["math", "art", "music", "sport"]
grades = {}
for n, student in enumerate(students):
    grades[student] = {}
    for m, subject in enumerate(subjects):
        grades[student][subject] = (n * 7 + m * 5) % 10 + 1

averages = {}
for student, marks in grades.items():
    averages[student] = sum(marks.values()) / len(marks)

best = None
for student, average in averages.items():
    if best is None or average > averages[best]:
        best = student

by_subject = {subject: [] for subject in subjects}
for student, marks in grades.items():
    for subject, mark in marks.items():
        by_subject[subject].append(mark)
grades["Tim"]["art"] = 10
print(best, averages[best])
