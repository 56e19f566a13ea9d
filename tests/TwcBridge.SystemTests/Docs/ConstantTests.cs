using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using TwcBridge.Bus;
using TwcBridge.Loops;

namespace TwcBridge.SystemTests.Docs;

/// <summary>Where a document names a constant of the firmware with its value, that is the value.
/// </summary>
[TestClass]
public sealed class ConstantTests
{
    private const string Protocol = "firmware/PROTOCOL.md";

    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Public
        | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly string[] Documents =
    [
        "firmware/README.md", Protocol, "docs/mqtt.md", "docs/http.md", "docs/settings.md",
        "docs/cli.md", "tests/README.md",
    ];

    private static readonly Regex Claim = new(@"`(\w+)\.(\w+)` = (0x[0-9A-F]+|\d+)");

    private static readonly ILookup<string, Type> Types =
        new[] { typeof(Bridge).Assembly, typeof(BusLoop).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .ToLookup(type => type.Name);

    [TestMethod]
    public void Every_constant_in_a_document_has_the_value_that_stands_beside_it()
    {
        int count = 0;
        foreach (Document document in Documents.Select(path => new Document(path)))
        {
            foreach (Match claim in Claim.Matches(document.Text))
            {
                count++;
                Assert.AreEqual(
                    ValueOf(claim.Groups[1].Value, claim.Groups[2].Value),
                    Parse(claim.Groups[3].Value),
                    $"{document.Name}: {claim.Value}");
            }
        }
        Assert.IsGreaterThan(50, count);
    }

    [TestMethod]
    public void Every_interval_of_the_bus_stands_in_the_protocol()
    {
        HashSet<string> told = Claim.Matches(new Document(Protocol).Text)
            .Where(claim => claim.Groups[1].Value == nameof(Timing))
            .Select(claim => claim.Groups[2].Value)
            .ToHashSet();
        foreach (FieldInfo field in typeof(Timing).GetFields(Any))
        {
            Assert.IsTrue(
                field.Name == nameof(Timing.Never) || told.Contains(field.Name), field.Name);
        }
    }

    private static long ValueOf(string type, string constant)
    {
        FieldInfo[] fields = Types[type].Select(home => home.GetField(constant, Any))
            .OfType<FieldInfo>().Where(field => field.IsLiteral).ToArray();
        Assert.HasCount(1, fields, $"{type}.{constant}");
        return Convert.ToInt64(fields[0].GetRawConstantValue(), CultureInfo.InvariantCulture);
    }

    private static long Parse(string number)
    {
        return number.StartsWith("0x", StringComparison.Ordinal)
            ? long.Parse(number[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : long.Parse(number, CultureInfo.InvariantCulture);
    }
}
