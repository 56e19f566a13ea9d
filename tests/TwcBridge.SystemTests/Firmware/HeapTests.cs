using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using TwcBridge.Config;
using TwcBridge.Control;
using TwcBridge.Loops;
using TwcBridge.SystemTests.Rules;

namespace TwcBridge.SystemTests.Firmware;

/// <summary>The memory that a box of three connectors with a broker has after its start.</summary>
[TestClass]
public sealed class HeapTests
{
    private const int LeastBuffer = 256;

    // The goal is 64 KB; until it is reached, at least nothing is added unnoticed.
    private const int Ceiling = 124 * 1024;

    // One for each of our threads, and one more while the access point is open.
    private const int Threads = 6;
    private const int ThreadBytes = 876;

    // Objects of the device's own folder, which cannot be made here.
    private static readonly Dictionary<string, int> DeviceBuffers = new()
    {
        ["FlashStorage._record"] = SlotRecord.MaxLength,
        ["FlashStorage._text"] = SlotRecord.MaxPayloadLength,
    };

    public required TestContext TestContext { get; init; }

    [TestMethod]
    public void Every_large_buffer_is_documented_with_its_size()
    {
        string[] documented = Documented();
        string[] found = [.. Walk().Buffers(LeastBuffer).Concat(DeviceBuffers)
            .Select(row => $"{row.Key} {row.Value}").Order(StringComparer.Ordinal)];
        TestContext.WriteLine(string.Join('\n', found));
        CollectionAssert.AreEqual(found, documented);
    }

    [TestMethod]
    public void A_box_of_three_connectors_starts_below_the_ceiling()
    {
        HeapWalk walk = Walk();
        TestContext.WriteLine(string.Join(", ", walk.Largest(12)));
        int bytes = walk.Bytes + DeviceBuffers.Values.Sum() + Threads * ThreadBytes;
        TestContext.WriteLine($"about {bytes} bytes of {Ceiling}");
        Assert.IsTrue(bytes <= Ceiling, $"{bytes} bytes");
    }

    private static HeapWalk Walk()
    {
        Settings settings = new();
        settings.TrySet(SettingKey.MqttHost, "broker");
        CommandMailbox mailbox = new(new AutoResetEvent(false));
        StatusBoard board = new();
        BoxFacts facts = new();
        HttpSide http = new(facts);
        MqttSide mqtt = new(settings, facts, 1);
        BusLoop bus = new(
            new Bridge(BridgeOptions.From(settings), 0), new DeafLink(), mailbox, board);
        return new HeapWalk(bus, new NetworkLoop(mailbox, board, http, mqtt), http, mqtt,
            settings, new SettingsReader(), new BoxStatus());
    }

    /// <summary>The rows of the table, as "owner bytes".</summary>
    private static string[] Documented()
    {
        string text = Directory.EnumerateFiles(Repository.Absolute("firmware"), "*.md")
            .Select(File.ReadAllText).Single(text => text.Contains("| buffer | bytes |"));
        return [.. Regex.Matches(text, @"^\| `(\w+\.\w+)` \| (\d+) \|", RegexOptions.Multiline)
            .Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value}")
            .Order(StringComparer.Ordinal)];
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
