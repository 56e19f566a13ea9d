using TwcBridge.Config;

namespace TwcBridge.Loops;

/// <summary>What only the owner of the box can do: the board with its flash, the PC with files.
/// </summary>
public interface IBoxKeeper
{
    /// <summary>What is saved outlives the power. False on a PC without a file.</summary>
    public bool Keeps { get; }

    /// <summary>False when they could not be written: what was saved before stands.</summary>
    public bool TrySave(Settings settings);

    /// <summary>There is a certificate as below.</summary>
    public bool HasCertificate { get; }

    /// <summary>Keeps the certificate that the broker's must be signed with, or none.</summary>
    /// <param name="length">0 for none.</param>
    /// <returns>As above.</returns>
    public bool TrySaveCertificate(byte[] der, int length);

    /// <summary>Forgets all settings.</summary>
    public void Erase();

    /// <summary>Starts the box anew. May not return.</summary>
    public void Restart();
}
