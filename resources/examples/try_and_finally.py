def divide(a, b):
    try:
        return a / b
    except ZeroDivisionError as error:
        print("no:", error)
        return None
    finally:
        print("done with", a, b)


print(divide(6, 3))
print(divide(6, 0))
