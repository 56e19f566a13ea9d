using System;
using System.IO;
using System.Net;
using System.Threading;
using TwcBridge.Config;
using TwcBridge.Control;
using TwcBridge.Simulator;
using TwcBridge.VirtualDevice.Hosting;

namespace TwcBridge.Benchmarks.Live;

/// <summary>
/// The virtual device in real time: the firmware's loops in their threads on a simulated bus, HTTP
/// and a broker, with a watch on its line. All connectors have a car and a limit of their own.
/// </summary>
internal sealed class LiveBox : IDisposable
{
    public const int FirstCentiamps = 800;

    private const string BoxName = "bench";
    private const int FirstId = 0x8204;
    private const int SiteLimitCentiamps = 6400;
    private const int SettlesWithinMs = 120_000;
    private const int LookMs = 50;

    private readonly VirtualBox _box;
    private readonly BoxStatus _status = new();
    private readonly ManualResetEvent _never = new(false);
    private int _edition;

    public LiveBox(int connectorCount, int brokerPort)
    {
        ConnectorCount = connectorCount;
        SimulatedSite site = new(seed: 1);
        for (int i = 0; i < connectorCount; i++)
        {
            WallConnector connector = site.AddConnector(new ConnectorOptions { Id = IdOf(i) });
            CarKinds.TryCreate("tesla", out Car? car);
            connector.Plug(car!);
        }
        Link = new WatchedLink(
            new TappedLink(
                new SimulatedLink(site, AdapterFaults.None, Clock), Clock, Line.OnFrame),
            Clock);
        _box = new VirtualBox(
            new BoxMemory(SettingsFor(connectorCount, brokerPort)), Link, Clock, "benchmark");
        Address = new IPEndPoint(IPAddress.Loopback, Broker.FreePort());
        _box.Listen(Address);
        _box.Start();
    }

    public static string BaseTopic => "twcbridge/" + BoxName;

    public int ConnectorCount { get; }

    public MonotonicClock Clock { get; } = new();

    public LineWatch Line { get; } = new();

    public WatchedLink Link { get; }

    public IPEndPoint Address { get; }

    public static int IdOf(int connectorIndex)
    {
        return FirstId + connectorIndex;
    }

    /// <summary>Gives this connector a claim that does not end.</summary>
    public bool TryPutLimit(int id, int centiamps)
    {
        string amps = (centiamps / 100).ToString();
        return HttpCall.TryPut(Address, $"/api/v1/chargers/{id:x4}/limit",
            $$"""{"amps":{{amps}},"ttl":0}""");
    }

    /// <summary>Waits until all are linked, and then until each has taken its first limit.
    /// </summary>
    public void SettleDown()
    {
        Await(connector => connector.Linked);
        for (int i = 0; i < ConnectorCount; i++)
        {
            TryPutLimit(IdOf(i), FirstCentiamps);
        }
        Await(connector => connector.OfferedCentiamps == FirstCentiamps
            && connector.AcceptedCentiamps == FirstCentiamps
            && connector.Charging);
    }

    public void Dispose()
    {
        _box.Dispose();
        _never.Dispose();
    }

    private void Await(Predicate<ConnectorStatus> isReached)
    {
        long giveUpAtMs = Clock.NowMs + SettlesWithinMs;
        while (!AreAll(isReached))
        {
            if (Clock.NowMs >= giveUpAtMs || _box.Fault != null)
            {
                throw new IOException($"The connectors do not settle down. {_box.Fault}");
            }
            _never.WaitOne(LookMs);
        }
    }

    private bool AreAll(Predicate<ConnectorStatus> isReached)
    {
        _box.TryReadStatus(_status, ref _edition);
        bool areAll = _status.ConnectorCount == ConnectorCount;
        for (int i = 0; i < _status.ConnectorCount; i++)
        {
            areAll &= isReached(_status.Connector(i));
        }
        return areAll;
    }

    private static Settings SettingsFor(int connectorCount, int brokerPort)
    {
        Settings settings = new();
        settings.TrySet(SettingKey.Box, BoxName);
        settings.TrySet(SettingKey.MaxConnectors, connectorCount);
        settings.TrySet(SettingKey.SiteLimit, SiteLimitCentiamps);
        settings.TrySet(SettingKey.MqttHost, "127.0.0.1");
        settings.TrySet(SettingKey.MqttPort, brokerPort);
        return settings;
    }
}
