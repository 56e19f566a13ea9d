using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using TwcBridge.SystemTests.Rules;

namespace TwcBridge.SystemTests.Hardware;

/// <summary>The sheet of the isolated build.</summary>
internal sealed class Schematic
{
    public const string RelativePath = "hardware/twcbridge-isolated.kicad_sch";

    private readonly SExpression _sheet;
    private readonly Dictionary<string, SExpression> _library;

    public Schematic(string text)
    {
        _sheet = SExpression.Parse(text);
        _library = _sheet.The("lib_symbols").All("symbol")
            .ToDictionary(symbol => symbol.Items[0].Word);
    }

    public static Schematic OfRepository { get; } =
        new(File.ReadAllText(Repository.Absolute(RelativePath)));

    public string Format => _sheet.The("version").Items[0].Word;

    public string Paper => _sheet.The("paper").Items[0].Word;

    /// <summary>The board of nf-targets.json whose pins it uses.</summary>
    public string BoardId => Regex.Match(
        string.Join('\n', _sheet.The("title_block").All("comment").Select(it => it.Items[1].Word)),
        @"Board: (\S+) of nf-targets\.json").Groups[1].Value;

    /// <summary>The symbols that are parts: neither supplies nor flags.</summary>
    public SExpression[] Parts =>
        [.. _sheet.All("symbol").Where(symbol => !symbol.Property("Reference").StartsWith('#'))];

    public (Spot From, Spot To)[] Wires =>
    [
        .. _sheet.All("wire").Select(wire => wire.The("pts").Items)
            .Select(ends => (Spot.Of(ends[0]), Spot.Of(ends[1]))),
    ];

    public Spot[] Junctions => [.. _sheet.All("junction").Select(it => Spot.Of(it.The("at")))];

    public Spot[] Crosses => [.. _sheet.All("no_connect").Select(it => Spot.Of(it.The("at")))];

    public (string Name, Spot At)[] Labels =>
        [.. _sheet.All("label").Select(it => (it.Items[0].Word, Spot.Of(it.The("at"))))];

    /// <summary>Symbols that name a net: the name is that of their pin.</summary>
    public (string Name, Spot At)[] Supplies =>
    [
        .. Pins.Where(pin => pin.Reference.StartsWith("#PWR"))
            .Select(pin => (pin.Name, pin.At)),
    ];

    public SheetPin[] Pins => [.. _sheet.All("symbol").SelectMany(PinsOf)];

    private IEnumerable<SheetPin> PinsOf(SExpression symbol)
    {
        SExpression at = symbol.The("at");
        int degrees = int.Parse(at.Items[2].Word);
        SExpression home = _library[symbol.The("lib_id").Items[0].Word];
        return home.All("symbol").SelectMany(unit => unit.All("pin")).Select(pin => new SheetPin(
            symbol.Property("Reference"),
            pin.The("number").Items[0].Word,
            pin.The("name").Items[0].Word,
            Spot.Of(at).Place(Spot.Of(pin.The("at")), degrees)));
    }
}
