namespace TwcBridge.VirtualDevice.Proving;

/// <summary>Whose frame was heard.</summary>
internal enum Speaker : byte
{
    /// <summary>No unit has sent this: spoilt bytes whose checksum is right by bad luck. With eight
    /// bits that is one spoilt frame in 256.</summary>
    Nobody,

    /// <summary>Our own frame, given back by the adapter.</summary>
    Ourselves,

    Connector,

    Rival,
}
