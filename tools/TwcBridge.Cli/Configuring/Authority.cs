using System.IO;
using System.Text;
using System.Text.Json.Nodes;
using TwcBridge.Cli.Boxes;
using TwcBridge.Cli.Running;
using TwcBridge.Http;

namespace TwcBridge.Cli.Configuring;

/// <summary>The certificate of who has signed the broker's, from a file of the user.</summary>
internal static class Authority
{
    /// <summary>Instead of a file: takes it away.</summary>
    public const string None = "none";

    private const string Path = "api/v1/config/mqtt-ca";

    /// <summary>As DER, checked by the firmware's own rules.</summary>
    public static byte[] Read(string file)
    {
        byte[] text = File.ReadAllBytes(file);
        int length = PemText.Decode(text, text.Length);
        return length > 0
            ? text[..length]
            : throw new RunException(ExitCode.BadInput,
                $"{file}: not one whole certificate in PEM, from BEGIN CERTIFICATE to END. "
                + "Of a bundle give the one that has signed the broker's.");
    }

    /// <param name="file">None to take it away, null to leave it alone.</param>
    public static void Send(BoxClient box, string? file)
    {
        if (file == null)
        {
            return;
        }
        if (file == None)
        {
            box.Delete(Path).Expect(box.Address);
            return;
        }
        Read(file);
        JsonObject body = new() { ["pem"] = Whole(File.ReadAllText(file, Encoding.ASCII)) };
        box.Put(Path, body.ToJsonString()).Expect(box.Address);
    }

    // Some programs write a description in front, which a box has no place for.
    private static string Whole(string text)
    {
        return text[text.IndexOf("-----BEGIN")..].Replace("\r", "").TrimEnd();
    }
}
