using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.Loops;

/// <summary>
/// The network side's loop, without its thread: MQTT and HTTP take turns, commands go to the bus
/// side and its answers come back. Nothing that happens here can hold up a heartbeat.
/// </summary>
public sealed class NetworkLoop
{
    /// <summary>Tickets below are MQTT's, from here on HTTP's.</summary>
    public const int FirstHttpTicket = 1000;
    public const int TicketCount = 1000;

    /// <summary>How long Identify shows.</summary>
    private const int IdentifyMs = 10_000;

    /// <summary>The answer must be out by then.</summary>
    private const int RestartDelayMs = 1_000;

    private const int IdleWaitMs = 5;
    private const int BusyWaitMs = 1;

    /// <summary>Turns taken: the supervisor sees by it that the loop lives.</summary>
    public long TurnCount;

    /// <summary>Until then the owner wants to see which box it is; 0 before.</summary>
    public long IdentifyUntilMs;

    private readonly CommandMailbox _mailbox;
    private readonly StatusBoard _board;
    private readonly HttpSide _http;
    private readonly MqttSide _mqtt;
    private readonly BoxStatus _status;
    private readonly Command _command = new Command();
    private readonly CommandResult _result = new CommandResult();
    private int _edition;
    private long _restartAtMs = long.MaxValue;

    /// <param name="mqtt">Null when no broker is configured.</param>
    public NetworkLoop(CommandMailbox mailbox, StatusBoard board, HttpSide http, MqttSide mqtt)
    {
        _mailbox = mailbox;
        _board = board;
        _status = new BoxStatus(board.MaxConnectors);
        _http = http;
        _mqtt = mqtt;
    }

    /// <summary>The owner wants the box to start anew, and has been told that it will.</summary>
    public bool WantsRestart(long nowMs)
    {
        return nowMs >= _restartAtMs;
    }

    /// <summary>One turn of everything.</summary>
    /// <returns>How long to wait before the next, in milliseconds.</returns>
    public int Turn(long nowMs)
    {
        TurnCount++;
        TakeResults(nowMs);
        if (_board.TryRead(_status, ref _edition))
        {
            _http.Server.OnStatus(_status, nowMs);
            if (_mqtt != null)
            {
                _mqtt.Surface.OnStatus(_status);
            }
        }
        CarryReport(nowMs);
        bool hasMoved = _http.Pump.Turn(nowMs);
        if (_mqtt != null)
        {
            hasMoved |= _mqtt.Pump.Turn(nowMs);
        }
        hasMoved |= PostCommands(nowMs);
        return hasMoved ? BusyWaitMs : IdleWaitMs;
    }

    /// <summary>Takes leave of the broker. Turns go on until <see cref="IsGone"/>.</summary>
    public void Leave(long nowMs)
    {
        if (_mqtt != null)
        {
            _mqtt.Pump.Leave(nowMs);
        }
    }

    /// <summary>There is no connection to a broker.</summary>
    public bool IsGone => _mqtt == null || _mqtt.Pump.IsGone;

    private void CarryReport(long nowMs)
    {
        if (_board.Reports.TryTake())
        {
            _http.Server.OnReport(_board.Reports.Report, _board.Reports.Timings, nowMs);
        }
        else if (_http.Server.WantsReport)
        {
            _board.Reports.Ask();
        }
    }

    private bool PostCommands(long nowMs)
    {
        bool hasPosted = false;
        while (TryNextCommand())
        {
            hasPosted = true;
            if (TryCarryOut(nowMs))
            {
                Answer(CommandCode.Applied, nowMs);
            }
            else if (!_mailbox.TryPost(_command, nowMs))
            {
                Answer(CommandCode.Busy, nowMs);
            }
        }
        return hasPosted;
    }

    // What the bus side has no part in.
    private bool TryCarryOut(long nowMs)
    {
        switch (_command.Kind)
        {
            case CommandKind.Restart:
                _restartAtMs = nowMs + RestartDelayMs;
                return true;
            case CommandKind.Identify:
                IdentifyUntilMs = nowMs + IdentifyMs;
                return true;
            case CommandKind.Rediscover:
                if (_mqtt != null)
                {
                    _mqtt.Surface.OnRediscover();
                }
                return true;
            default:
                return false;
        }
    }

    private void Answer(CommandCode code, long nowMs)
    {
        InForce.Read(_status, _command.PeripheralId, _result);
        _result.Ticket = _command.Ticket;
        _result.Code = code;
        Deliver(nowMs);
    }

    private bool TryNextCommand()
    {
        return _http.Server.TryNextCommand(_command)
            || (_mqtt != null && _mqtt.Surface.TryNextCommand(_command));
    }

    private void TakeResults(long nowMs)
    {
        while (_mailbox.TryTakeResult(_result))
        {
            Deliver(nowMs);
        }
    }

    private void Deliver(long nowMs)
    {
        if (_mqtt == null || !_mqtt.Surface.OnResult(_result))
        {
            _http.Server.OnResult(_result, nowMs);
        }
    }
}
