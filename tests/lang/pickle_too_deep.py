# Pickling what is nested too deep.
import pickle


def attempt(make):
    made = None
    for i in range(20000):
        made = make(made)
    try:
        print(len(pickle.dumps(made)))
    except RecursionError as e:
        print(e)


attempt(lambda o: [o])
attempt(lambda o: {1: o})
attempt(lambda o: (1, o))
