/* types: the names of types that no builtin has. */
#include "module_specs.h"

#include <pyviz/machine/errors.h>

static int types_exec(Machine *m, Object *dict)
{
    const struct {
        const char *name;
        Type *type;
    } types[] = {
        {"FunctionType", m->types.function},
        {"LambdaType", m->types.function},
        {"CodeType", m->types.code},
        {"MappingProxyType", m->types.mappingproxy},
        {"CellType", m->types.cell},
        {"GeneratorType", m->types.generator},
        {"CoroutineType", m->types.coroutine},
        {"AsyncGeneratorType", m->types.async_generator},
        {"MethodType", m->types.method},
        {"BuiltinFunctionType", m->types.builtin_function},
        {"BuiltinMethodType", m->types.builtin_function},
        {"WrapperDescriptorType", m->types.wrapper_descriptor},
        {"MethodWrapperType", m->types.method_wrapper},
        {"MethodDescriptorType", m->types.method_descriptor},
        {"ClassMethodDescriptorType", m->types.classmethod_descriptor},
        {"ModuleType", m->types.module},
        {"TracebackType", m->types.traceback},
        {"FrameType", m->types.frame},
        {"GetSetDescriptorType", m->types.getset_descriptor},
        {"MemberDescriptorType", m->types.member_descriptor},
        {"GenericAlias", m->types.generic_alias},
        {"UnionType", m->types.union_},
        {"SimpleNamespace", m->types.namespace_},
        {"EllipsisType", m->types.ellipsis},
        {"NoneType", m->types.none},
        {"NotImplementedType", m->types.not_implemented},
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (module_add(m, dict, types[i].name, object_newref((Object *)types[i].type)) < 0)
            return -1;
    return 0;
}

static Object *types_not_simulated(Machine *m, Object *self, Object *const *args, size_t nargs,
                                   Object *kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    return error_not_simulated(m, "%S", args[0]);
}

static const MethodDef types_methods[] = {
    {"_not_simulated", types_not_simulated, METH_O, "Refuses."},
    {NULL, NULL, 0, NULL},
};

const ModuleSpec types_module = {
    .name = "types",
    .doc = "The names of types that no builtin has.",
    .methods = types_methods,
    .exec = types_exec,
    .python = true,
    .missing = "CapsuleType",
};
