using System.Threading;
using TwcBridge.Config;
using TwcBridge.Loops;

namespace TwcBridge.VirtualDevice.Hosting;

/// <summary>What a box on a PC keeps over its restarts: in memory until the program ends, and for
/// good where there is a file.</summary>
public sealed class BoxMemory : IBoxKeeper
{
    private readonly Settings _fresh = new();
    private readonly byte[]? _freshCertificate;
    private readonly SettingsFile? _file;

    /// <param name="settings">Changed by the box.</param>
    /// <param name="fresh">What a factory reset goes back to; null for what they are now.</param>
    /// <param name="certificate">Of who has signed the broker's (DER); null without one.</param>
    /// <param name="file">Where changes are kept; null for nowhere.</param>
    public BoxMemory(
        Settings settings, Settings? fresh = null, byte[]? certificate = null,
        SettingsFile? file = null)
    {
        Settings = settings;
        _fresh.CopyFrom(fresh ?? settings);
        _freshCertificate = certificate;
        _file = file;
        Certificate = certificate ?? file?.LoadCertificate();
    }

    public Settings Settings { get; }

    public byte[]? Certificate { get; private set; }

    /// <summary>Set when the box is to start anew.</summary>
    public ManualResetEvent Restarts { get; } = new(false);

    /// <summary>This is not the first start.</summary>
    public bool HasRun { get; private set; }

    public bool Keeps => _file != null;

    public bool HasCertificate => Certificate != null;

    public bool TrySave(Settings settings)
    {
        return _file == null || _file.TrySave(Settings, settings);
    }

    public bool TrySaveCertificate(byte[] der, int length)
    {
        byte[]? certificate = length == 0 ? null : der[..length];
        bool isSaved = _file == null || _file.TrySaveCertificate(certificate);
        Certificate = isSaved ? certificate : Certificate;
        return isSaved;
    }

    public void Erase()
    {
        Settings.CopyFrom(_fresh);
        Certificate = _freshCertificate;
        _file?.Erase();
    }

    public void Restart()
    {
        HasRun = true;
        Restarts.Set();
    }
}
