using System;
using System.Globalization;
using System.Text;
using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Http;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// The box's HTTP side without its sockets: some commands come as the request that a program would
/// send, and are answered as such.
/// </summary>
internal sealed class FrontDesk
{
    private const int MsPerSecond = 1000;
    private const int MsPerMinute = 60_000;
    private const int TicketCount = 1000;
    private const int Capacity = 512;
    private const int StatusAt = 9;     // Behind "HTTP/1.1 ".

    private readonly HttpServer _server;
    private readonly byte[] _request = new byte[Capacity];
    private int _client;

    public FrontDesk(BoxFacts facts)
    {
        _server = new HttpServer(new HttpOptions(), facts, 0, TicketCount);
    }

    /// <summary>HTTP refuses what is too much, and counts in whole seconds and minutes.</summary>
    public static bool CanSay(Command command)
    {
        return !command.ClampToCeiling && command.Kind != CommandKind.SetPriority
            && (command.TtlMs == Command.DefaultTtl || command.TtlMs % MsPerSecond == 0)
            && command.TtlMs >= Command.DefaultTtl;
    }

    /// <summary>A client sends the command.</summary>
    /// <param name="status">What the box last knew of its bus side.</param>
    public void Ask(Command command, BoxStatus status, long nowMs)
    {
        _server.OnStatus(status, nowMs);
        _client = _server.OnAccepted(nowMs);
        int length = Encoding.ASCII.GetBytes(Compose(command), _request);
        _server.OnReceived(_client, _request, length, nowMs);
    }

    /// <summary>What the box makes of it for its bus side; false: it has refused it.</summary>
    public bool TryNextCommand(Command into)
    {
        return _server.TryNextCommand(into);
    }

    public void OnResult(CommandResult result, long nowMs)
    {
        _server.OnResult(result, nowMs);
    }

    /// <summary>The client takes its answer and goes.</summary>
    /// <returns>Its HTTP status, or 0 if there was none.</returns>
    public int TakeAnswer()
    {
        int offset = _server.PendingOffset(_client);
        bool isAnswer = _server.PendingLength(_client) > StatusAt + 3;
        ReadOnlySpan<byte> code = _server.PendingBuffer(_client).AsSpan(offset + StatusAt, 3);
        int status = isAnswer ? int.Parse(code, CultureInfo.InvariantCulture) : 0;
        _server.OnClosed(_client);
        return status;
    }

    private static string Compose(Command command)
    {
        string path = command.PeripheralId == Command.WholeSite
            ? "/api/v1/"
            : $"/api/v1/chargers/{command.PeripheralId:x4}/";
        return command.Kind switch
        {
            CommandKind.SetAmps => Put(path + "limit", Amps(command) + Ttl(command)),
            CommandKind.SetEnabled => Put(path + "enabled",
                $"\"enabled\":{(command.Enabled ? "true" : "false")}"),
            CommandKind.SetBoost => Put(path + "boost",
                $"{Amps(command)},\"minutes\":{command.TtlMs / MsPerMinute}"),
            CommandKind.SetMode => Put(path + "mode",
                $"\"mode\":\"{command.Mode.ToString().ToLowerInvariant()}\""),
            CommandKind.EndBoost => Head("DELETE", path + "boost") + "\r\n",
            _ => Head("DELETE", path + "limit") + "\r\n",
        };
    }

    private static string Put(string path, string members)
    {
        return Head("PUT", path) + "Content-Type: application/json\r\n"
            + $"Content-Length: {members.Length + 2}\r\n\r\n{{{members}}}";
    }

    private static string Head(string method, string path)
    {
        return $"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    }

    private static string Amps(Command command)
    {
        return string.Create(CultureInfo.InvariantCulture,
            $"\"amps\":{command.Centiamps / 100}.{command.Centiamps % 100:00}");
    }

    private static string Ttl(Command command)
    {
        return command.TtlMs == Command.DefaultTtl
            ? ""
            : $",\"ttl\":{command.TtlMs / MsPerSecond}";
    }
}
