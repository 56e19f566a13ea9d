using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace TwcBridge.SystemTests.Support;

/// <summary>What another client of the broker sees, as lines "retain qos topic payload".</summary>
public sealed class MosquittoWatch : IDisposable
{
    public const string Format = "%r %q %t %p";

    /// <summary>Holds a retained message, which comes once the broker has taken the subscription.
    /// </summary>
    public const string ReadyTopic = "watch/ready";

    private readonly Process _process;
    private readonly List<string> _lines = [];
    private bool _ready;

    public MosquittoWatch(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public bool IsReady
    {
        get
        {
            lock (_lines)
            {
                return _ready;
            }
        }
    }

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    public bool Saw(string part)
    {
        return Lines.Any(line => line.Contains(part, StringComparison.Ordinal));
    }

    public int Count(string part)
    {
        return Lines.Count(line => line.Contains(part, StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private void Add(string? line)
    {
        if (line is null)
        {
            return;
        }
        lock (_lines)
        {
            if (line.Contains(ReadyTopic, StringComparison.Ordinal))
            {
                _ready = true;
            }
            else
            {
                _lines.Add(line);
            }
        }
    }
}
