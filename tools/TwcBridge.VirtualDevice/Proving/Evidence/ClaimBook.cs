using System;
using TwcBridge.Charging;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// Who claims how much, kept from the answers that users got (docs/mqtt.md, claims): what was said
/// to be in force has to be, what was refused must change nothing. Nothing survives a boot.
/// </summary>
internal sealed class ClaimBook
{
    public const int NoClaim = -1;

    private const int WholeAmp = 100;

    private readonly int[] _centiamps;
    private readonly long[] _endsUs;
    private readonly bool[] _isEnabled;
    private readonly bool[] _isUnsure;

    // What a lease left behind that has run out.
    private readonly int[] _left;
    private readonly int _site;
    private readonly int _boost;
    private SiteMode _mode;

    public ClaimBook(int connectorCount)
    {
        _site = connectorCount;
        _boost = connectorCount + 1;
        _centiamps = new int[connectorCount + 2];
        _endsUs = new long[connectorCount + 2];
        _left = new int[connectorCount + 2];
        _isEnabled = new bool[connectorCount + 1];
        _isUnsure = new bool[connectorCount + 1];
        OnBoot();
    }

    /// <summary>When the next lease ends, or Micros.Never.</summary>
    public long NextEndUs { get; private set; }

    public void OnBoot()
    {
        Array.Fill(_centiamps, NoClaim);
        Array.Fill(_endsUs, Micros.Never);
        Array.Fill(_left, NoClaim);
        Array.Fill(_isEnabled, true);
        Array.Fill(_isUnsure, false);
        _mode = SiteMode.Auto;
        FindNextEnd();
    }

    /// <summary>The connector came back as another one.</summary>
    public void Forget(int index)
    {
        Release(index);
        _isEnabled[index] = true;
    }

    /// <summary>It was gone, and with fewer places than ids the bridge may have given its place to
    /// another and know nothing of it any more.</summary>
    public void Doubt(int index)
    {
        _isUnsure[index] = true;
    }

    public bool IsUnsure(int index)
    {
        return _isUnsure[index];
    }

    /// <summary>The bridge has said yes.</summary>
    /// <param name="index">Of the connector, or -1 for the site.</param>
    public void OnApplied(Command command, CommandResult result, int index, Lease lease)
    {
        int place = index < 0 ? _site : index;
        switch (command.Kind)
        {
            case CommandKind.SetAmps:
                Claim(place, command, result, lease);
                break;
            case CommandKind.SetBoost:
                Claim(_boost, command, result, lease);
                break;
            case CommandKind.ReleaseAmps:
                Release(place);
                break;
            case CommandKind.EndBoost:
                Release(_boost);
                break;
            case CommandKind.SetMode:
                _mode = command.Mode;
                break;
            case CommandKind.SetEnabled:
                _isEnabled[place] = command.Enabled;
                break;
        }
    }

    /// <summary>Leases that have ended by now are gone afterwards.</summary>
    public void OnTime(long nowUs)
    {
        if (nowUs < NextEndUs)
        {
            return;
        }
        for (int i = 0; i <= _boost; i++)
        {
            if (nowUs >= _endsUs[i])
            {
                int left = _centiamps[i];
                Release(i);
                _left[i] = left;
            }
        }
    }

    /// <summary>The most that this connector is to be offered, before ratings and limits.</summary>
    public int CapOf(int index, SiteSettings settings)
    {
        int claimed = _isUnsure[index] ? settings.SiteLimitCentiamps
            : _centiamps[_boost] != NoClaim ? _centiamps[_boost]
            : _centiamps[index] != NoClaim ? _centiamps[index]
            : _centiamps[_site] != NoClaim ? _centiamps[_site]
            : settings.DefaultCentiamps != SiteSettings.NoDefault ? settings.DefaultCentiamps
            : FailsafeOf(index, settings);
        return IsEnabled(index) ? claimed / WholeAmp * WholeAmp : 0;
    }

    /// <summary>The most that all together are to be offered.</summary>
    public int BudgetOf(SiteSettings settings)
    {
        int holder = _centiamps[_boost] != NoClaim ? _boost : _site;
        if (_centiamps[holder] != NoClaim)
        {
            return _centiamps[holder];
        }
        if (settings.DefaultCentiamps == SiteSettings.NoDefault)
        {
            return settings.Failsafe == FailsafeMode.Keep && _left[_site] != NoClaim
                ? _left[_site]
                : settings.SiteLimitCentiamps;
        }
        int budget = settings.DefaultCentiamps;
        for (int i = 0; i < _site; i++)
        {
            budget += Math.Max(_centiamps[i], 0);
        }
        return budget;
    }

    private bool IsEnabled(int index)
    {
        bool isAllowed = _isUnsure[index] || _isEnabled[index];
        return isAllowed && _isEnabled[_site] && _mode != SiteMode.Off;
    }

    private int FailsafeOf(int index, SiteSettings settings)
    {
        int left = _left[index] != NoClaim ? _left[index] : _left[_site];
        return settings.Failsafe == FailsafeMode.Stop ? 0
            : settings.Failsafe == FailsafeMode.Keep && left != NoClaim ? left
            : settings.FailsafeCentiamps;
    }

    // A new word for the whole site is the last word of all.
    private void Claim(int place, Command command, CommandResult result, Lease lease)
    {
        bool isCut = result.Code == CommandCode.Clamped;
        _centiamps[place] = isCut ? result.MaxCentiamps : command.Centiamps;
        _endsUs[place] = lease.EndsUs(command.TtlMs);
        _left[place] = NoClaim;
        if (place == _site)
        {
            Array.Fill(_left, NoClaim, 0, _site);
        }
        FindNextEnd();
    }

    private void Release(int place)
    {
        _centiamps[place] = NoClaim;
        _endsUs[place] = Micros.Never;
        _left[place] = NoClaim;
        FindNextEnd();
    }

    private void FindNextEnd()
    {
        NextEndUs = Micros.Never;
        foreach (long endUs in _endsUs)
        {
            NextEndUs = Math.Min(NextEndUs, endUs);
        }
    }
}
