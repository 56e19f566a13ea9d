namespace TwcBridge.Simulator;

/// <summary>Why a car that wants power gets none.</summary>
internal enum Pause : byte
{
    None,

    /// <summary>Protocol 1 was told 0 A; any limit from 5 A on ends it.</summary>
    ZeroOffer,

    /// <summary>The contactor was ordered open; the opposite order ends it.</summary>
    Order,

    /// <summary>
    /// The contactor opened because no controller was heard; a heartbeat and then a limit end it.
    /// </summary>
    LostController,
}
