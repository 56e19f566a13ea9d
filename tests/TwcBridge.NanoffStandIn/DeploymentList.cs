using System.IO;
using System.Text.Json;

namespace TwcBridge.NanoffStandIn;

/// <summary>The file that --filedeployment names.</summary>
internal static class DeploymentList
{
    public static (string Source, string Target) Read(string path)
    {
        using JsonDocument list = JsonDocument.Parse(File.ReadAllText(path));
        _ = list.RootElement.GetProperty("SerialPort").GetString();
        JsonElement file = list.RootElement.GetProperty("Files")[0];
        return (file.GetProperty("SourceFilePath").GetString()!,
            file.GetProperty("DestinationFilePath").GetString()!);
    }
}
