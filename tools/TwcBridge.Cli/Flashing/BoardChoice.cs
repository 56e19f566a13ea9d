using System.Linq;
using TwcBridge.Cli.Asking;
using TwcBridge.Cli.Running;

namespace TwcBridge.Cli.Flashing;

/// <summary>Which board it is: the chip leaves a few, the owner knows.</summary>
internal static class BoardChoice
{
    /// <summary>The board that was named, else the one that is chosen among those with this chip.
    /// </summary>
    public static Board Of(ChipDetails chip, string? id, IPrompter prompter)
    {
        Board[] fitting = BoardCatalog.Known.Fitting(chip);
        if (fitting.Length == 0)
        {
            throw new RunException(ExitCode.Board,
                $"no supported board has an {chip.Type}. Supported are: "
                + $"{string.Join(", ", BoardCatalog.Known.Boards.Select(board => board.Name))}.");
        }
        if (id != null)
        {
            Board named = BoardCatalog.Known.Named(id)!;
            return fitting.Contains(named)
                ? named
                : throw new RunException(ExitCode.Board,
                    $"{named.Name} has an {named.Chip}, and this is an {chip.Type}. Name the board "
                    + "that it is with --board, or plug the other one in.");
        }
        return fitting[prompter.Choose(
            "Which board is it", "--board", [.. fitting.Select(board => board.Name)])];
    }
}
