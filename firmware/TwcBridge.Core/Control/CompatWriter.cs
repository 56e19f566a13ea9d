namespace TwcBridge.Control;

/// <summary>The values of <see cref="CompatTopics"/>: a number or a text, or nothing while it is
/// not known.</summary>
public static class CompatWriter
{
    private const int Unknown = ConnectorStatus.Unknown;
    private const int WattHoursPerKilowattHour = 1000;

    /// <summary>Another number when the payload has become another.</summary>
    public static int PrintOf(CompatValue value, ConnectorStatus connector)
    {
        return value switch
        {
            CompatValue.Serial => connector.KnownSerialLength,
            CompatValue.Version => connector.Version[0],
            CompatValue.Vin => VinPrint(connector),
            _ => NumberOf(value, connector),
        };
    }

    public static void Write(ByteWriter output, CompatValue value, ConnectorStatus connector)
    {
        switch (value)
        {
            case CompatValue.Serial:
                output.Bytes(connector.Serial, 0, connector.KnownSerialLength);
                break;
            case CompatValue.Version:
                WriteVersion(output, connector.Version);
                break;
            case CompatValue.Vin when connector.KnownVinLength > 0:
                output.Bytes(connector.Vin, 0, connector.KnownVinLength);
                break;
            case CompatValue.Vin:
                output.Byte('0');
                break;
            default:
                WriteNumber(output, value, NumberOf(value, connector));
                break;
        }
    }

    private static int NumberOf(CompatValue value, ConnectorStatus connector)
    {
        return value switch
        {
            CompatValue.DrawnAmps => connector.DrawnCentiamps,
            CompatValue.OfferedAmps => connector.OfferedCentiamps,
            CompatValue.HighestAmps => connector.MaxCentiamps,
            CompatValue.WholeDrawnAmps => Whole(connector.DrawnCentiamps),
            CompatValue.WholeHighestAmps => Whole(connector.MaxCentiamps),
            CompatValue.ChargerState => connector.ChargerState,
            CompatValue.IsCharging => connector.Charging ? 1 : 0,
            CompatValue.KilowattHours => connector.EnergyWattHours == Unknown ? Unknown
                : (int)(connector.EnergyWattHours / WattHoursPerKilowattHour),
            <= CompatValue.Volts3 => connector.Volts[value - CompatValue.Volts],
            _ => Whole(connector.CurrentCentiamps[value - CompatValue.PhaseAmps]),
        };
    }

    private static void WriteNumber(ByteWriter output, CompatValue value, int number)
    {
        if (number == Unknown)
        {
            return;     // An empty payload takes an old value from the broker.
        }
        if (value <= CompatValue.HighestAmps)
        {
            output.Amps(number);
            return;
        }
        output.Number(number);
    }

    private static void WriteVersion(ByteWriter output, int[] version)
    {
        for (int i = 0; i < version.Length && version[0] != Unknown; i++)
        {
            if (i > 0)
            {
                output.Byte('.');
            }
            output.Number(version[i]);
        }
    }

    private static int Whole(int centiamps)
    {
        return centiamps == Unknown ? Unknown : centiamps / Centiamps.PerAmp;
    }

    private static int VinPrint(ConnectorStatus connector)
    {
        int print = 0;
        for (int i = 0; i < connector.KnownVinLength; i++)
        {
            print = print * 31 + connector.Vin[i];
        }
        return print;
    }
}
