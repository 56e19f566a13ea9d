using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;
using TwcBridge.VirtualDevice.Hosting;

namespace TwcBridge.Benchmarks.Against;

/// <summary>One run of the shell command.</summary>
/// <param name="AtUs">When it was started, by the clock of the commands.</param>
/// <param name="TookUs">Until it ended.</param>
internal readonly record struct OutsideCommand(long AtUs, long TookUs, int ExitCode);

/// <summary>
/// Runs a shell command again and again at random moments, with AMPS in its environment changing
/// between two amounts, so that each run asks for a change.
/// </summary>
internal sealed class OutsideCommands : IDisposable
{
    private const int MostMs = 60_000;

    private static readonly string[] Amounts = ["16", "24"];

    private readonly string _command;
    private readonly int _pauseMs;
    private readonly Random _random = new(1);
    private readonly ManualResetEvent _stopping = new(false);
    private readonly Thread _thread;
    private readonly List<OutsideCommand> _done = [];

    /// <param name="pauseSeconds">At least so long between two; up to a quarter more by chance.
    /// </param>
    public OutsideCommands(string command, int pauseSeconds)
    {
        _command = command;
        _pauseMs = pauseSeconds * 1000;
        _thread = new Thread(Run) { IsBackground = true, Name = "commands" };
    }

    /// <summary>Its own, so that a run need not wait for the line's.</summary>
    public MonotonicClock Clock { get; } = new();

    /// <summary>Not to be looked at before Dispose.</summary>
    public IReadOnlyList<OutsideCommand> Done => _done;

    public void Start()
    {
        _thread.Start();
    }

    public void Dispose()
    {
        _stopping.Set();
        _thread.Join();
        _stopping.Dispose();
    }

    private void Run()
    {
        while (!_stopping.WaitOne(_pauseMs + _random.Next(_pauseMs / 4)))
        {
            ProcessStartInfo start = new("/bin/sh");
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(_command);
            start.Environment["AMPS"] = Amounts[_done.Count % Amounts.Length];
            long atUs = Clock.NowUs;
            using Process process = Process.Start(start)!;
            if (!process.WaitForExit(MostMs))
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }
            _done.Add(new OutsideCommand(atUs, Clock.NowUs - atUs, process.ExitCode));
        }
    }
}
