using TwcBridge.Messages;

namespace TwcBridge.Bus;

/// <summary>
/// The two bursts with which a controller begins (PROTOCOL 4, link-up): link-ready 1 makes a
/// peripheral with our id choose another, link-ready 2 makes all of them announce themselves.
/// Repeated when somebody speaks with our id.
/// </summary>
public sealed class Announcer
{
    private const int AnsweredFrom = 2;

    /// <summary>When the next announcement is worth sending, or Never.</summary>
    public long DueAtMs = Timing.Never;

    /// <summary>Until then the answers to the bursts fill the line: no time for questions.
    /// </summary>
    public long AnsweredUntilMs;

    private int _left;
    private bool _hasBegun;

    /// <summary>Once a turn. The bursts are for a start, for a comeback and for a conflict of
    /// ids; not for a suspicion of a rival that has passed.</summary>
    public void OnRole(BusRole role, bool isIdContested, long nowMs)
    {
        if (role == BusRole.StandingDown)
        {
            _hasBegun = false;
            DueAtMs = Timing.Never;
        }
        else if (role == BusRole.Controlling && (!_hasBegun || isIdContested))
        {
            _hasBegun = true;
            _left = 2 * Timing.AnnouncementCount;
            DueAtMs = nowMs;
        }
    }

    /// <summary>The announcement whose time has come, or None. Pure.</summary>
    public MessageKind Next(long nowMs)
    {
        if (nowMs < DueAtMs)
        {
            return MessageKind.None;
        }
        return _left > Timing.AnnouncementCount
            ? MessageKind.ControllerLinkReady1
            : MessageKind.ControllerLinkReady2;
    }

    /// <summary>Somebody is linked. Peripherals ignore the first link-ready 2 and answer the
    /// second; more of them would only make those start anew that are linked already.</summary>
    public void OnLinked()
    {
        if (_left <= Timing.AnnouncementCount - AnsweredFrom)
        {
            _left = 0;
            DueAtMs = Timing.Never;
        }
    }

    public void OnSent(long nowMs)
    {
        _left--;
        AnsweredUntilMs = nowMs + Timing.AnnouncementAnswersMs;
        DueAtMs = _left == 0 ? Timing.Never
            : _left >= Timing.AnnouncementCount ? nowMs + Timing.AnnouncementIntervalMs
            : nowMs + Timing.SecondAnnouncementIntervalMs;
    }
}
