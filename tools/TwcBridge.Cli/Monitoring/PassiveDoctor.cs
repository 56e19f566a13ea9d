using System.Globalization;
using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.Config;
using TwcBridge.Control;

namespace TwcBridge.Cli.Monitoring;

/// <summary>
/// The firmware's own wiring diagnosis on traffic that others make: a bridge that only listens. It
/// is never asked what to send, and there is no line that it could send on.
/// </summary>
internal sealed class PassiveDoctor
{
    private readonly Bridge _bridge;
    private readonly BoxStatus _status = new();
    private long _nowMs;

    public PassiveDoctor(long nowMs)
    {
        Settings settings = new();
        settings.TrySet(SettingKey.Passive, 1);
        settings.TrySet(SettingKey.MaxConnectors, SettingsTable.MaxOf(SettingKey.MaxConnectors));
        _bridge = new Bridge(BridgeOptions.From(settings), nowMs);
        _nowMs = nowMs;
        Diagnosis = Look();
    }

    public Diagnosis Diagnosis { get; private set; }

    public void OnReceived(byte[] bytes, int length, long nowMs)
    {
        OnTime(nowMs);
        _bridge.OnReceived(bytes, length, nowMs);
    }

    /// <summary>Brings it to this instant, in steps as a box would take them: the diagnosis looks
    /// once a second.</summary>
    public void OnTime(long nowMs)
    {
        while (_nowMs < nowMs)
        {
            _nowMs = long.Min(nowMs, _nowMs + WiringDoctor.VisitMs);
            _bridge.OnTime(_nowMs);
        }
        Diagnosis = Look();
    }

    private Diagnosis Look()
    {
        _bridge.CopyStatusTo(_status, _nowMs);
        string? id = _status.FindingId == 0
            ? null
            : _status.FindingId.ToString("x4", CultureInfo.InvariantCulture);
        return new Diagnosis(DiagnosisWords.CodeOf(_status.Finding),
            DiagnosisWords.TextOf(_status.Finding), id);
    }
}
