namespace TwcBridge.Diagnostics;

/// <summary>What the LED's code is chosen from. Plain data.</summary>
public sealed class ConditionFacts
{
    public bool IsStalled;
    public bool HasRival;
    public bool IsAccessPointOpen;
    public bool HasNetwork;

    /// <summary>True also when no broker is configured.</summary>
    public bool HasBroker;
    public bool HasConnector;

    public bool IsIdentifying;

    /// <summary>The gravest of what is wrong. The open access point is told before the network
    /// that is missing then anyway.</summary>
    public BoxCondition Condition()
    {
        return IsStalled ? BoxCondition.Stalled
            : IsIdentifying ? BoxCondition.Identify
            : HasRival ? BoxCondition.Rival
            : IsAccessPointOpen ? BoxCondition.SetUp
            : !HasNetwork ? BoxCondition.NoNetwork
            : !HasBroker ? BoxCondition.NoBroker
            : !HasConnector ? BoxCondition.NoConnector
            : BoxCondition.Well;
    }
}
