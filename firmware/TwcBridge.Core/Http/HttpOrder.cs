namespace TwcBridge.Http;

/// <summary>What only the owner of the server can carry out.</summary>
public enum HttpOrder : byte
{
    None,
    Restart,

    /// <summary>Forget all settings, and restart.</summary>
    FactoryReset,
}
