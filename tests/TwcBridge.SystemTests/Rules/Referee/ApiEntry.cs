using System.IO;
using System.Linq;

namespace TwcBridge.SystemTests.Rules.Referee;

/// <summary>
/// One line of a listing: a documentation-comment ID, the type, and notes such as
/// <c>static</c>, <c>const 7</c>, <c>{ get; }</c>, <c>{out result}</c> or <c>{count=5}</c>.
/// </summary>
internal sealed record ApiEntry(char Kind, string Path, string Type, string Notes)
{
    /// <summary>The namespace or type that holds it: everything before the last dot.</summary>
    public string Owner => Name.Length == BarePath.Length
        ? "" : BarePath[..^(Name.Length + 1)];

    public string Name => BarePath[(BarePath.LastIndexOf('.') + 1)..];

    /// <summary>Name and parameters without the owner; equal for a method and what it
    /// implements or overrides.</summary>
    public string Signature => Path[(Owner.Length + 1)..];

    public bool IsConstructor => Name == "#ctor";

    /// <summary>Documentation types of the parameters, in order.</summary>
    public string[] ParameterTypes
    {
        get
        {
            int open = Path.IndexOf('(');
            return open < 0 ? [] : Path[(open + 1)..Path.LastIndexOf(')')].Split(',');
        }
    }

    /// <summary>What stands in the braces, if anything.</summary>
    public string Braces
    {
        get
        {
            int open = Notes.IndexOf('{');
            return open < 0 ? "" : Notes[(open + 1)..Notes.LastIndexOf('}')];
        }
    }

    private string BarePath => Path.Split('(', '~')[0];

    public static ApiEntry Parse(string line)
    {
        string[] columns = line.Split('\t');
        return new ApiEntry(columns[0][0], columns[0][2..], Column(columns, 1), Column(columns, 2));
    }

    /// <summary>True when a word such as <c>static</c> is among the notes.</summary>
    public bool Says(string word)
    {
        return Notes.Split('{')[0].Split(' ').Contains(word);
    }

    private static string Column(string[] columns, int index)
    {
        return index < columns.Length ? columns[index] : "";
    }
}
