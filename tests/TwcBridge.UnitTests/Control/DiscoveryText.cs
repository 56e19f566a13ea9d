using TwcBridge.Control;

namespace TwcBridge.UnitTests.Control;

/// <summary>What Home Assistant is told, with ' for the quotes of JSON.</summary>
internal static class DiscoveryText
{
    public const string BaseTopic = "twcbridge/a1b2c3";

    public static string OfConnector(ConnectorStatus connector, int piece)
    {
        ByteWriter output = new ByteWriter(Discovery.MaxPieceBytes);
        Discovery discovery = New(StatusSamples.Facts(), output);
        discovery.PointAt(connector);
        return Piece(discovery, output, piece);
    }

    public static string OfBox(BoxStatus status, BoxFacts facts, int piece)
    {
        ByteWriter output = new ByteWriter(Discovery.MaxPieceBytes);
        Discovery discovery = New(facts, output);
        discovery.PointAtBox(status);
        return Piece(discovery, output, piece);
    }

    /// <summary>All of it, which must fit.</summary>
    public static string Pieces(Discovery discovery, ByteWriter output)
    {
        string pieces = "";
        for (int i = 0; i < discovery.PieceCount; i++)
        {
            pieces += Piece(discovery, output, i);
        }
        return pieces;
    }

    public static Discovery New(BoxFacts facts, ByteWriter output)
    {
        return new Discovery(TestText.Bytes(BaseTopic), facts, output,
            new ByteWriter(Discovery.MaxTopicLength));
    }

    private static string Piece(Discovery discovery, ByteWriter output, int piece)
    {
        discovery.WritePiece(piece);
        return TestText.Row(output);
    }
}
