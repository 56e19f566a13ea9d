using System.Globalization;
using TwcBridge.Simulator;

namespace TwcBridge.Cli.Simulation;

/// <summary>Makes the simulated site that the command line asked for.</summary>
internal static class SiteBuilder
{
    // The first connector is 8204, as in most captures; the last four digits of the serial number
    // of a unit are its id.
    private const int FirstNumber = 8204;

    public static SimulatedSite Build(SimulateOptions options)
    {
        SimulatedSite site = new(options.Seed);
        for (int i = 0; i < options.ConnectorCount; i++)
        {
            WallConnector connector = site.AddConnector(ConnectorAt(i, options.Protocol));
            string kind = i < options.CarKinds.Length ? options.CarKinds[i] : "none";
            if (CarKinds.TryCreate(kind, out Car? car) && car != null)
            {
                connector.Plug(car);
            }
        }
        site.Faults = options.Faults.Chance;
        return site;
    }

    private static ConnectorOptions ConnectorAt(int index, int protocol)
    {
        string digits = (FirstNumber + index).ToString(CultureInfo.InvariantCulture);
        return new ConnectorOptions
        {
            Id = int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            Serial = "A20F000" + digits,
            Protocol = protocol,
        };
    }
}
