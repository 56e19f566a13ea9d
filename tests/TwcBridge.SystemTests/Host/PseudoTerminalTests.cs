using System.Linq;
using TwcBridge.VirtualDevice.Serial;

namespace TwcBridge.SystemTests.Host;

[TestClass]
[OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
public class PseudoTerminalTests
{
    // With everything that a terminal in cooked mode would eat, echo or turn into a signal.
    private static readonly byte[] EveryByte =
        Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();

    [TestMethod]
    public void Carries_every_byte_both_ways()
    {
        using PseudoTerminal line = PseudoTerminal.Create();
        using ISerialLine port = SerialPort.Open(line.Name);

        LineExchange.AssertCarries(line, port, EveryByte);
        LineExchange.AssertCarries(port, line, EveryByte);
    }

    [TestMethod]
    public void Is_raw_for_programs_that_set_no_mode()
    {
        using PseudoTerminal line = PseudoTerminal.Create();
        using CarelessProgram port = new(line.Name);

        LineExchange.AssertCarries(line, port, EveryByte);
        LineExchange.AssertCarries(port, line, EveryByte);
    }

    [TestMethod]
    public void Answers_a_read_at_once_when_nothing_is_there()
    {
        using PseudoTerminal line = PseudoTerminal.Create();
        using ISerialLine port = SerialPort.Open(line.Name);
        byte[] buffer = new byte[8];

        Assert.AreEqual(0, line.Read(buffer));
        Assert.AreEqual(0, port.Read(buffer));
        Assert.IsFalse(line.WaitReadable(0));
        Assert.IsFalse(port.WaitReadable(0));
    }

    [TestMethod]
    public void Stays_when_the_other_program_closes_and_comes_back()
    {
        using PseudoTerminal line = PseudoTerminal.Create();
        for (int turn = 0; turn < 3; turn++)
        {
            using (ISerialLine port = SerialPort.Open(line.Name))
            {
                LineExchange.AssertCarries(line, port, [0xC0, 0x0D, (byte)turn]);
                LineExchange.AssertCarries(port, line, [0xC0, 0x03, (byte)turn]);
            }
            Assert.AreEqual(0, line.Read(new byte[8]));
            Assert.IsFalse(line.WaitReadable(0));
        }
    }

    [TestMethod]
    public void Loses_what_nobody_listens_to()
    {
        using PseudoTerminal line = PseudoTerminal.Create();
        using CarelessProgram port = new(line.Name);
        for (int i = 0; i < 1000; i++)
        {
            line.Write(EveryByte, EveryByte.Length);
            Assert.IsTrue(port.WaitReadable(LineExchange.DeadlineMs));
        }
        byte[] late = [0xC0, 0xFB, 0xE0];
        line.Write(late, late.Length);

        byte[] heard = LineExchange.ReadUntil(port, late);
        Assert.IsLessThan(10 * EveryByte.Length, heard.Length);
        Assert.AreEqual(1000 * EveryByte.Length + late.Length, heard.Length + line.LostByteCount);
    }

    [TestMethod]
    public void Tells_the_other_program_when_the_line_has_gone()
    {
        PseudoTerminal line = PseudoTerminal.Create();
        using ISerialLine port = SerialPort.Open(line.Name);
        line.Dispose();

        SerialLineException refusal = Assert.ThrowsExactly<SerialLineException>(
            () => LineExchange.Read(port, 1));
        Assert.AreEqual(SerialLineError.Lost, refusal.Error);
    }
}
