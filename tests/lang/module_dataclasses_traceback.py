from dataclasses import dataclass
@dataclass
class Account:
    owner: str
    balance: int = 0
    def __post_init__(self):
        if self.balance < 0:
            raise ValueError("a negative balance")
Account("Ada", 3)
Account("Bob", -1)
