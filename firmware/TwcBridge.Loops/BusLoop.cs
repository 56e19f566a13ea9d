using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.Loops;

/// <summary>
/// The bus side's loop, without its thread: whoever owns the thread calls Turn, waits as long as it
/// says, or less when a command arrives, and calls it again. Nothing here waits for anything but
/// the line.
/// </summary>
public sealed class BusLoop
{
    /// <summary>The line is looked at this often at least: the UART of the ESP32 drops its whole
    /// input when nobody reads it for 50 ms.</summary>
    public const int LongestWaitMs = 5;

    // Other threads must get their turn even while a frame is due that the line does not take.
    private const int LeastWaitMs = 1;

    /// <summary>The network side sees the bus at most this old, and at once after a command.
    /// </summary>
    public const int StatusIntervalMs = 100;

    private const int BufferLength = 256;

    /// <summary>Told of each command after it was judged; null for nobody.</summary>
    public ICommandWatch Watch;

    /// <summary>Turns taken: the supervisor sees by it that the loop lives.</summary>
    public long TurnCount;

    private readonly Bridge _bridge;
    private readonly ISerialLink _link;
    private readonly CommandMailbox _mailbox;
    private readonly StatusBoard _board;
    private readonly byte[] _buffer = new byte[BufferLength];
    private readonly Command _command = new Command();
    private readonly CommandResult _result = new CommandResult();
    private readonly PaceMeter _meter;
    private long _statusDueAtMs;

    public BusLoop(Bridge bridge, ISerialLink link, CommandMailbox mailbox, StatusBoard board)
    {
        _bridge = bridge;
        _link = link;
        _mailbox = mailbox;
        _board = board;
        _meter = new PaceMeter(bridge.Bus);
    }

    /// <summary>One turn: at most one buffer in, one command, one frame out.</summary>
    /// <returns>How long to wait before the next, 1..LongestWaitMs.</returns>
    public int Turn(long nowMs)
    {
        TurnCount++;
        _meter.OnTurnBegins(nowMs);
        int received = _link.Read(_buffer);
        if (received > 0)
        {
            _bridge.OnReceived(_buffer, received, nowMs);
        }
        bool isCommand = TakeCommand(nowMs, out long postedAtMs);
        _bridge.OnTime(nowMs);
        if (isCommand)
        {
            _meter.OnCommand(postedAtMs);
        }
        Send(nowMs);
        if (isCommand || nowMs >= _statusDueAtMs)
        {
            PublishStatus(nowMs);
        }
        if (isCommand)
        {
            _mailbox.Answer(_result);
        }
        int waitMs = WaitMs(nowMs);
        _meter.OnTurnEnds(nowMs, waitMs);
        return waitMs;
    }

    /// <summary>Puts the state of things on the board. Turns do so by themselves; whoever ends the
    /// loop asks for the last one.</summary>
    public void PublishStatus(long nowMs)
    {
        _statusDueAtMs = nowMs + StatusIntervalMs;
        if (_board.Limits.TryTake(_bridge.Limits))
        {
            _bridge.OnLimitsChanged();
        }
        _board.Publish(_bridge, _meter.Timings, nowMs);
        if (_board.Reports.IsAsked)
        {
            _bridge.CopyReportTo(_board.Reports.Report, nowMs);
            _board.Reports.Timings.CopyFrom(_meter.Timings);
            _board.Reports.OnFilled();
        }
    }

    private void Send(long nowMs)
    {
        int length = _bridge.Next(nowMs);
        if (length > 0 && _link.TryWrite(_bridge.Wire, length))
        {
            _bridge.OnSent(nowMs);
        }
    }

    private bool TakeCommand(long nowMs, out long postedAtMs)
    {
        if (!_mailbox.TryTake(_command, out postedAtMs))
        {
            return false;
        }
        _bridge.OnCommand(_command, _result, nowMs);
        if (Watch != null)
        {
            Watch.OnCommand(_command, _result, nowMs);
        }
        return true;
    }

    private int WaitMs(long nowMs)
    {
        long untilDueMs = _bridge.NextDueAtMs() - nowMs;
        return untilDueMs < LeastWaitMs ? LeastWaitMs
            : untilDueMs > LongestWaitMs ? LongestWaitMs
            : (int)untilDueMs;
    }
}
