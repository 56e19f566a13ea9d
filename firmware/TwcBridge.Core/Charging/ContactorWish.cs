namespace TwcBridge.Charging;

/// <summary>What the charging side wants of a contactor, in stop mode Contactor.</summary>
public enum ContactorWish : byte
{
    None,
    Close,
    Open,
}
