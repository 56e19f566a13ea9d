namespace TwcBridge.Charging;

/// <summary>The bus side's answer to one command: what happened and what is in force now.</summary>
public sealed class CommandResult
{
    /// <summary>The ticket of the command that this answers.</summary>
    public int Ticket;

    public CommandCode Code;

    /// <summary>The claim now in force for the addressed scope, in 0.01 A.</summary>
    public int AppliedCentiamps;

    /// <summary>Lowest amount above 0 that would have been taken, in 0.01 A.</summary>
    public int MinCentiamps;

    /// <summary>Highest amount that would have been taken, in 0.01 A.</summary>
    public int MaxCentiamps;

    /// <summary>Of a command that was carried out.</summary>
    public CommandEffect Effect;

    /// <summary>True when the command changed something or was in force already.</summary>
    public bool Ok => Code <= CommandCode.Clamped;

    /// <summary>Numbers that a result comes to.</summary>
    public const int WordCount = 6;

    /// <summary>As Command.StoreTo.</summary>
    public void StoreTo(int[] words, int place)
    {
        int at = place * WordCount;
        words[at++] = Ticket;
        words[at++] = (int)Code;
        words[at++] = AppliedCentiamps;
        words[at++] = MinCentiamps;
        words[at++] = MaxCentiamps;
        words[at] = (int)Effect;
    }

    public void CopyFrom(int[] words, int place)
    {
        int at = place * WordCount;
        Ticket = words[at++];
        Code = (CommandCode)words[at++];
        AppliedCentiamps = words[at++];
        MinCentiamps = words[at++];
        MaxCentiamps = words[at++];
        Effect = (CommandEffect)words[at];
    }

    public void CopyFrom(CommandResult other)
    {
        Ticket = other.Ticket;
        Code = other.Code;
        AppliedCentiamps = other.AppliedCentiamps;
        MinCentiamps = other.MinCentiamps;
        MaxCentiamps = other.MaxCentiamps;
        Effect = other.Effect;
    }
}
