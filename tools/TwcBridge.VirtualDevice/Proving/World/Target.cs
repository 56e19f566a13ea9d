using System;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>What each connector is to be offered when nothing goes wrong: as much as it may have by
/// claims, ratings and limits, as long as the sum allows another ampere.</summary>
internal sealed class Target
{
    private const int WholeAmp = 100;

    private readonly ProvingWorld _world;

    public Target(ProvingWorld world)
    {
        _world = world;
    }

    /// <summary>There is enough for the minimum of everybody, and all are surely allowed to have
    /// it.</summary>
    public bool IsForAll
    {
        get
        {
            bool canAll = !_world.Settings.Passive
                && _world.Settings.MaxConnectors >= _world.Connectors.Length
                && _world.Evidence.MinimaCentiamps <= Budget;
            foreach (ConnectorWatch connector in _world.Connectors)
            {
                canAll &= CapOf(connector) >= connector.MinCentiamps
                    && !_world.Evidence.Claims.IsUnsure(connector.Index);
            }
            return canAll;
        }
    }

    /// <summary>Somebody has nothing now, or is to have nothing.</summary>
    public bool IsSomebodyOff
    {
        get
        {
            bool isOff = !IsForAll;
            foreach (ConnectorWatch connector in _world.Connectors)
            {
                isOff |= connector.ToldCentiamps == 0;
            }
            return isOff;
        }
    }

    private int Budget => Math.Min(
        _world.Evidence.Claims.BudgetOf(_world.Settings), _world.Settings.SiteLimitCentiamps);

    /// <summary>Who has too much, or could have more, in a line for people; or null.</summary>
    public string? FindMiss()
    {
        int sum = 0;
        foreach (ConnectorWatch connector in _world.Connectors)
        {
            sum += Math.Max(connector.ToldCentiamps, 0);
        }
        foreach (ConnectorWatch connector in _world.Connectors)
        {
            int told = Math.Max(connector.ToldCentiamps, 0);
            int step = told == 0 ? connector.MinCentiamps : WholeAmp;
            int cap = CapOf(connector);
            if (told > cap || (told + step <= cap && sum + step <= Budget))
            {
                return $"{connector.Truth.Name} is offered {told} centiamps, could have {cap}; "
                    + $"{sum} of {Budget} are given";
            }
        }
        return null;
    }

    private int CapOf(ConnectorWatch connector)
    {
        int cap = _world.Evidence.Claims.CapOf(connector.Index, _world.Settings);
        cap = Math.Min(cap, connector.Options.HardwareLimitCentiamps);
        cap = Math.Min(cap, _world.Settings.ConnectorLimitCentiamps);
        cap = Math.Min(cap, _world.Settings.SiteLimitCentiamps);
        return cap / WholeAmp * WholeAmp;
    }
}
