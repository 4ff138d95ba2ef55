def pick(a, b, c):
    first = a and b
    second = a or b
    third = a and b and c
    fourth = a or b or c
    fifth = (a and b) or c
    sixth = (a or b) and c
    seventh = a and (b or c)
    return first, second, third, fourth, fifth, sixth, seventh

for a in (0, 1, ""):
    for b in (0, 2, []):
        print(pick(a, b, [a, b]))
