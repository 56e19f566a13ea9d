using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.Messages;

namespace TwcBridge;

/// <summary>What a heartbeat answer means for charging.</summary>
internal static class ReportView
{
    public static void Fill(ConnectorReport report, Peripheral peripheral)
    {
        int state = peripheral.State;
        report.HasCar = peripheral.Info.IsCarPresent(state);
        report.Protocol = peripheral.Protocol;
        report.IsCharging = state == ChargerState.Charging;
        report.IsStarting = state == ChargerState.Starting && peripheral.Protocol == 2;
        report.WantsCurrent = state == ChargerState.Charging || state == ChargerState.WantsLimit
            || state == ChargerState.Starting || state == ChargerState.AdjustmentOver;
        report.ReportsError = state == ChargerState.Error;
        report.AcceptedCentiamps = AcceptedBy(peripheral, report.IsStarting);
        report.DrawnCentiamps = peripheral.DrawnCentiamps;
    }

    // Protocol 2 that starts goes on at its minimum if nobody tells it anything else.
    private static int AcceptedBy(Peripheral peripheral, bool isStarting)
    {
        int accepted = peripheral.AcceptedCentiamps;
        return isStarting && accepted < ChargingOptions.MinProtocol2Centiamps
            ? ChargingOptions.MinProtocol2Centiamps
            : accepted;
    }
}
