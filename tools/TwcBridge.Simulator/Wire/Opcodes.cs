namespace TwcBridge.Simulator;

/// <summary>
/// Marker and command of a body as one number (PROTOCOL 3, 8). The checksum does not cover the
/// marker, so the two only mean something together.
/// </summary>
public static class Opcodes
{
    public const int ControllerLinkReadyFirst = 0xFCE1;
    public const int ControllerLinkReadySecond = 0xFBE2;

    /// <summary>The second link-ready as one peer sends it by mistake; units do not mind.</summary>
    public const int ControllerLinkReadyMistaken = 0xFCE2;

    public const int ConnectorLinkReady = 0xFDE2;
    public const int Idle = 0xFC1D;

    public const int Heartbeat = 0xFBE0;
    public const int HeartbeatAnswer = 0xFDE0;

    public const int AskMeter = 0xFBEB;
    public const int AskVersion = 0xFBEC;
    public const int AskSerial = 0xFBED;
    public const int AskVinFirst = 0xFBEE;
    public const int AskVinSecond = 0xFBEF;
    public const int AskVinThird = 0xFBF1;
    public const int AskPlugState = 0xFBB4;

    /// <summary>Serial, model and firmware without ids: every connector answers at once.</summary>
    public const int AskAllSerial = 0xFB19;

    public const int AskAllModel = 0xFB1A;
    public const int AskAllFirmware = 0xFB1B;

    public const int CloseContactor = 0xFCB1;
    public const int OpenContactor = 0xFCB2;

    /// <summary>Seen once from a real controller, meaning unknown; connectors ignore it.</summary>
    public const int Unexplained = 0xFBA4;

    // Never to be sent.
    public const int WriteSerial = 0xFC19;
    public const int WriteModel = 0xFC1A;
    public const int Crash = 0xFBE8;
    public const int Silence = 0xFCA1;
    public const int DropCharging = 0xFCE5;
    public const int DebugWrite = 0xFCE7;

    private const int FirstAnswer = 0xFD00;
    private const int LastAnswer = 0xFDFF;

    /// <summary>
    /// The opcode under which a request or order is answered: the same command with FD.
    /// </summary>
    public static int AnswerTo(int request)
    {
        return FirstAnswer | (request & 0xFF);
    }

    public static bool IsAnswer(int opcode)
    {
        return opcode is >= FirstAnswer and <= LastAnswer;
    }

    /// <summary>To one connector by its id.</summary>
    public static bool IsInfoQuery(int opcode)
    {
        return opcode is AskMeter or AskVersion or AskSerial
            or AskVinFirst or AskVinSecond or AskVinThird;
    }

    /// <summary>To all connectors at once.</summary>
    public static bool IsOldQuery(int opcode)
    {
        return opcode is AskAllSerial or AskAllModel or AskAllFirmware;
    }
}
