def divide(a, b):
    try:
        result = a / b
    except ZeroDivisionError:
        result = None
        print("cannot divide")
    else:
        print("fine")
    finally:
        print("done")
    return result


good = divide(6, 3)
bad = divide(1, 0)
try:
    int("x")
except (TypeError, ValueError) as error:
    message = str(error)
    kept = error
try:
    {}["missing"]
except KeyError as error:
    kept = error
try:
    [][3]
except LookupError:
    pass
