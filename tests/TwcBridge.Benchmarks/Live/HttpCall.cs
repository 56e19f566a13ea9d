using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TwcBridge.Benchmarks.Live;

/// <summary>One request on a connection of its own, as the box serves them.</summary>
internal static class HttpCall
{
    private const int TimeoutMs = 5000;

    public static string Read(IPEndPoint box, string path)
    {
        return Send(box, $"GET {path} HTTP/1.1\r\nHost: {box}\r\n\r\n");
    }

    public static string Put(IPEndPoint box, string path, string json)
    {
        return Send(box, $"PUT {path} HTTP/1.1\r\nHost: {box}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n{json}");
    }

    /// <returns>The status line.</returns>
    private static string Send(IPEndPoint box, string request)
    {
        using TcpClient client = new() { NoDelay = true, ReceiveTimeout = TimeoutMs };
        client.Connect(box);
        NetworkStream stream = client.GetStream();
        stream.Write(Encoding.ASCII.GetBytes(request));
        using StreamReader answer = new(stream, Encoding.ASCII);
        string status = answer.ReadLine() ?? string.Empty;
        answer.ReadToEnd();
        return status;
    }
}
