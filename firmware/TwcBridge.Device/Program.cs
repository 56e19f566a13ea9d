using System;
using System.Device.Gpio;
using System.Threading;
using nanoFramework.Runtime.Native;
using TwcBridge.Config;
using TwcBridge.Control;
using TwcBridge.Loops;

namespace TwcBridge.Device;

/// <summary>Puts the box together and starts its threads: bus, network, dialer, link, and this one
/// as the supervisor.</summary>
public static class Program
{
    public static void Main()
    {
        Board board = BoardTable.Of(SystemInfo.TargetName);
        GpioController pins = new GpioController();
        FlashStorage storage = new FlashStorage();
        Settings settings = storage.LoadSettings();

        // The bus before everything else: connectors are waiting.
        AutoResetEvent wake = new AutoResetEvent(false);
        CommandMailbox mailbox = new CommandMailbox(wake);
        StatusBoard status = new StatusBoard(settings.Number(SettingKey.MaxConnectors));
        BusLoop loop = new BusLoop(
            new Bridge(BridgeOptions.From(settings), Environment.TickCount64),
            new SerialLink(board, pins), mailbox, status);
        BusThread bus = new BusThread(loop, wake);
        bus.Start();
        Secrets.Ensure(settings, storage);
        BoxFacts facts = BoxIdentity.Facts(settings);
        Restarter restarter = new Restarter(storage);
        INetworkLink link = MakeLink(board, settings, facts, restarter);
        HttpSide http = new HttpSide(settings, facts, Secrets.SessionKey(), storage.Record);
        MqttSide mqtt = MakeMqtt(settings, facts, storage);
        NetworkThread network = new NetworkThread(
            new NetworkLoop(mailbox, status, http, mqtt), http, mqtt,
            new FactsKeeper(facts, link, mqtt),
            new SetupDesk(new HttpDesk(http.Server, new BoxKeeper(storage, restarter),
                status.Limits, settings), link));
        Launch(network, link, mqtt);
        SupervisorParts parts = new SupervisorParts
        {
            Bus = bus,
            Network = network,
            Link = link,
            Restarter = restarter,
            Status = status,
            Mqtt = mqtt,
        };
        parts.Take(board, pins);
        new Supervisor(parts).Run();
    }

    // Calls that block have threads of their own.
    private static void Launch(NetworkThread network, INetworkLink link, MqttSide mqtt)
    {
        network.Start();
        new Thread(link.Run).Start();
        if (mqtt != null)
        {
            new Thread(mqtt.Dialer.Run).Start();
        }
    }

    private static INetworkLink MakeLink(
        Board board, Settings settings, BoxFacts facts, Restarter restarter)
    {
        if (board.IsEthernet)
        {
            return new EthernetLink();
        }
        WifiNetwork network = new WifiNetwork(
            settings.Text(SettingKey.WifiSsid), settings.Text(SettingKey.WifiPassword));
        AccessPoint accessPoint = new AccessPoint(
            "twcbridge-" + facts.BoxId, settings.Text(SettingKey.SetupPassword));
        return new WifiLink(network, accessPoint, restarter);
    }

    private static MqttSide MakeMqtt(Settings settings, BoxFacts facts, FlashStorage storage)
    {
        return settings.Text(SettingKey.MqttHost).Length == 0
            ? null
            : new MqttSide(settings, facts, (uint)new Random().Next(), new Tls(storage));
    }
}
