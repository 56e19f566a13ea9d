using System;
using TwcBridge.Charging;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// Who is to have nothing (by a claim, by not being enabled, by the fail-safe) is stopped within
/// the 60 s of the pause between on and off, and the 11 s that ClaimCheck gives. Protocol 1 is told
/// 0; protocol 2 is ordered to open its contactor, or left without heartbeats, where the owner has
/// chosen that and its firmware can, and otherwise goes on at its minimum. A car that draws at 0
/// all the same keeps the minimum until it goes.
/// </summary>
internal sealed class StopCheck : Checker
{
    private const long StopsUs = 80 * Micros.PerSecond;
    private const long OldLimitsUs = 45 * Micros.PerSecond;
    private const long DisturbedUs = 130 * Micros.PerSecond;
    private const long FreshUs = 4 * Micros.PerSecond;
    private const int DrawingCentiamps = 100;

    private readonly long[] _servedUs;
    private readonly Car?[] _unstoppable;

    public StopCheck(Evidence evidence)
        : base(evidence)
    {
        _servedUs = new long[evidence.Connectors.Length];
        _unstoppable = new Car?[evidence.Connectors.Length];
    }

    public override void OnBoot()
    {
        Array.Fill(_servedUs, NowUs + OldLimitsUs);
    }

    public override void OnSettings()
    {
        Array.Fill(_servedUs, NowUs);
    }

    public override void OnSending()
    {
        if (!Evidence.Sent.IsHeartbeat || Evidence.Sent.To is not { } connector)
        {
            return;
        }
        int i = connector.Index;
        bool isDrawingAtNothing = connector.ToldCentiamps <= 0
            && connector.ReportedCentiamps >= DrawingCentiamps;
        _unstoppable[i] = isDrawingAtNothing ? connector.Truth.Car : _unstoppable[i];
        if (!IsToStop(connector) || IsStopped(connector))
        {
            _servedUs[i] = Math.Max(_servedUs[i], NowUs);
        }
        else if (NowUs - _servedUs[i] > StopsUs)
        {
            Evidence.Refute(Property.Stops, $"{connector.Truth.Name} is to have nothing for "
                + $"{(NowUs - _servedUs[i]) / Micros.PerSecond} s, and was told "
                + $"{connector.ToldCentiamps} centiamps");
        }
    }

    private bool IsToStop(ConnectorWatch connector)
    {
        int cap = Evidence.Claims.CapOf(connector.Index, Evidence.Settings);
        return cap < connector.MinCentiamps && NowUs - connector.AnsweredUs < FreshUs
            && !IsDisturbed(connector);
    }

    private bool IsDisturbed(ConnectorWatch connector)
    {
        Car? car = connector.Truth.Car;
        return NowUs - Evidence.RivalUs < DisturbedUs || Evidence.WasMisheardWithin(DisturbedUs)
            || (car is not null && _unstoppable[connector.Index] == car);
    }

    private bool IsStopped(ConnectorWatch connector)
    {
        if (!connector.IsProtocolTwo)
        {
            return Evidence.Sent.IsLimit
                ? Evidence.Sent.Frame.LimitCentiamps == 0
                : connector.ToldCentiamps <= 0;
        }
        bool isOn = connector.Truth.IsContactorClosed
            && connector.Truth.State == ConnectorState.Charging;
        return Evidence.Settings.StopMode switch
        {
            StopMode.Contactor => !isOn || connector.OrderOpcode == Opcodes.OpenContactor
                || !connector.Options.Firmware.HasContactorOrders,
            StopMode.Silence => !isOn,
            _ => true,
        };
    }
}
