using System;
using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Messages;
using TwcBridge.Simulator;
using TwcBridge.Wire;

namespace TwcBridge.SystemTests.Fuzzing.Targets;

/// <summary>The whole Bridge: a line full of anything, in chunks of any size, with pauses and
/// commands in between.</summary>
internal sealed class BridgeTarget : FuzzTarget
{
    private const int LongestChunk = 64;
    private const int MostTurnsAtOnce = 4;
    private const int Heartbeat = 0xE0;

    private readonly FrameMix _mix = new();
    private readonly FrameReader _reader = new();
    private readonly Delivery _delivery = new();
    private readonly byte[] _chunk = new byte[LongestChunk];
    private readonly Command _command = new();
    private readonly CommandResult _result = new();
    private readonly BoxStatus _status = new();
    private readonly BusReport _report = new();
    private BridgeOptions _options = new();
    private Bridge _bridge = null!;
    private long _nowMs;

    public override string Name => "bridge";

    public override int CaseLength => 32768;

    public override int PerMille => 280;

    public override bool AllocatesNothing => true;

    public override void Fill(FuzzInput input, FuzzDice dice)
    {
        // Where others speak we are silent: most cases are for the time when we speak.
        _mix.HasRivals = dice.OneIn(4);
        int length = dice.Between(Delivery.KeyLength + 1, CaseLength);
        Delivery.AddKey(input, dice);
        while (input.Length < length)
        {
            _mix.Add(input, dice);
        }
    }

    public override void Prepare(byte[] bytes)
    {
        _options = new BridgeOptions();
        _options.Charging.StopMode = (StopMode)(bytes[0] % 3);
        _bridge = new Bridge(_options, 0);
        _nowMs = 0;
    }

    public override void Run(byte[] bytes, int length)
    {
        _delivery.Restart(bytes, length);
        FuzzDice dice = _delivery.Dice;
        long fed = 0;
        while (_delivery.Left > 0)
        {
            Pass(Pause(dice));
            int count = _delivery.Take(_chunk, dice.Between(1, LongestChunk));
            fed += count;
            _bridge.OnReceived(_chunk, count, _nowMs);
            if (dice.OneIn(50))
            {
                Order(dice);
            }
            TakeTurns();
        }
        Check(fed);
    }

    private static int Pause(FuzzDice dice)
    {
        return dice.OneIn(300) ? dice.Between(1000, 40000) : dice.Next(dice.OneIn(4) ? 400 : 40);
    }

    // As the loop does it: a turn whenever one was asked for.
    private void Pass(int pauseMs)
    {
        long untilMs = _nowMs + pauseMs;
        for (int turns = 0; _bridge.NextDueAtMs() < untilMs; turns++)
        {
            Require(turns <= pauseMs, "more turns than milliseconds");
            _nowMs = Math.Max(_nowMs, _bridge.NextDueAtMs());
            TakeTurns();
        }
        _nowMs = untilMs;
    }

    private void Order(FuzzDice dice)
    {
        _command.Kind = (CommandKind)dice.Next(3);
        _command.PeripheralId = dice.OneIn(2) ? Command.WholeSite : 0x1000 + dice.Next(5);
        _command.Centiamps = dice.Next(4000);
        _command.TtlMs = dice.OneIn(4) ? Command.NoExpiry : dice.Next(200000);
        _command.Enabled = !dice.OneIn(4);
        _command.ClampToCeiling = dice.OneIn(2);
        _bridge.OnCommand(_command, _result, _nowMs);
    }

    // One frame at a time leaves; then the bridge must wish to be left alone for a while.
    private void TakeTurns()
    {
        _bridge.OnTime(_nowMs);
        for (int turns = 0; _bridge.Next(_nowMs) > 0; turns++)
        {
            Require(turns < MostTurnsAtOnce, "frame after frame at one instant");
            CheckFrame(_bridge.Wire);
            Reached += _bridge.Wire[2] == Heartbeat ? 1 : 0;
            _bridge.OnSent(_nowMs);
            _bridge.OnTime(_nowMs);
        }
        Require(_bridge.NextDueAtMs() > _nowMs, "asks for another turn at once");
    }

    private void CheckFrame(byte[] wire)
    {
        int kind = (wire[1] << 8) | wire[2];
        Require(wire[0] == Slip.End, "a frame without its delimiter");
        Require(kind is 0xFCE1 or 0xFBE2 or 0xFBE0 or 0xFCB1 or 0xFCB2
            or 0xFBEB or 0xFBEC or 0xFBED or 0xFBEE or 0xFBEF or 0xFBF1 or 0xFBB4,
            "a frame off the list");
        if (wire[2] == Heartbeat)
        {
            int centiamps = CentiampsOf(wire);
            Require(centiamps == 0 || (centiamps >= ChargingOptions.MinProtocol1Centiamps
                && centiamps <= _options.Charging.SiteLimitCentiamps), "a limit out of range");
        }
    }

    private int CentiampsOf(byte[] wire)
    {
        _reader.Push(Slip.End);
        for (int i = 1; !_reader.Push(wire[i]); i++)
        {
            Require(i < FrameFormat.MaxWireLength - 1, "a frame that the other reader refuses");
        }
        return _reader.Frame.LimitCentiamps;
    }

    private void Check(long fed)
    {
        BusCounters counters = _bridge.Bus.Counters;
        long judged = counters.Accepted;
        for (int i = 1; i < BusCounters.StatusCount; i++)
        {
            judged += counters.RefusedFor((MessageStatus)i);
        }
        Require(counters.Bytes == fed, "bytes are lost count of");
        Require(_bridge.Bus.Transmitter.RefusedCount == 0, "a frame was refused");
        Require(judged == _bridge.Bus.Decoder.CountOf(DecodeStatus.Frame), "frames unjudged");
        _bridge.CopyStatusTo(_status, _nowMs);
        _bridge.CopyReportTo(_report, _nowMs);
    }
}
