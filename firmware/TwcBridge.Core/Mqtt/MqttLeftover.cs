using TwcBridge.Control;

namespace TwcBridge.Mqtt;

/// <summary>
/// A connector of before our start, which the broker still shows as online although we have not
/// heard it. What would pass for its present state is taken back, one topic at a time; everything
/// is told anew once it links.
/// </summary>
public sealed class MqttLeftover
{
    private const int None = 0;

    private readonly MqttComposer _composer;
    private int _id;
    private MqttTopic _topic;

    public MqttLeftover(MqttComposer composer)
    {
        _composer = composer;
    }

    /// <summary>Nothing more is to be heard before it is taken back: there is one place.</summary>
    public bool IsWaiting => _id != None;

    /// <summary>False: the message does not tell whether a connector is there.</summary>
    public bool TryHear(MqttMessage message, BoxStatus status)
    {
        if (!SurfaceTopics.IsChargerAvailability(message.Buffer, message.TopicOffset,
            message.TopicLength, _composer.BaseTopic, out int id))
        {
            return false;
        }
        // What is not retained is our own word, just said.
        if (message.Retain && status.Find(id) == null && Ascii.Equal(
            message.Buffer, message.PayloadOffset, message.PayloadLength, SurfaceTopics.Online))
        {
            _id = id;
            _topic = MqttTopic.Availability;
        }
        return true;
    }

    /// <summary>What is to be published next, or null: there is none, or it has linked meanwhile.
    /// </summary>
    public MqttPublication Next(BoxStatus status)
    {
        _id = status.Find(_id) == null ? _id : None;
        return _id == None ? null : _composer.Unmet(_topic, _id);
    }

    public void OnTold()
    {
        _id = _topic == MqttTopic.State ? None : _id;
        _topic++;
    }
}
