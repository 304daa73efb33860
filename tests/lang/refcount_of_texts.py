# A text that code names is held by the code, too; one that is also a name of the program is another matter in 3.11.
import sys
print(sys.getrefcount("quagga"))
animal = "quagga"
print(sys.getrefcount("quagga"), sys.getrefcount(animal), animal is "quag" + "ga")
def two():
    return "quagga", "tapir"
print(sys.getrefcount(two()[0]), sys.getrefcount("tapir"))
print(sys.getrefcount("a quagga"), sys.getrefcount("".join(["qua", "gga"])))
held = [animal, {animal: 1}]
print(sys.getrefcount(animal))
