using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using TwcBridge.SystemTests.Rules;

namespace TwcBridge.SystemTests.Evcc;

/// <summary>The YAML of docs/evcc.md, as far as it goes: nested keys, one list, plain values. A
/// value has a path such as "maxcurrent.set.topic" or "currents.1.jq".</summary>
internal sealed class EvccRecipe
{
    private readonly Dictionary<string, string> _values = [];

    public EvccRecipe()
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "evcc.md"));
        string yaml = Regex.Match(text, "```yaml\nchargers:\n(.*?)```", RegexOptions.Singleline)
            .Groups[1].Value;
        List<(int Indent, string Key)> parents = [];
        foreach (string line in yaml.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Read(line, parents);
        }
    }

    /// <summary>Paths of all values with this last key.</summary>
    public string[] Ending(string key)
    {
        return [.. _values.Keys.Where(path => path.EndsWith("." + key))];
    }

    public string this[string path] => _values[path];

    private void Read(string line, List<(int Indent, string Key)> parents)
    {
        int indent = line.Length - line.TrimStart().Length;
        string rest = line.TrimStart();
        parents.RemoveAll(parent => parent.Indent >= indent);
        if (rest.StartsWith("- "))
        {
            string list = PathOf(parents);
            int index = Ending("source").Count(path => path.StartsWith(list));
            parents.Add((indent, index.ToString()));
            indent += 2;
            rest = rest[2..];
        }
        string[] parts = rest.Split(':', 2, StringSplitOptions.TrimEntries);
        parents.Add((indent, parts[0]));
        if (parts[1].Length > 0)
        {
            _values[PathOf(parents).TrimEnd('.')] = parts[1].Trim('\'');
        }
    }

    private static string PathOf(List<(int Indent, string Key)> parents)
    {
        // The list of chargers has one item, which needs no name.
        return string.Concat(parents.Skip(1).Select(parent => parent.Key + "."));
    }
}
