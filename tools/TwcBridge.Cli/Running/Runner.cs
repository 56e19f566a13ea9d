using System;
using System.IO;
using System.Net.Sockets;
using System.Reflection;
using System.Threading;
using Spectre.Console;
using TwcBridge.Cli.Simulation;
using TwcBridge.Config;
using TwcBridge.Control;
using TwcBridge.Loops;
using TwcBridge.Mqtt;
using TwcBridge.Simulator;
using TwcBridge.VirtualDevice.Hosting;
using TwcBridge.VirtualDevice.Serial;

namespace TwcBridge.Cli.Running;

/// <summary>Runs the box on this machine until it is told to stop, and shows what it does.
/// </summary>
internal sealed class Runner
{
    private const int LookMs = 250;
    private const int MsPerSecond = 1000;

    private readonly RunOptions _options;
    private readonly MonotonicClock _clock = new();
    private readonly BoxStatus _status = new();
    private int _edition;
    private long _endsAtMs;     // 0 before the first start.

    public Runner(RunOptions options)
    {
        _options = options;
    }

    public static string Version =>
        typeof(Runner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    private int DefaultTtlMs => _options.Settings.Number(SettingKey.LeaseSeconds) * MsPerSecond;

    public void Run(CancellationToken stop)
    {
        using StreamWriter? capture = OpenCapture();
        using SerialLineLink? serial = OpenSerial();
        using IRunView view = Console.IsOutputRedirected
            ? new PlainView(Console.Out)
            : new TableView(AnsiConsole.Console);
        long lostCount;
        using (TrafficLog log = new(capture, view, DefaultTtlMs))
        {
            ISerialLink line = serial is null ? Simulate() : serial;
            BoxMemory memory = new(
                _options.Settings, _options.Fresh, _options.Authority, _options.File);
            while (RunBox(memory, line, log, view, stop))
            {
                view.Tell(_clock.NowMs, "restarts, as it was ordered");
            }
            lostCount = log.LostCount;
        }
        view.End(Summary() + (lostCount > 0 ? $"; {lostCount} not shown or recorded" : ""));
    }

    /// <returns>Whether the box is to be started anew.</returns>
    private bool RunBox(
        BoxMemory memory, ISerialLink line, TrafficLog log, IRunView view, CancellationToken stop)
    {
        memory.Restarts.Reset();
        VirtualBox box = new(memory, line, _clock, Version, log);
        _edition = 0;
        using (box)
        {
            Listen(box);
            if (_endsAtMs == 0)
            {
                log.Begin(Heading(box.BootedAtMs));
                view.Begin(Introduction.To(_options, Version));
                _endsAtMs = EndsAtMs();
            }
            box.Start();
            WaitHandle[] ends = [memory.Restarts, stop.WaitHandle];
            BrokerWatch broker = new(_options.Settings, box.Mqtt, memory.HasRun);
            Watch(box, broker, view, line as SerialLineLink, ends);
        }
        box.TryReadStatus(_status, ref _edition);   // Its last turns count, too.
        return memory.Restarts.WaitOne(0) && !stop.IsCancellationRequested;
    }

    private StreamWriter? OpenCapture()
    {
        return _options.RecordFile is string path ? new StreamWriter(path) : null;
    }

    private string[] Heading(long bootedAtMs)
    {
        return
        [
            $"twcbridge {Version} run; times in ms; > sent by the bridge, < heard",
            $"settings {SettingsText.Describe(_options.Settings)}",
            $"{bootedAtMs} boot",
        ];
    }

    private SerialLineLink? OpenSerial()
    {
        return _options.SerialDevice is string device
            ? new SerialLineLink(() => SerialPort.Open(device), _clock)
            : null;
    }

    private SimulatedLink Simulate()
    {
        SimulatedSite site = SiteBuilder.Build(_options.Simulation);
        return new SimulatedLink(site, _options.Simulation.Faults.Adapter, _clock);
    }

    private void Listen(VirtualBox box)
    {
        if (_options.Http == null)
        {
            return;
        }
        try
        {
            box.Listen(_options.Http);
        }
        catch (SocketException fault)
        {
            throw new RunException(ExitCode.Network,
                $"cannot serve HTTP on {_options.Http}: {fault.Message}. Choose another address "
                + "with --http 127.0.0.1:8081, or none with --http off.");
        }
    }

    private long EndsAtMs()
    {
        return _options.Seconds is int seconds
            ? _clock.NowMs + seconds * (long)MsPerSecond
            : long.MaxValue;
    }

    private void Watch(
        VirtualBox box, BrokerWatch broker, IRunView view, SerialLineLink? serial,
        WaitHandle[] ends)
    {
        while (_clock.NowMs < _endsAtMs
            && WaitHandle.WaitAny(ends, LookMs) == WaitHandle.WaitTimeout)
        {
            if (box.Fault is { } fault)
            {
                throw new RunException(ExitCode.Unexpected, $"a loop has ended: {fault}");
            }
            broker.Look();
            if (box.TryReadStatus(_status, ref _edition))
            {
                view.Show(new RunState(
                    _clock.NowMs, _status, broker.Words, serial?.Fault ?? ""));
            }
        }
    }

    private string Summary()
    {
        return $"ended after {TimeSpan.FromMilliseconds(_clock.NowMs):hh\\:mm\\:ss}: "
            + $"{_status.FramesSent} frames sent, {_status.FramesReceived} heard, "
            + $"{_status.FramesBad} refused, {_status.AnswersMissed} answers missed, "
            + $"{_status.ConnectorsLost} connectors lost";
    }
}
