using TwcBridge.Control;
using TwcBridge.Http;

namespace TwcBridge.Loops;

/// <summary>Everything that serving HTTP takes. It serves nobody before its pump is opened.</summary>
public sealed class HttpSide
{
    /// <param name="facts">Kept up to date by the network loop's owner.</param>
    public HttpSide(BoxFacts facts)
    {
        Server = new HttpServer(
            new HttpOptions(), facts, NetworkLoop.FirstHttpTicket, NetworkLoop.TicketCount);
        Pump = new HttpPump(Server);
    }

    public HttpServer Server { get; }

    public HttpPump Pump { get; }
}
