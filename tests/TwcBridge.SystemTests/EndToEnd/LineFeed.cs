using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;

namespace TwcBridge.SystemTests.EndToEnd;

/// <summary>
/// The lines that a program prints. Whoever waits for one is woken by it: nothing here sleeps or
/// asks again and again.
/// </summary>
internal sealed class LineFeed
{
    private const int PatienceMs = 45_000;

    private readonly List<string> _lines = [];
    private int _start;
    private bool _isOver;

    public LineFeed(TextReader text)
    {
        new Thread(() => Follow(text)) { IsBackground = true }.Start();
    }

    /// <summary>All of them, from the start of the program.</summary>
    public string[] Lines
    {
        get
        {
            lock (_lines)
            {
                return _lines.ToArray();
            }
        }
    }

    /// <summary>Whoever waits, waits for lines from here on.</summary>
    public void Forget()
    {
        lock (_lines)
        {
            _start = _lines.Count;
        }
    }

    /// <summary>The first line with all of these words; it may have come already.</summary>
    public string Await(params string[] words)
    {
        return Await(line => words.All(line.Contains), string.Join("' and '", words));
    }

    /// <param name="what">For the message when it does not come.</param>
    public string Await(Predicate<string> isIt, string what)
    {
        long endAtMs = Environment.TickCount64 + PatienceMs;
        lock (_lines)
        {
            for (int next = _start; ; next++)
            {
                while (next == _lines.Count)
                {
                    int leftMs = (int)(endAtMs - Environment.TickCount64);
                    if (_isOver || leftMs <= 0 || !Monitor.Wait(_lines, leftMs))
                    {
                        throw new AssertFailedException(
                            $"no line with '{what}', but:\n"
                            + string.Join('\n', _lines.Skip(_start)));
                    }
                }
                if (isIt(_lines[next]))
                {
                    return _lines[next];
                }
            }
        }
    }

    private void Follow(TextReader text)
    {
        while (text.ReadLine() is string line)
        {
            lock (_lines)
            {
                _lines.Add(line);
                Monitor.PulseAll(_lines);
            }
        }
        lock (_lines)
        {
            _isOver = true;
            Monitor.PulseAll(_lines);
        }
    }
}
