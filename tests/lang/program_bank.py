# A teaching program: bank.
from abc import ABC, abstractmethod


class BankError(Exception):
    """Anything the bank refuses."""


class InsufficientFunds(BankError):
    def __init__(self, account, wanted):
        super().__init__(f"{account.owner} has only {account.balance:.2f}, not {wanted:.2f}")
        self.account = account
        self.wanted = wanted

    @property
    def missing(self):
        return self.wanted - self.account.balance


class Account(ABC):
    count = 0
    __slots__ = ("owner", "_balance", "history", "number")

    def __init__(self, owner, balance=0.0):
        type(self).count += 1
        Account.count += type(self) is not Account
        self.number = f"{type(self).__name__[0]}-{Account.count:04d}"
        self.owner = owner
        self._balance = balance
        self.history = []

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < self.minimum:
            raise InsufficientFunds(self, self._balance - value)
        self._balance = value

    @property
    @abstractmethod
    def minimum(self): ...

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f"cannot deposit {amount!r}")
        self.balance += amount
        self.history.append(("deposit", amount))
        return self

    def withdraw(self, amount):
        self.balance -= amount
        self.history.append(("withdraw", amount))
        return self

    def transfer(self, other, amount):
        self.withdraw(amount)
        try:
            other.deposit(amount)
        except Exception:
            self.balance += amount
            raise

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self.balance:,.2f})"

    def __eq__(self, other):
        if not isinstance(other, Account):
            return NotImplemented
        return self.number == other.number

    def __lt__(self, other):
        return self.balance < other.balance

    def __hash__(self):
        return hash(self.number)


class Savings(Account):
    rate = 0.02
    minimum = 0

    def add_interest(self):
        self.deposit(round(self.balance * self.rate, 2))


class Checking(Account):
    def __init__(self, owner, balance=0.0, *, overdraft=100):
        super().__init__(owner, balance)
        self.overdraft = overdraft

    @property
    def minimum(self):
        return -self.overdraft


class Bank:
    def __init__(self, name):
        self.name = name
        self.accounts = {}

    def open(self, kind, owner, *args, **options):
        account = kind(owner, *args, **options)
        self.accounts[account.number] = account
        return account

    def __getitem__(self, number):
        try:
            return self.accounts[number]
        except KeyError:
            raise BankError(f"no account {number}") from None

    def __iter__(self):
        return iter(self.accounts.values())

    def __len__(self):
        return len(self.accounts)

    def __contains__(self, owner):
        return any(a.owner == owner for a in self)

    @property
    def total(self):
        return sum(a.balance for a in self)


bank = Bank("First")
ada = bank.open(Savings, "Ada", 1000)
bob = bank.open(Checking, "Bob", overdraft=50)
eve = bank.open(Checking, "Eve", 10.5)
ada.deposit(500).withdraw(20.25)
ada.add_interest()
ada.transfer(bob, 300)
print(list(bank), len(bank), f"{bank.total:,.2f}")
for action in (lambda: bob.withdraw(1000), lambda: ada.deposit(-5), lambda: bank["X"], lambda: ada.transfer(bob, 10**6),
               lambda: Account("Nobody"), lambda: ada.nothing, lambda: setattr(ada, "color", 1), lambda: ada < "x"):
    try:
        action()
    except InsufficientFunds as e:
        print("refused:", e, "- missing", round(e.missing, 2))
    except (BankError, ValueError) as e:
        print(type(e).__name__, e, e.__cause__, e.__suppress_context__)
    except Exception as e:
        print(type(e).__name__ + ":", e)
print("Ada" in bank, "Zed" in bank, max(bank), sorted(bank), ada == bob, ada == 3, {ada: 1}[ada])
print(Account.count, Savings.count, Checking.count, ada.history)
for account in sorted(bank, key=lambda a: a.owner, reverse=True):
    print(f"{account.number:<8}|{account.owner:^10}|{account.balance:>12,.2f}|{account.minimum:+d}")
bob.withdraw(10_000)
