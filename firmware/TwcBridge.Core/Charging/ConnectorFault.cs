namespace TwcBridge.Charging;

/// <summary>What is wrong with one connector, worst last. One is shown at a time.</summary>
public enum ConnectorFault : byte
{
    None,

    /// <summary>The connector reports state 02 (PROTOCOL 3.2).</summary>
    ReportsError,

    /// <summary>The site limit cannot carry this connector's minimum; it is not served.</summary>
    SiteLimitTooSmall,

    /// <summary>It confirmed a higher limit than any we sent (PROTOCOL 6 rule 7).</summary>
    AcceptsMoreThanOffered,

    /// <summary>It draws more than 10 % or 1 A above the offer for 10 s (PROTOCOL 6 rule 8).
    /// </summary>
    DrawsMoreThanOffered,
}
