using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using TwcBridge.Simulator;

namespace TwcBridge.SystemTests.Simulation;

/// <summary>The simulator's own codec against every captured frame.</summary>
[TestClass]
public sealed class CodecTests
{
    private const string TwoFramesInOne = "shared-delimiter";

    [TestMethod]
    public void Reads_every_well_formed_vector_and_no_other()
    {
        FrameReader reader = new();     // One on purpose: no vector may poison the next.
        int count = 0;
        foreach (JsonElement vector in Vectors.All())
        {
            List<string> bodies = Read(reader, Vectors.Bytes(vector.Text("wire_hex")));
            string name = vector.Text("name");
            bool isGood = IsWellFormed(vector);
            int expected = !isGood ? 0 : name == TwoFramesInOne ? 2 : 1;
            Assert.AreEqual(expected, bodies.Count, name);
            if (isGood)
            {
                string payload = vector.Text("payload_hex").Replace(" ", string.Empty);
                string checksum = vector.Text("checksum_calc");
                Assert.IsTrue(bodies.All(body => body == payload + checksum), name);
            }
            count++;
        }
        Assert.IsTrue(count >= 71, $"{count} vectors");
    }

    [TestMethod]
    public void Decodes_the_fields_of_every_accepted_vector()
    {
        foreach (JsonElement vector in Vectors.All().Where(IsAccepted))
        {
            FrameReader reader = new();
            Read(reader, Vectors.Bytes(vector.Text("wire_hex")), stopAtFirst: true);
            JsonElement meaning = vector.GetProperty("decoded");
            foreach (JsonProperty field in meaning.EnumerateObject())
            {
                int? actual = Field(reader.Frame, field.Name);
                string what = vector.Text("name") + " " + field.Name;
                if (actual is not null)
                {
                    Assert.AreEqual(meaning.Number(field.Name), actual, what);
                }
            }
        }
    }

    [TestMethod]
    public void Encodes_every_accepted_vector_to_the_same_bytes()
    {
        foreach (JsonElement vector in Vectors.All().Where(IsAccepted))
        {
            FrameWriter writer = Encode(vector);
            string expected = FirstFrame(vector.Text("wire_hex"));
            string actual = Convert.ToHexString(writer.Wire, 0, writer.Length);
            Assert.AreEqual(expected, actual, vector.Text("name"));
        }
    }

    [TestMethod]
    public void Refuses_a_body_that_is_too_long_and_takes_the_next()
    {
        FrameReader reader = new();
        byte[] tooLong = new byte[40];
        tooLong[0] = 0xC0;
        tooLong[^1] = 0xC0;
        Assert.AreEqual(0, Read(reader, tooLong).Count);
        Assert.AreEqual(1, Read(reader, Vectors.Bytes(
            "C0 FC E1 77 77 77 00 00 00 00 00 00 00 00 46 C0")).Count);
    }

    [TestMethod]
    public void Refuses_a_good_body_with_half_an_escape_behind_it()
    {
        FrameReader reader = new();
        Assert.AreEqual(0, Read(reader, Vectors.Bytes(
            "C0 FC E1 77 77 77 00 00 00 00 00 00 00 00 46 DB C0")).Count);
    }

    [TestMethod]
    public void Counts_wrong_checksums()
    {
        FrameReader reader = new();
        byte[] wire = Vectors.Bytes("C0 FC E1 77 77 77 00 00 00 00 00 00 00 00 47 C0");
        Read(reader, wire);
        Read(reader, wire);
        Assert.AreEqual(2, reader.BadChecksums);
    }

    // Some are refused for their meaning only, which is no business of the codec.
    private static bool IsWellFormed(JsonElement vector)
    {
        return vector.TryGetProperty("checksum_ok", out JsonElement isRight)
            && isRight.GetBoolean();
    }

    private static bool IsAccepted(JsonElement vector)
    {
        return vector.Text("expect") == "accept";
    }

    private static List<string> Read(FrameReader reader, byte[] wire, bool stopAtFirst = false)
    {
        List<string> bodies = [];
        foreach (byte value in wire)
        {
            if (!reader.Push(value))
            {
                continue;
            }
            IEnumerable<byte> body =
                Enumerable.Range(0, reader.Frame.Length).Select(index => reader.Frame[index]);
            bodies.Add(Convert.ToHexString(body.ToArray()));
            if (stopAtFirst)
            {
                break;
            }
        }
        return bodies;
    }

    private static int? Field(WireFrame frame, string name)
    {
        return name switch
        {
            "marker" => frame.Opcode >> 8,
            "cmd" => frame.Opcode & 0xFF,
            "sender" => frame.Sender,
            "receiver" => frame.Receiver,
            "sign" => frame.Sign,
            "command" or "state" => frame.Command,
            "centiamps" => frame.LimitCentiamps,
            "actual_centiamps" => frame.DrawnCentiamps,
            "max_centiamps" => frame.Opcode == Opcodes.ConnectorLinkReady
                ? frame.HardwareLimitCentiamps
                : frame.LimitCentiamps,
            _ => null,
        };
    }

    // The bytes from the opening to the closing delimiter of the (first) frame, without junk and
    // tail.
    private static string FirstFrame(string wireHex)
    {
        byte[] wire = Vectors.Bytes(wireHex);
        FrameReader reader = new();
        int start = 0;
        for (int index = 0; index < wire.Length; index++)
        {
            if (reader.Push(wire[index]))
            {
                return Convert.ToHexString(wire, start, index - start + 1);
            }
            start = wire[index] == 0xC0 ? index : start;
        }
        return string.Empty;
    }

    private static FrameWriter Encode(JsonElement vector)
    {
        JsonElement meaning = vector.GetProperty("decoded");
        int opcode = (meaning.Number("marker") << 8) | meaning.Number("cmd");
        int length = vector.Number("body_len");
        return meaning.Text("marker") == "FD"
            ? EncodeConnector(opcode, length, meaning)
            : EncodeController(opcode, length, meaning);
    }

    private static FrameWriter EncodeController(int opcode, int length, JsonElement meaning)
    {
        int id = meaning.TryGetProperty("sender", out _) ? meaning.Number("sender") : 0;
        int sign = meaning.TryGetProperty("sign", out _) ? meaning.Number("sign") : 0;
        ControllerMessages messages = new(id, sign) { BodyLength = length };
        return opcode switch
        {
            Opcodes.Heartbeat => messages.Heartbeat(
                meaning.Number("receiver"), meaning.Number("command"), meaning.Number("centiamps")),
            Opcodes.AskMeter => messages.Ask(opcode, meaning.Number("receiver")),
            Opcodes.ControllerLinkReadyFirst
                or Opcodes.ControllerLinkReadySecond
                or Opcodes.ControllerLinkReadyMistaken => messages.LinkReady(opcode),
            _ => messages.Announce(opcode),
        };
    }

    private static FrameWriter EncodeConnector(int opcode, int length, JsonElement meaning)
    {
        int id = meaning.TryGetProperty("sender", out _) ? meaning.Number("sender") : 0;
        ConnectorMessages messages = new(id) { BodyLength = length };
        switch (meaning.Text("type"))
        {
            case "slave linkready":
                return messages.LinkReady(meaning.Number("sign"), meaning.Number("max_centiamps"));
            case "slave heartbeat":
                return messages.HeartbeatAnswer(
                    meaning.Number("receiver"),
                    (ConnectorState)meaning.Number("state"),
                    meaning.Number("max_centiamps"),
                    meaning.Number("actual_centiamps"));
            case "meter":
                return messages.Meter(Reading(meaning));
            case "vin part":
                return messages.Vin(Opcodes.AskVinFirst, meaning.Text("text"));
            case "ack B2":
                return messages.Acknowledge(Opcodes.OpenContactor);
            case "serial":
                return messages.OldText(Opcodes.AskAllSerial, meaning.Text("text"));
            case "firmware version (no ids)":
                int[] parts = meaning.Text("version").Split('.').Select(int.Parse).ToArray();
                return messages.OldVersion(new FirmwareVersion(parts[0], parts[1], parts[2], 0));
            default:
                throw new AssertFailedException($"No encoder for {opcode:X4}");
        }
    }

    private static MeterReading Reading(JsonElement meaning)
    {
        int[] volts = Numbers(meaning, "volts");
        int[] halfAmps = Numbers(meaning, "half_amps");
        return new MeterReading(meaning.Number("energy_raw"))
        {
            VoltsL1 = volts[0],
            VoltsL2 = volts[1],
            VoltsL3 = volts[2],
            HalfAmpsL1 = halfAmps[0],
            HalfAmpsL2 = halfAmps[1],
            HalfAmpsL3 = halfAmps[2],
        };
    }

    private static int[] Numbers(JsonElement meaning, string name)
    {
        return meaning.GetProperty(name).EnumerateArray().Select(item => item.GetInt32()).ToArray();
    }
}
