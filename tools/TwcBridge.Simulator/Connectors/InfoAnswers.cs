namespace TwcBridge.Simulator;

/// <summary>
/// Answers to queries: meter, version, serial, VIN, plug state, and the old ones without ids
/// (PROTOCOL 3.3, 3.4).
/// </summary>
internal sealed class InfoAnswers
{
    private const int Everybody = 0;
    private const int Unplugged = 0;
    private const int PluggedAndCharging = 1;
    private const int PluggedNotCharging = 3;

    private readonly VirtualClock _clock;
    private readonly ConnectorOptions _options;
    private readonly PowerStage _power;
    private readonly ConnectorMessages _messages;

    public InfoAnswers(
        VirtualClock clock, ConnectorOptions options, PowerStage power, ConnectorMessages messages)
    {
        _clock = clock;
        _options = options;
        _power = power;
        _messages = messages;
    }

    public static bool IsQuery(int opcode)
    {
        return opcode == Opcodes.AskPlugState
            || Opcodes.IsInfoQuery(opcode) || Opcodes.IsOldQuery(opcode);
    }

    /// <summary>Whether this unit answers such a query, and this one is for it.</summary>
    public bool Concerns(WireFrame query)
    {
        if (Opcodes.IsOldQuery(query.Opcode))
        {
            return true;
        }
        bool isOurs = query.Receiver == _messages.Id;
        return _options.Protocol == 2 && query.Opcode == Opcodes.AskPlugState
            ? isOurs || query.Receiver == Everybody
            : isOurs && _options.Protocol == 2 && _options.Firmware.HasInfoQueries;
    }

    /// <summary>Leaves the answer in the messages' writer.</summary>
    public void Answer(int query)
    {
        switch (query)
        {
            case Opcodes.AskMeter:
                _messages.Meter(_power.Outlet.Meter.Reading);
                break;
            case Opcodes.AskVersion:
                _messages.Version(_options.Firmware);
                break;
            case Opcodes.AskSerial:
                _messages.Serial(_options.Serial);
                break;
            case Opcodes.AskPlugState:
                _messages.PlugState(PlugState());
                break;
            case Opcodes.AskAllSerial:
                _messages.OldText(query, _options.Serial);
                break;
            case Opcodes.AskAllModel:
                _messages.OldText(query, _options.Model);
                break;
            case Opcodes.AskAllFirmware:
                _messages.OldVersion(_options.Firmware);
                break;
            default:
                _messages.Vin(query, _power.Outlet.Car?.KnownVin(_clock.NowUs) ?? string.Empty);
                break;
        }
    }

    private int PlugState()
    {
        return _power.Outlet.Car is null ? Unplugged
            : _power.State == ConnectorState.Charging ? PluggedAndCharging
            : PluggedNotCharging;
    }
}
