using System;
using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.Simulator;

namespace TwcBridge.SystemTests.ModelChecks;

/// <summary>A box and two connectors, one step after the other. The same steps lead to the same
/// state.</summary>
internal sealed class ModelWorld
{
    public const int ConnectorCount = 2;
    public const int SiteCentiamps = 2000;

    private const int Heartbeat = 0xFBE0;
    private const int AnswerDelayMs = 25;
    private const int CalmMs = 5000;
    private const int DeafMs = 27_000;
    private const int ContactorMs = 31_000;
    private const int MostTurns = 2000;
    private const int NoHeartbeatMs = 1200;

    private readonly ModelBox _box;
    private readonly ModelReferee _referee = new(SiteCentiamps);
    private readonly FrameReader _reader = new();
    private readonly ModelConnector[] _connectors = [new(0x1000), new(0x1001)];
    private int _deaf = -1;
    private long _nowMs;

    public ModelWorld(Func<BridgeOptions, ModelBox> make)
    {
        BridgeOptions options = new();
        options.Bus.MaxPeripherals = ConnectorCount;
        options.Charging.SiteLimitCentiamps = SiteCentiamps;
        options.Charging.DefaultCentiamps = SiteCentiamps;
        _box = make(options);
        Pass(ContactorMs);      // Nobody speaks yet, and nobody holds anything from before.
    }

    public string? Fault => _referee.Fault;

    public int HeldCentiamps(int connector)
    {
        return _connectors[connector].HeldCentiamps(_nowMs);
    }

    public void Take(ModelStep step)
    {
        switch (step)
        {
            case ModelStep.Answered or ModelStep.AnswerLost or ModelStep.Unheard:
                Exchange(step, _nowMs + NoHeartbeatMs);
                break;
            case ModelStep.Calm:
                Pass(CalmMs);
                break;
            case ModelStep.Deaf0 or ModelStep.Deaf1:
                Deafen(step - ModelStep.Deaf0);
                break;
            case ModelStep.Reset0 or ModelStep.Reset1:
                Announce(step - ModelStep.Reset0);
                break;
            case ModelStep.Arrive1:
                Arrive(1);
                break;
            case ModelStep.Plug0 or ModelStep.Plug1:
                _connectors[step - ModelStep.Plug0].Plug();
                break;
            case ModelStep.Greedy0 or ModelStep.Greedy1:
                _connectors[step - ModelStep.Greedy0].TurnGreed();
                break;
            case ModelStep.Limit0 or ModelStep.Limit1:
                int id = _connectors[step - ModelStep.Limit0].Id;
                _box.Claim(id, ModelConnector.Least, _nowMs);
                break;
            default:
                _box.Release(_connectors[0].Id, _nowMs);
                _box.Release(_connectors[1].Id, _nowMs);
                break;
        }
        Inspect();
    }

    /// <summary>What tells two states apart. Times are relative; counters and what the bus side has
    /// asked of serial numbers and meters do not belong to it.</summary>
    public long Fingerprint()
    {
        long hash = 17;
        for (int i = 0; i < ConnectorCount; i++)
        {
            ModelConnector connector = _connectors[i];
            Connector site = _box.Bridge.Site.At(i);
            Mix(ref hash, connector.HeldCentiamps(_nowMs), connector.HasCar ? 1 : 0,
                connector.IsGreedy ? 1 : 0, Until(site.DueAtMs), _referee.MostOf(i), site.Id,
                site.OfferedCentiamps, site.ExposureCentiamps,
                site.IsLinked ? 1 : 0, site.IsServed ? 1 : 0, Until(site.Pauses.MayChangeAtMs),
                Until(site.Pauses.MaySwitchAtMs), _box.Bridge.Site.Claims.CentiampsOf(i));
            if (site.Id != 0)
            {
                MixLink(ref hash, _box.Bridge.Bus.Roster.At(i));
            }
        }
        return hash;
    }

    private void MixLink(ref long hash, Peripheral link)
    {
        Mix(ref hash, (int)link.Link, link.State, link.AcceptedCentiamps, link.OfferedCentiamps,
            link.IsOfferNews ? 1 : 0, link.HeartbeatCommandAt(_nowMs),
            Until(link.HeartbeatDueAtMs), (int)Math.Min(link.AnsweredCount, 3),
            (int)((_nowMs - link.HeardAtMs) / 1000));
    }

    private int Until(long atMs)
    {
        return (int)Math.Max(0, Math.Min(atMs - _nowMs, 100_000));
    }

    private static void Mix(ref long hash, params ReadOnlySpan<int> values)
    {
        foreach (int value in values)
        {
            hash = (hash ^ value) * 0x100000001B3;
            hash ^= (long)((ulong)hash >> 29);
        }
    }

    private void Announce(int index)
    {
        Hear(index, _connectors[index].Reset(index));
    }

    private void Arrive(int index)
    {
        Hear(index, _connectors[index].Arrive(index, _nowMs));
        _referee.OnArrived(index, _connectors[index].HeldCentiamps(_nowMs));
    }

    private void Hear(int index, FrameWriter linkReady)
    {
        _nowMs += Timing.WireMs(18);
        _box.Hear(linkReady, _nowMs);
        _box.Bridge.OnTime(_nowMs);
        _referee.OnLinked(index, _nowMs);
    }

    // It comes back after its contactor has opened, and only by announcing itself.
    private void Deafen(int index)
    {
        _deaf = index;
        Pass(DeafMs);
        Pass(ContactorMs - DeafMs);
        _deaf = -1;
        _referee.OnOpened(index);
    }

    private void Pass(int ms)
    {
        long untilMs = _nowMs + ms;
        for (int turns = 0; _nowMs < untilMs && turns < MostTurns; turns++)
        {
            Exchange(ModelStep.Answered, untilMs);
        }
    }

    // Everything up to and with the next heartbeat. The questions of the bus side stay unanswered.
    private void Exchange(ModelStep outcome, long untilMs)
    {
        for (int turns = 0; turns < MostTurns; turns++)
        {
            _nowMs = Math.Max(_nowMs, Math.Min(_box.Bridge.NextDueAtMs(), untilMs));
            _box.Bridge.OnTime(_nowMs);
            int length = _box.Bridge.Next(_nowMs);
            if (length > 0 && Send(length, outcome))
            {
                return;
            }
            if (_nowMs >= untilMs)
            {
                return;
            }
        }
        throw new InvalidOperationException("turn after turn, and time stands still");
    }

    private bool Send(int length, ModelStep outcome)
    {
        for (int i = 0; i < length; i++)
        {
            _reader.Push(_box.Bridge.Wire[i]);
        }
        WireFrame frame = _reader.Frame;
        bool isAddressed = frame.Opcode is not (0xFCE1 or 0xFBE2);
        int index = isAddressed ? frame.Receiver - _connectors[0].Id : -1;
        ModelConnector? connector = index >= 0 ? _connectors[index] : null;
        _referee.OnSent(frame, index, _nowMs);
        _box.OnSent(frame, connector, _nowMs);
        _nowMs += Timing.WireMs(length);
        if (frame.Opcode != Heartbeat)
        {
            return false;
        }
        if (outcome != ModelStep.Unheard && index != _deaf)
        {
            connector!.OnHeartbeat(frame, _nowMs);
            CheckSum();
            AnswerTo(index, frame.Sender, outcome == ModelStep.Answered);
        }
        return true;
    }

    private void AnswerTo(int index, int controllerId, bool isHeard)
    {
        FrameWriter answer = _connectors[index].Answer(controllerId);
        _nowMs += AnswerDelayMs + Timing.WireMs(answer.Length);
        if (isHeard)
        {
            _referee.OnAnswer(index, _connectors[index].HeldCentiamps(_nowMs),
                _connectors[index].DrawnCentiamps, _nowMs);
            _box.Hear(answer, _nowMs);
            _box.Bridge.OnTime(_nowMs);
        }
    }

    private void Inspect()
    {
        CheckSum();
        Roster roster = _box.Bridge.Bus.Roster;
        for (int i = 0; i < roster.Count; i++)
        {
            Peripheral peripheral = roster.At(i);
            int index = peripheral.Id - _connectors[0].Id;
            _referee.OnStep(index, peripheral.IsTalkedTo,
                _connectors[index].HeldCentiamps(_nowMs), _nowMs);
        }
    }

    private void CheckSum()
    {
        int sum = 0;
        foreach (ModelConnector connector in _connectors)
        {
            sum += connector.HeldCentiamps(_nowMs);
        }
        _referee.OnSum(sum);
    }
}
