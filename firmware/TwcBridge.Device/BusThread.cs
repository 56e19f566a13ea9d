using System;
using System.Threading;
using TwcBridge.Loops;

namespace TwcBridge.Device;

/// <summary>The thread around the bus loop. It has the highest priority and never ends.</summary>
internal sealed class BusThread
{
    /// <summary>Turns that ended in an exception.</summary>
    public int FaultCount;

    private readonly BusLoop _loop;
    private readonly AutoResetEvent _wake;

    /// <param name="wake">Set when a command arrives.</param>
    public BusThread(BusLoop loop, AutoResetEvent wake)
    {
        _loop = loop;
        _wake = wake;
    }

    public long TurnCount => _loop.TurnCount;

    public void Start()
    {
        Thread thread = new Thread(Run);
        thread.Priority = ThreadPriority.Highest;
        thread.Start();
    }

    private void Run()
    {
        int waitMs = BusLoop.LongestWaitMs;
        while (true)
        {
            try
            {
                waitMs = _loop.Turn(Environment.TickCount64);
            }
            catch (Exception)   // The thread's outermost place: count, and go on.
            {
                FaultCount++;
            }
            _wake.WaitOne(waitMs, false);
        }
    }
}
