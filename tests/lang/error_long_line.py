# The carets under a long expression.
data = {"rows": [[1, 2], [3, 4]]}
result = data["rows"][0][1] + data["rows"][1][0] * data["rows"][2][0] - 5
