using System;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading.Tasks;
using TwcBridge.SystemTests.Host;
using TwcBridge.VirtualDevice.Serial;

namespace TwcBridge.SystemTests.Cli;

[TestClass]
[OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
public class SimulateTests
{
    private const int Interrupt = 2;
    private const int Terminate = 15;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private static readonly byte[] Heartbeat =
    [
        0xC0, 0xFB, 0xE0, 0x77, 0x77, 0x82, 0x04, 0x09, 0x0C, 0x80,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xE9, 0xC0,
    ];

    private static readonly byte[] AnswerStart = [0xC0, 0xFD, 0xE0, 0x82, 0x04, 0x77, 0x77];

    [TestMethod]
    [DataRow(Interrupt)]
    [DataRow(Terminate)]
    public async Task Answers_on_a_pseudo_terminal_until_it_is_stopped(int signal)
    {
        using Process simulator = CliRun.Start("simulate", "--pty", "--connectors", "2");
        string path = await NextLine(simulator);
        using (ISerialLine controller = SerialPort.Open(path))
        {
            controller.Write(Heartbeat, Heartbeat.Length);
            LineExchange.ReadUntil(controller, AnswerStart);
        }

        await ReadUntil(simulator, "8204: linked");
        Assert.AreEqual(0, Kill(simulator.Id, signal));
        Assert.IsTrue(simulator.WaitForExit(Deadline));
        Assert.AreEqual(0, simulator.ExitCode, await simulator.StandardError.ReadToEndAsync());
    }

    [TestMethod]
    public async Task Answers_on_a_serial_port_and_ends_when_it_has_gone()
    {
        PseudoTerminal line = PseudoTerminal.Create();
        using Process simulator = CliRun.Start("simulate", "--serial", line.Name, "--quiet");
        Assert.AreEqual(line.Name, await NextLine(simulator));
        line.Write(Heartbeat, Heartbeat.Length);
        LineExchange.ReadUntil(line, AnswerStart);
        line.Dispose();

        Assert.IsTrue(simulator.WaitForExit(Deadline));
        Assert.AreEqual(3, simulator.ExitCode);
        Assert.AreEqual("", await simulator.StandardOutput.ReadToEndAsync());
        Assert.Contains("has gone", await simulator.StandardError.ReadToEndAsync());
    }

    [TestMethod]
    public void Keeps_off_a_serial_port_that_is_in_use()
    {
        using PseudoTerminal line = PseudoTerminal.Create();
        using ISerialLine taken = SerialPort.Open(line.Name);
        CliRun run = CliRun.Of("simulate", "--serial", line.Name);

        Assert.AreEqual(3, run.ExitCode);
        Assert.Contains("in use", run.Errors);
        Assert.AreEqual("", run.Output);
    }

    [TestMethod]
    [DataRow("Choose one line", "")]
    [DataRow("Choose one line", "--pty --serial /dev/x")]
    [DataRow("--serial", "--serial")]
    [DataRow("--connectors is from 1 to 8", "--pty --connectors 0")]
    [DataRow("--connectors is from 1 to 8", "--pty --connectors 9")]
    [DataRow("'two'", "--pty --connectors two")]
    [DataRow("--protocol is from 1 to 2", "--pty --protocol 3")]
    [DataRow("No car 'bus'", "--pty --car tesla bus")]
    [DataRow("9 cars are too many", "--pty --car none none none none none none none none none")]
    [DataRow("No fault 'noise'", "--pty --fault noise")]
    [DataRow("No fault 'noise=-1'", "--pty --fault noise=-1")]
    [DataRow("No fault 'echo=1'", "--pty --fault echo=1")]
    public void Refuses_what_it_cannot_simulate(string words, string options)
    {
        string line = "simulate " + options;
        CliRun run = CliRun.Of(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.AreEqual(2, run.ExitCode, run.Errors);
        Assert.Contains(words, run.Errors);
        Assert.Contains("see twcbridge simulate --help", run.Errors);
    }

    [TestMethod]
    public async Task Takes_every_kind_of_car_and_fault()
    {
        string[] options = ("simulate --pty --seed 7 --protocol 1 "
            + "--car none tesla tesla-latch fiat full scheduled "
            + "--fault noise=10 flipped=1 lost=1 doubled=1 resets=1 silences=0.5 "
            + "--fault echo mute deaf swapped").Split(' ');
        using Process simulator = CliRun.Start(options);

        string shown = await ReadUntil(simulator, "8209: no link");
        Assert.Contains("8204: no link, no car", shown);
        Assert.AreEqual(0, Kill(simulator.Id, Terminate));
        Assert.IsTrue(simulator.WaitForExit(Deadline));
    }

    private static async Task<string> ReadUntil(Process process, string words)
    {
        StringBuilder shown = new();
        while (!shown.ToString().Contains(words))
        {
            shown.AppendLine(await NextLine(process));
        }
        return shown.ToString();
    }

    private static async Task<string> NextLine(Process process)
    {
        string? line = await process.StandardOutput.ReadLineAsync().WaitAsync(Deadline);
        return line ?? throw new AssertFailedException(
            "twcbridge ended: " + await process.StandardError.ReadToEndAsync());
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int processId, int signal);
}
