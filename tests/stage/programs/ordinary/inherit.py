class Animal:
    count = 0

    def __init__(self, name, sound):
        self.name = name
        self.sound = sound
        Animal.count += 1

    def speak(self):
        return f"{self.name} says {self.sound}"


class Dog(Animal):
    def __init__(self, name):
        super().__init__(name, "woof")
        self.tricks = []

    def learn(self, trick):
        self.tricks.append(trick)
        return self


class Cat(Animal):
    def __init__(self, name):
        super().__init__(name, "meow")

    def speak(self):
        return super().speak() + "!"


rex = Dog("Rex")
rex.learn("sit").learn("roll")
tom = Cat("Tom")
for animal in [rex, tom]:
    print(animal.speak())
print(rex.tricks, Animal.count)
