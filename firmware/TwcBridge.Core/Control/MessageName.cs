using TwcBridge.Messages;

namespace TwcBridge.Control;

/// <summary>Our words for the kinds of message.</summary>
public static class MessageName
{
    public static string Of(MessageKind kind)
    {
        return kind switch
        {
            MessageKind.ControllerLinkReady1 => "controller link-ready 1",
            MessageKind.ControllerLinkReady2 => "controller link-ready 2",
            MessageKind.MarkedControllerLinkReady2 => "controller link-ready 2 (marked FC)",
            MessageKind.PeripheralLinkReady => "link-ready",
            MessageKind.Idle => "idle",
            MessageKind.Heartbeat => "heartbeat",
            MessageKind.HeartbeatAnswer => "heartbeat answer",

            MessageKind.MeterQuery => "meter query",
            MessageKind.MeterAnswer => "meter",
            MessageKind.VersionQuery => "version query",
            MessageKind.VersionAnswer => "version",
            MessageKind.SerialQuery => "serial number query",
            MessageKind.SerialAnswer => "serial number",
            MessageKind.VinStartQuery => "VIN part 1 query",
            MessageKind.VinStartAnswer => "VIN part 1",
            MessageKind.VinMiddleQuery => "VIN part 2 query",
            MessageKind.VinMiddleAnswer => "VIN part 2",
            MessageKind.VinEndQuery => "VIN part 3 query",
            MessageKind.VinEndAnswer => "VIN part 3",

            MessageKind.LegacySerialQuery => "old serial number query",
            MessageKind.LegacySerialAnswer => "old serial number",
            MessageKind.LegacyModelQuery => "old model query",
            MessageKind.LegacyModelAnswer => "old model",
            MessageKind.LegacyVersionQuery => "old version query",
            MessageKind.LegacyVersionAnswer => "old version",
            MessageKind.PlugQuery => "plug query",
            MessageKind.PlugAnswer => "plug",

            MessageKind.CloseContactor => "close-contactor order",
            MessageKind.CloseContactorAnswer => "close-contactor answer",
            MessageKind.OpenContactor => "open-contactor order",
            MessageKind.OpenContactorAnswer => "open-contactor answer",

            MessageKind.WriteSerial => "harmful: writes the serial number",
            MessageKind.WriteModel => "harmful: writes the model number",
            MessageKind.CrashQuery => "harmful: may crash a connector",
            MessageKind.SilenceOrder => "harmful: silences a connector",
            MessageKind.InterruptOrder => "harmful: interrupts charging",
            MessageKind.UselessOrder => "harmful: no known use",
            _ => "not explained",
        };
    }
}
