namespace TwcBridge.Charging;

/// <summary>What is in force when the last lease has run out and there is no default.</summary>
public enum FailsafeMode : byte
{
    /// <summary>An amount of the settings, for each connector.</summary>
    Amount,

    /// <summary>What was in force last; after a start the amount.</summary>
    Keep,

    /// <summary>Nothing, as the stop mode can.</summary>
    Stop,
}
