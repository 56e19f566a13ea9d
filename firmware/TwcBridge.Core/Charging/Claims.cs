using TwcBridge.Messages;

namespace TwcBridge.Charging;

/// <summary>
/// Who asks for how much, for how long. A boost is above all, for the whole
/// site; the command for the whole site caps the sum, a command for one connector caps that one;
/// where neither lives the default holds, and where there is none the fail-safe. Nothing survives a
/// restart.
/// </summary>
public sealed class Claims
{
    /// <summary>Index of the whole site in place of a connector's.</summary>
    public const int Site = OfferLedger.Capacity;

    /// <summary>Index of the boost.</summary>
    public const int Boost = Site + 1;

    /// <summary>A lease that does not end.</summary>
    public const long Forever = long.MaxValue;

    private const int None = -1;
    private const long NoEnd = -1;

    private readonly int[] _centiamps = new int[Boost + 1];
    private readonly long[] _endsAtMs = new long[Boost + 1];

    // What a lease left behind that has run out, for whoever wants that kept.
    private readonly int[] _left = new int[Boost + 1];
    private readonly ChargingOptions _options;

    public Claims(ChargingOptions options)
    {
        _options = options;
        for (int i = 0; i <= Boost; i++)
        {
            Release(i);
        }
    }

    /// <summary>The next instant at which a lease ends, or Forever.</summary>
    public long DueAtMs
    {
        get
        {
            long due = Forever;
            for (int i = 0; i <= Boost; i++)
            {
                due = _centiamps[i] != None && _endsAtMs[i] < due ? _endsAtMs[i] : due;
            }
            return due;
        }
    }

    public bool HasBoost => _centiamps[Boost] != None;

    /// <param name="index">A connector's place, Site or Boost.</param>
    /// <param name="endsAtMs">An instant, or Forever.</param>
    public void OnCommand(int index, int centiamps, long endsAtMs)
    {
        _centiamps[index] = centiamps;
        _endsAtMs[index] = endsAtMs;
        _left[index] = None;
        for (int i = 0; i < Site && index == Site; i++)
        {
            _left[i] = None;
        }
    }

    public void Release(int index)
    {
        _centiamps[index] = None;
        _endsAtMs[index] = Forever;
        _left[index] = None;
    }

    public void OnTime(long nowMs)
    {
        for (int i = 0; i <= Boost; i++)
        {
            if (_centiamps[i] != None && nowMs >= _endsAtMs[i])
            {
                int left = _centiamps[i];
                Release(i);
                _left[i] = left;
            }
        }
    }

    /// <summary>Who holds the limit of this connector, or of the site.</summary>
    public ClaimSource SourceOf(int index)
    {
        int holder = HolderOf(index);
        return holder == Boost ? ClaimSource.Boost
            : holder != None ? ClaimSource.Command
            : _options.DefaultCentiamps != ChargingOptions.NoDefault ? ClaimSource.Default
            : ClaimSource.Failsafe;
    }

    /// <summary>The amount of the claim in force for this connector, or for the site.</summary>
    public int CentiampsOf(int index)
    {
        int holder = HolderOf(index);
        return holder != None ? _centiamps[holder]
            : _options.DefaultCentiamps != ChargingOptions.NoDefault ? _options.DefaultCentiamps
            : FailsafeOf(index);
    }

    /// <summary>What is left of the lease in force, or -1 where it does not end.</summary>
    public long LeaseLeftMs(int index, long nowMs)
    {
        int holder = HolderOf(index);
        if (holder == None || _endsAtMs[holder] == Forever)
        {
            return NoEnd;
        }
        return nowMs < _endsAtMs[holder] ? _endsAtMs[holder] - nowMs : 0;
    }

    /// <summary>
    /// What the site's claim leaves for all connectors together, before ceilings. A default shares
    /// only what nobody has claimed for one connector; the fail-safe caps each connector, not the
    /// sum, unless it keeps what was claimed for the site. A claim for one that is gone leaves
    /// nothing to the others.
    /// </summary>
    /// <param name="round">Who takes part.</param>
    public int SiteBudgetCentiamps(AllocationRound round)
    {
        int holder = HolderOf(Site);
        if (holder != None)
        {
            return _centiamps[holder];
        }
        if (_options.DefaultCentiamps == ChargingOptions.NoDefault)
        {
            return IsKept(Site) ? _left[Site] : _options.SiteLimitCentiamps;
        }
        int budget = _options.DefaultCentiamps;
        for (int i = 0; i < round.Count; i++)
        {
            budget += round.IsPresent[i] && _centiamps[i] != None ? _centiamps[i] : 0;
        }
        return budget;
    }

    private int HolderOf(int index)
    {
        return _centiamps[Boost] != None ? Boost
            : _centiamps[index] != None ? index
            : _centiamps[Site] != None ? Site
            : None;
    }

    private int FailsafeOf(int index)
    {
        return _options.Failsafe == FailsafeMode.Stop ? 0
            : IsKept(index) ? _left[index]
            : IsKept(Site) ? _left[Site]
            : _options.FailsafeCentiamps;
    }

    private bool IsKept(int index)
    {
        return _options.Failsafe == FailsafeMode.Keep && _left[index] != None;
    }
}
