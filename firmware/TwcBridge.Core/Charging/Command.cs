namespace TwcBridge.Charging;

/// <summary>
/// One order from MQTT or HTTP, already parsed, not yet judged. Plain data: the network side fills
/// one and posts it; the bus side copies it out of the mailbox.
/// </summary>
public sealed class Command
{
    /// <summary>Value of <see cref="PeripheralId"/> that means every connector together.</summary>
    public const int WholeSite = 0;

    /// <summary>Value of <see cref="TtlMs"/>: the lease that the settings name.</summary>
    public const int DefaultTtl = -1;

    /// <summary>Value of <see cref="TtlMs"/>: until replaced. Only when the user asked for it.
    /// </summary>
    public const int NoExpiry = 0;

    /// <summary>Who has more is served first.</summary>
    public const int MostPriority = 9;
    public const int UsualPriority = 5;

    /// <summary>Chosen by the sender and given back in the result, so that it finds its asker.
    /// </summary>
    public int Ticket;

    public CommandKind Kind;

    /// <summary>The TWC id, 1..65535, or <see cref="WholeSite"/>.</summary>
    public int PeripheralId;

    /// <summary>For SetAmps and SetBoost: the amount in 0.01 A.</summary>
    public int Centiamps;

    /// <summary>For SetAmps: life of the claim in milliseconds, or one of the constants. For
    /// SetBoost a life.</summary>
    public int TtlMs;

    /// <summary>For SetEnabled.</summary>
    public bool Enabled;

    /// <summary>For SetMode.</summary>
    public SiteMode Mode;

    /// <summary>For SetPriority: 0..<see cref="MostPriority"/>.</summary>
    public int Priority;

    /// <summary>True: an amount above a ceiling is cut and reported. False: it is refused.
    /// </summary>
    public bool ClampToCeiling;

    /// <summary>Numbers that a command comes to.</summary>
    public const int WordCount = 9;

    /// <summary>Takes a place of a tenth of what an object would.</summary>
    public void StoreTo(int[] words, int place)
    {
        int at = place * WordCount;
        words[at++] = Ticket;
        words[at++] = (int)Kind;
        words[at++] = PeripheralId;
        words[at++] = Centiamps;
        words[at++] = TtlMs;
        words[at++] = Enabled ? 1 : 0;
        words[at++] = (int)Mode;
        words[at++] = Priority;
        words[at] = ClampToCeiling ? 1 : 0;
    }

    public void CopyFrom(int[] words, int place)
    {
        int at = place * WordCount;
        Ticket = words[at++];
        Kind = (CommandKind)words[at++];
        PeripheralId = words[at++];
        Centiamps = words[at++];
        TtlMs = words[at++];
        Enabled = words[at++] != 0;
        Mode = (SiteMode)words[at++];
        Priority = words[at++];
        ClampToCeiling = words[at] != 0;
    }

    public void CopyFrom(Command other)
    {
        Ticket = other.Ticket;
        Kind = other.Kind;
        PeripheralId = other.PeripheralId;
        Centiamps = other.Centiamps;
        TtlMs = other.TtlMs;
        Enabled = other.Enabled;
        Mode = other.Mode;
        Priority = other.Priority;
        ClampToCeiling = other.ClampToCeiling;
    }
}
