def account(balance):
    history = []
    limit = 100

    def deposit(amount):
        nonlocal balance
        if amount > limit:
            return "too much"
        balance += amount
        history.append(amount)
        return balance

    def undo():
        nonlocal balance
        balance -= history.pop()
        return balance

    return {"deposit": deposit, "undo": undo}


mine = account(10)
mine["deposit"](5)
mine["deposit"](500)
mine["undo"]()
yours = account(1)
yours["deposit"](2)
del mine
