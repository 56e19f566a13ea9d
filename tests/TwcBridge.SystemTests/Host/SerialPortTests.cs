using System.IO;
using TwcBridge.VirtualDevice.Serial;

namespace TwcBridge.SystemTests.Host;

[TestClass]
[OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
public class SerialPortTests
{
    private const int NotPermitted = 1;
    private const int Interrupted = 4;
    private const int NoSuchDeviceOrAddress = 6;
    private const int AccessDenied = 13;
    private const int DeviceBusy = 16;
    private const int NoSuchDevice = 19;
    private const int InputOutputError = 5;

    [TestMethod]
    public void Keeps_a_device_for_itself_until_it_closes()
    {
        using PseudoTerminal line = PseudoTerminal.Create();
        using (SerialPort.Open(line.Name))
        {
            AssertRefused(SerialLineError.Busy, line.Name);
        }
        using ISerialLine again = SerialPort.Open(line.Name);
        LineExchange.AssertCarries(line, again, [0x55]);
    }

    [TestMethod]
    public void Forgets_what_arrived_before_it_opened()
    {
        using PseudoTerminal line = PseudoTerminal.Create();
        line.Write([0x11, 0x22], 2);

        using ISerialLine port = SerialPort.Open(line.Name);
        LineExchange.AssertCarries(line, port, [0x33]);
    }

    [TestMethod]
    public void Says_which_device_is_missing()
    {
        AssertRefused(SerialLineError.NoSuchDevice, "/dev/twcbridge-no-such-port");
    }

    [TestMethod]
    public void Refuses_what_is_no_serial_port()
    {
        string file = Path.GetTempFileName();
        try
        {
            AssertRefused(SerialLineError.NotASerialPort, file);
            AssertRefused(SerialLineError.NotASerialPort, Path.GetTempPath());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [TestMethod]
    [DataRow(AccessDenied, SerialLineError.PermissionDenied, "dialout")]
    [DataRow(NotPermitted, SerialLineError.PermissionDenied, "dialout")]
    [DataRow(DeviceBusy, SerialLineError.Busy, "fuser /dev/x")]
    [DataRow(NoSuchDevice, SerialLineError.NoSuchDevice, "/dev/x does not exist")]
    [DataRow(NoSuchDeviceOrAddress, SerialLineError.NoSuchDevice, "/dev/x does not exist")]
    [DataRow(Interrupted, SerialLineError.Failed, "error 4")]
    public void Says_what_to_do_when_a_device_cannot_be_opened(
        int errno, SerialLineError error, string advice)
    {
        SerialLineException refusal = UnixFailure.WhileOpening("/dev/x", errno);

        Assert.AreEqual(error, refusal.Error);
        Assert.Contains(advice, refusal.Message);
    }

    [TestMethod]
    [DataRow(InputOutputError, SerialLineError.Lost)]
    [DataRow(NoSuchDevice, SerialLineError.Lost)]
    [DataRow(AccessDenied, SerialLineError.Failed)]
    public void Tells_an_unplugged_adapter_from_another_fault(int errno, SerialLineError error)
    {
        Assert.AreEqual(error, UnixFailure.WhileUsing("/dev/x", errno).Error);
    }

    private static void AssertRefused(SerialLineError error, string device)
    {
        SerialLineException refusal =
            Assert.ThrowsExactly<SerialLineException>(() => SerialPort.Open(device));
        Assert.AreEqual(error, refusal.Error);
        Assert.Contains(device, refusal.Message);
    }
}
