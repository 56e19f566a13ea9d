using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace TwcBridge.SystemTests.Rules.Referee;

/// <summary>
/// Writes one assembly as C# declarations. Where the listing is silent the stricter reading is
/// taken: no constructor listed means none that we can call, properties are not virtual, nothing
/// is an extension method.
/// </summary>
internal sealed class DeclarationWriter(ApiCatalog catalog)
{
    // The compiler knows these structs by name. Every other struct gets a field, because without
    // one it would count as assigned before it is.
    private static readonly HashSet<string> Primitives =
    [
        "Void", "Boolean", "Char", "SByte", "Byte", "Int16", "UInt16", "Int32", "UInt32", "Int64",
        "UInt64", "Single", "Double", "IntPtr", "UIntPtr",
    ];

    // Listings do not tell on what and how often an attribute may be put. Once is the default of
    // the compiler; these may be repeated.
    private static readonly HashSet<string> RepeatableAttributes =
    [
        "nanoFramework.TestFramework.DataRowAttribute",
        "System.Runtime.CompilerServices.InternalsVisibleToAttribute",
    ];

    private readonly InterfaceGaps _gaps = new(catalog);
    private readonly StringBuilder _text = new();

    public string Write(string assembly)
    {
        _text.Clear();
        foreach (ApiType type in catalog.Outermost(assembly))
        {
            _text.AppendLine($"namespace {type.Entry.Owner} {{");
            Write(type);
            _text.AppendLine("}");
        }
        return _text.ToString();
    }

    private void Write(ApiType type)
    {
        if (type.Entry.Says("obsolete"))
        {
            _text.AppendLine("[global::System.Obsolete]");
        }
        if (RepeatableAttributes.Contains(type.Entry.Path))
        {
            _text.AppendLine("[global::System.AttributeUsage("
                + "global::System.AttributeTargets.All, AllowMultiple = true)]");
        }
        if (type.Kind == "delegate")
        {
            WriteDelegate(type);
            return;
        }
        string bases = type.Bases.Length == 0
            ? "" : " : " + string.Join(", ", type.Bases.Select(TypeNames.CSharp));
        _text.AppendLine($"public {type.Declaration} @{type.Entry.Name}{bases} {{");
        WriteMembers(type);
        _text.AppendLine("}");
    }

    private void WriteDelegate(ApiType type)
    {
        ApiEntry? invoke = type.Members.FirstOrDefault(member => member.Name == "Invoke");
        if (invoke != null)
        {
            _text.AppendLine($"public delegate {TypeNames.CSharp(invoke.Type)} "
                + $"{TypeNames.Declared(type.Entry.Name)}({Parameters.Of(invoke)});");
        }
    }

    private void WriteMembers(ApiType type)
    {
        // A finaliser overrides Object.Finalize, which no listing has; nobody can call either.
        foreach (ApiEntry member in type.Members.Where(member => member.Name != "Finalize"))
        {
            _text.AppendLine(MemberWriter.Write(type, member));
        }
        foreach (string hidden in _gaps.Of(type))
        {
            _text.AppendLine(hidden);
        }
        if (type.Kind == "class" && !type.IsStatic && !type.Members.Any(m => m.IsConstructor))
        {
            _text.AppendLine($"internal @{type.Entry.Name}() => throw null;");
        }
        if (type.Kind == "struct" && !Primitives.Contains(type.Entry.Name))
        {
            _text.AppendLine("private int _state;");
        }
        foreach (ApiType nested in type.Nested)
        {
            Write(nested);
        }
    }
}
