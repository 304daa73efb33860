import random

class Player:
    def __init__(self, name):
        self.name = name
        self.position = 0

    def move(self, steps):
        self.position += steps
        if self.position in SNAKES:
            self.position = SNAKES[self.position]


SNAKES = {7: 2, 11: 5}
GOAL = 15
random.seed(4)
players = [Player("red"), Player("blue")]
turn = 0
while all(p.position < GOAL for p in players):
    player = players[turn % 2]
    player.move(random.randint(1, 6))
    turn += 1
for p in players:
    print(p.name, p.position)
