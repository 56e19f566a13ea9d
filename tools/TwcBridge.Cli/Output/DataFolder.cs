using System;
using System.IO;

namespace TwcBridge.Cli.Output;

/// <summary>Where the program keeps what it needs again.</summary>
internal static class DataFolder
{
    /// <summary>Of this user. TWCBRIDGE_DATA names another one.</summary>
    public static string Path =>
        Environment.GetEnvironmentVariable("TWCBRIDGE_DATA") is { Length: > 0 } named
            ? named
            : System.IO.Path.Combine(
                Environment.GetFolderPath(
                    Environment.SpecialFolder.LocalApplicationData,
                    Environment.SpecialFolderOption.Create),
                "twcbridge");

    /// <summary>Writes a file that only this user may read, whole or not at all.</summary>
    public static void WritePrivate(string path, string text)
    {
        string folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        string fresh = path + ".new";
        FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using (StreamWriter writer = new(fresh, options))
        {
            writer.Write(text);
        }
        File.Move(fresh, path, overwrite: true);
    }
}
