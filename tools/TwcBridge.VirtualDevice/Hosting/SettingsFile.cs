using System;
using System.IO;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using TwcBridge.Config;
using TwcBridge.Control;

namespace TwcBridge.VirtualDevice.Hosting;

/// <summary>
/// The settings file of a box on a PC, and a certificate beside it. What the owner changes is
/// written back, and nothing else: what the command line said stays there. A file is replaced by a
/// whole new one or not at all, wherever the power is cut.
/// </summary>
public sealed class SettingsFile
{
    private const string CertificateEnd = ".mqtt-ca.pem";
    private const string DraftEnd = ".new";
    private const string PemLabel = "CERTIFICATE";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    private readonly string _path;

    /// <param name="path">Has to be there.</param>
    public SettingsFile(string path)
    {
        _path = path;
    }

    public bool TrySave(Settings before, Settings after)
    {
        return Try(() =>
        {
            JsonObject file = JsonNode.Parse(File.ReadAllText(_path))!.AsObject();
            JsonObject all = Everything(after);
            for (int i = 0; i < SettingsTable.Count; i++)
            {
                SettingKey key = (SettingKey)i;
                if (before.Number(key) != after.Number(key) || before.Text(key) != after.Text(key))
                {
                    string name = SettingsTable.NameOf(key);
                    file[name] = all[name]?.DeepClone();
                }
            }
            Replace(_path, file.ToJsonString(Readable) + "\n");
        });
    }

    /// <summary>DER, or null.</summary>
    public byte[]? LoadCertificate()
    {
        string path = _path + CertificateEnd;
        if (!File.Exists(path))
        {
            return null;
        }
        string text = File.ReadAllText(path);
        return PemEncoding.TryFind(text, out PemFields found)
            ? Convert.FromBase64String(text[found.Base64Data])
            : null;
    }

    public bool TrySaveCertificate(byte[]? der)
    {
        return Try(() =>
        {
            if (der == null)
            {
                File.Delete(_path + CertificateEnd);
                return;
            }
            Replace(_path + CertificateEnd, PemEncoding.WriteString(PemLabel, der) + "\n");
        });
    }

    /// <summary>Nothing is left of any setting.</summary>
    public void Erase()
    {
        Try(() =>
        {
            File.Delete(_path + CertificateEnd);
            Replace(_path, "{}\n");
        });
    }

    private static JsonObject Everything(Settings settings)
    {
        ByteWriter text = new(SlotRecord.MaxPayloadLength);
        SettingsWriter.Write(new JsonWriter(text), settings, withSecrets: true);
        return JsonNode.Parse(text.Buffer.AsSpan(0, text.Length))!.AsObject();
    }

    private static void Replace(string path, string text)
    {
        string draft = path + DraftEnd;
        using (StreamWriter writer = new(draft))
        {
            if (!OperatingSystem.IsWindows())   // It may hold passwords.
            {
                File.SetUnixFileMode(draft, File.Exists(path)
                    ? File.GetUnixFileMode(path)
                    : UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
            writer.Write(text);
            writer.Flush();
            ((FileStream)writer.BaseStream).Flush(flushToDisk: true);
        }
        File.Move(draft, path, overwrite: true);
    }

    private static bool Try(Action write)
    {
        try
        {
            write();
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException
            or JsonException or InvalidOperationException)
        {
            return false;   // Whoever asked is told; what was there stands.
        }
    }
}
