# max of values without an order.
max(1, "a")
