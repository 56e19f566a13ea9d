using System.Collections.Generic;
using System.Linq;

namespace TwcBridge.SystemTests.Rules.Referee;

/// <summary>One type of a listing with the lines that belong to it.</summary>
internal sealed class ApiType
{
    public ApiType(ApiEntry entry)
    {
        Entry = entry;
        string[] halves = entry.Type.Split(" : ");
        Words = halves[0].Split(' ');
        Bases = halves.Length > 1 ? halves[1].Split(", ") : [];
    }

    public ApiEntry Entry { get; }

    /// <summary>Base type and interfaces, in the listing's order.</summary>
    public string[] Bases { get; }

    public List<ApiEntry> Members { get; } = [];

    public List<ApiType> Nested { get; } = [];

    /// <summary>class, struct, interface, enum or delegate.</summary>
    public string Kind => Words[^1];

    public bool IsStatic => Words.Contains("static");

    /// <summary>Nothing can derive from it, so that none of its members may be virtual.</summary>
    public bool IsClosed => Kind == "struct" || Words.Contains("sealed");

    /// <summary>The words before the name: <c>abstract class</c>, <c>ref struct</c>.</summary>
    public string Declaration => string.Join(' ', Words);

    private string[] Words { get; }
}
