using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using TwcBridge.Messages;

namespace TwcBridge.Cli.Monitoring;

/// <summary>Which frames are shown. Without any choice all of them are.</summary>
internal sealed record TrafficFilter
{
    private static readonly Regex WordStart = new("(?<=[a-z0-9])(?=[A-Z])");

    /// <summary>Of sender or receiver.</summary>
    public required IReadOnlyCollection<int> Ids { get; init; }

    public required IReadOnlyCollection<MessageKind> Kinds { get; init; }

    /// <summary>Only what is refused or harmful.</summary>
    public required bool ErrorsOnly { get; init; }

    /// <summary>The messages as they are typed: heartbeat-answer.</summary>
    public static IEnumerable<string> MessageNames =>
        Enum.GetValues<MessageKind>().Where(kind => kind != MessageKind.None).Select(NameOf);

    public static MessageKind? KindNamed(string name)
    {
        MessageKind kind = Enum.GetValues<MessageKind>()
            .FirstOrDefault(kind => NameOf(kind) == name);
        return kind == MessageKind.None ? null : kind;
    }

    public bool Passes(SeenFrame seen)
    {
        return (!ErrorsOnly || !seen.IsAccepted || seen.IsHarmful) && FitsId(seen)
            && FitsKind(seen);
    }

    private static string NameOf(MessageKind kind)
    {
        return WordStart.Replace(kind.ToString(), "-").ToLowerInvariant();
    }

    // What is refused belongs to nobody, and is shown beside whatever is chosen.
    private bool FitsId(SeenFrame seen)
    {
        return Ids.Count == 0 || !seen.IsAccepted || Ids.Contains(seen.Message.SenderId)
            || (seen.Message.ReceiverId != 0 && Ids.Contains(seen.Message.ReceiverId));
    }

    private bool FitsKind(SeenFrame seen)
    {
        return Kinds.Count == 0 || (seen.IsAccepted && Kinds.Contains(seen.Message.Kind));
    }
}
