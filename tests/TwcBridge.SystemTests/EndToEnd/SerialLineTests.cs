using System.Collections.Generic;
using System.IO;
using System.Linq;
using TwcBridge.VirtualDevice.Captures;
using TwcBridge.Wire;

namespace TwcBridge.SystemTests.EndToEnd;

/// <summary>Two programs, twcbridge simulate and twcbridge run, and a pseudo terminal between.
/// </summary>
[TestClass]
[OSCondition(OperatingSystems.Linux | OperatingSystems.OSX)]
public class SerialLineTests
{
    // Connectors that announce themselves at the same time collide: that is over by then.
    private const long LinkUpUs = 8_000_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("twcbridge-pty-").FullName;

    [TestCleanup]
    public void RemoveFolder()
    {
        Directory.Delete(_folder, recursive: true);
    }

    // tests/pty-soak.sh does the same for ten minutes.
    [TestMethod]
    public void Loses_no_frame()
    {
        string record = Path.Combine(_folder, "run.txt");
        using ToolProcess simulator = new("simulate --pty --connectors 2");
        using RunningBox box = RunningBox.Start(
            "--serial", simulator.Output.Await("/dev/"), "--site-limit", "32",
            "--for", "20", "--record", record);

        simulator.Output.Await("8204: linked");
        simulator.Output.Await("8205: linked");
        Assert.AreEqual(0, box.Tool.AwaitEnd(), box.Tool.Errors);
        AssertEachAnswered(FramesIn(record).Where(frame => frame.AtUs > LinkUpUs).ToArray());
        box.Output.Await(" 0 connectors lost");
    }

    [TestMethod]
    public void Goes_on_when_the_line_comes_back()
    {
        string device = Path.Combine(_folder, "line");
        using ToolProcess first = new("simulate --pty");
        File.CreateSymbolicLink(device, first.Output.Await("/dev/"));
        using RunningBox box = RunningBox.Start("--serial", device, "--site-limit", "20");
        first.Output.Await("8204: linked");

        first.Kill();
        box.Output.Await("serial: ", "has gone");
        using ToolProcess second = new("simulate --pty");
        File.Delete(device);
        File.CreateSymbolicLink(device, second.Output.Await("/dev/"));

        box.Output.Await("serial: all right again");
        // On a line that is not its own it raises nobody in the first 30 s.
        second.Output.Await("8204: linked", "accepts 6.00 A");
        box.Put("api/v1/limit", """{"amps":11}""");
        second.Output.Await("8204: linked", "accepts 11.00 A");
    }

    private static CapturedFrame[] FramesIn(string record)
    {
        using StreamReader text = new(record);
        return new CaptureDecoder().Decode(CaptureReader.Read(text)).ToArray();
    }

    // After link-up a controller sends nothing but requests, and each has exactly one answer. A
    // request that is answered was heard on the one side, and its answer on the other.
    private static void AssertEachAnswered(CapturedFrame[] frames)
    {
        CapturedFrame[] lost = frames.Where(frame => frame.Status != DecodeStatus.Frame).ToArray();
        Assert.IsEmpty(lost, "refused");
        CapturedFrame[] sent = [.. frames.Where(IsSent)];
        CapturedFrame[] heard = [.. frames.Where(frame => !IsSent(frame))];
        if (IsSent(frames[^1]))
        {
            sent = sent[..^1];      // The run ended before its answer came.
        }

        Assert.IsGreaterThan(24, sent.Length);
        List<string> asked = sent.Select(frame => Key(frame.Body, idOffset: 4)).ToList();
        List<string> answered = heard.Select(frame => Key(frame.Body, idOffset: 2)).ToList();
        if (!IsSent(frames[0]))
        {
            answered.RemoveAt(0);   // Its request was before.
        }
        CollectionAssert.AreEqual(asked, answered);
    }

    private static bool IsSent(CapturedFrame frame)
    {
        return frame.Direction == CaptureDirection.Sent;
    }

    // What is asked, and of whom: an answer has its sender where a request has ours.
    private static string Key(byte[] body, int idOffset)
    {
        return $"{body[1]:X2} {body[idOffset]:X2}{body[idOffset + 1]:X2}";
    }
}
