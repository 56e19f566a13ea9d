using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TwcBridge.SystemTests.Rules.Il;

/// <summary>Every type that a declaration or an instruction names, taken apart down to the
/// elements of arrays, pointers and generic instances.</summary>
internal static class TypeUses
{
    public static IEnumerable<TypeReference> OfType(TypeDefinition type)
    {
        return type.Fields.Select(field => field.FieldType)
            .Concat(type.Interfaces.Select(implemented => implemented.InterfaceType))
            .Append(type.BaseType).Where(used => used != null).SelectMany(Parts);
    }

    public static IEnumerable<(Instruction? At, TypeReference Type)> OfMethod(
        MethodDefinition method)
    {
        IEnumerable<TypeReference> locals = !method.HasBody
            ? [] : method.Body.Variables.Select(local => local.VariableType);
        return Signature(method).Concat(locals)
            .SelectMany(Parts).Select(type => ((Instruction?)null, type))
            .Concat(method.Instructions().SelectMany(at => Named(at.Operand)
                .SelectMany(Parts).Select(type => ((Instruction?)at, type))));
    }

    private static IEnumerable<TypeReference> Signature(MethodReference method)
    {
        return method.Parameters.Select(parameter => parameter.ParameterType)
            .Append(method.ReturnType);
    }

    private static IEnumerable<TypeReference> Named(object operand)
    {
        return operand switch
        {
            TypeReference type => [type],
            FieldReference field => [field.DeclaringType, field.FieldType],
            GenericInstanceMethod method => Signature(method).Append(method.DeclaringType)
                .Concat(method.GenericArguments),
            MethodReference method => Signature(method).Append(method.DeclaringType),
            _ => [],
        };
    }

    private static IEnumerable<TypeReference> Parts(TypeReference type)
    {
        IEnumerable<TypeReference> inner = type switch
        {
            GenericInstanceType generic => generic.GenericArguments.Append(generic.ElementType),
            FunctionPointerType pointer => pointer.Parameters
                .Select(parameter => parameter.ParameterType).Append(pointer.ReturnType),
            TypeSpecification specification => [specification.ElementType],
            _ => [],
        };
        return inner.SelectMany(Parts).Prepend(type);
    }
}
