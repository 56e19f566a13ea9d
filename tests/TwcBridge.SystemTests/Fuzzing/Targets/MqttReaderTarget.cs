using TwcBridge.Mqtt;

namespace TwcBridge.SystemTests.Fuzzing.Targets;

/// <summary>The cutting of a stream into packets. After a bad packet a new connection begins.
/// </summary>
internal sealed class MqttReaderTarget : FuzzTarget
{
    private const int Capacity = 200;

    private readonly PacketMix _mix = new();
    private readonly Delivery _delivery = new();
    private readonly byte[] _chunk = new byte[64];
    private MqttPacketReader _reader = new(Capacity);

    public override string Name => "mqtt-reader";

    public override int CaseLength => 4096;

    public override int PerMille => 60;

    public override bool AllocatesNothing => true;

    public override void Fill(FuzzInput input, FuzzDice dice)
    {
        int length = dice.Between(Delivery.KeyLength + 1, CaseLength);
        Delivery.AddKey(input, dice);
        while (input.Length < length)
        {
            _mix.Add(input, dice);
        }
    }

    public override void Prepare(byte[] bytes)
    {
        _reader = new MqttPacketReader(Capacity);
    }

    public override void Run(byte[] bytes, int length)
    {
        _delivery.Restart(bytes, length);
        while (_delivery.Left > 0)
        {
            int count = _delivery.Take(_chunk, _delivery.Dice.Between(1, _chunk.Length));
            int taken = 0;
            while (taken < count)
            {
                int step = _reader.Push(_chunk, taken, count - taken);
                Require(step > 0 && step <= count - taken, "takes nothing, or too much");
                taken += step;
                Check();
            }
        }
    }

    private void Check()
    {
        MqttReadStatus status = _reader.Status;
        if (status > MqttReadStatus.Packet)
        {
            _reader.Restart();
        }
        else if (status == MqttReadStatus.Packet && _reader.Type == MqttPacketType.Publish)
        {
            Reached++;
            MqttMessage message = _reader.Message;
            Require(message.TopicOffset + message.TopicLength <= Capacity
                && message.PayloadOffset + message.PayloadLength <= Capacity
                && message.PayloadLength >= 0, "a view beyond its buffer");
            Require((message.Qos == 0) == (message.PacketId == 0), "an id that does not fit");
        }
    }
}
