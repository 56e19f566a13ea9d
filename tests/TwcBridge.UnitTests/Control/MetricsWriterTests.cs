using TwcBridge.Bus;
using TwcBridge.Control;
using TwcBridge.Diagnostics;

namespace TwcBridge.UnitTests.Control;

/// <summary>What Prometheus reads.</summary>
[TestClass]
public class MetricsWriterTests
{
    // What one piece of an answer holds (HttpResponse.PieceCapacity).
    private const int PieceCapacity = 1075;

    private readonly ByteWriter _text = new ByteWriter(PieceCapacity);
    private readonly MetricsSource _source = new MetricsSource();

    public MetricsWriterTests()
    {
        _source.Timings = new Timings();
        _source.Status = new BoxStatus();
        _source.Facts = new BoxFacts();
        _source.Report = new BusReport();
    }

    [TestMethod]
    public void The_box_comes_without_what_it_does_not_know()
    {
        _source.Status.UptimeMs = 61_005;
        _source.Facts.FirmwareVersion = "0.1.0";
        _source.Facts.Target = "pc";
        string all = All();
        Expect(all, "twcbridge_build_info{version='0.1.0',target='pc'} 1");
        Expect(all, "twcbridge_uptime_seconds 61.005");
        Expect(all, "twcbridge_time_synchronized 0");
        Expect(all, "# TYPE twcbridge_mqtt_reconnects_total counter");
        Assert.IsTrue(all.IndexOf("heap_free_bytes") < 0, all);
        Assert.IsTrue(all.IndexOf("charger_") < 0, all);
        _source.Facts.HeapFreeBytes = 4096;
        Expect(All(), "twcbridge_heap_free_bytes 4096");
    }

    [TestMethod]
    public void A_histogram_counts_up_to_each_bound_in_seconds()
    {
        Histogram latency = _source.Timings.Of(TimingKind.CommandToWire);
        latency.Add(2);
        latency.Add(12);
        latency.Add(12);
        latency.Add(6_000);
        string all = All();
        string name = "twcbridge_command_to_wire_seconds";
        Expect(all, "# TYPE " + name + " histogram\n"
            + name + "_bucket{le='0.000'} 0\n"
            + name + "_bucket{le='0.001'} 0\n"
            + name + "_bucket{le='0.002'} 1");
        Expect(all, name + "_bucket{le='0.030'} 3\n" + name + "_bucket{le='0.050'} 3");
        Expect(all, name + "_bucket{le='5.000'} 3\n"
            + name + "_bucket{le='+Inf'} 4\n"
            + name + "_sum 6.026\n"
            + name + "_count 4");
    }

    [TestMethod]
    public void Connectors_come_metric_by_metric()
    {
        Add(0x1A2B, 1250);
        Add(0xC0DB, ConnectorStatus.Unknown);
        string all = All();
        Expect(all, "# TYPE twcbridge_charger_up gauge\n"
            + "twcbridge_charger_up{charger='1a2b'} 1\n"
            + "twcbridge_charger_up{charger='c0db'} 1");
        Expect(all, "twcbridge_charger_state{charger='1a2b',state='A'} 0\n"
            + "twcbridge_charger_state{charger='1a2b',state='B'} 0\n"
            + "twcbridge_charger_state{charger='1a2b',state='C'} 1\n"
            + "twcbridge_charger_state{charger='1a2b',state='F'} 0");
        Expect(all, "twcbridge_charger_current_amperes{charger='1a2b',phase='1'} 12.50");
        Assert.IsTrue(all.IndexOf("amperes{charger='c0db',phase") < 0, "unknown has no sample");
        Expect(all, "twcbridge_charger_voltage_volts{charger='1a2b',phase='1'} 230");
        Expect(all, "twcbridge_charger_power_watts{charger='1a2b'} 2875");
        Expect(all, "# TYPE twcbridge_charger_energy_joules_total counter\n"
            + "twcbridge_charger_energy_joules_total{charger='1a2b'} 7200");
        Expect(all, "twcbridge_charger_limit_amperes{charger='1a2b',kind='offered'} 13.00");
        Expect(all, "twcbridge_charger_failsafe_active{charger='1a2b'} 0");
    }

    [TestMethod]
    public void The_longest_parts_fit()
    {
        _source.Status = StatusExtremes.Box();
        _source.Facts = StatusExtremes.Facts();
        _source.Status.ConnectorCount = BoxStatus.MaxConnectors;
        for (int i = 0; i < BoxStatus.MaxConnectors; i++)
        {
            _source.Status.Connector(i).CopyFrom(StatusExtremes.Connector());
        }
        for (int step = 0; step <= Histogram.BoundCount; step++)
        {
            _source.Timings.Of(TimingKind.CommandToWire).Add(step == Histogram.BoundCount
                ? long.MaxValue / 2
                : Histogram.BoundMs(step));
        }
        Assert.IsTrue(All().Length > 10_000);
    }

    private void Add(int id, int centiamps)
    {
        ConnectorStatus connector = _source.Status.Connector(_source.Status.ConnectorCount++);
        connector.Id = id;
        connector.Linked = true;
        connector.Charging = true;
        connector.Source = TwcBridge.Charging.ClaimSource.Command;
        connector.OfferedCentiamps = 1300;
        connector.EnergyWattHours = centiamps == ConnectorStatus.Unknown ? centiamps : 2;
        for (int i = 0; i < ConnectorStatus.PhaseCount; i++)
        {
            bool isKnown = i == 0 && centiamps != ConnectorStatus.Unknown;
            connector.CurrentCentiamps[i] = isKnown ? centiamps : ConnectorStatus.Unknown;
            connector.Volts[i] = isKnown ? 230 : ConnectorStatus.Unknown;
        }
    }

    private string All()
    {
        string all = "";
        bool isLast = false;
        _source.ConnectorCount = _source.Status.ConnectorCount;
        for (int part = 0; !isLast; part++)
        {
            Assert.IsTrue(part < 100, "no end");
            _text.Clear();
            isLast = MetricsWriter.WritePart(_text, part, _source);
            Assert.IsFalse(_text.Overflowed, "part " + part);
            all += TestText.Row(_text);
        }
        return all;
    }

    private static void Expect(string all, string lines)
    {
        Assert.IsTrue(("\n" + all).IndexOf("\n" + lines + "\n") >= 0, lines + " in " + all);
    }
}
