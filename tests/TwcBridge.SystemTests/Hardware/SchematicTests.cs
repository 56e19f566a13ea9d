using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TwcBridge.SystemTests.Firmware;
using TwcBridge.SystemTests.Rules;

namespace TwcBridge.SystemTests.Hardware;

[TestClass]
public sealed class SchematicTests
{
    private const string Picture = "hardware/twcbridge-isolated.svg";

    private static readonly Regex Reference = new(@"^(C|D|F|FB|J|JP|R|SW|U)\d+$");

    private static readonly Schematic Sheet = Schematic.OfRepository;

    [TestMethod]
    public void Is_a_file_of_KiCad_6()
    {
        Assert.AreEqual("20211123", Sheet.Format);
        Assert.AreEqual("A3", Sheet.Paper);
        Assert.IsGreaterThan(30, Sheet.Parts.Length);
    }

    [TestMethod]
    [DataRow("(a (b)")]
    [DataRow("(a (b)))")]
    [DataRow("(a \"b)")]
    public void An_unbalanced_file_is_refused(string text)
    {
        Assert.ThrowsExactly<FormatException>(() => SExpression.Parse(text));
    }

    [TestMethod]
    public void Every_reference_is_given_once_and_every_part_can_be_ordered()
    {
        string[] references = [.. Sheet.Parts.Select(part => part.Property("Reference"))];
        CollectionAssert.AllItemsAreUnique(references);
        Expect.Nothing(Sheet.Parts.Where(part => part.Property("Part number").Length == 0)
            .Select(part => part.Property("Reference")));
    }

    [TestMethod]
    public void Connects_what_is_to_be_connected()
    {
        CollectionAssert.AreEqual(IntendedNets.Lines, NetTracer.NetsOf(Sheet),
            Difference(IntendedNets.Lines, NetTracer.NetsOf(Sheet)));
    }

    [TestMethod]
    public void KiCad_sees_the_same_connections()
    {
        if (!KicadNetlist.IsPossible)
        {
            Assert.Inconclusive("kicad-cli is not on this machine: KiCad 7 or later brings it.");
        }
        string[] intended = IntendedNets.Numbers;
        string[] seen = KicadNetlist.Read();
        CollectionAssert.AreEqual(intended, seen, Difference(intended, seen));
    }

    [TestMethod]
    public void A_pin_without_a_wire_is_crossed_out()
    {
        HashSet<Spot> ends = [.. Sheet.Wires.SelectMany(wire => new[] { wire.From, wire.To })];
        ILookup<Spot, SheetPin> pins = Sheet.Pins.ToLookup(pin => pin.At);
        Expect.Nothing(Sheet.Pins
            .Where(pin => !ends.Contains(pin.At) && pins[pin.At].Count() == 1)
            .Where(pin => !Sheet.Crosses.Contains(pin.At))
            .Select(pin => pin.Text));
        Expect.Nothing(Sheet.Crosses.Where(cross => !pins.Contains(cross) || ends.Contains(cross))
            .Select(cross => cross.ToString()));
    }

    [TestMethod]
    public void A_dot_is_where_three_ends_meet_and_nowhere_else()
    {
        Spot[] meetings =
        [
            .. Sheet.Wires.SelectMany(wire => new[] { wire.From, wire.To })
                .Concat(Sheet.Pins.Select(pin => pin.At))
                .GroupBy(end => end).Where(ends => ends.Count() > 2).Select(ends => ends.Key),
        ];
        Expect.Nothing("No dot.", meetings.Except(Sheet.Junctions).Select(at => at.ToString()));
        Expect.Nothing("A dot too many.",
            Sheet.Junctions.Except(meetings).Select(at => at.ToString()));
    }

    [TestMethod]
    [DataRow("tx")]
    [DataRow("rx")]
    [DataRow("de")]
    [DataRow("led")]
    [DataRow("button")]
    [DataRow("watchdog")]
    public void Uses_the_pins_of_its_board(string job)
    {
        JsonElement board = NfTargets.Boards
            .Single(board => NfTargets.Text(board, "id") == Sheet.BoardId);
        int? pin = NfTargets.Pin(board, job);
        string net = NetTracer.NetsOf(Sheet)
            .Single(line => line.StartsWith(job.ToUpperInvariant() + "_GPIO"));
        Assert.StartsWith($"{job.ToUpperInvariant()}_GPIO{pin}:", net);
        Assert.Contains($"=IO{pin} ", net + " ");
    }

    [TestMethod]
    public void Its_picture_shows_every_part_and_every_label()
    {
        HashSet<string> shown = [.. XDocument.Load(Repository.Absolute(Picture)).Descendants()
            .Where(element => element.Name.LocalName == "text").Select(text => text.Value.Trim())];
        string[] wanted =
        [
            .. Sheet.Parts.SelectMany(part =>
                new[] { part.Property("Reference"), part.Property("Value") }),
            .. Sheet.Labels.Select(label => label.Name),
        ];
        Expect.Nothing("The sheet has changed: draw its picture anew.",
            wanted.Distinct().Where(text => !shown.Contains(text)));
        IEnumerable<string> references = Sheet.Parts.Select(part => part.Property("Reference"));
        Expect.Nothing(shown.Where(text => Reference.IsMatch(text))
            .Except(references.Concat(Sheet.Pins.Select(pin => pin.Name))));
    }

    private static string Difference(string[] intended, string[] found)
    {
        return string.Join('\n', intended.Except(found).Select(line => "missing " + line)
            .Concat(found.Except(intended).Select(line => "found   " + line)));
    }
}
