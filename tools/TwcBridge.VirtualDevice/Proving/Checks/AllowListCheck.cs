using System;
using TwcBridge.Charging;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// PROTOCOL 6 rule 1, written down once more: what may leave the box, down to the bytes that must
/// be zero. The relative steps 06 and 07 are on PROTOCOL's list and not on this one: the bridge has
/// no use for them, and nobody could keep books with them. Nor are the older queries without ids,
/// which every connector answers at once.
/// </summary>
internal sealed class AllowListCheck : Checker
{
    private const int AddressedFrom = 6;
    private const int LinkReadyFrom = 5;
    private const int NoChangeFrom = 7;
    private const int LimitFrom = 9;

    // A connector that a spoilt frame has made up is talked to until it is given up.
    private const long GhostUs = 90 * Micros.PerSecond;

    private static readonly int[] Queries =
    [
        0xFBEB, 0xFBEC, 0xFBED, 0xFBEE, 0xFBEF, 0xFBF1, 0xFBB4,
    ];

    public AllowListCheck(Evidence evidence)
        : base(evidence)
    {
    }

    public override void OnSending()
    {
        SentFrame sent = Evidence.Sent;
        if (Evidence.Settings.Passive)
        {
            Refute("sends although it was told only to listen");
        }
        else if (!sent.IsWhole)
        {
            Refute("sends bytes that are not exactly one good frame");
        }
        else if (sent.Frame.Length is not (14 or 16))
        {
            Refute($"sends a body of {sent.Frame.Length} bytes");
        }
        else if (sent.Frame.Sender != Evidence.ControllerId)
        {
            Refute($"sends as {sent.Frame.Sender:X4}");
        }
        else
        {
            CheckContent(sent);
        }
    }

    private void CheckContent(SentFrame sent)
    {
        int zerosFrom = ZerosFrom(sent);
        if (zerosFrom < 0)
        {
            Refute($"sends {sent.Opcode:X4}, command {sent.Frame.Command:X2}");
            return;
        }
        for (int i = zerosFrom; i < sent.Frame.Length - 1; i++)
        {
            if (sent.Frame[i] != 0)
            {
                Refute($"sends {sent.Opcode:X4} with {sent.Frame[i]:X2} in byte {i}");
            }
        }
        if (sent.IsRequest && sent.To is null && !Evidence.WasMisheardWithin(GhostUs))
        {
            Refute($"talks to {sent.Frame.Receiver:X4}, which nobody is");
        }
    }

    // From which byte on the body is zero; -1 for what must not be sent.
    private int ZerosFrom(SentFrame sent)
    {
        switch (sent.Opcode)
        {
            case Opcodes.ControllerLinkReadyFirst:
            case Opcodes.ControllerLinkReadySecond:
                return LinkReadyFrom;
            case Opcodes.Heartbeat:
                return sent.IsLimit ? LimitFrom
                    : sent.Frame.Command == HeartbeatCommand.NoChange ? NoChangeFrom
                    : -1;
            case Opcodes.OpenContactor:
            case Opcodes.CloseContactor:
                return Evidence.Settings.StopMode == StopMode.Contactor ? AddressedFrom : -1;
            default:
                return Array.IndexOf(Queries, sent.Opcode) >= 0 ? AddressedFrom : -1;
        }
    }

    private void Refute(string text)
    {
        Evidence.Refute(Property.AllowList, text);
    }
}
