using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using TwcBridge.SystemTests.Rules;

namespace TwcBridge.SystemTests.Hardware;

/// <summary>bom.csv has the parts of the schematic.</summary>
[TestClass]
public sealed class PartsListTests
{
    private static readonly Regex Cell = new("(?:^|,)(?:\"([^\"]*)\"|([^,\"]*))");

    private static readonly string[] Lines =
        File.ReadAllLines(Repository.Absolute("hardware/bom.csv"));

    private static readonly string[][] Rows = [.. Lines.Skip(1).Select(Cells)];

    [TestMethod]
    public void Has_the_columns_that_are_promised()
    {
        Assert.AreEqual("reference,value,part number,quantity,price,note", Lines[0]);
        Expect.Nothing(Lines.Where(line => Cells(line).Length != 6));
    }

    [TestMethod]
    public void Names_every_part_of_the_schematic_with_its_value_and_number()
    {
        IEnumerable<string> drawn = Schematic.OfRepository.Parts.Select(part =>
            $"{part.Property("Reference")}: {part.Property("Value")}, "
            + part.Property("Part number"));
        IEnumerable<string> listed = Rows.SelectMany(row =>
            row[0].Split(' ').Select(reference => $"{reference}: {row[1]}, {row[2]}"));
        string[] all = [.. listed];
        CollectionAssert.AllItemsAreUnique(all);
        Expect.Nothing("In the schematic, not in the list.", drawn.Except(all));
        Expect.Nothing("In the list, not in the schematic.", all.Except(drawn));
    }

    [TestMethod]
    public void Counts_its_references_and_has_a_price_for_each()
    {
        Expect.Nothing(Rows.Where(row => row[0].Split(' ').Length != int.Parse(row[3]))
            .Select(row => row[0]));
        Expect.Nothing(Rows.Where(row => Price(row) <= 0).Select(row => row[0]));
    }

    [TestMethod]
    public void Its_sum_is_what_the_readme_says()
    {
        decimal sum = Rows.Sum(row => Price(row) * int.Parse(row[3]));
        string readme = File.ReadAllText(Repository.Absolute("hardware/README.md"));
        Match told = Regex.Match(readme, @"bom\.csv\), about (\d+) EUR");
        Assert.IsTrue(told.Success);
        Assert.AreEqual(sum, decimal.Parse(told.Groups[1].Value), 2.5m);
    }

    private static decimal Price(string[] row)
    {
        return decimal.Parse(row[4], CultureInfo.InvariantCulture);
    }

    private static string[] Cells(string line)
    {
        return [.. Cell.Matches(line).Select(cell => cell.Groups[1].Value + cell.Groups[2].Value)];
    }
}
