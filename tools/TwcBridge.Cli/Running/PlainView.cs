using System;
using System.Collections.Generic;
using System.IO;
using TwcBridge.Control;

namespace TwcBridge.Cli.Running;

/// <summary>A line for everything that changes, for logs and pipes.</summary>
internal sealed class PlainView : IRunView
{
    // What a car draws is never still: a line for each amp up or down, and none for less.
    private const int DrawnStepCentiamps = 100;

    private readonly TextWriter _text;
    private readonly Dictionary<string, string> _shown = [];
    private readonly Dictionary<string, int> _drawn = [];
    private readonly object _gate = new();
    private int _lostCount;

    public PlainView(TextWriter text)
    {
        _text = text;
    }

    public void Begin(string introduction)
    {
        Write(introduction);
    }

    public void Tell(long atMs, string line)
    {
        Write($"{StatusWords.Seconds(atMs, "0.000"),11}  {line}");
    }

    public void Show(RunState state)
    {
        BoxStatus box = state.Box;
        TellChange(state.AtMs, "serial", state.LineFault);
        TellChange(state.AtMs, "mqtt", state.Broker);
        TellChange(state.AtMs, "bus", StatusWords.Role(box));
        TellChange(state.AtMs, "wiring", StatusWords.Diagnosis(box));
        TellChange(state.AtMs, "site", $"{StatusWords.SiteClaim(box)}, "
            + $"offered {StatusWords.Amps(box.OfferedCentiamps)} of "
            + StatusWords.Amps(box.SiteLimitCentiamps));
        for (int i = 0; i < box.ConnectorCount; i++)
        {
            ConnectorStatus connector = box.Connector(i);
            TellChange(state.AtMs, StatusWords.Id(connector.Id), Describe(connector));
        }
    }

    public void End(string summary)
    {
        Write(summary);
    }

    public void Dispose()
    {
    }

    private string Describe(ConnectorStatus connector)
    {
        string fault = StatusWords.Fault(connector.Fault);
        return $"{StatusWords.Link(connector)}, {StatusWriter.StatusText(connector)}, "
            + $"{StatusWords.Claim(connector)}, "
            + $"offered {StatusWords.Amps(connector.OfferedCentiamps)}, "
            + $"draws {StatusWords.Amps(SteadyDrawn(connector))}"
            + (fault.Length > 0 ? $", {fault}" : "");
    }

    private int SteadyDrawn(ConnectorStatus connector)
    {
        string id = StatusWords.Id(connector.Id);
        int drawn = connector.DrawnCentiamps;
        if (!_drawn.TryGetValue(id, out int shown) || (shown < 0) != (drawn < 0)
            || Math.Abs(shown - drawn) >= DrawnStepCentiamps)
        {
            _drawn[id] = drawn;
        }
        return _drawn[id];
    }

    private void TellChange(long atMs, string subject, string state)
    {
        if (_shown.GetValueOrDefault(subject, "") == state)
        {
            return;
        }
        _shown[subject] = state;
        Tell(atMs, $"{subject}: {(state.Length > 0 ? state : "all right again")}");
    }

    // A full disk ends the log for a while, not the run: cars hang on that.
    private void Write(string line)
    {
        lock (_gate)
        {
            try
            {
                if (_lostCount > 0)
                {
                    _text.WriteLine($"\n{_lostCount} lines could not be written here");
                }
                _text.WriteLine(line);
                _text.Flush();
                _lostCount = 0;
            }
            catch (IOException)
            {
                _lostCount++;
            }
        }
    }
}
