namespace TwcBridge.Config;

/// <summary>A short number by which settings are told from others (FNV-1a). Of a secret it knows
/// only whether there is one, for the number leaves the box.</summary>
public static class SettingsFingerprint
{
    private const uint Start = 2166136261;
    private const uint Prime = 16777619;

    public static int Of(Settings settings)
    {
        uint hash = Start;
        for (int i = 0; i < SettingsTable.Count; i++)
        {
            SettingKey key = (SettingKey)i;
            string text = settings.Text(key);
            bool isHidden = SettingsTable.KindOf(key) == SettingKind.Secret;
            hash = Add(hash, SettingsTable.IsText(key) ? text.Length > 0 ? 1 : 0
                : settings.Number(key));
            for (int at = 0; at < text.Length && !isHidden; at++)
            {
                hash = Add(hash, text[at]);
            }
        }
        return (int)hash;
    }

    private static uint Add(uint hash, int value)
    {
        for (int shift = 0; shift < 32; shift += 8)
        {
            hash = (hash ^ (byte)(value >> shift)) * Prime;
        }
        return hash;
    }
}
