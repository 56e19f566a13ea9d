using TwcBridge.Control;

namespace TwcBridge.Mqtt;

/// <summary>What is told once, as it happens: events, and what the car is asked for.</summary>
public sealed class MqttNews
{
    private readonly EventSpotter _events;
    private readonly VehicleAsker _vehicles;
    private readonly MqttComposer _composer;
    private readonly BoxFacts _facts;

    private int _vehicle = VehicleAsker.None;

    public MqttNews(MqttSurfaceOptions options, MqttComposer composer)
    {
        _events = new EventSpotter(options.MaxConnectors);
        _vehicles = new VehicleAsker(options.MaxConnectors);
        _composer = composer;
        _facts = options.Facts;
    }

    public bool IsWaiting => _events.Next != null || _vehicle != VehicleAsker.None;

    /// <summary>Events that nobody was told.</summary>
    public long DroppedCount => _events.DroppedCount;

    public void OnStatus(BoxStatus status, long nowMs)
    {
        _events.OnStatus(status, _facts.UnixSeconds, nowMs);
        _vehicles.OnStatus(status);
        _vehicle = _vehicles.Next(status, nowMs);
    }

    /// <summary>Whoever gave the command has been told. That it was refused others want to know,
    /// too.</summary>
    public void OnAnswered(CommandStore answer, long nowMs)
    {
        if (answer.Asked.Status != ParseStatus.Ok || !answer.Result.Ok)
        {
            _events.OnRefused(
                answer.Asked.Command.PeripheralId, AnswerCode.Of(answer.Asked, answer.Result),
                _facts.UnixSeconds, nowMs);
        }
    }

    /// <summary>What is to be told next; only while something is waiting.</summary>
    public MqttPublication Compose(BoxStatus status)
    {
        return _vehicle == VehicleAsker.None
            ? _composer.Event(_events.Next)
            : _composer.Vehicle(status.Connector(_vehicle));
    }

    /// <summary>That has been told.</summary>
    public void OnTold(BoxStatus status, long nowMs)
    {
        if (_vehicle == VehicleAsker.None)
        {
            _events.OnTold();
            return;
        }
        _vehicles.OnAsked(_vehicle, status.Connector(_vehicle), nowMs);
        _vehicle = _vehicles.Next(status, nowMs);
    }
}
