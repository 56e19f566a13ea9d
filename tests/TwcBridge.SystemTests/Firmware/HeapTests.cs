using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using TwcBridge.Config;
using TwcBridge.Control;
using TwcBridge.Http;
using TwcBridge.Loops;
using TwcBridge.SystemTests.Rules;

namespace TwcBridge.SystemTests.Firmware;

/// <summary>The memory that a box of three connectors with a broker has after its start.</summary>
[TestClass]
public sealed class HeapTests
{
    private const int LeastBuffer = 256;
    private const string TableHead = "| buffer | bytes |\n| --- | --- |\n";

    private const int Ceiling = 64 * 1024;

    // Of which the history of a day takes three.
    private const int HttpCeiling = 21 * 1024;

    // One for each of our threads, and one more while the access point is open.
    private const int Threads = 6;
    private const int ThreadBytes = 876;

    public required TestContext TestContext { get; init; }

    [TestMethod]
    public void Every_large_buffer_is_documented_with_its_size()
    {
        string table = string.Concat(Walk().Buffers(LeastBuffer)
            .OrderBy(row => row.Key, StringComparer.Ordinal)
            .Select(row => $"| `{row.Key}` | {row.Value} |\n"));
        string file = Directory.EnumerateFiles(Repository.Absolute("firmware"), "*.md")
            .Single(path => File.ReadAllText(path).Contains(TableHead));
        string text = File.ReadAllText(file);
        int start = text.IndexOf(TableHead, StringComparison.Ordinal) + TableHead.Length;
        int end = text.IndexOf("\n\n", start, StringComparison.Ordinal) + 1;
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1")
        {
            text = text[..start] + table + text[end..];
            end = start + table.Length;
            File.WriteAllText(file, text);
        }
        Assert.AreEqual(table, text[start..end], "Run the test with UPDATE_GOLDENS=1.");
    }

    [TestMethod]
    public void A_box_of_three_connectors_starts_below_the_ceiling()
    {
        HeapWalk walk = Walk();
        TestContext.WriteLine(string.Join(", ", walk.Largest(12)));
        int bytes = walk.Bytes + Threads * ThreadBytes;
        TestContext.WriteLine($"figure: heap after start about {bytes} bytes, at most {Ceiling}");
        Assert.IsTrue(bytes <= Ceiling, $"{bytes} bytes");
    }

    [TestMethod]
    public void Serving_HTTP_stays_below_its_share()
    {
        HttpSide http = new(
            new Settings(), new BoxFacts(), new byte[HttpOptions.SessionKeyLength]);
        HeapWalk walk = new(http);
        TestContext.WriteLine(string.Join(", ", walk.Largest(8)));
        TestContext.WriteLine($"about {walk.Bytes} bytes of {HttpCeiling}");
        Assert.IsLessThanOrEqualTo(HttpCeiling, walk.Bytes);
    }

    private static HeapWalk Walk()
    {
        Settings settings = new();
        settings.TrySet(SettingKey.MqttHost, "broker");
        CommandMailbox mailbox = new(new AutoResetEvent(false));
        StatusBoard board = new(settings.Number(SettingKey.MaxConnectors));
        BoxFacts facts = new();
        HttpSide http = new(settings, facts, new byte[HttpOptions.SessionKeyLength],
            new byte[SlotRecord.MaxLength]);    // FlashStorage.Record
        http.Server.Settings.Use(settings, true);       // As HttpDesk does.
        MqttSide mqtt = new(settings, facts, 1, null!);
        BusLoop bus = new(
            new Bridge(BridgeOptions.From(settings), 0), new DeafLink(), mailbox, board);
        NetworkLoop network = new(mailbox, board, http, mqtt);
        bus.Turn(0);
        network.Turn(0);        // What stands for the first status gives way to it.
        return new HeapWalk(bus, network, http, mqtt, settings);
    }

    private sealed class DeafLink : ISerialLink
    {
        public int Read(byte[] buffer)
        {
            return 0;
        }

        public bool TryWrite(byte[] buffer, int length)
        {
            return true;
        }
    }
}
