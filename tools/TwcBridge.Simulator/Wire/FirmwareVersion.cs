namespace TwcBridge.Simulator;

/// <summary>Firmware of a connector; each part is one byte on the wire.</summary>
public readonly record struct FirmwareVersion(int Major, int Minor, int Revision, int Extension)
{
    /// <summary>From 4.5.3 on, a connector answers the queries for meter, serial and VIN.</summary>
    public bool HasInfoQueries =>
        Major > 4 || (Major == 4 && (Minor > 5 || (Minor == 5 && Revision >= 3)));

    /// <summary>Contactor orders are known from firmware 4.5 (PROTOCOL 3.5).</summary>
    public bool HasContactorOrders => Major > 4 || (Major == 4 && Minor >= 5);
}
