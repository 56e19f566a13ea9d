using System;
using System.Collections.Generic;
using System.Linq;

namespace TwcBridge.SystemTests.Rules.Referee;

/// <summary>One line of a listing in C#. Bodies only throw, for nobody runs them.</summary>
internal static class MemberWriter
{
    private const string Body = " => throw null;";

    private static readonly Dictionary<string, string> Operators = new()
    {
        ["op_Addition"] = "operator +",
        ["op_Equality"] = "operator ==",
        ["op_GreaterThan"] = "operator >",
        ["op_GreaterThanOrEqual"] = "operator >=",
        ["op_Inequality"] = "operator !=",
        ["op_LessThan"] = "operator <",
        ["op_LessThanOrEqual"] = "operator <=",
        ["op_Subtraction"] = "operator -",
        ["op_UnaryNegation"] = "operator -",
        ["op_UnaryPlus"] = "operator +",
    };

    public static string Write(ApiType owner, ApiEntry entry)
    {
        string attribute = entry.Says("obsolete") ? "[global::System.Obsolete] " : "";
        return attribute + entry.Kind switch
        {
            'F' => Field(owner, entry),
            'E' => Event(owner, entry),
            'P' => Property(owner, entry),
            _ => Method(owner, entry),
        };
    }

    /// <summary>The member of an interface that a class carries without showing it.</summary>
    public static string WriteExplicit(ApiType declaring, ApiEntry entry)
    {
        string name = $"global::{declaring.Entry.Path}.{entry.Name}";
        string type = TypeNames.CSharp(entry.Type);
        return entry.Kind switch
        {
            'E' => $"event {type} {name} {{ add{Body} remove{Body} }}",
            'P' when entry.ParameterTypes.Length > 0 =>
                $"{type} global::{declaring.Entry.Path}.this[{Parameters.Of(entry)}]"
                + Accessors(entry, Body),
            'P' => $"{type} {name}{Accessors(entry, Body)}",
            _ => $"{type} {name}({Parameters.Of(entry)}){Body}",
        };
    }

    private static string Field(ApiType owner, ApiEntry entry)
    {
        if (owner.Kind == "enum")
        {
            return $"@{entry.Name} = {ConstantText(entry)},";
        }
        string type = TypeNames.CSharp(entry.Type);
        return entry.Says("const")
            ? $"public const {type} @{entry.Name} = "
                + $"{Constants.Expression(entry.Type, ConstantText(entry))};"
            : $"{Modifiers(owner, entry)}{type} @{entry.Name};";
    }

    private static string ConstantText(ApiEntry entry)
    {
        string value = entry.Notes[(entry.Notes.IndexOf("const ") + "const ".Length)..];
        return value.Replace(" /*char*/", "");
    }

    private static string Event(ApiType owner, ApiEntry entry)
    {
        string body = owner.Kind == "interface" ? ";" : $" {{ add{Body} remove{Body} }}";
        return $"{Modifiers(owner, entry)}event {TypeNames.CSharp(entry.Type)} @{entry.Name}{body}";
    }

    private static string Property(ApiType owner, ApiEntry entry)
    {
        bool isIndexer = entry.ParameterTypes.Length > 0;
        string name = isIndexer ? $"this[{Parameters.Of(entry)}]" : "@" + entry.Name;
        string attribute = isIndexer && entry.Name != "Item"
            ? $"[global::System.Runtime.CompilerServices.IndexerName(\"{entry.Name}\")] " : "";
        return $"{attribute}{Modifiers(owner, entry)}{TypeNames.CSharp(entry.Type)} {name}"
            + Accessors(entry, owner.Kind == "interface" ? ";" : Body);
    }

    private static string Accessors(ApiEntry entry, string body)
    {
        IEnumerable<string> accessors = entry.Braces
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(accessor => accessor + body);
        return $" {{ {string.Join(' ', accessors)} }}";
    }

    private static string Method(ApiType owner, ApiEntry entry)
    {
        string modifiers = Modifiers(owner, entry);
        string body = owner.Kind == "interface" || entry.Says("abstract") ? ";" : Body;
        string tail = $"({Parameters.Of(entry)}){body}";
        string type = TypeNames.CSharp(entry.Type.Length == 0 ? "System.Void" : entry.Type);
        return entry.Name switch
        {
            "#ctor" => $"{modifiers}@{owner.Entry.Name}{tail}",
            "op_Implicit" => $"{modifiers}implicit operator {type}{tail}",
            "op_Explicit" => $"{modifiers}explicit operator {type}{tail}",
            string name when name.StartsWith("op_") => $"{modifiers}{type} {Operators[name]}{tail}",
            _ => $"{modifiers}{type} @{entry.Name}{tail}",
        };
    }

    private static string Modifiers(ApiType owner, ApiEntry entry)
    {
        if (owner.Kind == "interface")
        {
            return "";
        }
        string access = entry.Says("protected") ? "protected " : "public ";
        string[] words = ["static", "readonly", "abstract", "override", "virtual"];
        IEnumerable<string> kept = words.Where(word => entry.Says(word))
            .Where(word => word != "virtual" || !owner.IsClosed);
        string condition = entry.Notes.Contains("[Conditional DEBUG]")
            ? "[global::System.Diagnostics.Conditional(\"DEBUG\")] " : "";
        return condition + access + string.Concat(kept.Select(word => word + " "));
    }
}
