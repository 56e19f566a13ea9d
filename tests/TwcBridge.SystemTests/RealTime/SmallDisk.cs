using System.Diagnostics;
using System.IO;
using TwcBridge.SystemTests.EndToEnd;

namespace TwcBridge.SystemTests.RealTime;

/// <summary>
/// A file system of 64 KB that only one program sees, so that it can be full in earnest. Without
/// root it takes a kernel that grants user namespaces.
/// </summary>
internal sealed class SmallDisk
{
    private const int Bytes = 64 * 1024;
    private const string Mount = "mount -t tmpfs -o size=64k tmpfs \"$0\" && echo '{}' >\"$0/set\"";

    private readonly string _folder;
    private int _processId;

    public SmallDisk(string folder)
    {
        _folder = folder;
    }

    /// <summary>Holds {}; as the program is to be told it.</summary>
    public string Settings => Path.Combine(_folder, "set");

    private string Filling => Path.Combine(Seen(_folder), "filling");

    public bool IsPossible()
    {
        using Process trial = Process.Start("unshare", Arguments(Mount));
        trial.WaitForExit();
        return trial.ExitCode == 0;
    }

    /// <summary>The program must not fork before it is asked what it sees.</summary>
    public ToolProcess Start(string[] command)
    {
        string[] arguments = [.. Arguments($"{Mount} && exec \"$@\""), .. command];
        ProcessStartInfo start = new("unshare", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process process = Process.Start(start)!;
        _processId = process.Id;
        return new ToolProcess(process);
    }

    public string ReadSettings()
    {
        return File.ReadAllText(Seen(Settings));
    }

    public void Fill()
    {
        Assert.ThrowsExactly<IOException>(() => File.WriteAllBytes(Filling, new byte[Bytes]));
    }

    public void MakeRoom()
    {
        File.Delete(Filling);
    }

    private string[] Arguments(string script)
    {
        return ["--user", "--map-root-user", "--mount", "sh", "-c", script, _folder];
    }

    private string Seen(string path)
    {
        return $"/proc/{_processId}/root{path}";
    }
}
