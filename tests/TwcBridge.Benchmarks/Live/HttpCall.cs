using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TwcBridge.Benchmarks.Live;

/// <summary>One request on a connection of its own, as the box serves them. True for an answer
/// of 200.</summary>
internal static class HttpCall
{
    private const int TimeoutMs = 5000;

    public static bool TryGet(IPEndPoint box, string path)
    {
        return IsServed(box, $"GET {path} HTTP/1.1\r\nHost: {box}\r\n\r\n");
    }

    public static bool TryPut(IPEndPoint box, string path, string json)
    {
        return IsServed(box, $"PUT {path} HTTP/1.1\r\nHost: {box}\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {json.Length}\r\n\r\n{json}");
    }

    private static bool IsServed(IPEndPoint box, string request)
    {
        using TcpClient client = new() { NoDelay = true, ReceiveTimeout = TimeoutMs };
        client.Connect(box);
        NetworkStream stream = client.GetStream();
        stream.Write(Encoding.ASCII.GetBytes(request));
        using StreamReader answer = new(stream, Encoding.ASCII);
        return answer.ReadToEnd().StartsWith("HTTP/1.1 200");
    }
}
