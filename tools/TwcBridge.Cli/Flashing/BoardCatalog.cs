using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;
using TwcBridge.Cli.Output;

namespace TwcBridge.Cli.Flashing;

/// <summary>nf-targets.json, which the program carries with it.</summary>
internal sealed record BoardCatalog(
    [property: JsonPropertyName("clr")] ClrNeeds Clr,
    [property: JsonPropertyName("boards")] IReadOnlyList<Board> Boards)
{
    private const int OctalPsramMegabytes = 8;

    private static readonly Lazy<BoardCatalog> Carried = new(() =>
        JsonSerializer.Deserialize<BoardCatalog>(Resource.Read("nf-targets.json"))!);

    public static BoardCatalog Known => Carried.Value;

    public Board? Named(string id)
    {
        return Boards.FirstOrDefault(board => board.Id == id);
    }

    /// <summary>The boards that have this chip, the likeliest first. A chip does not say what it is
    /// soldered to, so the owner has the last word.</summary>
    public Board[] Fitting(ChipDetails chip)
    {
        return Boards.Where(board => board.Chip == chip.Type)
            .OrderByDescending(board => board.IsWireless)
            .ThenByDescending(board => board.HasPsram == chip.PsramMegabytes > 0)
            .ThenByDescending(board => board.Target.EndsWith("_OCTAL")
                == chip.PsramMegabytes >= OctalPsramMegabytes)
            .ToArray();
    }
}
