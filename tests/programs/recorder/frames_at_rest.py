"""Frames that a traceback keeps after their calls have ended, and what is done to them then."""


class Thing:
    pass


def fail(depth, kept):
    own = [depth]
    if depth:
        fail(depth - 1, own)
    raise ValueError(own, kept)


def failure(depth):
    try:
        fail(depth, None)
    except ValueError as error:
        return error


error = failure(3)
frames = []
at = error.__traceback__
while at is not None:
    frames.append(at.tb_frame)
    at = at.tb_next
before = len(frames)
inner = frames[-1]
inner.f_locals["own"] = Thing()
inner.f_locals["added"] = [1, 2]
back = inner.f_back
inner.clear()
error.__traceback__ = None
frames.pop()
del inner, back
frames.clear()
error = None
done = before
