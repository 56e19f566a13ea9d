using System.Text;
using TwcBridge.Config;
using TwcBridge.Control;
using TwcBridge.Http;

namespace TwcBridge.Loops;

/// <summary>Everything that serving HTTP takes. It serves nobody before its pump is opened.
/// </summary>
public sealed class HttpSide
{
    public readonly HttpServer Server;
    public readonly HttpPump Pump;

    /// <param name="facts">Kept up to date by the network loop's owner.</param>
    /// <param name="sessionKey">HttpOptions.SessionKeyLength bytes by chance; kept.</param>
    /// <param name="longBody">As HttpOptions.LongBody.</param>
    public HttpSide(
        Settings settings, BoxFacts facts, byte[] sessionKey, byte[] longBody = null)
    {
        string name = facts.BoxId.ToLower();
        HttpOptions options = new HttpOptions
        {
            HostNames = new string[] { name, name + ".local" },
            Password = Encoding.UTF8.GetBytes(settings.Text(SettingKey.HttpPassword)),
            SessionKey = sessionKey,
            LongBody = longBody,
            MaxConnectors = settings.Number(SettingKey.MaxConnectors),
        };
        Server = new HttpServer(
            options, facts, NetworkLoop.FirstHttpTicket, NetworkLoop.TicketCount);
        Pump = new HttpPump(Server);
    }
}
