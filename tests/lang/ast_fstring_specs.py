# The trees of f-strings and their format specifications.
import ast
for s in ["f''","f'{a}'","f'{a:}'","f'{a:{b}}'","f'{a}' ''","'' f'{a}'","f'{a!r:x}'","f'' ''","f'{a}{b}'","f'{a}c'","f'' f'{a}'","f'{a:x{b}}'","f'{a=}'","f'{a=:}'","f'{a:{b}c}'", "f'''\n{a}\n'''", "'a' f'{b}' 'c'", "f'{a}' f''", "f'{f\"{a}\"}'", "f'{a:{b:{c}}}'", "f'{a:{b}{c}}'", "f'\\N{BULLET}{a}'"]:
    try: print(s, ast.dump(ast.parse(s, mode='eval'), include_attributes=len(s) < 12))
    except SyntaxError as e: print(s, e)
