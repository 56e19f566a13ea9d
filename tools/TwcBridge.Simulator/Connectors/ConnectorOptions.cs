namespace TwcBridge.Simulator;

/// <summary>
/// What one wall connector is and how it behaves. Whatever is null comes from the seed.
/// </summary>
public sealed record ConnectorOptions
{
    public int Id { get; init; } = 0x8204;

    public int? Sign { get; init; }

    /// <summary>"connector-8204" if null.</summary>
    public string? Name { get; init; }

    /// <summary>1 (14-byte bodies) or 2 (16-byte bodies).</summary>
    public int Protocol { get; init; } = 2;

    /// <summary>
    /// Only protocol 2 from 4.5.3 on answers the queries for meter, serial and VIN.
    /// </summary>
    public FirmwareVersion Firmware { get; init; } = new(4, 5, 3, 2);

    public string Serial { get; init; } = "A20F0008204";

    public string Model { get; init; } = "EVWTS80HL";

    public int HardwareLimitCentiamps { get; init; } = 3200;

    /// <summary>1 or 3.</summary>
    public int Phases { get; init; } = 3;

    public int Volts { get; init; } = 230;

    public bool MeterCountsWattHours { get; init; }

    public long MeterStartWattHours { get; init; } = 924_000;

    /// <summary>Reported on top of what is really drawn, even with nothing plugged.</summary>
    public int CurrentOffsetCentiamps { get; init; }

    /// <summary>While no controller claims it. Some units repeat after 1300 ms.</summary>
    public int LinkReadyPeriodMs { get; init; } = 10_000;

    /// <summary>
    /// From the end of a request to the first byte of the answer: 20 to 160 ms by seed.
    /// </summary>
    public int? TurnaroundMs { get; init; }

    /// <summary>Puts one more byte behind every frame.</summary>
    public bool SendsTailByte { get; init; } = true;

    public byte? TailByte { get; init; }

    /// <summary>How many answers show a limit's echo: 1 to 3 by seed.</summary>
    public int? EchoBeats { get; init; }

    /// <summary>Every heartbeat with 09 is echoed, not only one that changes the limit.</summary>
    public bool EchoesRepeatedLimits { get; init; } = true;

    /// <summary>
    /// State 04 turns to 08 with the limit forgotten, as captured: it has to be sent again.
    /// </summary>
    public bool ForgetsLimitAtStart { get; init; } = true;

    public int ControllerLostAfterMs { get; init; } = 10_000;

    /// <summary>Without a heartbeat under load: 20 to 30 s by seed.</summary>
    public int? ContactorOpensAfterMs { get; init; }
}
