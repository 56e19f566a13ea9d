using System;
using System.Diagnostics;
using TwcBridge.SystemTests.Support;

namespace TwcBridge.SystemTests.EndToEnd;

/// <summary>
/// Another client of the broker, mosquitto_sub. Its lines are "retained topic payload". It finds
/// back by itself to a broker that was restarted.
/// </summary>
internal sealed class Subscriber : IDisposable
{
    private const string ReadyTopic = "subscriber/ready";

    private readonly Process _process;

    /// <summary>Has subscribed when it returns.</summary>
    public Subscriber(MosquittoBroker broker)
    {
        broker.Publish(ReadyTopic, "ready", retain: true);
        ProcessStartInfo start = new("mosquitto_sub",
        [
            "-h", "127.0.0.1", "-p", $"{broker.Port}", "-q", "1", "-F", "%r %t %p",
            "-t", RunningBox.Topics + "/#", "-t", ReadyTopic,
        ])
        {
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!;
        Messages = new LineFeed(_process.StandardOutput);
        Messages.Await(ReadyTopic);
    }

    public LineFeed Messages { get; }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
