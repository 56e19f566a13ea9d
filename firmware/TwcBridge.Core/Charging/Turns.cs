namespace TwcBridge.Charging;

/// <summary>Who is first when there is not enough for all: the next active one every quarter of an
/// hour, so that nobody waits for ever.</summary>
public sealed class Turns
{
    /// <summary>How long a connector keeps its turn.</summary>
    public const int TurnMs = 900000;

    /// <summary>When the turn passes on, or long.MaxValue while there is enough for all.</summary>
    public long EndsAtMs = long.MaxValue;

    /// <param name="round">As it was answered last; its FirstTurn is moved on.</param>
    public void OnTime(AllocationRound round, long nowMs)
    {
        if (!round.IsShort)
        {
            EndsAtMs = long.MaxValue;
            return;
        }
        if (nowMs >= EndsAtMs)
        {
            PassOn(round);
            EndsAtMs = long.MaxValue;
        }
        if (EndsAtMs == long.MaxValue)
        {
            EndsAtMs = nowMs + TurnMs;
        }
    }

    // Whoever stands idle needs no turn, and would leave it to the same neighbour every time.
    private static void PassOn(AllocationRound round)
    {
        for (int i = 0; i < round.Count; i++)
        {
            round.FirstTurn = (round.FirstTurn + 1) % round.Count;
            if (round.IsActive[round.FirstTurn])
            {
                return;
            }
        }
    }
}
