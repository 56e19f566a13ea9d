using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using TwcBridge.SystemTests.Rules;

namespace TwcBridge.SystemTests.Docs;

/// <summary>A Markdown file of the repository, parts of which tests compare or write.</summary>
internal sealed class Document
{
    private readonly string _path;
    private readonly string[] _lines;

    /// <param name="relativePath">From the root of the repository.</param>
    public Document(string relativePath)
    {
        Name = relativePath;
        _path = Repository.Absolute(relativePath);
        _lines = File.ReadAllLines(_path);
    }

    public string Name { get; }

    public string Text => string.Join('\n', _lines);

    /// <summary>
    /// Compares the lines between the marks of a part with what they should be, or writes them
    /// when goldens are to be updated.
    /// </summary>
    public void ExpectPart(string part, string[] expected)
    {
        (int from, int to) = PlaceOf(part);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1")
        {
            IEnumerable<string> lines = [.. _lines[..from], .. expected, .. _lines[to..]];
            File.WriteAllText(_path, string.Join('\n', lines) + "\n");
            return;
        }
        Assert.AreEqual(
            string.Join('\n', expected),
            string.Join('\n', _lines[from..to]),
            $"{Name}, part '{part}': if the code is right, run this test with UPDATE_GOLDENS=1.");
    }

    /// <summary>The cells of the table rows between the marks of a part, without its head.
    /// </summary>
    public IEnumerable<string[]> RowsOf(string part)
    {
        (int from, int to) = PlaceOf(part);
        return _lines[from..to].Skip(2).Select(Cells);
    }

    /// <summary>The cells of every table row in the file.</summary>
    public IEnumerable<string[]> Rows()
    {
        return _lines.Where(line => line.StartsWith('|')).Select(Cells);
    }

    private static string[] Cells(string row)
    {
        return row.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray();
    }

    private (int From, int To) PlaceOf(string part)
    {
        int from = Array.IndexOf(_lines, $"<!-- {part}: written by a test -->");
        int to = Array.IndexOf(_lines, $"<!-- end of {part} -->");
        Assert.IsTrue(from >= 0 && to > from, $"{Name} has no part '{part}'");
        return (from + 1, to);
    }
}
