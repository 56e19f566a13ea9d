using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>Which keys the object of a command may have and must have. A key is its place here, a
/// set of keys the bits of their places.</summary>
public static class CommandKeys
{
    public const int Unknown = -1;

    public const int Amps = 0;
    public const int Ttl = 1;
    public const int Minutes = 2;
    public const int Enabled = 3;
    public const int Mode = 4;
    public const int Priority = 5;
    public const int Order = 6;
    public const int Id = 7;

    private static readonly string[] Names =
    {
        Surface.AmpsKey, Surface.TtlKey, Surface.MinutesKey, Surface.EnabledKey, Surface.ModeKey,
        Surface.PriorityKey, Surface.OrderKey, Surface.IdKey,
    };

    public static string NameOf(int key)
    {
        return Names[key];
    }

    /// <summary>The keys without which the command means nothing.</summary>
    public static int RequiredBy(CommandKind kind)
    {
        return kind switch
        {
            CommandKind.SetAmps => 1 << Amps,
            CommandKind.SetBoost => 1 << Amps | 1 << Minutes,
            CommandKind.SetEnabled => 1 << Enabled,
            CommandKind.SetMode => 1 << Mode,
            CommandKind.SetPriority => 1 << Priority,
            CommandKind.Order => 1 << Order,
            _ => 0,
        };
    }

    /// <summary>The key that the reader stands on, if this command knows it, or Unknown.</summary>
    public static int Find(CommandKind kind, JsonReader json)
    {
        int known = RequiredBy(kind) | 1 << Id | (kind == CommandKind.SetAmps ? 1 << Ttl : 0);
        for (int key = 0; key < Names.Length; key++)
        {
            if ((known & 1 << key) != 0 && json.KeyIs(Names[key]))
            {
                return key;
            }
        }
        return Unknown;
    }
}
