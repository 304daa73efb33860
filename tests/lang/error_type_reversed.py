# reversed of a set.
reversed({1, 2})
