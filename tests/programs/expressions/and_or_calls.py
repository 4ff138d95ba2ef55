def tell(value):
    print("tell", value)
    return value

x = tell(0) or tell("") or tell(3) or tell(4)
y = tell(1) and tell(0) and tell(5)
z = (tell(0) or tell(2)) and (tell([]) or tell(()))
w = tell(1) and tell(2) or tell(3)
v = (tell(1) or tell(2)) or tell(3)
u = (tell(0) and tell(2)) and tell(3)
print(x, y, z, w, v, u)
