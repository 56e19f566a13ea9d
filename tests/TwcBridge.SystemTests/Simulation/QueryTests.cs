using System;
using System.Text;
using TwcBridge.Simulator;

namespace TwcBridge.SystemTests.Simulation;

/// <summary>Queries and their answers, byte for byte.</summary>
[TestClass]
public sealed class QueryTests
{
    private const string Serial = "A18J0018204";

    [TestMethod]
    public void The_meter_reports_energy_volts_and_half_amps()
    {
        Scene scene = new(Options() with { MeterStartWattHours = 924_500 });
        Assert.AreEqual(
            "FDEB82040000039C00E600E600E60000000000" + "C2",
            scene.Ask(scene.Messages.Ask(Opcodes.AskMeter, Scene.Id)));

        scene.Charge("tesla", 1600);
        string answer = scene.Ask(scene.Messages.Ask(Opcodes.AskMeter, Scene.Id))!;
        Assert.AreEqual(40, answer.Length);
        Assert.AreEqual("1E1E1E", answer[28..34], "15 A on each phase");
    }

    [TestMethod]
    public void A_single_phase_meter_shows_zero_on_the_others()
    {
        Scene scene = new(Options() with { Phases = 1, Volts = 240 });
        scene.Charge("tesla", 1600);
        string answer = scene.Ask(scene.Messages.Ask(Opcodes.AskMeter, Scene.Id))!;
        Assert.AreEqual("00F000000000" + "1E0000", answer[16..34]);
    }

    [TestMethod]
    [DataRow(true, 1_000)]
    [DataRow(false, 1)]
    public void The_meter_counts_in_its_own_unit(bool countsWattHours, int unitsPerKwh)
    {
        Scene scene = new(
            Options() with { MeterCountsWattHours = countsWattHours, MeterStartWattHours = 0 });
        scene.Charge("tesla", 3200);
        long before = scene.Connector.MeterWattHours;
        scene.Beats(3600);
        long gained = scene.Connector.MeterWattHours - before;
        long expected = 3088 * 230 * 3 / 100;       // For one hour.
        Assert.IsTrue(Math.Abs(gained - expected) <= 5, $"{gained} Wh of {expected}");
        string answer = scene.Ask(scene.Messages.Ask(Opcodes.AskMeter, Scene.Id))!;
        long shown = Convert.ToInt64(answer[8..16], 16);
        long total = scene.Connector.MeterWattHours;
        Assert.IsTrue(Math.Abs(shown - (total * unitsPerKwh / 1000)) <= 2, $"{shown} {total}");
    }

    [TestMethod]
    public void Version_and_serial_are_reported()
    {
        Scene scene = new(Options());
        Assert.AreEqual(
            "FDEC820404050302" + new string('0', 14) + "80",
            scene.Ask(scene.Messages.Ask(Opcodes.AskVersion, Scene.Id)));
        string answer = scene.Ask(scene.Messages.Ask(Opcodes.AskSerial, Scene.Id))!;
        Assert.AreEqual(40, answer.Length);
        Assert.AreEqual("FDED8204" + Hex(Serial) + "00000000", answer[..^2]);
    }

    [TestMethod]
    public void The_VIN_comes_in_three_parts_some_seconds_after_plugging()
    {
        Scene scene = new(Options());
        Assert.AreEqual(string.Empty, Vin(scene), "no car");
        scene.Connector.Plug(Scene.NewCar("tesla"));
        Assert.AreEqual(string.Empty, Vin(scene), "not yet");
        scene.Beats(4);
        Assert.AreEqual("5YJ3E7EA1KF000317", Vin(scene));
        scene.Connector.Unplug();
        Assert.AreEqual(string.Empty, Vin(scene), "gone");
        scene.Connector.Plug(Scene.NewCar("fiat"));
        scene.Beats(4);
        Assert.AreEqual(string.Empty, Vin(scene), "a car that tells none");
    }

    [TestMethod]
    public void The_plug_state_is_0_3_or_1()
    {
        Scene scene = new(Options());
        Assert.AreEqual("00", PlugState(scene));
        Car car = Scene.NewCar("tesla");
        scene.Connector.Plug(car);
        Assert.AreEqual("03", PlugState(scene));
        scene.Connector.Unplug();
        scene.Charge("tesla", 1600);
        Assert.AreEqual("01", PlugState(scene));
    }

    [TestMethod]
    public void The_plug_state_without_ids_is_asked_of_everybody()
    {
        Scene scene = new(Options());
        Assert.IsNotNull(scene.Ask(scene.Messages.Announce(Opcodes.AskPlugState)));
        Assert.IsNull(scene.Ask(scene.Messages.Ask(Opcodes.AskPlugState, 0x1111)));
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void Old_queries_are_answered_in_14_bytes_without_an_id(int protocol)
    {
        Scene scene = new(Options() with { Protocol = protocol });
        Assert.AreEqual(
            "FD19" + Hex(Serial),
            scene.Ask(scene.Messages.Announce(Opcodes.AskAllSerial))![..^2]);
        Assert.AreEqual(
            "FD1A" + Hex("EVWTS80HL") + "0000",
            scene.Ask(scene.Messages.Announce(Opcodes.AskAllModel))![..^2]);
        Assert.AreEqual(
            "FD1B040503" + new string('0', 16) + "27",
            scene.Ask(scene.Messages.Announce(Opcodes.AskAllFirmware)));
    }

    [TestMethod]
    public void Old_queries_are_answered_by_all_at_once()
    {
        Scene scene = new(Options() with { TurnaroundMs = 50 });
        scene.Site.AddConnector(
            new ConnectorOptions { Id = 0x1111, TurnaroundMs = 55, LinkReadyPeriodMs = 1_000_000 });
        Assert.IsNull(scene.Ask(scene.Messages.Announce(Opcodes.AskAllSerial)));
        Assert.AreEqual(1, scene.Site.Line.Collisions.TotalCount);
    }

    [TestMethod]
    public void Queries_are_not_for_others_nor_for_older_units()
    {
        int[] queries =
        [
            Opcodes.AskMeter, Opcodes.AskVersion, Opcodes.AskSerial,
            Opcodes.AskVinFirst, Opcodes.AskVinSecond, Opcodes.AskVinThird,
        ];
        FirmwareVersion old = new(4, 5, 2, 0);
        foreach (int query in queries)
        {
            Scene scene = new(Options());
            Assert.IsNull(scene.Ask(scene.Messages.Ask(query, 0x1111)));
            Assert.IsNotNull(scene.Ask(scene.Messages.Ask(query, Scene.Id)), $"{query:X4}");

            scene = new Scene(Options() with { Protocol = 1 });
            Assert.IsNull(scene.Ask(scene.Messages.Ask(query, Scene.Id)), $"P1 {query:X4}");

            scene = new Scene(Options() with { Firmware = old });
            Assert.IsNull(scene.Ask(scene.Messages.Ask(query, Scene.Id)), $"4.5.2 {query:X4}");
        }
    }

    [TestMethod]
    [DataRow(13)]
    [DataRow(14)]
    [DataRow(15)]
    [DataRow(16)]
    public void Requests_may_have_any_length_a_peer_uses(int bodyLength)
    {
        Scene scene = new(Options());
        scene.Messages.BodyLength = bodyLength;
        Assert.IsNotNull(scene.Heartbeat());
        Assert.IsNotNull(scene.Ask(scene.Messages.Ask(Opcodes.AskMeter, Scene.Id)));
    }

    [TestMethod]
    public void Each_protocol_answers_heartbeats_in_its_own_length()
    {
        Scene scene = new(Options() with { Protocol = 1 });
        string? answer = scene.Ask(scene.Messages.Heartbeat(Scene.Id, 0, 0));
        Assert.AreEqual("FDE082047777" + new string('0', 14) + "54", answer);
        scene = new Scene(Options());
        answer = scene.Ask(scene.Messages.Heartbeat(Scene.Id, 0, 0));
        Assert.AreEqual("FDE082047777" + new string('0', 18) + "54", answer);
    }

    private static ConnectorOptions Options()
    {
        return new ConnectorOptions
        {
            Id = Scene.Id,
            Serial = Serial,
            LinkReadyPeriodMs = 1_000_000,
        };
    }

    private static string Hex(string text)
    {
        return Convert.ToHexString(Encoding.ASCII.GetBytes(text));
    }

    private static string PlugState(Scene scene)
    {
        return scene.Ask(scene.Messages.Ask(Opcodes.AskPlugState, Scene.Id))![8..10];
    }

    private static string Vin(Scene scene)
    {
        StringBuilder vin = new();
        int[] queries = [Opcodes.AskVinFirst, Opcodes.AskVinSecond, Opcodes.AskVinThird];
        foreach (int query in queries)
        {
            string answer = scene.Ask(scene.Messages.Ask(query, Scene.Id))!;
            Assert.AreEqual(40, answer.Length);
            byte[] part = Convert.FromHexString(answer[8..^2]);
            vin.Append(Encoding.ASCII.GetString(part).TrimEnd('\0'));
        }
        return vin.ToString();
    }
}
