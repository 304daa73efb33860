"""Bank accounts: exceptions, properties, context managers, decorators, a ledger."""
import functools
from contextlib import contextmanager
from decimal import Decimal


class BankError(Exception):
    """Base of all that a bank refuses."""


class InsufficientFunds(BankError):
    def __init__(self, account, amount):
        self.account, self.amount = account, amount
        super().__init__(account.number, amount)

    def __str__(self):
        return f"account {self.account.number} has {self.account.balance}, not {self.amount}"


class Frozen(BankError):
    pass


def logged(method):
    @functools.wraps(method)
    def wrapper(self, *args, **kwargs):
        try:
            result = method(self, *args, **kwargs)
        except BankError as e:
            self.history.append((method.__name__, args, f"refused: {type(e).__name__}"))
            raise
        self.history.append((method.__name__, args, "ok"))
        return result
    return wrapper


class Positive:
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, owner=None):
        return self if obj is None else obj.__dict__.get(self.name, Decimal(0))

    def __set__(self, obj, value):
        if not isinstance(value, Decimal):
            raise TypeError(f"{self.name} must be Decimal, not {type(value).__name__}")
        if value < obj.minimum:
            raise InsufficientFunds(obj, obj.balance - value)
        obj.__dict__[self.name] = value


class Account:
    minimum = Decimal(0)
    _next = 1000
    balance = Positive()

    def __init__(self, owner, opening="0"):
        self.owner = owner
        self.number = type(self)._number()
        self.history = []
        self._frozen = False
        self.balance = Decimal(opening)

    @classmethod
    def _number(cls):
        Account._next += 1
        return f"{cls.__name__[0]}{Account._next}"

    def __init_subclass__(cls, /, fee="0", **kwargs):
        super().__init_subclass__(**kwargs)
        cls.fee = Decimal(fee)

    fee = Decimal("0")

    @logged
    def deposit(self, amount):
        self._check(amount)
        self.balance += amount

    @logged
    def withdraw(self, amount):
        self._check(amount)
        self.balance -= amount + self.fee

    def _check(self, amount):
        if self._frozen:
            raise Frozen(self.number)
        if amount <= 0:
            raise ValueError(f"amount must be positive, not {amount}")

    @contextmanager
    def frozen(self):
        self._frozen = True
        try:
            yield self
        finally:
            self._frozen = False

    def __repr__(self):
        return f"<{type(self).__name__} {self.number} {self.owner}: {self.balance:.2f}>"


class Savings(Account):
    rate = Decimal("0.0125")

    def interest(self):
        earned = (self.balance * self.rate).quantize(Decimal("0.01"))
        self.deposit(earned)
        return earned


class Checking(Account, fee="0.50"):
    minimum = Decimal("-500")


class Bank:
    def __init__(self):
        self.accounts = {}

    def open(self, kind, *args, **kwargs):
        account = kind(*args, **kwargs)
        self.accounts[account.number] = account
        return account

    @contextmanager
    def transaction(self):
        before = {n: a.balance for n, a in self.accounts.items()}
        try:
            yield
        except BaseException as e:
            for number, balance in before.items():
                self.accounts[number].__dict__["balance"] = balance
            e.add_note("the transaction was rolled back")
            raise

    def transfer(self, source, target, amount):
        with self.transaction():
            self.accounts[target].deposit(amount)
            self.accounts[source].withdraw(amount)

    def __iter__(self):
        return iter(self.accounts.values())

    def total(self):
        return sum((a.balance for a in self), Decimal())


bank = Bank()
ada = bank.open(Savings, "Ada", "1000.00")
bob = bank.open(Checking, "Bob", opening="50")
print(ada, bob, bank.total())
bank.transfer(ada.number, bob.number, Decimal("250.25"))
print(ada, bob)
for attempt in (
    lambda: bank.transfer(ada.number, bob.number, Decimal(10_000)),
    lambda: bob.withdraw(Decimal(900)),
    lambda: ada.deposit(Decimal(-5)),
    lambda: bank.transfer("X1", bob.number, Decimal(1)),
    lambda: setattr(ada, "balance", 5.0),
):
    try:
        attempt()
    except InsufficientFunds as e:
        print("!", e, e.args[1], getattr(e, "__notes__", []))
    except (BankError, ValueError, KeyError, TypeError) as e:
        print("!", type(e).__name__, e, getattr(e, "__notes__", []))
print(ada, bob, ada.interest(), ada)
with bob.frozen() as account:
    try:
        account.deposit(Decimal(1))
    except Frozen as e:
        print("frozen", e)
bob.deposit(Decimal("0.01"))
for account in bank:
    print(account)
    for entry in account.history:
        print("   ", entry)
print(Account.deposit.__name__, Account.balance is Account.__dict__["balance"], Checking.fee, Savings.fee)
try:
    try:
        bob.withdraw(Decimal(100_000))
    except InsufficientFunds as e:
        raise BankError("closing time") from e
except BankError as e:
    print(repr(e), "because", repr(e.__cause__))
bank.transfer(bob.number, ada.number, Decimal(10 ** 6))
