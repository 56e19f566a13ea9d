namespace TwcBridge.Simulator;

/// <summary>
/// Everything a controller says (PROTOCOL 3). Each method leaves one frame in <see cref="Writer"/>.
/// </summary>
public sealed class ControllerMessages
{
    public ControllerMessages(int id, int sign)
    {
        Id = id;
        Sign = sign;
    }

    public FrameWriter Writer { get; } = new();

    public int Id { get; set; }

    public int Sign { get; set; }

    public int BodyLength { get; set; } = WireFormat.ProtocolTwoBody;

    /// <param name="opcode">One of the link-ready opcodes of a controller.</param>
    public FrameWriter LinkReady(int opcode)
    {
        return Finish(Writer.Begin(opcode, BodyLength).Word(Id).Byte(Sign));
    }

    public FrameWriter Heartbeat(int receiver, int command, int limitCentiamps)
    {
        FrameWriter writer = Writer.Begin(Opcodes.Heartbeat, BodyLength);
        return Finish(writer.Word(Id).Word(receiver).Byte(command).Word(limitCentiamps));
    }

    /// <summary>A query or a contactor order to one connector.</summary>
    public FrameWriter Ask(int opcode, int receiver)
    {
        return Finish(Writer.Begin(opcode, BodyLength).Word(Id).Word(receiver));
    }

    /// <summary>
    /// A frame without ids, such as <see cref="Opcodes.Idle"/> or <see
    /// cref="Opcodes.AskAllSerial"/>.
    /// </summary>
    public FrameWriter Announce(int opcode)
    {
        return Finish(Writer.Begin(opcode, BodyLength));
    }

    private static FrameWriter Finish(FrameWriter writer)
    {
        writer.Finish();
        return writer;
    }
}
