# Every name keeps its number, however many there are: of globals, attributes and local variables.
N = 700
text = ''.join(f'name_{i} = {i}\n' for i in range(N))
text += 'total = ' + ' + '.join(f'name_{i}' for i in reversed(range(N))) + '\n'
namespace = {}
exec(text, namespace)
print(namespace['total'], namespace['name_16'], namespace['name_17'])

body = ''.join(f'    local_{i} = {i}\n' for i in range(N))
text = f'def f():\n{body}    def inner(): return local_3, local_{N - 1}\n'
text += '    return inner(), ' + ', '.join(f'local_{i}' for i in range(0, N, 13)) + '\n'
exec(text, namespace)
print(namespace['f']())
code = namespace['f'].__code__
print(len(code.co_varnames), len(set(code.co_varnames)), code.co_cellvars, code.co_nlocals)

text = 'class A: pass\n' + ''.join(f'A.attr_{i} = {i}\n' for i in range(40)) + 'r = [A.attr_0, A.attr_15, A.attr_16, A.attr_39]'
exec(text, namespace)
print(namespace['r'])
code = compile(text, 'x', 'exec')
print(code.co_names[:4], code.co_names[-3:], len(code.co_names))
