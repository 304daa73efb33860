# test: from=3.12
# A member named like a method or attribute of the data type: the class gives the member, a member
# gives what the data type has.
from enum import Enum, IntEnum, StrEnum, auto


class Number(IntEnum):
    divisor = 3
    numerator = 2


class Book(StrEnum):
    author = auto()
    title = auto()


class Base(Enum):
    def shown(self):
        return f"<{self.name}>"


class Word(Base):
    shown = 1
    other = 2


print(Number.divisor.numerator, repr(Number.numerator), Number.numerator.value, Number.numerator.numerator)
print(Book.author.title(), repr(Book.title), Book.title.title(), Book("title") is Book.title)
print(repr(Word.shown), list(Word))
try:
    print(Word.other.shown())
except AttributeError as e:
    print(e)
try:
    Number.divisor.numerator = 5
except AttributeError as e:
    print(e)
