def innermost(value):
    if value < 0:
        raise ValueError("negative: " + str(value))
    return value


def middle(value):
    try:
        return innermost(value)
    finally:
        log.append("middle")


def outermost(value):
    checked = middle(value)
    return checked + 1


log = []
fine = outermost(1)
try:
    outermost(-1)
except ValueError as problem:
    text = problem.args[0]


def cleanup():
    try:
        innermost(-2)
    except ValueError:
        raise RuntimeError("wrapped") from None


try:
    cleanup()
except RuntimeError as error:
    cause = error.__cause__
