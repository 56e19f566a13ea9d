using System;
using TwcBridge.Charging;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// Who claims how much, kept from the answers that users got (CONTROL-SURFACE 1): what was said to
/// be in force has to be, what was refused must change nothing. Nothing survives a boot.
/// </summary>
internal sealed class ClaimBook
{
    public const int NoClaim = -1;

    private const int WholeAmp = 100;

    private readonly int[] _centiamps;
    private readonly long[] _endsUs;
    private readonly bool[] _isEnabled;
    private readonly int _site;

    public ClaimBook(int connectorCount)
    {
        _site = connectorCount;
        _centiamps = new int[connectorCount + 1];
        _endsUs = new long[connectorCount + 1];
        _isEnabled = new bool[connectorCount + 1];
        OnBoot();
    }

    /// <summary>Changes whenever a claim comes or is given back; ends are in NextEndUs.</summary>
    public int Edition { get; private set; }

    /// <summary>When the next lease ends, or Micros.Never.</summary>
    public long NextEndUs { get; private set; }

    public void OnBoot()
    {
        Array.Fill(_centiamps, NoClaim);
        Array.Fill(_endsUs, Micros.Never);
        Array.Fill(_isEnabled, true);
        OnChanged();
    }

    /// <summary>The connector came back as another one.</summary>
    public void Forget(int index)
    {
        _centiamps[index] = NoClaim;
        _isEnabled[index] = true;
        OnChanged();
    }

    /// <summary>The bridge has said yes.</summary>
    /// <param name="index">Of the connector, or -1 for the site.</param>
    public void OnApplied(Command command, CommandResult result, int index, Lease lease)
    {
        int place = index < 0 ? _site : index;
        switch (command.Kind)
        {
            case CommandKind.SetAmps:
                bool isCut = result.Code == CommandCode.Clamped;
                _centiamps[place] = isCut ? result.MaxCentiamps : command.Centiamps;
                _endsUs[place] = lease.EndsUs(command.TtlMs);
                break;
            case CommandKind.ReleaseAmps:
                _centiamps[place] = NoClaim;
                break;
            default:
                _isEnabled[place] = command.Enabled;
                break;
        }
        OnChanged();
    }

    /// <summary>Leases that have ended by now are gone afterwards.</summary>
    public void OnTime(long nowUs)
    {
        if (nowUs < NextEndUs)
        {
            return;
        }
        for (int i = 0; i <= _site; i++)
        {
            if (nowUs >= _endsUs[i])
            {
                _centiamps[i] = NoClaim;
            }
        }
        OnChanged();
    }

    public bool IsEnabled(int index)
    {
        return _isEnabled[index] && _isEnabled[_site];
    }

    /// <summary>The most that this connector is to be offered, before ratings and limits.</summary>
    public int CapOf(int index, SiteSettings settings)
    {
        int claimed = _centiamps[index] != NoClaim ? _centiamps[index]
            : _centiamps[_site] != NoClaim ? _centiamps[_site]
            : settings.DefaultCentiamps != SiteSettings.NoDefault ? settings.DefaultCentiamps
            : settings.FailsafeCentiamps;
        return IsEnabled(index) ? claimed / WholeAmp * WholeAmp : 0;
    }

    /// <summary>The most that all together are to be offered.</summary>
    public int BudgetOf(SiteSettings settings)
    {
        if (_centiamps[_site] != NoClaim)
        {
            return _centiamps[_site];
        }
        if (settings.DefaultCentiamps == SiteSettings.NoDefault)
        {
            return settings.SiteLimitCentiamps;
        }
        int budget = settings.DefaultCentiamps;
        for (int i = 0; i < _site; i++)
        {
            budget += Math.Max(_centiamps[i], 0);
        }
        return budget;
    }

    private void OnChanged()
    {
        Edition++;
        NextEndUs = Micros.Never;
        for (int i = 0; i <= _site; i++)
        {
            _endsUs[i] = _centiamps[i] == NoClaim ? Micros.Never : _endsUs[i];
            NextEndUs = Math.Min(NextEndUs, _endsUs[i]);
        }
    }
}
