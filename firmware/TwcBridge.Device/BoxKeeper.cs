using TwcBridge.Config;
using TwcBridge.Loops;

namespace TwcBridge.Device;

/// <summary>The flash and the power switch, for what comes in over HTTP.</summary>
internal sealed class BoxKeeper : IBoxKeeper
{
    private readonly FlashStorage _storage;
    private readonly Restarter _restarter;

    public BoxKeeper(FlashStorage storage, Restarter restarter)
    {
        _storage = storage;
        _restarter = restarter;
    }

    public bool Keeps => true;

    public bool HasCertificate => _storage.LoadCertificate() != null;

    public bool TrySave(Settings settings)
    {
        return _storage.TrySave(settings);
    }

    public bool TrySaveCertificate(byte[] der, int length)
    {
        return _storage.TrySaveCertificate(der, length);
    }

    public void Erase()
    {
        _storage.EraseSettings();
    }

    public void Restart()
    {
        _restarter.Restart();
    }
}
