using TwcBridge.Config;
using TwcBridge.Http;

namespace TwcBridge.Device;

/// <summary>Opens set-up while the access point is open, keeps what comes of it, and starts the box
/// anew with it.</summary>
internal sealed class SetupDesk
{
    // For the answer to leave.
    private const int RestartAfterMs = 2000;

    private readonly HttpServer _server;
    private readonly INetworkLink _link;
    private readonly FlashStorage _storage;
    private readonly Restarter _restarter;
    private readonly Settings _settings;
    private bool _isOpen;
    private bool _isSaved;
    private long _restartAtMs;

    public SetupDesk(
        HttpServer server, INetworkLink link, FlashStorage storage, Restarter restarter,
        Settings settings)
    {
        _server = server;
        _link = link;
        _storage = storage;
        _restarter = restarter;
        _settings = settings;
    }

    public void Turn(long nowMs)
    {
        if (!_isOpen && _link.IsAccessPointOpen)
        {
            _isOpen = true;
            _server.Setup.Open(_settings);
        }
        if (_isOpen && _server.Setup.TryTake(_settings))
        {
            _isSaved = _storage.TrySave(_settings);
            _restartAtMs = nowMs + RestartAfterMs;
        }
        if (_isSaved && nowMs >= _restartAtMs)
        {
            _restarter.Restart();
        }
    }
}
