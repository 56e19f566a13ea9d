using System.Text;
using TwcBridge.Config;
using TwcBridge.Http;

namespace TwcBridge.Loops;

/// <summary>Carries out what came in over HTTP and concerns the box as a whole: settings are saved
/// and put in force, and it starts anew when it is told to. Turns on the network loop's thread.
/// </summary>
public sealed class HttpDesk
{
    /// <summary>For the answer to leave.</summary>
    public const int RestartAfterMs = 2000;

    private const long Never = long.MaxValue;

    private readonly HttpServer _server;
    private readonly IBoxKeeper _keeper;
    private readonly LimitDesk _limits;
    private readonly Settings _settings;
    private long _restartAtMs = Never;
    private bool _isSetupOpen;
    private bool _erases;

    /// <param name="settings">In force; changed here.</param>
    public HttpDesk(HttpServer server, IBoxKeeper keeper, LimitDesk limits, Settings settings)
    {
        _server = server;
        _keeper = keeper;
        _limits = limits;
        _settings = settings;
        _server.Settings.Use(settings, keeper.Keeps);
        _server.Certificate.Use(keeper.HasCertificate);
    }

    /// <summary>Set-up is served from now on, and the box starts anew with what comes of it.
    /// </summary>
    public void OpenSetup()
    {
        _isSetupOpen = true;
        _server.Settings.OpenSetup();
    }

    public void Turn(long nowMs)
    {
        if (_server.Settings.WantsSaving)
        {
            Save(nowMs);
        }
        HttpCertificate certificate = _server.Certificate;
        if (certificate.WantsSaving)
        {
            _server.OnSaved(
                _keeper.TrySaveCertificate(certificate.Bytes, certificate.Length), nowMs);
        }
        HttpOrder order = _server.Door.TakeOrder();
        if (order != HttpOrder.None)
        {
            _erases |= order == HttpOrder.FactoryReset;
            _restartAtMs = nowMs + RestartAfterMs;
        }
        if (nowMs >= _restartAtMs)
        {
            _restartAtMs = Never;
            Restart();
        }
    }

    private void Save(long nowMs)
    {
        string password = _settings.Text(SettingKey.HttpPassword);
        bool isSaved = _keeper.TrySave(_server.Settings.Draft);
        _server.OnSaved(isSaved, nowMs);
        if (!isSaved)
        {
            return;
        }
        _limits.Post(_settings);
        if (password != _settings.Text(SettingKey.HttpPassword))
        {
            _server.Auth.OnPassword(
                Encoding.UTF8.GetBytes(_settings.Text(SettingKey.HttpPassword)));
        }
        if (_isSetupOpen)
        {
            _restartAtMs = nowMs + RestartAfterMs;
        }
    }

    private void Restart()
    {
        if (_erases)
        {
            _keeper.Erase();
        }
        _keeper.Restart();
    }
}
