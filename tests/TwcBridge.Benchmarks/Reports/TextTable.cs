using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace TwcBridge.Benchmarks.Reports;

/// <summary>A table in plain text, which is also valid Markdown: names to the left, numbers to the
/// right.</summary>
internal sealed class TextTable
{
    private readonly List<string[]> _rows = [];

    public TextTable(params string[] header)
    {
        _rows.Add(header);
    }

    public void Add(params string[] cells)
    {
        _rows.Add(cells);
    }

    public void WriteTo(TextWriter text)
    {
        int[] widths = _rows[0].Select((_, column) => _rows.Max(row => row[column].Length))
            .ToArray();
        WriteRow(text, _rows[0], widths);
        text.WriteLine("| " + string.Join(" | ", widths.Select(Rule)) + " |");
        foreach (string[] row in _rows.Skip(1))
        {
            WriteRow(text, row, widths);
        }
        text.WriteLine();
    }

    private static void WriteRow(TextWriter text, string[] row, int[] widths)
    {
        string[] cells = row.Select((cell, column) =>
            column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])).ToArray();
        text.WriteLine("| " + string.Join(" | ", cells) + " |");
    }

    private static string Rule(int width, int column)
    {
        return column == 0 ? new string('-', width) : new string('-', width - 1) + ":";
    }
}
