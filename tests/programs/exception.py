def average(points):
    return sum(points) / len(points)


def safe(points):
    try:
        return average(points)
    except ZeroDivisionError as error:
        return str(error)
    finally:
        print("looked at", points)


print(safe([7, 9]))
print(safe([]))
average([])
