namespace TwcBridge.Charging;

/// <summary>What the limits of several connectors come to, in 0.01 A: as they were decided, or as
/// the connectors may still hold them.</summary>
public sealed class LimitsInForce
{
    private readonly Connector[] _connectors;

    /// <param name="connectors">Each question is about the first so many of them.</param>
    public LimitsInForce(Connector[] connectors)
    {
        _connectors = connectors;
    }

    /// <summary>Of those that we speak to. An offer counts from its decision on, and what a
    /// connector holds, or lives by, until its echo: one that comes back may still hold what was
    /// given to others meanwhile.</summary>
    public int Sum(int count)
    {
        int sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += IsSpokenTo(_connectors[i]) ? Held(_connectors[i]) : 0;
        }
        return sum;
    }

    /// <summary>The same of all but one, with those that live by what they heard last.</summary>
    /// <param name="isHeard">As it will be once every decision has been heard.</param>
    public int OfOthers(int count, int index, bool isHeard)
    {
        int sum = 0;
        for (int i = 0; i < count; i++)
        {
            Connector other = _connectors[i];
            int centiamps = !IsSpokenTo(other) ? other.OwnExposureCentiamps
                : isHeard ? other.OfferedCentiamps
                : Held(other);
            sum += i == index ? 0 : centiamps;
        }
        return sum;
    }

    /// <summary>Whether somebody holds more than it was decided to have.</summary>
    public bool IsAnyoneLowered(int count)
    {
        bool isLowered = false;
        for (int i = 0; i < count; i++)
        {
            int offered = _connectors[i].OfferedCentiamps;
            isLowered |= offered > 0 && _connectors[i].AcceptedCentiamps > offered;
        }
        return isLowered;
    }

    private static bool IsSpokenTo(Connector connector)
    {
        return connector.IsLinked && connector.IsServed;
    }

    private static int Held(Connector connector)
    {
        int held = connector.IsSurelyOpen ? 0 : connector.TakenCentiamps;
        return held > connector.OfferedCentiamps ? held : connector.OfferedCentiamps;
    }
}
