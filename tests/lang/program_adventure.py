"""A text adventure: commands are parsed with match."""
# test: stdin="look\ngo north\ntake lamp\ngo cellar\nuse lamp\ngo down\ntake\ninventory\ndrop lamp\nopen chest\nlook\ntake gold\ngo up\ngo south\nxyzzy 1 2 3\nscore\nquit\n"
from dataclasses import dataclass, field
from enum import Enum, auto


class Direction(Enum):
    NORTH = "north"
    SOUTH = "south"
    UP = "up"
    DOWN = "down"

    @property
    def opposite(self):
        match self:
            case Direction.NORTH:
                return Direction.SOUTH
            case Direction.SOUTH:
                return Direction.NORTH
            case Direction.UP:
                return Direction.DOWN
            case Direction.DOWN:
                return Direction.UP


class State(Enum):
    PLAYING = auto()
    WON = auto()
    QUIT = auto()


@dataclass
class Item:
    name: str
    weight: int = 1
    lit: bool = False

    def __str__(self):
        return f"{self.name}{' (lit)' if self.lit else ''}"


@dataclass
class Room:
    name: str
    text: str
    dark: bool = False
    items: list = field(default_factory=list)
    exits: dict = field(default_factory=dict)

    def connect(self, direction, other):
        self.exits[direction] = other
        other.exits[direction.opposite] = self


class GameError(Exception):
    pass


class TooHeavy(GameError):
    def __init__(self, item, limit):
        super().__init__(f"the {item.name} is too heavy: {item.weight} > {limit}")
        self.item, self.limit = item, limit


class Player:
    LIMIT = 10

    def __init__(self, room):
        self.room, self.items, self.moves = room, [], 0

    @property
    def load(self):
        return sum(item.weight for item in self.items)

    def has_light(self):
        return any(item.lit for item in self.items)

    def find(self, name, where):
        for item in where:
            if item.name == name:
                return item
        raise GameError(f"there is no {name} here")

    def take(self, name):
        if self.room.dark and not self.has_light():
            raise GameError("it is too dark")
        item = self.find(name, self.room.items)
        if self.load + item.weight > self.LIMIT:
            raise TooHeavy(item, self.LIMIT - self.load)
        self.room.items.remove(item)
        self.items.append(item)
        return item

    def drop(self, name):
        item = self.find(name, self.items)
        self.items.remove(item)
        self.room.items.append(item)
        return item


def build():
    hall = Room("hall", "A wide hall.")
    library = Room("library", "Books up to the ceiling.", items=[Item("lamp", 2), Item("book", 3)])
    cellar = Room("cellar", "Damp walls.", dark=True, items=[Item("chest", 50), Item("gold", 8)])
    hall.connect(Direction.NORTH, library)
    library.connect(Direction.DOWN, cellar)
    return hall


def describe(player):
    room = player.room
    if room.dark and not player.has_light():
        yield "It is dark."
        return
    yield room.text
    if room.items:
        yield "You see: " + ", ".join(map(str, room.items))
    yield "Exits: " + ", ".join(sorted(d.value for d in room.exits))


def execute(player, line):
    match line.lower().split():
        case []:
            pass
        case ["quit" | "exit"]:
            return State.QUIT
        case ["look"]:
            yield from describe(player)
        case ["go", ("north" | "south" | "up" | "down") as where]:
            direction = Direction(where)
            if direction not in player.room.exits:
                raise GameError(f"no way {where}")
            player.room = player.room.exits[direction]
            player.moves += 1
            yield f"You are in the {player.room.name}."
        case ["go", where]:
            raise GameError(f"{where!r} is no direction")
        case ["take" | "get", *names] if names:
            for name in names:
                yield f"You have the {player.take(name)}."
        case ["drop", name]:
            yield f"You drop the {player.drop(name)}."
        case ["use" | "light", "lamp"]:
            player.find("lamp", player.items).lit = True
            yield "The lamp is lit."
        case ["inventory" | "i"]:
            yield "You carry: " + (", ".join(map(str, player.items)) or "nothing")
        case ["open", thing]:
            yield f"The {player.find(thing, player.room.items + player.items)} is locked."
        case ["score"]:
            yield f"{player.moves} moves, {player.load} carried"
            if any(item.name == "gold" for item in player.items):
                return State.WON
        case [verb, *rest]:
            raise GameError(f"I do not know how to {verb} ({len(rest)} more words)")
    return State.PLAYING


def play():
    player = Player(build())
    for line in describe(player):
        print(line)
    while True:
        try:
            command = input("> ")
        except EOFError:
            print("bye")
            break
        print(command)
        try:
            state = yield from_lines(execute(player, command))
        except TooHeavy as e:
            print("Too heavy!", e, e.item.name)
        except GameError as e:
            print("Sorry:", e)
        else:
            if state is not State.PLAYING:
                print(state)
                break


def from_lines(lines):
    while True:
        try:
            print("  ", next(lines))
        except StopIteration as stop:
            return stop.value


game = play()
value = None
while True:
    try:
        value = game.send(value)
    except StopIteration:
        break
