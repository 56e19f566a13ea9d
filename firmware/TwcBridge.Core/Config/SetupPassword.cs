namespace TwcBridge.Config;

/// <summary>The password of a box's own access point: made of letters and digits that cannot be
/// taken for each other when read from a label.</summary>
public static class SetupPassword
{
    /// <summary>Ten of 32 characters: 50 bits.</summary>
    public const int Length = 10;

    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <param name="random">As many bytes as the password is long.</param>
    public static string From(byte[] random)
    {
        char[] password = new char[Length];
        for (int i = 0; i < Length; i++)
        {
            password[i] = Alphabet[random[i] % Alphabet.Length];
        }
        return new string(password);
    }
}
