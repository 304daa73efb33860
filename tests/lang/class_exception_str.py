class Bad(ValueError):
    def __str__(self): return "bad: " + ", ".join(map(str, self.args))
raise Bad(1, 2)
