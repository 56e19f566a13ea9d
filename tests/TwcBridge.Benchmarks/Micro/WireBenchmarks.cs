using BenchmarkDotNet.Attributes;
using TwcBridge.Bus;
using TwcBridge.Messages;
using TwcBridge.Wire;

namespace TwcBridge.Benchmarks.Micro;

/// <summary>Bytes to messages and messages to bytes.</summary>
public class WireBenchmarks
{
    private const int ConnectorId = 0x8204;
    private const int Frames = 100;
    private const int FrameBytes = 18;
    private const int Centiamps = 1600;

    private readonly byte[] _frame = WireSamples.HeartbeatAnswer(ConnectorId);
    private readonly FrameDecoder _decoder = new();
    private readonly FrameDecoder _filled = new();
    private readonly Message _message = new();
    private readonly MessageWriter _writer =
        new(BusOptions.DefaultControllerId, BusOptions.DefaultSign);

    private readonly Transmitter _transmitter;

    public WireBenchmarks()
    {
        OfferLedger ledger = new();
        ledger.LimitSite(Centiamps);
        ledger.Enter(ConnectorId, 600, Centiamps);
        _transmitter = new Transmitter(
            new TransmitPolicy(ledger, BusOptions.DefaultControllerId, contactorOrders: false));
        foreach (byte value in _frame)
        {
            _filled.Push(value);
        }
    }

    [Benchmark(Description = "decode a frame of 18 bytes", OperationsPerInvoke = Frames)]
    public int DecodeFrame()
    {
        return Decode();
    }

    [Benchmark(Description = "decode, each byte", OperationsPerInvoke = Frames * FrameBytes)]
    public int DecodeByte()
    {
        return Decode();
    }

    [Benchmark(Description = "judge a body and point at it")]
    public MessageStatus PointMessage()
    {
        return _message.Point(_filled.Body, _filled.Length);
    }

    [Benchmark(Description = "write, judge and encode a heartbeat")]
    public int EncodeHeartbeat()
    {
        _writer.Heartbeat(ConnectorId, 2, HeartbeatCommand.SessionLimit, Centiamps);
        return _transmitter.Load(_writer);
    }

    private int Decode()
    {
        int good = 0;
        for (int i = 0; i < Frames; i++)
        {
            foreach (byte value in _frame)
            {
                good += _decoder.Push(value) == DecodeStatus.Frame ? 1 : 0;
            }
        }
        return good;
    }
}
