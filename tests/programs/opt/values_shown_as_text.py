class Money:
    def __init__(self, amount):
        self.amount = amount

    def __str__(self):
        return "$" + str(self.amount)


wallet = Money(5)
print(wallet)
print(f"have {wallet}")
wallet.amount += 1
