using TwcBridge.Messages;

namespace TwcBridge.Bus;

/// <summary>
/// What a peripheral told about itself and its car (PROTOCOL 3.3 and 3.4). Nothing is shown before
/// it was heard: a missing number is Unknown, a missing text is all zero.
/// </summary>
public sealed class PeripheralInfo
{
    public const int Unknown = Peripheral.Unknown;
    public const int VersionParts = 4;

    /// <summary>An empty VIN is believed after so many empty answers.</summary>
    public const int EmptyVinAnswers = 3;

    public const int VinLength =
        Message.VinStartLength + Message.VinMiddleLength + Message.VinEndLength;

    /// <summary>ASCII, zero-filled. Owned by this object.</summary>
    public readonly byte[] Serial = new byte[Message.SerialLength];

    /// <summary>ASCII, zero-filled. Owned by this object.</summary>
    public readonly byte[] Vin = new byte[VinLength];

    /// <summary>Meter answers heard: a change tells of a fresh one.</summary>
    public int MeterAnswerCount;

    /// <summary>kWh or Wh, which differs between units; or Unknown.</summary>
    public long EnergyRaw;

    /// <summary>0 unplugged, 1 charging, 3 plugged and not charging; or Unknown.</summary>
    public int Plug;

    /// <summary>Empty answers to the first VIN query since the last plug-in.</summary>
    public int EmptyVinCount;

    /// <summary>All three parts of the car's VIN have been heard.</summary>
    public bool IsVinComplete;

    private readonly int[] _volts = new int[Message.PhaseCount];
    private readonly int[] _halfAmps = new int[Message.PhaseCount];
    private readonly int[] _version = new int[VersionParts];

    public PeripheralInfo()
    {
        Clear();
    }

    public bool IsSerialKnown => Serial[0] != 0;

    public bool IsVersionKnown => _version[0] != Unknown;

    /// <summary>Phase 0..2; Unknown before the first meter answer.</summary>
    public int Volts(int phase)
    {
        return _volts[phase];
    }

    /// <summary>Phase 0..2, in 0.5 A; Unknown before the first meter answer.</summary>
    public int HalfAmps(int phase)
    {
        return _halfAmps[phase];
    }

    /// <summary>Power by the last meter answer in W, or Unknown before the first.</summary>
    public int Watts()
    {
        if (MeterAnswerCount == 0)
        {
            return Unknown;
        }
        int doubled = 0;
        for (int i = 0; i < Message.PhaseCount; i++)
        {
            doubled += _volts[i] * _halfAmps[i];
        }
        return doubled / 2;
    }

    /// <summary>Part 0..3, major first.</summary>
    public int Version(int part)
    {
        return _version[part];
    }

    /// <summary>
    /// Whether a car is plugged in, as far as the bus can tell. State 00 is no proof of the
    /// contrary: a sleeping car shows it too (PROTOCOL 4, vehicle present).
    /// </summary>
    public bool IsCarPresent(int state)
    {
        if (state != Unknown && state != ChargerState.Ready && state != ChargerState.Error)
        {
            return true;
        }
        return Plug == Unknown ? Vin[0] != 0 : Plug != 0;
    }

    public void OnAnswer(Message answer)
    {
        switch (answer.Kind)
        {
            case MessageKind.MeterAnswer:
                OnMeter(answer);
                break;
            case MessageKind.VersionAnswer:
                OnVersion(answer);
                break;
            case MessageKind.SerialAnswer:
                Zero(Serial);
                answer.CopyText(Serial, 0);
                break;
            case MessageKind.PlugAnswer:
                OnPlug(answer.Plug);
                break;
            case MessageKind.VinStartAnswer:
                OnVinStart(answer);
                break;
            case MessageKind.VinMiddleAnswer:
                answer.CopyText(Vin, Message.VinStartLength);
                break;
            case MessageKind.VinEndAnswer:
                answer.CopyText(Vin, Message.VinStartLength + Message.VinMiddleLength);
                IsVinComplete = Vin[VinLength - 1] != 0;
                break;
        }
    }

    /// <summary>A car was plugged in: it may be another one.</summary>
    public void OnPlugIn()
    {
        ForgetVin();
        EmptyVinCount = 0;
    }

    public void Clear()
    {
        MeterAnswerCount = 0;
        EnergyRaw = Unknown;
        Plug = Unknown;
        Zero(Serial);
        OnPlugIn();
        for (int i = 0; i < Message.PhaseCount; i++)
        {
            _volts[i] = Unknown;
            _halfAmps[i] = Unknown;
        }
        for (int i = 0; i < VersionParts; i++)
        {
            _version[i] = Unknown;
        }
    }

    private void OnMeter(Message answer)
    {
        MeterAnswerCount++;
        EnergyRaw = answer.EnergyRaw;
        for (int i = 0; i < Message.PhaseCount; i++)
        {
            _volts[i] = answer.Volts(i);
            _halfAmps[i] = answer.HalfAmps(i);
        }
    }

    private void OnVersion(Message answer)
    {
        for (int i = 0; i < VersionParts; i++)
        {
            _version[i] = answer.VersionPart(i);
        }
    }

    private void OnPlug(int plug)
    {
        Plug = plug;
        if (plug == 0)
        {
            ForgetVin();
        }
    }

    private void OnVinStart(Message answer)
    {
        if (answer.CopyText(Vin, 0) > 0)
        {
            EmptyVinCount = 0;
            return;
        }
        EmptyVinCount++;
        if (EmptyVinCount >= EmptyVinAnswers)
        {
            ForgetVin();
        }
    }

    private void ForgetVin()
    {
        Zero(Vin);
        IsVinComplete = false;
    }

    private static void Zero(byte[] bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = 0;
        }
    }
}
