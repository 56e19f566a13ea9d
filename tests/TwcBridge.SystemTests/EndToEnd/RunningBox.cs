using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TwcBridge.SystemTests.Cli;
using TwcBridge.SystemTests.RealTime;
using TwcBridge.SystemTests.Support;

namespace TwcBridge.SystemTests.EndToEnd;

/// <summary>
/// "twcbridge run" as its user has it: started as a program, its lines read from a pipe, its
/// interfaces used from outside.
/// </summary>
internal sealed class RunningBox : IDisposable
{
    public const string Name = "e2e";
    public const string Topics = "twcbridge/" + Name;

    private readonly HttpClient _http;

    private RunningBox(string[] arguments, SmallDisk? disk = null)
    {
        int port = FreePort();
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
        string[] all = ["run", "--box", Name, "--http", $"127.0.0.1:{port}", .. arguments];
        Tool = disk == null
            ? new ToolProcess(CliRun.Start(all))
            : disk.Start(["dotnet", CliRun.Tool, .. all]);
    }

    public ToolProcess Tool { get; }

    public LineFeed Output => Tool.Output;

    public Uri Page => _http.BaseAddress!;

    public static RunningBox Start(params string[] arguments)
    {
        return new RunningBox(arguments);
    }

    public static RunningBox StartOn(MosquittoBroker broker, params string[] arguments)
    {
        return new RunningBox(["--mqtt", $"mqtt://127.0.0.1:{broker.Port}", .. arguments]);
    }

    public static RunningBox StartOn(SmallDisk disk, params string[] arguments)
    {
        return new RunningBox(arguments, disk);
    }

    /// <summary>A port that was free a moment ago.</summary>
    public static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Until two connectors are linked and are told the fail-safe current.</summary>
    public void AwaitLinked()
    {
        Output.Await("bus: in control");
        Output.Await("8204: linked", "draws 0.0 A");
        Output.Await("8205: linked", "draws 0.0 A");
    }

    public JsonNode Get(string path)
    {
        return JsonNode.Parse(_http.GetStringAsync(path).Result)!;
    }

    /// <summary>The box of /api/v1/status.</summary>
    public JsonNode Box => Get("api/v1/status")["box"]!;

    public (int Status, JsonNode Body) Put(string path, string json)
    {
        StringContent content = new(json, Encoding.UTF8, "application/json");
        return Answer(_http.PutAsync(path, content).Result);
    }

    public (int Status, JsonNode Body) Send(HttpMethod method, string path, string json)
    {
        HttpRequestMessage request = new(method, path)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        return Answer(_http.Send(request));
    }

    public (int Status, JsonNode Body) Delete(string path)
    {
        return Answer(_http.DeleteAsync(path).Result);
    }

    /// <summary>Until the connectors have been told so much together, in frames that went out.
    /// </summary>
    public void AwaitTold(int amps)
    {
        Output.Await(_ => ToldCentiamps() == amps * 100, $"frames that carry {amps} A in all");
    }

    public void Dispose()
    {
        Tool.Dispose();
        _http.Dispose();
    }

    private int ToldCentiamps()
    {
        return Output.Lines
            .Select(line => Regex.Match(line, @"sent to (\w{4}): limit .* \(\w\w\) (\w+)$"))
            .Where(match => match.Success)
            .GroupBy(match => match.Groups[1].Value)
            .Sum(told => LimitIn(told.Last().Groups[2].Value));
    }

    // C0 FB E0 sender receiver command limit: bytes 8 and 9. None of the limits in these tests
    // has a byte that the wire escapes.
    private static int LimitIn(string hex)
    {
        byte[] wire = Convert.FromHexString(hex);
        CollectionAssert.AreEqual(new byte[] { 0xC0, 0xFB, 0xE0 }, wire[..3]);
        return wire[8] * 256 + wire[9];
    }

    private static (int, JsonNode) Answer(HttpResponseMessage response)
    {
        using StreamReader body = new(response.Content.ReadAsStream());
        return ((int)response.StatusCode, JsonNode.Parse(body.ReadToEnd())!);
    }
}
