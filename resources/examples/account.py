class Account:
    bank = "Hana"
    log = []

    def __init__(self, owner, money):
        self.owner = owner
        self.money = money

    def pay(self, amount):
        self.money -= amount
        self.log.append((self.owner, amount))


ana = Account("Ana", 100)
ben = Account("Ben", 50)
ana.pay(30)
ben.pay(20)
ben.bank = "Mirae"
print(Account.log)
print(ana.bank, ben.bank)
