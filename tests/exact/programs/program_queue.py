# A list used as a queue and as a stack.
queue, stack, done = [], [], []
for i in range(30):
    queue.append((i, [i]))
    stack.append(queue[-1])
    if i % 3 == 2:
        done.append(queue.pop(0))
        stack.pop()
