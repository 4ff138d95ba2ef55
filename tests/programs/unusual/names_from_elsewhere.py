# Text of another file that runs in this module's dict, and names that a frame got from outside.
import sys
kept = [1]
again = compile("x = [kept]\ndef f(): return [x]\nz = f()", "other.py", "exec")
exec(again)
# sample kept x z f
exec(again, {"kept": kept})
# sample kept x z f
def own():
    x = [1]
    frame = sys._getframe()
    frame.f_locals["x"] = [2]
    frame.f_locals["new"] = [3]
    # sample x frame
    def within(): return frame, x
    # sample x frame within
    more = frame.f_locals["new"]
    # sample x frame more
    frame.f_locals["more"] = more
    # sample x more
    return frame
frame = own()
# sample frame
def paused():
    y = [1]
    sys._getframe().f_locals["given"] = y
    # sample y
    yield y
    # sample y
p = paused()
y = next(p)
# sample y p
next(p, None)
# sample y p
made = frame.f_locals["new"]
# sample frame made
frame.clear()
# sample frame made
globals()["odd name"] = made
# sample made
vars()["made"] = [made]
# sample made
