SIZE = 6
ROUNDS = 1


class NotEnough(Exception):
    def __init__(self, owner, missing):
        super().__init__(f"{owner} lacks {missing}")
        self.missing = missing


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = []

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("nothing to deposit")
        self.balance += amount
        self.history.append(("in", amount))

    def withdraw(self, amount):
        if amount > self.balance:
            raise NotEnough(self.owner, amount - self.balance)
        self.balance -= amount
        self.history.append(("out", amount))


class Savings(Account):
    def __init__(self, owner, balance=0, rate=2):
        super().__init__(owner, balance)
        self.rate = rate

    def add_interest(self):
        self.deposit(self.balance * self.rate // 100 + 1)


class Bank:
    def __init__(self):
        self.accounts = {}

    def open(self, account):
        self.accounts[account.owner] = account

    def transfer(self, giver, taker, amount):
        source = self.accounts[giver]
        source.withdraw(amount)
        self.accounts[taker].deposit(amount)


def day(size):
    bank = Bank()
    for name in ("ada", "bo", "cleo", "dan"):
        kind = Savings if name in ("bo", "dan") else Account
        bank.open(kind(name, 100))
    owners = list(bank.accounts)
    refused = []
    for number in range(size):
        giver = owners[number % 4]
        taker = owners[(number * 3 + 1) % 4]
        try:
            bank.transfer(giver, taker, number * 17 % 90)
        except NotEnough as error:
            refused.append((giver, error.missing))
        except ValueError:
            refused.append((giver, 0))
        if number % 10 == 9:
            for account in bank.accounts.values():
                if isinstance(account, Savings):
                    account.add_interest()
    return bank, refused


for again in range(ROUNDS):
    bank, refused = day(SIZE)
    for account in bank.accounts.values():
        print(account.owner, account.balance, len(account.history))
    print(len(refused), "refused")
