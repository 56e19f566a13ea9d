using System;
using TwcBridge.Messages;
using TwcBridge.Wire;

namespace TwcBridge.SystemTests.Wire;

/// <summary>STYLE 2.5: nothing is allocated between a received byte and a sent frame.</summary>
[TestClass]
public sealed class AllocationTests
{
    private const int OurId = 0x7777;
    private const int Peripheral = 0x8204;

    private readonly FrameDecoder _decoder = new();
    private readonly Message _message = new();
    private readonly MessageWriter _writer = new(OurId, 0x77);
    private readonly OfferLedger _ledger = new();
    private readonly Transmitter _transmitter;
    private readonly byte[] _text = new byte[Message.SerialLength];
    private long _seen;

    private readonly byte[] _line = Convert.FromHexString(
        "C0FDE282046F0C80000000000000000063C0FC"                    // link-ready and its tail
        + "C0FDE082047777010640052800000000C8C0"                    // answer
        + "C0FDEB25870000039C00F600F000F6000000000012C0"            // meter
        + "C0FDED8725413137493030333933393300000000F6C0"            // serial
        + "C0FBE07777DBDCDBDD09000000000000000072C0"                // escapes
        + "C0FBE07777DB41C0" + "C07C00C0"                           // a bad escape, a runt
        + "C0010203040506070809101112131415161718192021222324C0"    // too long
        + "C0FDF282041D0C8000000000000000001100C0"                  // a wrong length
        + "C0FDF282041D0C80000000000000000011C0"                    // a wrong sum
        + "C0FDE2");                                                // cut by a silence

    public AllocationTests()
    {
        _ledger.LimitSite(3200);
        _ledger.Enter(Peripheral, 600, 3200);
        _transmitter = new Transmitter(new TransmitPolicy(_ledger, OurId, contactorOrders: true));
    }

    [TestMethod]
    public void Receiving_allocates_nothing()
    {
        ExpectNoAllocation(Receive);
        Assert.AreNotEqual(0L, _seen);
        Assert.AreEqual(101L * 5, _decoder.CountOf(DecodeStatus.Frame));
        Assert.AreEqual(101L * 3, _decoder.CountOf(DecodeStatus.Runt));
        Assert.AreEqual(101L, _decoder.CountOf(DecodeStatus.TooLong));
        Assert.AreEqual(101L, _decoder.CountOf(DecodeStatus.BadEscape));
        Assert.AreEqual(101L, _decoder.CountOf(DecodeStatus.BadLength));
        Assert.AreEqual(101L, _decoder.CountOf(DecodeStatus.BadChecksum));
    }

    [TestMethod]
    public void Sending_allocates_nothing()
    {
        ExpectNoAllocation(Send);
        Assert.AreNotEqual(0L, _transmitter.SentCount);
        Assert.AreNotEqual(0L, _transmitter.RefusedCount);
        Assert.AreNotEqual(0L, _transmitter.ClampedCount);
    }

    private static void ExpectNoAllocation(Action turn)
    {
        turn();     // The first call of anything may allocate: it is compiled.
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            turn();
        }
        Assert.AreEqual(0L, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private void Receive()
    {
        for (int i = 0; i < _line.Length; i++)
        {
            if (_decoder.Push(_line[i]) == DecodeStatus.Frame
                && _message.Point(_decoder.Body, _decoder.Length) == MessageStatus.Accepted)
            {
                Look();
            }
            _seen += _decoder.IsInsideFrame ? 1 : 0;
        }
        _decoder.OnSilence();
    }

    private void Look()
    {
        _seen += _message.SenderId + _message.ReceiverId + _message.Sign + _message.State
            + _message.RatingCentiamps + _message.AcceptedCentiamps + _message.DrawnCentiamps
            + _message.Command + _message.LimitCentiamps + _message.EnergyRaw + _message.Plug
            + _message.Volts(2) + _message.HalfAmps(2) + _message.VersionPart(0)
            + _message.CopyText(_text, 0) + (MessageShape.IsFromController(_message.Kind) ? 1 : 0)
            + (_transmitter.IsLastSent(_decoder.Body, _decoder.Length) ? 1 : 0);
    }

    private void Send()
    {
        _writer.LinkReady1();
        LoadAndSend();
        _writer.LinkReady2();
        LoadAndSend();
        _writer.Heartbeat(Peripheral, 2, HeartbeatCommand.SessionLimit, 3300);
        LoadAndSend();
        _writer.Heartbeat(Peripheral, 1, HeartbeatCommand.RaiseBy2Amps, 0);
        LoadAndSend();
        _writer.Heartbeat(0x9999, 2, HeartbeatCommand.NoChange, 0);
        LoadAndSend();
        _writer.Addressed(MessageKind.MeterQuery, Peripheral, 2);
        LoadAndSend();
        _writer.Addressed(MessageKind.OpenContactor, Peripheral, 2);
        LoadAndSend();
        _writer.Unaddressed(MessageKind.LegacyVersionQuery, 1);
        LoadAndSend();
    }

    private void LoadAndSend()
    {
        if (_transmitter.Load(_writer) > 0)
        {
            _transmitter.OnSent();
        }
    }
}
