def tell(n):
    print("tell", n)
    return n

print(tell(1) < tell(2) < tell(3))
print(tell(3) < tell(2) < tell(1))
if tell(1) < tell(2) < tell(0):
    print("never")
elif tell(0) <= tell(0) < tell(1):
    print("here")
x = tell(1) < tell(3) > tell(2) and tell(9)
y = (tell(2) < tell(1) < tell(3)) or tell(8)
print(x, y)
