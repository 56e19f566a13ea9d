using System.Collections.Generic;
using System.Linq;
using TwcBridge.Benchmarks.Simulation;
using TwcBridge.Simulator;

namespace TwcBridge.Benchmarks.Against;

/// <summary>Watches a line on which an outside controller talks with simulated connectors.
/// </summary>
internal sealed class ControllerWatch : ILineObserver
{
    private readonly string _controllerName;
    private readonly ConnectorTally[] _connectors;
    private readonly FrameWatch _asked;
    private readonly FrameWatch _answered;
    private readonly SortedDictionary<string, int> _forbidden = [];

    public ControllerWatch(string controllerName, IEnumerable<int> connectorIds)
    {
        _controllerName = controllerName;
        _connectors = connectorIds.Select(id => new ConnectorTally(id)).ToArray();
        _asked = new FrameWatch(OnRequest);
        _answered = new FrameWatch(OnAnswer);
    }

    public IReadOnlyList<ConnectorTally> Connectors => _connectors;

    public int RequestCount { get; private set; }

    /// <summary>Frames that no controller may send, by marker and command, and how often.
    /// </summary>
    public IReadOnlyDictionary<string, int> Forbidden => _forbidden;

    public long BadChecksums => _asked.BadChecksums;

    public void OnTransmission(Transmission transmission)
    {
        (transmission.Transmitter == _controllerName ? _asked : _answered).Read(transmission);
    }

    private void OnRequest(WireFrame frame, long atUs)
    {
        RequestCount++;
        if (!ControllerRules.IsAllowed(frame))
        {
            string name = frame.Opcode == Opcodes.Heartbeat
                ? $"{frame.Opcode:X4} {frame.Command:X2}"
                : $"{frame.Opcode:X4}";
            _forbidden[name] = _forbidden.GetValueOrDefault(name) + 1;
        }
        else if (frame.Opcode == Opcodes.Heartbeat)
        {
            TallyOf(frame.Receiver)?.OnHeartbeat(frame, atUs);
        }
    }

    private void OnAnswer(WireFrame frame, long atUs)
    {
        if (frame.Opcode == Opcodes.HeartbeatAnswer)
        {
            TallyOf(frame.Sender)?.OnAnswer();
        }
    }

    private ConnectorTally? TallyOf(int id)
    {
        return _connectors.FirstOrDefault(connector => connector.Id == id);
    }
}
