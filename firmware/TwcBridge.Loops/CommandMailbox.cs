using System.Threading;
using TwcBridge.Charging;
using TwcBridge.Http;
using TwcBridge.Mqtt;

namespace TwcBridge.Loops;

/// <summary>
/// Commands from the network loop to the bus loop, and the answers back. Everything is copied under
/// one lock that is held for microseconds. Full means that the sender is told so.
/// </summary>
public sealed class CommandMailbox
{
    /// <summary>As many as MQTT and HTTP together can have under way.</summary>
    public const int Capacity = MqttCommands.Capacity + HttpServer.MaxConnections;

    private readonly object _gate = new object();
    private readonly AutoResetEvent _arrived;
    private readonly int[] _commands = new int[Capacity * Command.WordCount];
    private readonly long[] _postedAtMs = new long[Capacity];
    private readonly int[] _results = new int[Capacity * CommandResult.WordCount];
    private int _commandHead;
    private int _commandCount;
    private int _resultHead;
    private int _resultCount;

    // Commands that were taken and not yet answered: their answers have a place for certain.
    private int _openCount;

    /// <param name="arrived">Set when a command is posted, so that the bus loop need not wait out
    /// its turn.</param>
    public CommandMailbox(AutoResetEvent arrived)
    {
        _arrived = arrived;
    }

    /// <summary>Network loop: copies the command in.</summary>
    /// <returns>False when there is no place for it or for its answer.</returns>
    public bool TryPost(Command command, long nowMs)
    {
        lock (_gate)
        {
            if (_commandCount + _openCount + _resultCount >= Capacity)
            {
                return false;
            }
            int place = (_commandHead + _commandCount) % Capacity;
            command.StoreTo(_commands, place);
            _postedAtMs[place] = nowMs;
            _commandCount++;
        }
        _arrived.Set();
        return true;
    }

    /// <summary>Bus loop: copies the oldest command out. It must then be answered.</summary>
    /// <param name="postedAtMs">When it was posted.</param>
    public bool TryTake(Command into, out long postedAtMs)
    {
        postedAtMs = 0;
        lock (_gate)
        {
            if (_commandCount == 0)
            {
                return false;
            }
            into.CopyFrom(_commands, _commandHead);
            postedAtMs = _postedAtMs[_commandHead];
            _commandHead = (_commandHead + 1) % Capacity;
            _commandCount--;
            _openCount++;
            return true;
        }
    }

    /// <summary>Bus loop: the answer to the command that was taken.</summary>
    public void Answer(CommandResult result)
    {
        lock (_gate)
        {
            result.StoreTo(_results, (_resultHead + _resultCount) % Capacity);
            _resultCount++;
            _openCount--;
        }
    }

    /// <summary>Network loop: copies the oldest answer out.</summary>
    public bool TryTakeResult(CommandResult into)
    {
        lock (_gate)
        {
            if (_resultCount == 0)
            {
                return false;
            }
            into.CopyFrom(_results, _resultHead);
            _resultHead = (_resultHead + 1) % Capacity;
            _resultCount--;
            return true;
        }
    }
}
