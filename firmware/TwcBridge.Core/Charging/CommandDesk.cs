namespace TwcBridge.Charging;

/// <summary>
/// Judges a command and carries it out, or refuses it and changes nothing. The answer names the
/// range that would have been taken and what is in force now.
/// </summary>
public sealed class CommandDesk
{
    private readonly SiteController _site;
    private readonly ChargingOptions _options;

    public CommandDesk(SiteController site, ChargingOptions options)
    {
        _site = site;
        _options = options;
    }

    /// <param name="result">Filled in; the caller's.</param>
    public void Execute(Command command, CommandResult result, long nowMs)
    {
        int index = command.PeripheralId == Command.WholeSite
            ? Claims.Site
            : _site.IndexOf(command.PeripheralId);
        result.Ticket = command.Ticket;
        result.Effect = CommandEffect.None;
        if (index == Connector.Unknown)
        {
            result.Code = CommandCode.UnknownCharger;
            result.AppliedCentiamps = 0;
            result.MinCentiamps = 0;
            result.MaxCentiamps = 0;
            return;
        }
        result.MinCentiamps = LeastOf(index);
        result.MaxCentiamps = MostOf(index);
        result.Code = Apply(command, index, result, nowMs);
        result.AppliedCentiamps = InForce(index, result.MaxCentiamps);
        if (result.Ok)
        {
            result.Effect = EffectOf(command, index);
        }
    }

    private CommandCode Apply(Command command, int index, CommandResult range, long nowMs)
    {
        switch (command.Kind)
        {
            case CommandKind.SetAmps:
                return SetAmps(command, index, range, nowMs);
            case CommandKind.SetBoost:
                return SetAmps(command, Claims.Boost, range, nowMs);
            case CommandKind.ReleaseAmps:
                _site.OnRelease(index);
                break;
            case CommandKind.EndBoost:
                _site.OnRelease(Claims.Boost);
                break;
            case CommandKind.SetMode:
                _site.Permission.Mode = command.Mode;
                _site.OnOptionsChanged();
                break;
            case CommandKind.SetPriority:
                _site.At(index).Priority = command.Priority;
                _site.OnOptionsChanged();
                break;
            case CommandKind.SetEnabled:
                _site.OnEnabled(index, command.Enabled);
                break;
        }
        return CommandCode.Applied;
    }

    private CommandCode SetAmps(Command command, int index, CommandResult range, long nowMs)
    {
        bool mustEnd = index == Claims.Boost;
        if (!TryLease(command.TtlMs, mustEnd, nowMs, out long endsAtMs))
        {
            return CommandCode.BadTtl;
        }
        bool isAbove = command.Centiamps > range.MaxCentiamps;
        if (isAbove ? !IsCuttable(command, range) : IsTooLittle(command, range))
        {
            return CommandCode.OutOfRange;
        }
        _site.OnClaim(index, isAbove ? range.MaxCentiamps : command.Centiamps, endsAtMs);
        return isAbove ? CommandCode.Clamped : CommandCode.Applied;
    }

    private CommandEffect EffectOf(Command command, int index)
    {
        bool allows;
        switch (command.Kind)
        {
            case CommandKind.SetAmps when _site.Claims.HasBoost:
                return CommandEffect.StaysBoosted;
            case CommandKind.SetAmps:
            case CommandKind.SetBoost:
                allows = command.Centiamps != 0;
                break;
            case CommandKind.SetEnabled:
                allows = command.Enabled;
                break;
            case CommandKind.SetMode:
                allows = command.Mode != SiteMode.Off;
                break;
            default:
                return CommandEffect.None;
        }
        return !allows ? StopOf(index)
            : _site.Permission.IsAllowed ? CommandEffect.None
            : CommandEffect.StaysOff;
    }

    private CommandEffect StopOf(int index)
    {
        for (int i = 0; i < _site.Count; i++)
        {
            if ((index == i || index == Claims.Site) && HoldsMinimum(_site.At(i)))
            {
                return _options.StopMode switch
                {
                    StopMode.Contactor => CommandEffect.OpensContactor,
                    StopMode.Silence => CommandEffect.EndsHeartbeats,
                    StopMode.Vehicle => CommandEffect.AsksVehicle,
                    _ => CommandEffect.KeepsMinimum,
                };
            }
        }
        return CommandEffect.None;
    }

    private static bool HoldsMinimum(Connector connector)
    {
        return connector.Protocol == 2 && connector.IsLinked && !connector.IsContactorOpen
            && (connector.OfferedCentiamps > 0 || connector.AcceptedCentiamps > 0);
    }

    private static bool IsCuttable(Command command, CommandResult range)
    {
        return command.ClampToCeiling && range.MaxCentiamps >= range.MinCentiamps;
    }

    private static bool IsTooLittle(Command command, CommandResult range)
    {
        return command.Centiamps != 0 && command.Centiamps < range.MinCentiamps;
    }

    private bool TryLease(int ttlMs, bool mustEnd, long nowMs, out long endsAtMs)
    {
        int lifeMs = ttlMs == Command.DefaultTtl ? _options.DefaultTtlMs : ttlMs;
        endsAtMs = lifeMs == Command.NoExpiry ? Claims.Forever : nowMs + lifeMs;
        return (lifeMs == Command.NoExpiry && !mustEnd)
            || (lifeMs >= ChargingOptions.LeastTtlMs && lifeMs <= ChargingOptions.MostTtlMs);
    }

    private int InForce(int index, int mostCentiamps)
    {
        int claimed = _site.Claims.CentiampsOf(index);
        return claimed < mostCentiamps ? claimed : mostCentiamps;
    }

    private int LeastOf(int index)
    {
        if (index != Claims.Site)
        {
            return _site.At(index).MinCentiamps;
        }
        for (int i = 0; i < _site.Count; i++)
        {
            if (_site.At(i).Protocol == 1)
            {
                return ChargingOptions.MinProtocol1Centiamps;
            }
        }
        return ChargingOptions.MinProtocol2Centiamps;
    }

    private int MostOf(int index)
    {
        return index == Claims.Site ? _options.SiteLimitCentiamps : _site.CeilingOf(index);
    }
}
