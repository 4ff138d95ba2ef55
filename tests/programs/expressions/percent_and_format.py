a, b = 3, "x"
text = "%d-%5.1f"
print("%d" % a, text % (a, 2.5), "{} {}".format(a, b), "%(k)s" % {"k": a})
print("a" + b, b * a, "=" * 5, "%", 7 % a)
