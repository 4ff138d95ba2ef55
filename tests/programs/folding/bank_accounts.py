"""150 accounts, payments between them, the richest."""


class Account:
    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance

    def deposit(self, amount):
        self.balance += amount

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError("not enough money")
        self.balance -= amount


class Bank:
    def __init__(self, name):
        self.name = name
        self.accounts = []

    def open(self, owner, balance):
        account = Account(owner, balance)
        self.accounts.append(account)
        return account

    def transfer(self, sender, receiver, amount):
        sender.withdraw(amount)
        receiver.deposit(amount)


bank = Bank("City")
for number in range(150):
    bank.open(f"owner {number}", 100 + number * 7 % 50)
for number in range(20):
    a = bank.accounts[number * 13 % 150]
    b = bank.accounts[number * 29 % 150]
    bank.transfer(a, b, 10)
richest = bank.accounts[0]
for account in bank.accounts[:20]:
    if account.balance > richest.balance:
        richest = account
try:
    bank.transfer(bank.accounts[3], richest, 5000)
except ValueError as error:
    message = str(error)
print(richest.owner, message)
