# A teaching program: tictactoe.
LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


class IllegalMove(ValueError):
    pass


class Game:
    def __init__(self):
        self.board = [" "] * 9
        self.turn = "X"
        self.moves = []

    def winner(self):
        for a, b, c in LINES:
            if self.board[a] == self.board[b] == self.board[c] != " ":
                return self.board[a]
        return None

    def free(self):
        return [i for i, c in enumerate(self.board) if c == " "]

    def play(self, i):
        if not 0 <= i < 9:
            raise IllegalMove(f"no square {i}")
        if self.board[i] != " ":
            raise IllegalMove(f"square {i} is taken by {self.board[i]}")
        self.board[i] = self.turn
        self.moves.append(i)
        self.turn = "O" if self.turn == "X" else "X"

    def undo(self):
        self.board[self.moves.pop()] = " "
        self.turn = "O" if self.turn == "X" else "X"

    @property
    def over(self):
        return self.winner() is not None or not self.free()

    def __str__(self):
        rows = [" | ".join(self.board[i:i + 3]) for i in (0, 3, 6)]
        return "\n--+---+--\n".join(rows)


nodes = 0


def minimax(game, player, alpha=-2, beta=2):
    global nodes
    nodes += 1
    if game.over:
        w = game.winner()
        return (0 if w is None else 1 if w == player else -1), None
    best = None
    mine = game.turn == player
    value = -2 if mine else 2
    for move in game.free():
        game.play(move)
        score, _ = minimax(game, player, alpha, beta)
        game.undo()
        if (score > value) if mine else (score < value):
            value, best = score, move
        if mine:
            alpha = max(alpha, value)
        else:
            beta = min(beta, value)
        if alpha >= beta:
            break
    return value, best


game = Game()
for move in (0, 4, 0, 11, 8):
    try:
        game.play(move)
    except IllegalMove as e:
        print("illegal:", e)
print(game)
while not game.over:
    score, move = minimax(game, game.turn)
    game.play(move)
    print(f"plays {move} (score {score:+d}), {nodes} positions so far")
print(game)
print("winner:", game.winner() or "nobody", game.moves)
