using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Loops;

namespace TwcBridge.SystemTests.Allocation;

/// <summary>A fresh bridge in its loop, on a line that lasts an hour, with a user who gives
/// orders. It weighs every turn.</summary>
internal sealed class HourlyRun
{
    private const long TakeOverAtMs = 46 * 60_000;

    private readonly Bridge _bridge;
    private readonly BusLoop _loop;
    private readonly HashSet<BusRole> _roles = [];
    private bool _hasTakenOver;

    public HourlyRun(ISerialLink link, int connectorCount, StopMode stopMode)
    {
        BridgeOptions options = new();
        options.Bus.MaxPeripherals = connectorCount;
        options.Charging.SiteLimitCentiamps = 4000;
        options.Charging.StopMode = stopMode;
        _bridge = new Bridge(options, 0);
        CommandMailbox mailbox = new(new AutoResetEvent(false));
        Orders = new Orders(mailbox);
        _loop = new BusLoop(_bridge, link, mailbox, new StatusBoard(BoxStatus.MaxConnectors));
    }

    public Orders Orders { get; }

    /// <summary>At the end.</summary>
    public BoxStatus Status { get; } = new();

    /// <summary>All that the bridge was in.</summary>
    public BusRole[] Roles => _roles.ToArray();

    /// <summary>In all turns together.</summary>
    public long AllocatedBytes { get; private set; }

    /// <summary>In which turn first, or -1.</summary>
    public long AllocatedAtMs { get; private set; } = -1;

    /// <param name="beforeTurn">Called with the time of each turn; what it allocates is its own
    /// affair.</param>
    public void Play(Action<long> beforeTurn)
    {
        for (long nowMs = 0; nowMs < BusyHour.EndMs;)
        {
            beforeTurn(nowMs);
            long before = GC.GetAllocatedBytesForCurrentThread();
            int waitMs = Turn(nowMs);
            Note(GC.GetAllocatedBytesForCurrentThread() - before, nowMs);
            _roles.Add(_bridge.Bus.Rivals.Role);
            nowMs += waitMs;
        }
        _bridge.CopyStatusTo(Status, BusyHour.EndMs);
    }

    private int Turn(long nowMs)
    {
        Orders.Turn(nowMs);
        if (!_hasTakenOver && nowMs >= TakeOverAtMs)
        {
            _hasTakenOver = true;
            _bridge.TryTakeOver(nowMs);
        }
        return _loop.Turn(nowMs);
    }

    private void Note(long bytes, long nowMs)
    {
        if (bytes > 0 && AllocatedBytes == 0)
        {
            AllocatedAtMs = nowMs;
        }
        AllocatedBytes += bytes;
    }
}
