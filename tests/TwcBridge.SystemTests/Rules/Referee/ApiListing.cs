using System;
using System.IO;
using System.Linq;

namespace TwcBridge.SystemTests.Rules.Referee;

/// <summary>The whole public API of one assembly of the device, as its listing tells it.</summary>
internal sealed record ApiListing(string Name, string[] References, ApiEntry[] Entries)
{
    private const string ReferenceMark = "# references:";

    public static ApiListing Load(string path)
    {
        return Parse(Path.GetFileNameWithoutExtension(path), File.ReadAllLines(path));
    }

    public static ApiListing Parse(string name, string[] lines)
    {
        string references = lines.First(line => line.StartsWith(ReferenceMark));
        return new ApiListing(
            name,
            references[ReferenceMark.Length..]
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(reference => reference.Split(' ')[0])
                .ToArray(),
            lines.Where(line => line.Length > 2 && line[1] == ':')
                .Select(ApiEntry.Parse).ToArray());
    }

    /// <summary>A copy that lacks one line, given by its documentation-comment ID.</summary>
    public ApiListing Without(string id)
    {
        ApiEntry[] rest = Entries.Where(entry => $"{entry.Kind}:{entry.Path}" != id).ToArray();
        if (rest.Length != Entries.Length - 1)
        {
            throw new ArgumentException($"{Name} has no single line {id}.", nameof(id));
        }
        return this with { Entries = rest };
    }
}
