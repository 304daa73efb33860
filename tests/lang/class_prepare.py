# __prepare__ gives the namespace of the body.
class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        print("prepare", name, bases)
        return {"given": 42}


class C(metaclass=Meta):
    print(given)
    twice = given * 2


print(C.given, C.twice)
