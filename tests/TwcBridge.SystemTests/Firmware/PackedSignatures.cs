using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace TwcBridge.SystemTests.Firmware;

/// <summary>
/// The types of fields, methods and variables in the format of the device: some bytes each, and
/// none where the same bytes stand in the table already, be it across two others.
/// </summary>
internal sealed class PackedSignatures
{
    private const byte OfField = 0x06;
    private const byte HasThis = 0x20;
    private const byte ValueType = 0x11;
    private const byte Class = 0x12;
    private const byte Array = 0x1D;
    private const byte ByReference = 0x10;
    private const int ShortTokens = 32;     // A token below has one byte, else two.

    private readonly List<byte> _table = [];
    private readonly Dictionary<string, int> _tokens = [];

    public static int Bytes(ModuleDefinition module, TypeDefinition[] types)
    {
        PackedSignatures all = new();
        foreach (TypeDefinition type in types)
        {
            all.Token(type);
        }
        foreach (TypeDefinition type in types)
        {
            all.AddMembers(type);
        }
        foreach (MemberReference used in module.GetMemberReferences())
        {
            all.Add(used is MethodReference method
                ? all.Of(method)
                : [OfField, .. all.Of(((FieldReference)used).FieldType)]);
        }
        return all._table.Count;
    }

    private void AddMembers(TypeDefinition type)
    {
        foreach (FieldDefinition field in type.Fields.Where(field => !field.HasConstant))
        {
            Add([OfField, .. Of(field.FieldType)]);
        }
        foreach (MethodDefinition method in type.Methods)
        {
            Add(Of(method));
            if (method.HasBody)
            {
                Add([.. method.Body.Variables.SelectMany(local => Of(local.VariableType))]);
            }
        }
        if (type.HasInterfaces)
        {
            Add([(byte)type.Interfaces.Count,
                .. type.Interfaces.SelectMany(one => Token(one.InterfaceType))]);
        }
    }

    private void Add(byte[] signature)
    {
        ReadOnlySpan<byte> table = [.. _table];
        if (signature.Length > 0 && table.IndexOf(signature) < 0)
        {
            _table.AddRange(signature);
        }
    }

    private byte[] Of(MethodReference method)
    {
        return [method.HasThis ? HasThis : (byte)0, (byte)method.Parameters.Count,
            .. Of(method.ReturnType),
            .. method.Parameters.SelectMany(parameter => Of(parameter.ParameterType))];
    }

    private byte[] Of(TypeReference type)
    {
        return type switch
        {
            ByReferenceType reference => [ByReference, .. Of(reference.ElementType)],
            ArrayType array => [Array, .. Of(array.ElementType)],
            _ when type.IsPrimitive || type.FullName is "System.Void" or "System.String"
                or "System.Object" => [(byte)type.MetadataType],
            _ => [type.IsValueType ? ValueType : Class, .. Token(type)],
        };
    }

    private byte[] Token(TypeReference type)
    {
        if (!_tokens.TryGetValue(type.FullName, out int token))
        {
            token = _tokens.Count;
            _tokens.Add(type.FullName, token);
        }
        return token < ShortTokens
            ? [(byte)(token << 2)]
            : [(byte)(0x80 | (token >> 6)), (byte)(token << 2)];
    }
}
