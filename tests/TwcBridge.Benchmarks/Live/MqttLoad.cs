using System;
using System.Diagnostics;
using System.Threading;

namespace TwcBridge.Benchmarks.Live;

/// <summary>
/// So many commands a second through the broker, each of which the box judges, carries out and
/// acknowledges. They repeat the amount that is in force, so they change no offer.
/// </summary>
internal sealed class MqttLoad : IDisposable
{
    private const int LookMs = 2;

    private readonly Process _publisher;
    private readonly Process _subscriber;
    private readonly ManualResetEvent _stopping = new(false);
    private readonly Thread _thread;
    private readonly int _perSecond;
    private readonly int _amps;
    private int _acknowledged;

    public MqttLoad(Broker broker, string baseTopic, int perSecond, int amps)
    {
        _perSecond = perSecond;
        _amps = amps;
        _subscriber = broker.StartClient("mosquitto_sub", $"-t {baseTopic}/ack -F x");
        _subscriber.OutputDataReceived += (_, line) =>
            _acknowledged += line.Data is null ? 0 : 1;
        _subscriber.BeginOutputReadLine();
        _publisher = broker.StartClient("mosquitto_pub", $"-t {baseTopic}/set_amps -l");
        _thread = new Thread(Publish) { IsBackground = true, Name = "mqtt load" };
    }

    public int PublishedCount { get; private set; }

    public int AcknowledgedCount => _acknowledged;

    public void Start()
    {
        _thread.Start();
    }

    public void Dispose()
    {
        _stopping.Set();
        _thread.Join();
        _publisher.StandardInput.Close();
        _publisher.WaitForExit();
        _publisher.Dispose();
        _subscriber.Kill();
        _subscriber.WaitForExit();
        _subscriber.Dispose();
        _stopping.Dispose();
    }

    private void Publish()
    {
        _publisher.StandardInput.AutoFlush = true;
        long startedAt = Stopwatch.GetTimestamp();
        while (!_stopping.WaitOne(LookMs))
        {
            double dueCount = Stopwatch.GetElapsedTime(startedAt).TotalSeconds * _perSecond;
            for (; PublishedCount < dueCount; PublishedCount++)
            {
                _publisher.StandardInput.WriteLine(_amps);
            }
        }
    }
}
