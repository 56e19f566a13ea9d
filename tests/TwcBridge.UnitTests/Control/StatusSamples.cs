using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.UnitTests.Control;

/// <summary>An ordinary connector and box, each value different where it can be.</summary>
internal static class StatusSamples
{
    public static ConnectorStatus Charging()
    {
        ConnectorStatus connector = new ConnectorStatus();
        connector.Id = 0x1A2B;
        connector.Linked = true;
        connector.Protocol = 2;
        connector.ChargerState = 1;
        connector.Connected = true;
        connector.Charging = true;
        connector.RequestedCentiamps = 1300;
        connector.OfferedCentiamps = 1300;
        connector.AcceptedCentiamps = 1300;
        connector.DrawnCentiamps = 1285;
        connector.MinCentiamps = 600;
        connector.MaxCentiamps = 3200;
        connector.Source = ClaimSource.Command;
        connector.LeaseLeftMs = 86500;
        connector.EnergyRaw = 924;
        connector.SilentMs = 640;
        int[] currents = { 1250, 1250, 1300 };
        int[] volts = { 231, 230, 232 };
        int[] version = { 4, 5, 3, 2 };
        System.Array.Copy(currents, connector.CurrentCentiamps, currents.Length);
        System.Array.Copy(volts, connector.Volts, volts.Length);
        System.Array.Copy(version, connector.Version, version.Length);
        byte[] serial = TestText.Bytes("A17I0039393");
        System.Array.Copy(serial, connector.Serial, serial.Length);
        return connector;
    }

    public static BoxStatus Box()
    {
        BoxStatus status = new BoxStatus();
        status.UptimeMs = 3600999;
        status.Role = BusRole.Controlling;
        status.Finding = BusFinding.Well;
        status.SiteLimitCentiamps = 3200;
        status.RequestedCentiamps = 1600;
        status.OfferedCentiamps = 1300;
        status.DrawnCentiamps = 1285;
        status.Source = ClaimSource.Default;
        status.LeaseLeftMs = ConnectorStatus.Unknown;
        status.Enabled = true;
        status.FramesReceived = 1;
        status.FramesSent = 2;
        status.FramesBad = 3;
        status.SendsRefused = 4;
        status.AnswersMissed = 5;
        status.ConnectorsLost = 6;
        status.HeartbeatJitterMs = 8;
        status.ConnectorCount = 2;
        status.Connector(0).Id = 0x1A2B;
        status.Connector(1).Id = 0x2B;
        return status;
    }

    public static BoxFacts Facts()
    {
        BoxFacts facts = new BoxFacts();
        facts.BoxId = "a1b2c3";
        facts.FirmwareVersion = "0.1.0";
        facts.UnixSeconds = 1795190400;
        facts.MqttConnected = true;
        facts.MqttReconnects = 7;
        facts.HeapFreeBytes = 65536;
        facts.WifiRssiDbm = -67;
        return facts;
    }
}
