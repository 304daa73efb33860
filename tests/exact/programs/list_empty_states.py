# Capacity 0 has two states: after pop() and after clear().
popped, cleared, sliced, deleted, multiplied = [1], [1], [1], [1], [1]
popped.pop()
cleared.clear()
sliced[:] = []
del deleted[0]
multiplied *= 0
after_pop, after_clear, after_slice, after_delete, after_multiply, fresh = [1], [1], [1], [1], [1], []
after_pop.pop()
after_clear.clear()
after_slice[:] = []
del after_delete[0]
after_multiply *= 0
after_pop.extend([1, 2, 3])
after_clear.extend([1, 2, 3])
after_slice.extend([1, 2, 3])
after_delete.extend([1, 2, 3])
after_multiply.extend([1, 2, 3])
fresh.extend([1, 2, 3])
ranged_pop, ranged_clear = [1], [1]
ranged_pop.pop()
ranged_clear.clear()
ranged_pop.extend(range(5))
ranged_clear.extend(range(5))
long = [1, 2, 3, 4, 5, 6, 7, 8]
while long:
    long.pop()
long_again = [1, 2, 3, 4, 5, 6, 7, 8]
while long_again:
    long_again.pop(0)
long_again.append(1)
