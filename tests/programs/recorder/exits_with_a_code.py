# Ends by SystemExit in a function, under finally, with an exit function and a finalizer to run.
import atexit, sys
class Late:
    def __del__(self): print("deleted")
late = Late()
@atexit.register
def bye(): print("bye", late is not None)
def leave(code):
    try: sys.exit(code)
    finally: print("leaving")
leave(3)
