using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Http;
using TwcBridge.Mqtt;

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

    private const int IdleWaitMs = 5;
    private const int BusyWaitMs = 1;

    private readonly CommandMailbox _mailbox;
    private readonly StatusBoard _board;
    private readonly HttpServer _http;
    private readonly HttpPump _httpPump;
    private readonly BoxStatus _status = new BoxStatus();
    private readonly Command _command = new Command();
    private readonly CommandResult _result = new CommandResult();
    private MqttSurface _mqtt;
    private MqttPump _mqttPump;
    private int _edition;

    public NetworkLoop(
        CommandMailbox mailbox, StatusBoard board, HttpServer http, HttpPump httpPump)
    {
        _mailbox = mailbox;
        _board = board;
        _http = http;
        _httpPump = httpPump;
    }

    /// <summary>Turns taken: the supervisor sees by it that the loop lives.</summary>
    public long TurnCount { get; private set; }

    /// <summary>A broker is configured.</summary>
    public void UseBroker(MqttSurface mqtt, MqttPump mqttPump)
    {
        _mqtt = mqtt;
        _mqttPump = mqttPump;
    }

    /// <summary>One turn of everything.</summary>
    /// <returns>How long to wait before the next, in milliseconds.</returns>
    public int Turn(long nowMs)
    {
        TurnCount++;
        TakeResults(nowMs);
        if (_board.TryRead(_status, ref _edition))
        {
            _http.OnStatus(_status, nowMs);
            if (_mqtt != null)
            {
                _mqtt.OnStatus(_status, nowMs);
            }
        }
        bool hasMoved = _httpPump.Turn(nowMs);
        if (_mqttPump != null)
        {
            hasMoved |= _mqttPump.Turn(nowMs);
        }
        hasMoved |= PostCommands(nowMs);
        return hasMoved ? BusyWaitMs : IdleWaitMs;
    }

    private bool PostCommands(long nowMs)
    {
        bool hasPosted = false;
        while (TryNextCommand())
        {
            hasPosted = true;
            if (!_mailbox.TryPost(_command))
            {
                InForce.Read(_status, _command.PeripheralId, _result);
                _result.Ticket = _command.Ticket;
                _result.Code = CommandCode.Busy;
                Deliver(nowMs);
            }
        }
        return hasPosted;
    }

    private bool TryNextCommand()
    {
        return _http.TryNextCommand(_command)
            || (_mqtt != null && _mqtt.TryNextCommand(_command));
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
        if (_result.Ticket >= FirstHttpTicket)
        {
            _http.OnResult(_result, nowMs);
        }
        else if (_mqtt != null)
        {
            _mqtt.OnResult(_result, nowMs);
        }
    }
}
