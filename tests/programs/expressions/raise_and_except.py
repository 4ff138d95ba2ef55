class Problem(ValueError):
    def __init__(self, n):
        super().__init__(f"problem {n}")
        self.n = n

def risky(n):
    try:
        if n > 1:
            raise Problem(n + 1)
        if n:
            return 10 // (n - 1)
        return len([n])
    except ZeroDivisionError as error:
        raise KeyError(n) from error
    except Problem as problem:
        return problem.n * 2
    else:
        print("else")
    finally:
        print("finally", n + 100)

for n in (0, 2):
    print(risky(n))
try:
    risky(1)
except KeyError as error:
    print(type(error.__cause__).__name__, error.args[0])
