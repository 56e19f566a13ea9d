using TwcBridge.Messages;

namespace TwcBridge.Charging;

/// <summary>
/// One question to the allocator and its answer: what each connector needs and may have, and what
/// it gets. Filled anew for each round by whoever asks; all amounts in 0.01 A.
/// </summary>
public sealed class AllocationRound
{
    public const int Capacity = OfferLedger.Capacity;

    /// <summary>Connectors in this round: indexes 0..Count-1.</summary>
    public int Count;

    /// <summary>Nothing may ever pass this: the site limit.</summary>
    public int HardCentiamps;

    /// <summary>What is drawn within that limit and out of our hands: by connectors that were
    /// lost a moment ago, and beyond an offer by one that disobeys.</summary>
    public int ReservedCentiamps;

    /// <summary>What the claim in force would like the sum to be at most.</summary>
    public int SoftCentiamps;

    /// <summary>The connector whose turn is first when there is not enough for all.</summary>
    public int FirstTurn;

    /// <summary>Whoever has more is first, whatever the turn.</summary>
    public readonly int[] Priority = new int[Capacity];

    /// <summary>Answer: the indexes as they were served, the first first.</summary>
    public readonly int[] Order = new int[Capacity];

    /// <summary>Takes part at all.</summary>
    public readonly bool[] IsPresent = new bool[Capacity];

    /// <summary>Its car charges or wants to.</summary>
    public readonly bool[] IsActive = new bool[Capacity];

    /// <summary>What it will take whatever we say, as long as it is served; 0 if it can be
    /// paused.</summary>
    public readonly int[] FloorCentiamps = new int[Capacity];

    /// <summary>What it takes until its pause has come about, if it is given 0.</summary>
    public readonly int[] PauseCentiamps = new int[Capacity];

    /// <summary>Lowest offer above 0.</summary>
    public readonly int[] MinCentiamps = new int[Capacity];

    /// <summary>The most it may be given: ceilings and its own claim. 0 to pause it.</summary>
    public readonly int[] CapCentiamps = new int[Capacity];

    /// <summary>Answer: the offer, 0 or at least the minimum, in whole amps.</summary>
    public readonly int[] OfferCentiamps = new int[Capacity];

    /// <summary>Answer: false when not even its floor fits; it must not be served.</summary>
    public readonly bool[] IsServed = new bool[Capacity];

    /// <summary>Answer: somebody active went without, or somebody is not served.</summary>
    public bool IsShort;
}
