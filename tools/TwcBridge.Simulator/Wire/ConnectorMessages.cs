namespace TwcBridge.Simulator;

/// <summary>
/// Everything a connector says (PROTOCOL 3). Each method leaves one frame in <see cref="Writer"/>.
/// </summary>
public sealed class ConnectorMessages
{
    private const int SerialLength = 11;
    private const int VinPartLength = 7;

    public ConnectorMessages(int id)
    {
        Id = id;
    }

    public FrameWriter Writer { get; } = new();

    public int Id { get; set; }

    /// <summary>Of all that has no length of its own.</summary>
    public int BodyLength { get; set; } = WireFormat.ProtocolTwoBody;

    /// <summary>After every frame; -1 for none.</summary>
    public int TailByte { get; set; } = -1;

    public FrameWriter LinkReady(int sign, int hardwareLimitCentiamps)
    {
        return Finish(Begin(Opcodes.ConnectorLinkReady, BodyLength)
            .Byte(sign).Word(hardwareLimitCentiamps));
    }

    public FrameWriter HeartbeatAnswer(
        int receiver, ConnectorState state, int acceptedCentiamps, int drawnCentiamps)
    {
        return Finish(Begin(Opcodes.HeartbeatAnswer, BodyLength)
            .Word(receiver).Byte((int)state).Word(acceptedCentiamps).Word(drawnCentiamps));
    }

    public FrameWriter Acknowledge(int order)
    {
        return Finish(Begin(Opcodes.AnswerTo(order), BodyLength));
    }

    public FrameWriter Meter(in MeterReading reading)
    {
        return Finish(Begin(Opcodes.AnswerTo(Opcodes.AskMeter), WireFormat.InfoBody)
            .Long(reading.Energy)
            .Word(reading.VoltsL1).Word(reading.VoltsL2).Word(reading.VoltsL3)
            .Byte(reading.HalfAmpsL1).Byte(reading.HalfAmpsL2).Byte(reading.HalfAmpsL3));
    }

    public FrameWriter Version(FirmwareVersion version)
    {
        return Finish(Begin(Opcodes.AnswerTo(Opcodes.AskVersion), BodyLength)
            .Byte(version.Major).Byte(version.Minor)
            .Byte(version.Revision).Byte(version.Extension));
    }

    public FrameWriter Serial(string serial)
    {
        return Finish(Begin(Opcodes.AnswerTo(Opcodes.AskSerial), WireFormat.InfoBody)
            .Ascii(serial, 0, SerialLength));
    }

    /// <param name="query">One of the three VIN queries.</param>
    /// <param name="vin">Empty when no car is known.</param>
    public FrameWriter Vin(int query, string vin)
    {
        int part = query switch
        {
            Opcodes.AskVinFirst => 0,
            Opcodes.AskVinSecond => 1,
            _ => 2,
        };
        return Finish(Begin(Opcodes.AnswerTo(query), WireFormat.InfoBody)
            .Ascii(vin, part * VinPartLength, VinPartLength));
    }

    public FrameWriter PlugState(int plugState)
    {
        return Finish(Begin(Opcodes.AnswerTo(Opcodes.AskPlugState), BodyLength).Byte(plugState));
    }

    /// <summary>The answer to an old query: no id, and 14 bytes even from protocol 2.</summary>
    public FrameWriter OldText(int query, string text)
    {
        return Finish(Writer.Begin(Opcodes.AnswerTo(query), WireFormat.ProtocolOneBody)
            .Ascii(text, 0, SerialLength));
    }

    public FrameWriter OldVersion(FirmwareVersion version)
    {
        int opcode = Opcodes.AnswerTo(Opcodes.AskAllFirmware);
        return Finish(Writer.Begin(opcode, WireFormat.ProtocolOneBody)
            .Byte(version.Major).Byte(version.Minor).Byte(version.Revision));
    }

    private FrameWriter Begin(int opcode, int bodyLength)
    {
        return Writer.Begin(opcode, bodyLength).Word(Id);
    }

    private FrameWriter Finish(FrameWriter writer)
    {
        writer.Finish(TailByte);
        return writer;
    }
}
