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
        report.IsCharging = state == ChargerState.Charging;
        report.WantsCurrent = state == ChargerState.Charging || state == ChargerState.WantsLimit
            || state == ChargerState.Starting || state == ChargerState.AdjustmentOver;
        report.ReportsError = state == ChargerState.Error;
        report.AcceptedCentiamps = peripheral.AcceptedCentiamps;
        if (state == ChargerState.Starting && peripheral.Protocol == 2
            && report.AcceptedCentiamps < ChargingOptions.MinProtocol2Centiamps)
        {
            // It goes on at its minimum, whatever it has accepted.
            report.AcceptedCentiamps = ChargingOptions.MinProtocol2Centiamps;
        }
        report.DrawnCentiamps = peripheral.DrawnCentiamps;
    }
}
