using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.UnitTests.Control;

/// <summary>States whose JSON no other can exceed: the longest number of each type everywhere, and
/// texts of which each byte has to be escaped.</summary>
internal static class StatusExtremes
{
    public static ConnectorStatus Connector()
    {
        ConnectorStatus connector = new ConnectorStatus();
        connector.Id = 0xFFFF;
        connector.Enabled = false;
        connector.Priority = int.MinValue;
        connector.RequestedCentiamps = int.MinValue;
        connector.OfferedCentiamps = int.MinValue;
        connector.AcceptedCentiamps = int.MinValue;
        connector.DrawnCentiamps = int.MinValue;
        connector.MinCentiamps = int.MinValue;
        connector.MaxCentiamps = int.MinValue;
        connector.LeaseLeftMs = long.MinValue;
        connector.SilentMs = long.MinValue;
        for (int i = 0; i < ConnectorStatus.PhaseCount; i++)
        {
            connector.CurrentCentiamps[i] = int.MinValue;
            connector.Volts[i] = int.MinValue;
        }
        connector.Volts[0]++;   // Else the watts overflow to a short number.
        for (int i = 0; i < connector.Version.Length; i++)
        {
            connector.Version[i] = int.MinValue;
        }
        for (int i = 0; i < connector.Serial.Length; i++)
        {
            connector.Serial[i] = 0xFF;
        }
        for (int i = 0; i < connector.Vin.Length; i++)
        {
            connector.Vin[i] = 0xFF;
        }
        return connector;
    }

    public static BoxStatus Box()
    {
        BoxStatus status = new BoxStatus();
        status.UptimeMs = long.MinValue;
        status.Role = BusRole.StandingDown;
        status.RivalId = 0xFFFF;
        status.Finding = BusFinding.NothingHeard;
        status.FindingId = 0xFFFF;
        status.SiteLimitCentiamps = int.MinValue;
        status.RequestedCentiamps = int.MinValue;
        status.OfferedCentiamps = int.MinValue;
        status.DrawnCentiamps = int.MinValue;
        status.Source = ClaimSource.Failsafe;
        status.LeaseLeftMs = long.MinValue;
        status.Mode = SiteMode.Manual;
        status.StopMode = StopMode.Contactor;
        status.BoostCentiamps = int.MinValue;
        status.BoostLeftMs = long.MinValue;
        status.FramesReceived = long.MinValue;
        status.FramesSent = long.MinValue;
        status.FramesBad = long.MinValue;
        status.SendsRefused = long.MinValue;
        status.AnswersMissed = long.MinValue;
        status.ConnectorsLost = long.MinValue;
        status.HeartbeatJitterMs = long.MinValue;
        status.ConnectorCount = BoxStatus.MaxConnectors;
        return status;
    }

    public static BoxFacts Facts()
    {
        string text = TestText.Repeat("\n", BoxFacts.MaxTextLength);
        BoxFacts facts = new BoxFacts();
        facts.BoxId = text;
        facts.FirmwareVersion = text;
        facts.UnixSeconds = long.MinValue;
        facts.MqttReconnects = long.MinValue;
        facts.HeapFreeBytes = long.MinValue;
        facts.WifiRssiDbm = int.MinValue + 1;
        return facts;
    }
}
