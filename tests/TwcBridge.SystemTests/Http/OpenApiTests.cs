using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Diagnostics;
using TwcBridge.Http;

namespace TwcBridge.SystemTests.Http;

/// <summary>What /api/v1/openapi.json says is what the box does.</summary>
[TestClass]
public class OpenApiTests
{
    private const string Password = "open sesame";
    private const string Bearer = $"Authorization: Bearer {Password}\r\n";

    private static readonly string[] Methods = ["get", "put", "delete", "post", "patch"];

    private static readonly JsonElement Paths = Describe().GetProperty("paths");

    [TestMethod]
    public void Every_route_but_set_up_is_described_and_nothing_else()
    {
        CollectionAssert.AreEquivalent(
            Enum.GetValues<Route>()
                .Where(route => route is not (Route.None or Route.Setup or Route.SetupPage))
                .Select(Surface.PathOf).ToArray(),
            Paths.EnumerateObject().Select(path => path.Name).ToArray());
    }

    [TestMethod]
    public void Every_route_answers_as_it_says()
    {
        int count = 0;
        foreach ((string path, string method, JsonElement operation) in Operations())
        {
            string answer = Ask(method, path, Bearer, SampleOf(operation));
            string expected = operation.GetProperty("responses").GetProperty("200")
                .GetProperty("content").EnumerateObject().Single().Name;
            Assert.StartsWith("HTTP/1.1 200 ", answer, $"{method} {path}");
            Assert.Contains($"\r\nContent-Type: {expected}\r\n", answer, $"{method} {path}");
            count++;
        }
        Assert.IsGreaterThan(20, count);
    }

    [TestMethod]
    public void Every_other_method_is_refused()
    {
        foreach (JsonProperty path in Paths.EnumerateObject())
        {
            foreach (string method in Methods.Where(
                name => !path.Value.TryGetProperty(name, out _)))
            {
                string answer = Ask(method, path.Name, Bearer, "{}");
                Assert.StartsWith("HTTP/1.1 405 ", answer, $"{method} {path.Name}");
            }
        }
    }

    [TestMethod]
    public void Only_what_says_so_is_served_without_the_password()
    {
        foreach ((string path, string method, JsonElement operation) in Operations())
        {
            bool isOpen = operation.GetProperty("security").GetArrayLength() == 0;
            string answer = Ask(method, path, "", SampleOf(operation));
            Assert.AreEqual(
                isOpen, answer.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal),
                $"{method} {path}");
            Assert.IsTrue(isOpen || answer.StartsWith("HTTP/1.1 401 ", StringComparison.Ordinal));
        }
    }

    [TestMethod]
    public void What_has_If_Match_heeds_it_and_nothing_else_does()
    {
        foreach ((string path, string method, JsonElement operation) in Operations())
        {
            string answer = Ask(
                method, path, Bearer + "If-Match: \"0-0\"\r\n", SampleOf(operation));
            Assert.AreEqual(
                HasParameter(operation, "If-Match", "header", "string"),
                answer.StartsWith("HTTP/1.1 412 ", StringComparison.Ordinal), $"{method} {path}");
        }
    }

    [TestMethod]
    public void Only_the_log_begins_where_it_is_asked_to()
    {
        CollectionAssert.AreEqual(
            new[] { "/api/v1/log" },
            Operations().Where(each => HasParameter(each.Operation, "since", "query", "integer"))
                .Select(each => each.Path).ToArray());
    }

    [TestMethod]
    [DataRow("", 415)]
    [DataRow("Content-Type: text/plain\r\n", 415)]
    [DataRow("Content-Type: application/json\r\n", 413)]
    public void Every_body_is_JSON_and_has_an_end(string type, int status)
    {
        foreach ((string path, string method, JsonElement operation) in Operations())
        {
            if (SampleOf(operation) != null)
            {
                string answer = Exchange(NewServer(), $"{method.ToUpperInvariant()} "
                    + $"{path.Replace("{id}", "1a2b")} HTTP/1.1\r\nHost: box\r\n{Bearer}{type}"
                    + "Content-Length: 9999\r\n\r\n{}");
                Assert.StartsWith($"HTTP/1.1 {status} ", answer, $"{method} {path}");
            }
        }
    }

    [TestMethod]
    public void Nothing_cut_off_is_answered_or_obeyed()
    {
        foreach ((string path, string method, JsonElement operation) in Operations())
        {
            byte[] bytes = Encoding.ASCII.GetBytes(
                Request(method, path, Bearer, SampleOf(operation)));
            for (int cut = 0; cut < bytes.Length; cut++)
            {
                HttpServer server = NewServer();
                int client = server.OnAccepted(0);
                server.OnReceived(client, bytes, cut, 0);
                Assert.AreEqual(0, server.PendingLength(client), $"{method} {path} at {cut}");
                Assert.IsFalse(server.WantsReport || server.Settings.WantsSaving
                    || server.Certificate.WantsSaving || server.TryNextCommand(new Command()),
                    $"{method} {path} at {cut}");
                Assert.AreEqual(HttpOrder.None, server.Door.TakeOrder());
            }
        }
    }

    [TestMethod]
    public void A_byte_a_second_is_too_slow_and_disturbs_nobody()
    {
        foreach ((string path, string method, JsonElement operation) in Operations())
        {
            byte[] bytes = Encoding.ASCII.GetBytes(
                Request(method, path, Bearer, SampleOf(operation)));
            HttpServer server = NewServer();
            int slow = server.OnAccepted(0);
            server.OnReceived(slow, bytes, bytes.Length - 5, 0);
            for (int second = 1; second <= 4; second++)
            {
                server.OnTime(second * 1000);
                server.OnReceived(slow, [bytes[^(6 - second)]], 1, second * 1000);
                Assert.AreEqual(0, server.PendingLength(slow), $"{method} {path}");
                string other = Exchange(
                    server, Request("delete", "/api/v1/limit", Bearer, null), second * 1000);
                Assert.StartsWith("HTTP/1.1 200 ", other, $"beside {method} {path}");
            }
            server.OnTime(5000);
            Assert.StartsWith("HTTP/1.1 408 ", Taken(server, slow, 5000), $"{method} {path}");
        }
    }

    private static IEnumerable<(string Path, string Method, JsonElement Operation)> Operations()
    {
        return Paths.EnumerateObject().SelectMany(path => path.Value.EnumerateObject()
            .Where(member => Methods.Contains(member.Name))
            .Select(member => (path.Name, member.Name, member.Value)));
    }

    private static bool HasParameter(
        JsonElement operation, string name, string place, string type)
    {
        return operation.TryGetProperty("parameters", out JsonElement parameters)
            && parameters.EnumerateArray().Any(each => each.GetProperty("name").GetString() == name
                && each.GetProperty("in").GetString() == place
                && !each.GetProperty("required").GetBoolean()
                && each.GetProperty("schema").GetProperty("type").GetString() == type);
    }

    // A body that has every key, or null for none.
    private static string? SampleOf(JsonElement operation)
    {
        if (!operation.TryGetProperty("requestBody", out JsonElement body))
        {
            return null;
        }
        JsonElement schema = body.GetProperty("content").GetProperty("application/json")
            .GetProperty("schema");
        return schema.TryGetProperty("properties", out JsonElement keys)
            ? "{" + string.Join(',', keys.EnumerateObject().Select(Member)) + "}"
            : "{}";
    }

    private static string Member(JsonProperty key)
    {
        string value = key.Name switch
        {
            "mode" => "\"manual\"",
            "priority" => "7",
            "pem" => "\"-----BEGIN CERTIFICATE-----MIIABAECAwQ=-----END CERTIFICATE-----\"",
            _ => ValueOf(key.Value.GetProperty("type").GetString()!),
        };
        return $"\"{key.Name}\":{value}";
    }

    private static string ValueOf(string type)
    {
        return type switch
        {
            "number" => "6.5",
            "integer" => "60",
            "boolean" => "true",
            _ => $"\"{Password}\"",
        };
    }

    private static JsonElement Describe()
    {
        string answer = Ask("get", "/api/v1/openapi.json", Bearer, null);
        string[] lines = answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]
            .Split("\r\n");
        return JsonDocument.Parse(string.Concat(lines.Where((_, i) => i % 2 == 1))).RootElement;
    }

    private static string Ask(string method, string path, string headers, string? body)
    {
        return Exchange(NewServer(), Request(method, path, headers, body));
    }

    private static string Request(string method, string path, string headers, string? body)
    {
        return $"{method.ToUpperInvariant()} {path.Replace("{id}", "1a2b")} "
            + $"HTTP/1.1\r\nHost: box\r\n{headers}" + (method is "get" or "delete" ? "\r\n"
                : "Content-Type: application/json\r\nContent-Length: "
                    + $"{(body ?? "").Length}\r\n\r\n{body}");
    }

    private static HttpServer NewServer()
    {
        HttpServer server = new(
            new HttpOptions { HostNames = ["box"], Password = Encoding.ASCII.GetBytes(Password) },
            new BoxFacts(), 0, 8);
        BoxStatus status = new() { ConnectorCount = 1 };
        status.Connector(0).Id = 0x1A2B;
        server.OnStatus(status, 0);
        return server;
    }

    // The whole answer, with all that the box needs for it.
    private static string Exchange(HttpServer server, string request, long nowMs = 0)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(request);
        int client = server.OnAccepted(nowMs);
        server.OnReceived(client, bytes, bytes.Length, nowMs);
        Command command = new();
        while (server.TryNextCommand(command))
        {
            server.OnResult(new CommandResult { Ticket = command.Ticket }, nowMs);
        }
        if (server.WantsReport)
        {
            server.OnReport(new BusReport(), new Timings(), nowMs);
        }
        if (server.Settings.WantsSaving || server.Certificate.WantsSaving)
        {
            server.OnSaved(true, nowMs);
        }
        string answer = Taken(server, client, nowMs);
        server.OnClosed(client);
        return answer;
    }

    private static string Taken(HttpServer server, int client, long nowMs)
    {
        StringBuilder answer = new();
        while (server.PendingLength(client) > 0)
        {
            int length = server.PendingLength(client);
            answer.Append(Encoding.Latin1.GetString(
                server.PendingBuffer(client), server.PendingOffset(client), length));
            server.OnSent(client, length, nowMs);
        }
        return answer.ToString();
    }
}
