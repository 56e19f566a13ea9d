using System;
using System.Collections.Generic;
using System.Linq;

namespace TwcBridge.SystemTests.Rules.Referee;

/// <summary>Documentation-comment names of types turned into C#.</summary>
internal static class TypeNames
{
    public static string CSharp(string documented)
    {
        if (documented.IndexOfAny(['{', '*', '^']) >= 0 || documented.Contains("[,"))
        {
            throw new NotSupportedException($"No listing has used the form {documented} so far.");
        }
        if (documented.EndsWith("[]"))
        {
            return CSharp(documented[..^2]) + "[]";
        }
        return documented switch
        {
            "System.Void" => "void",
            ['`', .. string index] => "T" + index,
            _ => "global::" + documented,
        };
    }

    /// <summary>The name that a declaration gives: <c>Action`2</c> becomes
    /// <c>@Action&lt;T0, T1&gt;</c>.</summary>
    public static string Declared(string name)
    {
        string[] halves = name.Split('`');
        if (halves.Length == 1)
        {
            return "@" + name;
        }
        IEnumerable<string> parameters = Enumerable.Range(0, int.Parse(halves[1]))
            .Select(index => "T" + index);
        return $"@{halves[0]}<{string.Join(", ", parameters)}>";
    }
}
