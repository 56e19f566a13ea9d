using System;
using System.Diagnostics;
using System.IO;
using System.Net.Http;
using TwcBridge.SystemTests.EndToEnd;

namespace TwcBridge.SystemTests.RealTime;

/// <summary>A disk without room stops what is to be kept, and nothing else.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public sealed class FullDiskTests
{
    private const string Config = "api/v1/config";

    private readonly string _folder =
        Directory.CreateTempSubdirectory("twcbridge-full-").FullName;

    [TestCleanup]
    public void RemoveFolder()
    {
        Directory.Delete(_folder, recursive: true);
    }

    [TestMethod]
    public void A_setting_that_cannot_be_kept_is_refused_and_no_heartbeat_is_late()
    {
        SmallDisk disk = new(Directory.CreateDirectory(Path.Combine(_folder, "disk")).FullName);
        if (!disk.IsPossible())
        {
            Assert.Inconclusive("no file system of our own: the kernel grants no user namespaces");
        }
        string record = Path.Combine(_folder, "run.txt");
        Stopwatch passed = Stopwatch.StartNew();
        using RunningBox box = RunningBox.StartOn(
            disk, "--settings", disk.Settings, "--record", record);
        box.AwaitLinked();
        Assert.AreEqual(200, Patch(box, 20));
        string kept = disk.ReadSettings();

        disk.Fill();
        Assert.AreEqual(503, Patch(box, 16));
        Assert.AreEqual(20, (double)box.Get(Config)["site_limit_amps"]!);
        Assert.AreEqual(kept, disk.ReadSettings());
        box.Put("api/v1/limit", """{"amps":13}""");
        box.AwaitTold(13);

        disk.MakeRoom();
        Assert.AreEqual(200, Patch(box, 16));
        Assert.Contains("16", disk.ReadSettings());
        int seconds = (int)passed.Elapsed.TotalSeconds;
        Assert.AreEqual(0, box.Tool.Stop());
        HeartbeatLog.AssertSteady(record, 2, Math.Max(seconds - 10, 1));
    }

    private static int Patch(RunningBox box, int amps)
    {
        return box.Send(HttpMethod.Patch, Config, $$"""{"site_limit_amps":{{amps}}}""").Status;
    }
}
