using System.Collections.Generic;
using System.Linq;
using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;
using TwcBridge.SystemTests.Rules.Il;

namespace TwcBridge.SystemTests.Rules.Size;

/// <summary>
/// What an assembly brings to the device, counted before MetadataProcessor packs it. Not the size
/// of its .pe, but what makes that grow.
/// </summary>
/// <param name="TextBytes">Literals, each once, as UTF-8 with a closing zero.</param>
/// <param name="TableBytes">Arrays of literals.</param>
/// <param name="NameBytes">Names of types, methods and fields, each once.</param>
internal sealed record AssemblySize(
    int Types, int Methods, int Fields, int CodeBytes, int TextBytes, int TableBytes, int NameBytes)
{
    public static AssemblySize Of(IlAssembly assembly)
    {
        TypeDefinition[] types = assembly.Types.ToArray();
        MethodDefinition[] methods = types.SelectMany(type => type.Methods).ToArray();
        FieldDefinition[] fields = types.SelectMany(type => type.Fields).ToArray();
        return new AssemblySize(
            types.Length,
            methods.Length,
            fields.Length,
            methods.Where(method => method.HasBody).Sum(method => method.Body.CodeSize),
            Bytes(methods.SelectMany(method => method.Instructions())
                .Where(at => at.OpCode.Code == Code.Ldstr).Select(at => (string)at.Operand)),
            assembly.Module.GetTypes().SelectMany(type => type.Fields)
                .Sum(field => field.InitialValue.Length),
            Bytes(types.Cast<MemberReference>().Concat(methods).Concat(fields)
                .Select(member => member.Name)));
    }

    public override string ToString()
    {
        return $"{Types} types, {Methods} methods, {Fields} fields; bytes: code {CodeBytes}, "
            + $"text {TextBytes}, tables {TableBytes}, names {NameBytes}";
    }

    private static int Bytes(IEnumerable<string> texts)
    {
        return texts.Distinct().Sum(text => Encoding.UTF8.GetByteCount(text) + 1);
    }
}
