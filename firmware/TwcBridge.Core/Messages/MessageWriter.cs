using TwcBridge.Wire;

namespace TwcBridge.Messages;

/// <summary>
/// Writes the bodies that a controller may send, without checksum: that is added with the framing,
/// behind the allow-list. One body at a time; <see cref="Body"/> is valid until the next call.
/// </summary>
public sealed class MessageWriter
{
    private const int MostCentiamps = 0xFFFF;

    /// <summary>Owned by this writer; the transmit path may lower the amps in it.</summary>
    public readonly byte[] Body = new byte[FrameFormat.MaxBodyLength];

    /// <summary>Bytes in <see cref="Body"/>, without checksum.</summary>
    public int Length;

    private readonly int _controllerId;
    private readonly int _sign;

    /// <param name="controllerId">Our id, 1..65535.</param>
    /// <param name="sign">Any byte, the same for as long as we run.</param>
    public MessageWriter(int controllerId, int sign)
    {
        _controllerId = controllerId;
        _sign = sign;
    }

    /// <summary>PROTOCOL 3.1: makes a peripheral with our id choose another.</summary>
    public void LinkReady1()
    {
        LinkReady(MessageKind.ControllerLinkReady1);
    }

    /// <summary>PROTOCOL 3.1: makes the peripherals announce themselves.</summary>
    public void LinkReady2()
    {
        LinkReady(MessageKind.ControllerLinkReady2);
    }

    /// <param name="protocol">1 or 2, as the peripheral's link-ready told.</param>
    /// <param name="command">One of HeartbeatCommand.</param>
    /// <param name="centiamps">The limit of 05, 08 and 09; 0 for the others. What two bytes cannot
    /// hold becomes the nearest that they can: less than nothing must not turn into a lot.</param>
    public void Heartbeat(int peripheralId, int protocol, int command, int centiamps)
    {
        Addressed(MessageKind.Heartbeat, peripheralId, protocol);
        Body[FrameFormat.HeartbeatCommandOffset] = (byte)command;
        int fitting = centiamps < 0 ? 0 : centiamps > MostCentiamps ? MostCentiamps : centiamps;
        PutWord(FrameFormat.HeartbeatAmpsOffset, fitting);
    }

    /// <summary>A query of PROTOCOL 3.3, a plug query with ids, or a contactor order.</summary>
    public void Addressed(MessageKind kind, int peripheralId, int protocol)
    {
        Unaddressed(kind, protocol);
        PutWord(FrameFormat.SenderOffset, _controllerId);
        PutWord(FrameFormat.ReceiverOffset, peripheralId);
    }

    /// <summary>An older query of PROTOCOL 3.4: every peripheral on the bus answers.</summary>
    public void Unaddressed(MessageKind kind, int protocol)
    {
        Length = protocol == 1
            ? FrameFormat.Protocol1Length - 1
            : FrameFormat.Protocol2Length - 1;
        for (int i = 0; i < Length; i++)
        {
            Body[i] = 0;
        }
        PutWord(FrameFormat.MarkerOffset, (int)kind);
    }

    private void LinkReady(MessageKind kind)
    {
        Unaddressed(kind, 1);
        PutWord(FrameFormat.SenderOffset, _controllerId);
        Body[FrameFormat.SignOffset] = (byte)_sign;
    }

    private void PutWord(int offset, int value)
    {
        Body[offset] = (byte)(value >> 8);
        Body[offset + 1] = (byte)value;
    }
}
