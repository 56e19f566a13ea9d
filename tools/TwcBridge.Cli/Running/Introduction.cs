using System.Collections.Generic;
using System.Net;
using TwcBridge.Config;

namespace TwcBridge.Cli.Running;

/// <summary>The first lines of a run: what runs, where it is found, and what to try.</summary>
internal static class Introduction
{
    public static string To(RunOptions options, string version)
    {
        Settings settings = options.Settings;
        List<string> lines =
        [
            $"twcbridge {version}, box {settings.Text(SettingKey.Box)}",
            $"  line    {options.SerialDevice ?? Simulated(options)}",
            $"  limit   {StatusWords.Amps(settings.Number(SettingKey.SiteLimit))} for the site",
        ];
        if (options.Http is IPEndPoint http)
        {
            IPEndPoint local = Local(http);
            lines.Add($"  page    http://{local}/");
            lines.Add($"  secret  {Secret(options)}");
            lines.Add($"  try     curl {User(options)}-X PUT -H 'Content-Type: application/json' "
                + $"-d '{{\"amps\":13}}' http://{local}/api/v1/limit");
        }
        if (settings.Text(SettingKey.MqttHost).Length > 0)
        {
            string topics = "twcbridge/" + settings.Text(SettingKey.Box);
            lines.Add($"  topics  {topics}/... on {BrokerWatch.AddressIn(settings)}");
            lines.Add($"  try     mosquitto_pub {Broker(options)} -t {topics}/set_amps -m 13");
        }
        lines.Add("  keeps   " + (options.File == null
            ? "nothing: changed settings are forgotten at the end, without --settings FILE"
            : "changed settings, in the file that was given"));
        lines.Add("  end     Ctrl-C");
        return string.Join('\n', lines);
    }

    private static string Secret(RunOptions options)
    {
        return options.Settings.Text(SettingKey.HttpPassword).Length == 0
            ? "none: programs on this machine may command the box, and nobody else"
            : options.IsPasswordMadeUp
                ? $"{options.Settings.Text(SettingKey.HttpPassword)}, made up for this run"
            : "the password that was given";
    }

    private static string User(RunOptions options)
    {
        string password = options.Settings.Text(SettingKey.HttpPassword);
        return password.Length == 0 ? ""
            : options.IsPasswordMadeUp ? $"-u :{password} "
            : "-u :PASSWORD ";
    }

    private static string Simulated(RunOptions options)
    {
        int count = options.Simulation.ConnectorCount;
        return $"{count} simulated connector{(count == 1 ? "" : "s")}";
    }

    // Any address of this machine is no address to call.
    private static IPEndPoint Local(IPEndPoint http)
    {
        return http.Address.Equals(IPAddress.Any) ? new(IPAddress.Loopback, http.Port) : http;
    }

    private static string Trust(RunOptions options)
    {
        return options.AuthorityFile is string file ? $"--cafile {file}" : "--tls-use-os-certs";
    }

    private static string Broker(RunOptions options)
    {
        Settings settings = options.Settings;
        string user = settings.Text(SettingKey.MqttUser);
        return $"-h {settings.Text(SettingKey.MqttHost)} -p {settings.BrokerPort()}"
            + (settings.Flag(SettingKey.MqttTls) ? $" {Trust(options)}" : "")
            + (user.Length > 0 ? $" -u {user} -P PASSWORD" : "");
    }
}
