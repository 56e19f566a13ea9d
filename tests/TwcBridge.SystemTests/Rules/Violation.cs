using System.IO;

namespace TwcBridge.SystemTests.Rules;

/// <summary>One place that breaks one rule.</summary>
/// <param name="File">Path below the root, or empty when only the member is known.</param>
/// <param name="Member">Type::Member, or empty when the rule is about the file.</param>
internal sealed record Violation(string Rule, string File, int Line, string Member, string Message)
{
    public override string ToString()
    {
        string place = File.Length == 0 ? Member : $"{File}({Line})";
        return $"{place}: {Rule}: {Message}";
    }
}
