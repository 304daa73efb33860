# A graph as a dict of sets, walked breadth first.
edges = [(1, 2), (1, 3), (2, 4), (3, 4), (4, 5), (5, 1), (6, 7)]
graph = {}
for a, b in edges:
    graph.setdefault(a, set()).add(b)
    graph.setdefault(b, set()).add(a)
frontier, reached, steps = [1], {1}, {}
while frontier:
    node = frontier.pop(0)
    for neighbour in sorted(graph[node]):
        if neighbour not in reached:
            reached.add(neighbour)
            frontier.append(neighbour)
            steps[neighbour] = node
unreached = set(graph) - reached
