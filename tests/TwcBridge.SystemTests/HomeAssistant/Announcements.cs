using System.Text;
using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.SystemTests.HomeAssistant;

/// <summary>What the box would announce, and the states that go with it.</summary>
internal static class Announcements
{
    public const string Base = "twcbridge/a1b2c3";

    public static readonly BoxFacts Facts = new()
    {
        BoxId = "a1b2c3",
        FirmwareVersion = "1.2.3",
        HeapFreeBytes = 40_000,
        WifiRssiDbm = -60,
    };

    public static ConnectorStatus Connector(int id)
    {
        return new ConnectorStatus
        {
            Id = id,
            Linked = true,
            ChargerState = 1,
            MinCentiamps = 600,
            MaxCentiamps = 3200,
            RequestedCentiamps = 1600,
            TellsVin = true,
        };
    }

    public static BoxStatus Box()
    {
        BoxStatus box = new() { SiteLimitCentiamps = 3200, ConnectorCount = 2 };
        box.Connector(0).CopyFrom(Connector(0x1A2B));
        box.Connector(1).CopyFrom(Connector(0x2B));
        return box;
    }

    public static string OfBox(BoxFacts facts)
    {
        ByteWriter output = new(Discovery.MaxPieceBytes);
        Discovery discovery = new(Encoding.ASCII.GetBytes(Base), facts, output,
            new ByteWriter(Discovery.MaxTopicLength));
        discovery.PointAtBox(Box());
        return Whole(discovery, output);
    }

    public static string Of(ConnectorStatus connector)
    {
        ByteWriter output = new(Discovery.MaxPieceBytes);
        Discovery discovery = new(Encoding.ASCII.GetBytes(Base), Facts, output,
            new ByteWriter(Discovery.MaxTopicLength));
        discovery.PointAt(connector);
        return Whole(discovery, output);
    }

    public static string StateOfBox(BoxFacts facts)
    {
        ByteWriter output = new(StatusWriter.MaxBoxBytes);
        StatusWriter.WriteBox(new JsonWriter(output), Box(), facts);
        return Text(output);
    }

    public static string StateOf(ConnectorStatus connector)
    {
        ByteWriter output = new(StatusWriter.MaxBoxBytes);
        StatusWriter.WriteConnector(new JsonWriter(output), connector, 0);
        return Text(output);
    }

    private static string Whole(Discovery discovery, ByteWriter output)
    {
        StringBuilder whole = new();
        for (int i = 0; i < discovery.PieceCount; i++)
        {
            discovery.WritePiece(i);
            whole.Append(Text(output));
        }
        return whole.ToString();
    }

    private static string Text(ByteWriter output)
    {
        Assert.IsFalse(output.Overflowed);
        return Encoding.UTF8.GetString(output.Buffer, 0, output.Length);
    }
}
