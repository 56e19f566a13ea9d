using System.Diagnostics;
using System.Text;
using TwcBridge.Bus;
using TwcBridge.Control;
using TwcBridge.Diagnostics;

namespace TwcBridge.SystemTests.Http;

/// <summary>Prometheus's own tool looks at the metrics: what it reads, and what it thinks of names,
/// help and units.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public class PromtoolTests
{
    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(BoxStatus.MaxConnectors)]
    public void Promtool_finds_nothing_to_mend(int connectorCount)
    {
        BoxStatus status = new() { ConnectorCount = connectorCount };
        for (int i = 0; i < connectorCount; i++)
        {
            status.Connector(i).Id = 0x1A2B + i;
        }
        (int code, string said) = Check(MetricsOf(status));
        Assert.AreEqual(0, code, said);
        Assert.AreEqual("", said);
    }

    [TestMethod]
    public void Promtool_would_have_found_something()
    {
        (int code, string said) = Check("twcbridge_uptime_ms 1\n");
        Assert.AreNotEqual(0, code, said);
    }

    private static string MetricsOf(BoxStatus status)
    {
        MetricsSource source = new()
        {
            Timings = new Timings(),
            Status = status,
            Facts = new BoxFacts { FirmwareVersion = "0.1.0", Target = "pc", HeapFreeBytes = 1 },
            Report = new BusReport(),
            ConnectorCount = status.ConnectorCount,
        };
        StringBuilder all = new();
        ByteWriter piece = new(2048);
        bool isLast = false;
        for (int part = 0; !isLast; part++)
        {
            piece.Clear();
            isLast = MetricsWriter.WritePart(piece, part, source);
            all.Append(Encoding.ASCII.GetString(piece.Buffer, 0, piece.Length));
        }
        return all.ToString();
    }

    private static (int Code, string Said) Check(string metrics)
    {
        ProcessStartInfo start = new("promtool", ["check", "metrics"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process promtool = Process.Start(start)!;
        promtool.StandardInput.Write(metrics);
        promtool.StandardInput.Close();
        string said = promtool.StandardOutput.ReadToEnd() + promtool.StandardError.ReadToEnd();
        promtool.WaitForExit();
        return (promtool.ExitCode, said);
    }
}
