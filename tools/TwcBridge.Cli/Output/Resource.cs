using System.IO;
using System.Text;

namespace TwcBridge.Cli.Output;

/// <summary>Files of the repository that the program carries with it.</summary>
internal static class Resource
{
    public static string Read(string name)
    {
        using Stream stream = typeof(Resource).Assembly.GetManifestResourceStream(name)!;
        using StreamReader text = new(stream, Encoding.UTF8);
        return text.ReadToEnd();
    }
}
