# Arrays, views, and objects of ctypes.
import numpy as np, ctypes, mmap, struct, array, io
a=np.zeros((3,3)); m=memoryview(a); m2=m.cast('B') if m.c_contiguous else m
# sample a m m2
b=np.asarray(m); c=b.T; d=c[0]; e=np.frombuffer(m2,dtype='B')
# sample a b c d e m m2
x=ctypes.c_int(5000); y=ctypes.pointer(x); z=(ctypes.c_int*3)(1,2,3)
# sample x y z
class St(ctypes.Structure): _fields_=[('a',ctypes.c_int),('b',ctypes.py_object)]
L=[1]; s=St(1,L)
# sample s L St
v=s.b
# sample v L s
mm=mmap.mmap(-1,4096); mv=memoryview(mm)
# sample mm mv
mv.release(); mm.close()
# sample mm
cb=ctypes.CFUNCTYPE(ctypes.c_int,ctypes.c_int)(lambda k: k+1)
r=cb(5)
# sample cb r
lib=ctypes.CDLL('msvcrt' if hasattr(ctypes, 'windll') else None); fn=lib.strlen
# sample lib fn
q=np.arange(10); w=q[q>5]; it=np.nditer(q); u=np.vectorize(lambda t:t+1)(q)
# sample q w it u
sa=np.array(['a','bb']); rec=np.rec.array([(1,2.)],dtype=[('a',int),('b',float)]); r0=rec[0]
# sample sa rec r0
f=q.astype(float); f.flags.writeable=False; g=f.view(); h=f.base
# sample f g h
o=np.array([L,None,L],dtype=object)[::2]; k=o.base
# sample o L k
del a
# sample m b c
np.add.at(q,[0],1); st=np.lib.stride_tricks.sliding_window_view(q,3)
# sample q st
