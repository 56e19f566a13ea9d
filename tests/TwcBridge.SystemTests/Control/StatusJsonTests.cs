using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.SystemTests.Control;

[TestClass]
public class StatusJsonTests
{
    /// <summary>The specification's sample of a connector: its keys, their order and types.
    /// </summary>
    private const string Sample =
        """
        {"v":1,"ts":1795190400,"id":"1a2b","status":"C","status_text":"charging","twc_state":1,
         "connected":true,"charging":true,"enabled":true,"priority":5,
         "requested_a":13.0,"offered_a":13.0,"accepted_a":13.0,"drawn_a":12.8,
         "min_a":6.0,"max_a":32.0,"source":"command","lease_s":87,"failsafe":false,
         "current_a":[12.5,12.5,13.0],"voltage_v":[231,230,232],"power_w":8870,
         "session":{"kwh":3.412,"minutes":31},"energy_kwh":1234.567,
         "vin":null,"serial":"A17I0039393","version":"4.5.3","fault":null,"rx_age_ms":640}
        """;

    /// <summary>What the bridge cannot tell yet, or not without the owner's word.</summary>
    private static readonly string[] NotTold = ["kwh", "minutes", "energy_kwh", "vin"];

    [TestMethod]
    public void Has_the_keys_and_types_of_the_specification()
    {
        using JsonDocument sample = JsonDocument.Parse(Sample);
        using JsonDocument written = JsonDocument.Parse(Write(Known(), 1795190400));
        Compare(sample.RootElement, written.RootElement, Unknowns.NotTold);
    }

    [TestMethod]
    public void Has_the_same_keys_when_nothing_is_known()
    {
        using JsonDocument sample = JsonDocument.Parse(Sample);
        using JsonDocument written = JsonDocument.Parse(Write(new ConnectorStatus(), 0));
        Compare(sample.RootElement, written.RootElement, Unknowns.Any);
    }

    [TestMethod]
    public void Is_json_whatever_the_bus_says()
    {
        Random random = new(20);
        for (int i = 0; i < 3000; i++)
        {
            ConnectorStatus connector = Known();
            random.NextBytes(connector.Serial);
            connector.ChargerState = random.Next(-1, 256);
            connector.Id = random.Next(1, 0x10000);
            connector.DrawnCentiamps = random.Next(0, Centiamps.Max);
            connector.CurrentCentiamps[0] = random.Next(int.MinValue, int.MaxValue);
            connector.Volts[1] = random.Next(int.MinValue, int.MaxValue);
            connector.SilentMs = random.NextInt64(long.MinValue, long.MaxValue);
            connector.Fault = (ConnectorFault)random.Next(8);
            using JsonDocument written = JsonDocument.Parse(Write(connector, random.NextInt64()));
            JsonElement root = written.RootElement;
            Assert.AreEqual(connector.Id.ToString("x4"), root.GetProperty("id").GetString());
            Assert.AreEqual(
                connector.DrawnCentiamps / 100m, root.GetProperty("drawn_a").GetDecimal());
            _ = root.GetProperty("serial").GetString();
        }
    }

    [TestMethod]
    public void The_box_is_json_with_every_connector_by_its_id()
    {
        BoxStatus status = new() { ConnectorCount = BoxStatus.MaxConnectors };
        for (int i = 0; i < BoxStatus.MaxConnectors; i++)
        {
            status.Connector(i).Id = 0xA0 + i;
        }
        BoxFacts facts = new() { BoxId = "büro\"1", FirmwareVersion = "0.1.0" };
        ByteWriter output = new(StatusWriter.MaxBoxBytes);
        StatusWriter.WriteBox(new TwcBridge.Control.JsonWriter(output), status, facts);
        using JsonDocument written = JsonDocument.Parse(output.Buffer.AsMemory(0, output.Length));
        JsonElement root = written.RootElement;
        Assert.AreEqual("büro\"1", root.GetProperty("box").GetString());
        Assert.AreEqual("00a7", root.GetProperty("chargers")[7].GetString());
        Assert.AreEqual(7, root.GetProperty("bus").EnumerateObject().Count());
    }

    private enum Unknowns
    {
        NotTold,
        Any,
    }

    private static void Compare(JsonElement sample, JsonElement written, Unknowns unknowns)
    {
        string[] keys = [.. sample.EnumerateObject().Select(member => member.Name)];
        string[] writtenKeys = [.. written.EnumerateObject().Select(member => member.Name)];
        CollectionAssert.AreEqual(keys, writtenKeys);
        foreach (string key in keys)
        {
            CompareValue(key, sample.GetProperty(key), written.GetProperty(key), unknowns);
        }
    }

    private static void CompareValue(
        string key, JsonElement sample, JsonElement written, Unknowns unknowns)
    {
        bool mayBeNull = unknowns == Unknowns.Any || NotTold.Contains(key);
        if (written.ValueKind == JsonValueKind.Null && mayBeNull)
        {
            return;
        }
        Assert.AreEqual(Kind(sample), Kind(written), key);
        if (sample.ValueKind == JsonValueKind.Object)
        {
            Compare(sample, written, unknowns);
        }
        else if (sample.ValueKind == JsonValueKind.Array)
        {
            Assert.AreEqual(sample.GetArrayLength(), written.GetArrayLength(), key);
            for (int i = 0; i < sample.GetArrayLength(); i++)
            {
                CompareValue(key, sample[i], written[i], unknowns);
            }
        }
    }

    private static JsonValueKind Kind(JsonElement value)
    {
        return value.ValueKind == JsonValueKind.False ? JsonValueKind.True : value.ValueKind;
    }

    private static byte[] Write(ConnectorStatus connector, long unixSeconds)
    {
        ByteWriter output = new(StatusWriter.MaxConnectorBytes);
        StatusWriter.WriteConnector(
            new TwcBridge.Control.JsonWriter(output), connector, unixSeconds);
        Assert.IsFalse(output.Overflowed);
        return output.Buffer[..output.Length];
    }

    private static ConnectorStatus Known()
    {
        ConnectorStatus connector = new()
        {
            Id = 0x1A2B,
            Linked = true,
            ChargerState = 1,
            Connected = true,
            Charging = true,
            RequestedCentiamps = 1300,
            OfferedCentiamps = 1300,
            AcceptedCentiamps = 1300,
            DrawnCentiamps = 1280,
            MinCentiamps = 600,
            MaxCentiamps = 3200,
            Source = ClaimSource.Command,
            LeaseLeftMs = 87000,
            SilentMs = 640,
        };
        for (int i = 0; i < ConnectorStatus.PhaseCount; i++)
        {
            connector.CurrentCentiamps[i] = 1250;
            connector.Volts[i] = 230;
        }
        for (int i = 0; i < connector.Version.Length; i++)
        {
            connector.Version[i] = i;
        }
        "A17I0039393"u8.CopyTo(connector.Serial);
        return connector;
    }
}
