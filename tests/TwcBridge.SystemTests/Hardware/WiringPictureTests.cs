using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TwcBridge.SystemTests.Firmware;
using TwcBridge.SystemTests.Rules;

namespace TwcBridge.SystemTests.Hardware;

/// <summary>wiring.svg shows the pins of the boards that it names.</summary>
[TestClass]
public sealed class WiringPictureTests
{
    private const int SmallestLetters = 12;

    private static readonly string[] Jobs = ["tx", "rx", "de", "led", "button", "watchdog"];

    private static readonly XDocument Picture =
        XDocument.Load(Repository.Absolute("hardware/wiring.svg"));

    [TestMethod]
    public void Labels_every_pin_as_on_the_boards_it_is_drawn_for()
    {
        string meant = Of("desc").Single().Value;
        JsonElement[] boards = [.. NfTargets.Boards
            .Where(board => Regex.IsMatch(meant, $@"\b{NfTargets.Text(board, "id")}\b"))];
        Assert.HasCount(2, boards);
        foreach (JsonElement board in boards)
        {
            CollectionAssert.AreEquivalent(
                Jobs.Select(job => $"{job} GPIO{NfTargets.Pin(board, job)}").ToArray(), Labels());
        }
    }

    [TestMethod]
    public void Is_large_enough_to_read_at_800_pixels()
    {
        Assert.StartsWith("0 0 800 ", (string)Picture.Root!.Attribute("viewBox")!);
        Expect.Nothing(Picture.Descendants().Attributes("font-size")
            .Where(size => double.Parse(size.Value, CultureInfo.InvariantCulture) < SmallestLetters)
            .Select(size => size.Parent!.Value));
    }

    [TestMethod]
    public void Warns()
    {
        string text = Regex.Replace(
            string.Join(' ', Of("text").Select(element => element.Value)), @"\s+", " ");
        foreach (string warning in new[]
            { "GEN 2 ONLY", "Mains voltage inside", "proved dead", "Rotary switch at F" })
        {
            Assert.Contains(warning, text);
        }
    }

    private static string[] Labels()
    {
        return [.. Of("text").Where(text => text.Attribute("data-pin") != null)
            .Select(text => $"{(string)text.Attribute("data-pin")!} {text.Value}")];
    }

    private static IEnumerable<XElement> Of(string name)
    {
        return Picture.Descendants().Where(element => element.Name.LocalName == name);
    }
}
