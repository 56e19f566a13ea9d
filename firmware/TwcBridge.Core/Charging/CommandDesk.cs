namespace TwcBridge.Charging;

/// <summary>
/// Judges a command and carries it out, or refuses it and changes nothing. The answer names the
/// range that would have been taken and what is in force now (CONTROL-SURFACE 1 and 2).
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
        result.Stop = StopEffect.None;
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
        if (result.Ok && IsStop(command))
        {
            result.Stop = StopOf(index);
        }
    }

    private static bool IsStop(Command command)
    {
        return command.Kind == CommandKind.SetAmps ? command.Centiamps == 0
            : command.Kind == CommandKind.SetEnabled && !command.Enabled;
    }

    private StopEffect StopOf(int index)
    {
        for (int i = 0; i < _site.Count; i++)
        {
            if ((index == i || index == Claims.Site) && HoldsMinimum(_site.At(i)))
            {
                return _options.StopMode switch
                {
                    StopMode.Contactor => StopEffect.OpensContactor,
                    StopMode.Silence => StopEffect.EndsHeartbeats,
                    _ => StopEffect.KeepsMinimum,
                };
            }
        }
        return StopEffect.None;
    }

    private static bool HoldsMinimum(Connector connector)
    {
        return connector.Protocol == 2 && connector.IsLinked && !connector.IsContactorOpen
            && (connector.OfferedCentiamps > 0 || connector.AcceptedCentiamps > 0);
    }

    private CommandCode Apply(Command command, int index, CommandResult range, long nowMs)
    {
        switch (command.Kind)
        {
            case CommandKind.SetAmps:
                return SetAmps(command, index, range, nowMs);
            case CommandKind.ReleaseAmps:
                _site.OnRelease(index);
                return CommandCode.Applied;
            default:
                _site.OnEnabled(index, command.Enabled);
                return CommandCode.Applied;
        }
    }

    private CommandCode SetAmps(Command command, int index, CommandResult range, long nowMs)
    {
        if (!TryLease(command.TtlMs, nowMs, out long endsAtMs))
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

    private static bool IsCuttable(Command command, CommandResult range)
    {
        return command.ClampToCeiling && range.MaxCentiamps >= range.MinCentiamps;
    }

    private static bool IsTooLittle(Command command, CommandResult range)
    {
        return command.Centiamps != 0 && command.Centiamps < range.MinCentiamps;
    }

    private bool TryLease(int ttlMs, long nowMs, out long endsAtMs)
    {
        int lifeMs = ttlMs == Command.DefaultTtl ? _options.DefaultTtlMs : ttlMs;
        endsAtMs = lifeMs == Command.NoExpiry ? Claims.Forever : nowMs + lifeMs;
        return lifeMs == Command.NoExpiry
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
