using TwcBridge.Bus;
using TwcBridge.Messages;

namespace TwcBridge.SystemTests.Docs;

/// <summary>Peripheral, told what BusEngine, Reception and Bridge tell it.</summary>
internal sealed class LinkWalk : Walk
{
    private const string LinkReady = "link-ready";
    private const string Answer = "heartbeat answer";
    private const string OtherAnswer = "other answer";
    private const string HeartbeatSent = "heartbeat sent";
    private const string Lost = "silent for 26 s";
    private const string Offer = "offer changed";
    private const string Withdrawn = "no longer served";
    private const string Granted = "served again";
    private const string Assigned = "given to another id";

    private const int Rating = 3200;
    private const int AnswerLength = 16;

    private readonly Message _answer = new();
    private Peripheral _peripheral = new();
    private int _id;

    public LinkWalk(int seed)
        : base(
            ["absent", "absent, not served", "linked", "linked, not served"],
            [
                LinkReady, Answer, OtherAnswer, HeartbeatSent, Lost, Offer, Withdrawn, Granted,
                Assigned,
            ],
            seed)
    {
    }

    protected override string State =>
        (_peripheral.Link == LinkState.Linked ? "linked" : "absent")
        + (_peripheral.IsServed ? "" : ", not served");

    protected override void Begin()
    {
        _peripheral = new Peripheral();
        _peripheral.Assign(++_id);
    }

    protected override bool TryTell(string fact)
    {
        return fact switch
        {
            LinkReady or Answer or OtherAnswer => TryHear(fact),
            HeartbeatSent => TrySend(),
            Lost => TryLose(),
            Assigned => TryAssign(),
            _ => Decide(fact),
        };
    }

    private bool TryHear(string fact)
    {
        if (fact == LinkReady)
        {
            _peripheral.OnLinkReady(Rating, Dice.Next(1, 3), NowMs);
            return true;
        }
        if (_peripheral.Link == LinkState.Absent)
        {
            return false;
        }
        if (fact == Answer)
        {
            byte[] body = [0xFD, 0xE0, 0x82, 0x04, 0x77, 0x77, (byte)Dice.Next(5), 6, 0x40, 5, 0,
                0, 0, 0, 0, 0];
            Assert.AreEqual(MessageStatus.Accepted, _answer.Point(body, AnswerLength));
            _peripheral.OnAnswer(_answer, NowMs);
        }
        else
        {
            _peripheral.OnHeard(NowMs);
        }
        return true;
    }

    private bool TrySend()
    {
        PeripheralAction action = _peripheral.Next(NowMs);
        bool isDue = action is PeripheralAction.AnswerLinkReady or PeripheralAction.SendHeartbeat
            || (_peripheral.IsTalkedTo && _peripheral.IsOfferNews);
        if (isDue)
        {
            _peripheral.OnHeartbeatSent(_peripheral.HeartbeatCommandAt(NowMs), NowMs);
        }
        return isDue;
    }

    private bool TryLose()
    {
        if (_peripheral.Next(NowMs) != PeripheralAction.ReportLost)
        {
            return false;
        }
        _peripheral.OnLost(NowMs);
        return true;
    }

    // As Roster does: only a place whose peripheral has long been gone.
    private bool TryAssign()
    {
        bool isGone = _peripheral.Link == LinkState.Absent && NowMs - _peripheral.HeardAtMs
            >= Timing.PeripheralLostMs + Timing.ContactorOpensMs;
        if (isGone)
        {
            _peripheral.Assign(++_id);
        }
        return isGone;
    }

    private bool Decide(string fact)
    {
        if (fact == Offer)
        {
            _peripheral.OnOffer(Dice.Next(6, 33) * 100);
        }
        else
        {
            _peripheral.OnServed(fact == Granted);
        }
        return true;
    }
}
