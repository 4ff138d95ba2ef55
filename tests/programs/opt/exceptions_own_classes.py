class AppError(Exception):
    def __init__(self, code, text):
        super().__init__(text)
        self.code = code


class NotFound(AppError):
    pass


def find(name):
    raise NotFound(404, name + " is missing")


try:
    find("page")
except AppError as error:
    code = error.code
    kept = error
    words = kept.args
try:
    try:
        find("x")
    except NotFound as first:
        raise ValueError("second") from first
except ValueError as second:
    cause = second.__cause__.code
empty = ValueError()
several = TypeError("a", 2, [3])
