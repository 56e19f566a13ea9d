using System;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// PROTOCOL 6 rule 5. After the boot we listen. A frame of another controller that can be read at
/// our port makes us silent for a moment; a second one within that moment, until the rival was
/// silent for a minute or the owner says that it is gone. Whether a frame was the rival's is known
/// from who really sent it.
/// </summary>
internal sealed class RivalCheck : Checker
{
    private const long ListenUs = 2 * Micros.PerSecond;
    private const long MomentUs = 2 * Micros.PerSecond;
    private const long SuspicionUs = 2500 * Micros.PerMs;
    private const long GoneUs = 60 * Micros.PerSecond;
    private const long EchoWindowUs = 120 * Micros.PerMs;

    // The bridge counts in milliseconds.
    private const long RoundingUs = 2 * Micros.PerMs;

    private readonly byte[] _sent = new byte[32];
    private int _sentLength;
    private long _sentUs = ConnectorWatch.Never;
    private long _quietUntilUs;
    private long _suspectUntilUs;
    private long _standUntilUs;
    private string _reason = "";

    public RivalCheck(Evidence evidence)
        : base(evidence)
    {
    }

    public override void OnBoot()
    {
        _suspectUntilUs = 0;
        _standUntilUs = 0;
        _sentLength = 0;
        BeQuiet(ListenUs, "before it has listened for 2 s");
    }

    public override void OnTakeOver()
    {
        if (NowUs < _standUntilUs)
        {
            _standUntilUs = 0;
            _suspectUntilUs = 0;
            BeQuiet(ListenUs, "before it has listened again");
        }
        else if (Evidence.WasMisheardWithin(GoneUs))
        {
            // A spoilt frame may have been the second one: then it stood down, and forgets now.
            _suspectUntilUs = 0;
        }
    }

    public override void OnHeard()
    {
        if (Evidence.Heard.Speaker != Speaker.Rival || LooksLikeOurEcho())
        {
            return;
        }
        if (NowUs < Math.Max(_standUntilUs, _suspectUntilUs) - RoundingUs)
        {
            _standUntilUs = NowUs + GoneUs;
        }
        _suspectUntilUs = NowUs + SuspicionUs;
        BeQuiet(MomentUs, "although it has just heard another controller");
    }

    public override void OnSending()
    {
        if (NowUs < _standUntilUs - RoundingUs)
        {
            Evidence.Refute(Property.SilentBesideRival,
                "sends although it has heard two frames of another controller, the last one "
                + $"{(NowUs - _standUntilUs + GoneUs) / Micros.PerMs} ms ago");
        }
        else if (NowUs < _quietUntilUs - RoundingUs)
        {
            Evidence.Refute(Property.SilentBesideRival, "sends " + _reason);
        }
        _sentUs = NowUs;
        _sentLength = Math.Min(Evidence.Sent.Frame.Length, _sent.Length);
        for (int i = 0; i < _sentLength; i++)
        {
            _sent[i] = Evidence.Sent.Frame[i];
        }
    }

    private void BeQuiet(long us, string reason)
    {
        _quietUntilUs = NowUs + us;
        _reason = reason;
    }

    // A rival with our own id that says the very same word right behind us cannot be told from an
    // adapter that echoes.
    private bool LooksLikeOurEcho()
    {
        WireFrame heard = Evidence.Heard.Frame;
        if (NowUs - _sentUs > EchoWindowUs + Micros.PerSecond || heard.Length != _sentLength)
        {
            return false;
        }
        for (int i = 0; i < _sentLength; i++)
        {
            if (heard[i] != _sent[i])
            {
                return false;
            }
        }
        return true;
    }
}
