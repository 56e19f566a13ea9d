using System;
using System.Threading;

namespace TwcBridge.Cli.Monitoring;

/// <summary>Where the traffic comes from: a line, a box or a file.</summary>
internal interface ITrafficSource : IDisposable
{
    /// <summary>What people call it.</summary>
    public string Name { get; }

    /// <summary>What is to be known before the first line; empty for nothing.</summary>
    public string Introduction { get; }

    /// <summary>Tells the desk whatever goes by, until it is stopped or there is no more.</summary>
    public void Run(TrafficDesk desk, CancellationToken stop);
}
