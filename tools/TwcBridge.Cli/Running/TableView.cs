using System.Collections.Generic;
using System.IO;
using System.Threading;
using Spectre.Console;
using Spectre.Console.Rendering;
using TwcBridge.Control;

namespace TwcBridge.Cli.Running;

/// <summary>A table that refreshes in place, with what happened last under it.</summary>
internal sealed class TableView : IRunView
{
    private const int MostLines = 8;
    private const int RefreshMs = 250;

    private readonly IAnsiConsole _console;
    private readonly Queue<string> _lines = new();
    private readonly object _gate = new();
    private readonly ManualResetEvent _stopping = new(false);
    private readonly Thread _painter;
    private Rows? _state;

    public TableView(IAnsiConsole console)
    {
        _console = console;
        _painter = new Thread(Paint) { Name = "table", IsBackground = true };
    }

    // Past the console, which would break long lines for good: commands are there to be copied.
    private TextWriter Text => _console.Profile.Out.Writer;

    public void Begin(string introduction)
    {
        Text.WriteLine(introduction);
    }

    public void Tell(long atMs, string line)
    {
        string timed = $"{StatusWords.Seconds(atMs, "0.0"),9}  {line}";
        int width = _console.Profile.Width;
        lock (_gate)
        {
            _lines.Enqueue(timed.Length > width ? timed[..width] : timed);
            if (_lines.Count > MostLines)
            {
                _lines.Dequeue();
            }
        }
    }

    public void Show(RunState state)
    {
        Rows rows = new(Heading(state), TableOf(state.Box));
        lock (_gate)
        {
            _state = rows;
        }
        if (_painter.ThreadState.HasFlag(ThreadState.Unstarted))
        {
            _painter.Start();
        }
    }

    public void End(string summary)
    {
        Stop();
        Text.WriteLine(summary);
    }

    public void Dispose()
    {
        Stop();
        _stopping.Dispose();
    }

    private void Stop()
    {
        _stopping.Set();
        if (_painter.IsAlive)
        {
            _painter.Join();
        }
    }

    private static Text Heading(RunState state)
    {
        BoxStatus box = state.Box;
        string text = $"\nbus: {StatusWords.Role(box)}; {StatusWords.Diagnosis(box)}"
            + (state.LineFault.Length > 0 ? $"\nserial: {state.LineFault}" : "")
            + (state.Broker.Length > 0 ? $"\nmqtt: {state.Broker}" : "")
            + $"\nsite: {StatusWords.SiteClaim(box)}{StatusWords.Lease(box.LeaseLeftMs)}, "
            + $"offered {StatusWords.Amps(box.OfferedCentiamps)} of "
            + $"{StatusWords.Amps(box.SiteLimitCentiamps)}, "
            + $"drawn {StatusWords.Amps(box.DrawnCentiamps)}";
        return new Text(text);
    }

    private static Table TableOf(BoxStatus box)
    {
        Table table = new();
        table.Border(TableBorder.Rounded);
        table.AddColumns("id", "state", "asked", "offered", "drawn");
        for (int i = 0; i < box.ConnectorCount; i++)
        {
            ConnectorStatus connector = box.Connector(i);
            string fault = StatusWords.Fault(connector.Fault);
            table.AddRow(
                StatusWords.Id(connector.Id),
                StatusWriter.StatusText(connector) + (fault.Length > 0 ? $"\n{fault}" : ""),
                StatusWords.Claim(connector) + StatusWords.Lease(connector.LeaseLeftMs),
                StatusWords.Amps(connector.OfferedCentiamps),
                StatusWords.Amps(connector.DrawnCentiamps));
        }
        return table;
    }

    private void Paint()
    {
        _console.Live(Picture()).Start(live =>
        {
            bool isLast;
            do
            {
                isLast = _stopping.WaitOne(RefreshMs);
                live.UpdateTarget(Picture());
                live.Refresh();
            }
            while (!isLast);
        });
    }

    private Rows Picture()
    {
        lock (_gate)
        {
            List<IRenderable> parts = [_state!];
            foreach (string line in _lines)
            {
                parts.Add(new Text(line));
            }
            return new Rows(parts);
        }
    }
}
