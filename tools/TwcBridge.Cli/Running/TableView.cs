using System.Collections.Generic;
using System.Threading;
using Spectre.Console;
using Spectre.Console.Rendering;
using TwcBridge.Control;

namespace TwcBridge.Cli.Running;

/// <summary>A table that refreshes in place, with the last notable lines under it.</summary>
internal sealed class TableView : IRunView
{
    private const int MostLines = 8;
    private const int RefreshMs = 250;

    private readonly IAnsiConsole _console;
    private readonly Queue<string> _lines = new();
    private readonly object _gate = new();
    private readonly ManualResetEvent _stopping = new(false);
    private readonly Thread _painter;
    private IRenderable _table = new Text("starting");

    public TableView(IAnsiConsole console)
    {
        _console = console;
        _painter = new Thread(Paint) { Name = "table", IsBackground = true };
        _painter.Start();
    }

    public void Tell(string line)
    {
        lock (_gate)
        {
            _lines.Enqueue(line);
            if (_lines.Count > MostLines)
            {
                _lines.Dequeue();
            }
        }
    }

    public void Show(BoxStatus status, string broker)
    {
        IRenderable table = TableOf(status, broker);
        lock (_gate)
        {
            _table = table;
        }
    }

    public void Dispose()
    {
        _stopping.Set();
        _painter.Join();
        _stopping.Dispose();
    }

    private static Table TableOf(BoxStatus status, string broker)
    {
        Table table = new();
        table.Border(TableBorder.Rounded);
        table.Title(new TableTitle(Markup.Escape(
            $"{StatusWords.Role(status)} - offered "
            + $"{StatusWords.Amps(status.OfferedCentiamps)} of "
            + $"{StatusWords.Amps(status.SiteLimitCentiamps)}, drawn "
            + StatusWords.Amps(status.DrawnCentiamps)
            + (broker.Length > 0 ? $" - MQTT {broker}" : ""))));
        table.Caption(new TableTitle(Markup.Escape(StatusWords.Diagnosis(status))));
        table.AddColumns("connector", "link", "car", "offered", "drawn", "asked", "fault");
        for (int i = 0; i < status.ConnectorCount; i++)
        {
            ConnectorStatus connector = status.Connector(i);
            string claim = StatusWords.Claim(
                connector.Source, connector.RequestedCentiamps, connector.LeaseLeftMs);
            table.AddRow(
                StatusWords.Id(connector),
                StatusWords.Link(connector),
                Markup.Escape(StatusWriter.StatusText(connector)),
                StatusWords.Amps(connector.OfferedCentiamps),
                StatusWords.Amps(connector.DrawnCentiamps),
                claim,
                StatusWords.Fault(connector.Fault));
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
            List<IRenderable> parts = [_table];
            foreach (string line in _lines)
            {
                parts.Add(new Text(line));
            }
            return new Rows(parts);
        }
    }
}
