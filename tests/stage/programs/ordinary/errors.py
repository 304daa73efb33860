class TooCold(Exception):
    def __init__(self, degrees):
        super().__init__(f"{degrees} degrees")
        self.degrees = degrees


def check(t):
    if t < 0:
        raise TooCold(t)
    return t


def read(values):
    good = []
    for v in values:
        try:
            good.append(check(int(v)))
        except ValueError as e:
            print("not a number:", e)
        except TooCold as e:
            print("too cold by", -e.degrees)
        else:
            print("fine", v)
        finally:
            print("done", v)
    return good


print(read(["12", "x", "-3"]))
