using System.Globalization;
using System.IO;
using TwcBridge.Simulator;

namespace TwcBridge.Cli.Simulation;

/// <summary>A line for each connector whose state has changed, once a second at the most.</summary>
internal sealed class StatusLines
{
    private const decimal CentiampsPerAmp = 100m;

    private readonly SimulatedSite _site;
    private readonly TextWriter _text;
    private readonly string[] _shown;
    private long _dueAtUs;

    public StatusLines(SimulatedSite site, TextWriter text)
    {
        _site = site;
        _text = text;
        _shown = new string[site.Connectors.Count];
    }

    public void Update()
    {
        if (_site.NowUs < _dueAtUs)
        {
            return;
        }
        _dueAtUs = _site.NowUs + Micros.PerSecond;
        for (int i = 0; i < _shown.Length; i++)
        {
            string state = Describe(_site.Connectors[i]);
            if (state != _shown[i])
            {
                _shown[i] = state;
                _text.WriteLine($"{Seconds(_site.NowUs),9} s  {state}");
            }
        }
    }

    private static string Describe(WallConnector connector)
    {
        string harm = connector.IsHarmed
            ? $", harmed by {connector.Harm.By} with {connector.Harm.Opcode:X4}"
            : "";
        return $"{connector.Id:X4}: {(connector.IsLinked ? "linked" : "no link")}, "
            + $"{StateName(connector)}, accepts {Amps(connector.AcceptedCentiamps)}, "
            + $"draws {Amps(connector.DrawnCentiamps)}{harm}";
    }

    private static string StateName(WallConnector connector)
    {
        return connector.State switch
        {
            ConnectorState.Ready when connector.Car == null => "no car",
            ConnectorState.Ready => "ready",
            ConnectorState.Charging => "charging",
            ConnectorState.Error => "error",
            ConnectorState.NotCharging => "plugged, not charging",
            ConnectorState.WantsPower => "plugged, wants power",
            ConnectorState.Busy => "busy",
            ConnectorState.Starting => "starting",
            _ => $"state {connector.State:X}",
        };
    }

    private static string Seconds(long us)
    {
        decimal seconds = us / (decimal)Micros.PerSecond;
        return seconds.ToString("F1", CultureInfo.InvariantCulture);
    }

    private static string Amps(int centiamps)
    {
        decimal amps = centiamps / CentiampsPerAmp;
        return amps.ToString("F2", CultureInfo.InvariantCulture) + " A";
    }
}
