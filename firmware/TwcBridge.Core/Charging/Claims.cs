using TwcBridge.Messages;

namespace TwcBridge.Charging;

/// <summary>
/// Who asks for how much, for how long (CONTROL-SURFACE 1). The command for the whole site caps the
/// sum, a command for one connector caps that one; where neither lives the default holds, and where
/// there is none the fail-safe. Nothing survives a restart.
/// </summary>
public sealed class Claims
{
    /// <summary>Index of the whole site in place of a connector's.</summary>
    public const int Site = OfferLedger.Capacity;

    /// <summary>A lease that does not end.</summary>
    public const long Forever = long.MaxValue;

    private const int None = -1;
    private const long NoEnd = -1;

    private readonly int[] _centiamps = new int[Site + 1];
    private readonly long[] _endsAtMs = new long[Site + 1];
    private readonly ChargingOptions _options;

    public Claims(ChargingOptions options)
    {
        _options = options;
        for (int i = 0; i <= Site; i++)
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
            for (int i = 0; i <= Site; i++)
            {
                due = _centiamps[i] != None && _endsAtMs[i] < due ? _endsAtMs[i] : due;
            }
            return due;
        }
    }

    /// <param name="index">A connector's place, or Site.</param>
    /// <param name="endsAtMs">An instant, or Forever.</param>
    public void OnCommand(int index, int centiamps, long endsAtMs)
    {
        _centiamps[index] = centiamps;
        _endsAtMs[index] = endsAtMs;
    }

    public void Release(int index)
    {
        _centiamps[index] = None;
        _endsAtMs[index] = Forever;
    }

    public void OnTime(long nowMs)
    {
        for (int i = 0; i <= Site; i++)
        {
            if (_centiamps[i] != None && nowMs >= _endsAtMs[i])
            {
                Release(i);
            }
        }
    }

    /// <summary>Who holds the limit of this connector, or of the site.</summary>
    public ClaimSource SourceOf(int index)
    {
        if (_centiamps[index] != None || _centiamps[Site] != None)
        {
            return ClaimSource.Command;
        }
        return _options.DefaultCentiamps != ChargingOptions.NoDefault
            ? ClaimSource.Default
            : ClaimSource.Failsafe;
    }

    /// <summary>The amount of the claim in force for this connector, or for the site.</summary>
    public int CentiampsOf(int index)
    {
        if (_centiamps[index] != None)
        {
            return _centiamps[index];
        }
        if (_centiamps[Site] != None)
        {
            return _centiamps[Site];
        }
        return _options.DefaultCentiamps != ChargingOptions.NoDefault
            ? _options.DefaultCentiamps
            : _options.FailsafeCentiamps;
    }

    /// <summary>What is left of the lease in force, or -1 where it does not end.</summary>
    public long LeaseLeftMs(int index, long nowMs)
    {
        int holder = _centiamps[index] != None ? index : Site;
        if (_centiamps[holder] == None || _endsAtMs[holder] == Forever)
        {
            return NoEnd;
        }
        return nowMs < _endsAtMs[holder] ? _endsAtMs[holder] - nowMs : 0;
    }

    /// <summary>
    /// What the site's claim leaves for all connectors together, before ceilings. A default shares
    /// only what nobody has claimed for one connector; the fail-safe caps each connector, not the
    /// sum.
    /// </summary>
    public int SiteBudgetCentiamps(int connectorCount)
    {
        if (_centiamps[Site] != None)
        {
            return _centiamps[Site];
        }
        if (_options.DefaultCentiamps == ChargingOptions.NoDefault)
        {
            return _options.SiteLimitCentiamps;
        }
        int budget = _options.DefaultCentiamps;
        for (int i = 0; i < connectorCount; i++)
        {
            budget += _centiamps[i] != None ? _centiamps[i] : 0;
        }
        return budget;
    }
}
