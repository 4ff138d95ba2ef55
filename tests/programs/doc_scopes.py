# after the tutorial's chapter on scopes: local, nonlocal, global
def scopes():
    def do_local():
        spam = "local"

    def do_nonlocal():
        nonlocal spam
        spam = "nonlocal"

    def do_global():
        global spam
        spam = "global"

    spam = "test"
    do_local()
    print(spam)
    do_nonlocal()
    print(spam)
    do_global()
    print(spam)


scopes()
print(spam)
