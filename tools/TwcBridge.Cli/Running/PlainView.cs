using System.Collections.Generic;
using System.IO;
using TwcBridge.Control;

namespace TwcBridge.Cli.Running;

/// <summary>A line for everything that changes, for logs and pipes.</summary>
internal sealed class PlainView : IRunView
{
    private readonly TextWriter _text;
    private readonly Dictionary<string, string> _shown = [];
    private readonly object _gate = new();

    public PlainView(TextWriter text)
    {
        _text = text;
    }

    public void Tell(string line)
    {
        lock (_gate)
        {
            _text.WriteLine(line);
            _text.Flush();
        }
    }

    public void Show(BoxStatus status, string broker)
    {
        TellChange("bus", StatusWords.Role(status));
        TellChange("wiring", StatusWords.Diagnosis(status));
        TellChange("mqtt", broker);
        for (int i = 0; i < status.ConnectorCount; i++)
        {
            ConnectorStatus connector = status.Connector(i);
            string fault = StatusWords.Fault(connector.Fault);
            TellChange(StatusWords.Id(connector), $"{StatusWords.Link(connector)}, "
                + $"{StatusWriter.StatusText(connector)}, "
                + $"offered {StatusWords.Amps(connector.OfferedCentiamps)}, "
                + $"drawn {StatusWords.Amps(WholeAmps(connector.DrawnCentiamps))}"
                + (fault.Length > 0 ? $", {fault}" : ""));
        }
    }

    public void Dispose()
    {
    }

    // A ramp of half amps would be a line each.
    private static int WholeAmps(int centiamps)
    {
        return centiamps < 0 ? centiamps : centiamps / 100 * 100;
    }

    private void TellChange(string subject, string state)
    {
        if (state.Length > 0 && (!_shown.TryGetValue(subject, out string? shown) || shown != state))
        {
            _shown[subject] = state;
            Tell($"{subject}: {state}");
        }
    }
}
