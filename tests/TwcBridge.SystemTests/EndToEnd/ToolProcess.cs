using System;
using System.Diagnostics;
using System.Linq;
using System.Runtime.InteropServices;
using TwcBridge.SystemTests.Cli;

namespace TwcBridge.SystemTests.EndToEnd;

/// <summary>twcbridge as a program of its own that goes on until it is told to stop.</summary>
internal sealed class ToolProcess : IDisposable
{
    public const int Interrupt = 2;
    public const int Terminate = 15;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly LineFeed _errors;

    public ToolProcess(string command, params string[] arguments)
        : this(CliRun.Start([.. command.Split(' '), .. arguments]))
    {
    }

    /// <param name="process">One that was started; from now on ours.</param>
    public ToolProcess(Process process)
    {
        _process = process;
        Output = new LineFeed(_process.StandardOutput);
        _errors = new LineFeed(_process.StandardError);
    }

    public LineFeed Output { get; }

    public string Errors => string.Join('\n', _errors.Lines);

    /// <summary>As a power cut would.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Ends it with a signal and waits for that.</summary>
    public int Stop(int signal = Terminate)
    {
        Assert.AreEqual(0, Signal(_process.Id, signal));
        return AwaitEnd();
    }

    public int AwaitEnd()
    {
        Assert.IsTrue(_process.WaitForExit(Patience), string.Join('\n', Output.Lines.TakeLast(20)));
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }
        _process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    internal static extern int Signal(int processId, int signal);
}
