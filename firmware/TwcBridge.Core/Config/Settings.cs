namespace TwcBridge.Config;

/// <summary>
/// The settings of a box, typed and in range: a value that is not cannot get in. Plain data; what a
/// change means is decided by whoever uses it.
/// </summary>
public sealed class Settings
{
    private readonly int[] _numbers = new int[SettingsTable.Count];
    private readonly string[] _texts = new string[SettingsTable.Count];

    /// <summary>Starts with the values of a fresh box.</summary>
    public Settings()
    {
        for (int i = 0; i < SettingsTable.Count; i++)
        {
            _numbers[i] = SettingsTable.DefaultOf((SettingKey)i);
            _texts[i] = "";
        }
        _texts[(int)SettingKey.Box] = "twcbridge";
        _texts[(int)SettingKey.HaPrefix] = "homeassistant";
    }

    /// <summary>Amps in 0.01 A, a flag as 0 or 1, a choice as its place, or SettingsTable.Absent.
    /// </summary>
    public int Number(SettingKey key)
    {
        return _numbers[(int)key];
    }

    public bool Flag(SettingKey key)
    {
        return _numbers[(int)key] != 0;
    }

    public string Text(SettingKey key)
    {
        return _texts[(int)key];
    }

    /// <summary>The port of the broker: the usual one where none is set.</summary>
    public int BrokerPort()
    {
        int port = Number(SettingKey.MqttPort);
        return port != 0 ? port
            : Flag(SettingKey.MqttTls) ? SettingsTable.MqttTlsPort
            : SettingsTable.MqttUsualPort;
    }

    /// <summary>Takes the value if it is in range.</summary>
    public bool TrySet(SettingKey key, int value)
    {
        bool isAbsent = value == SettingsTable.Absent && SettingsTable.MayBeAbsent(key);
        if (SettingsTable.IsText(key) || (!isAbsent && !IsInRange(key, value)))
        {
            return false;
        }
        _numbers[(int)key] = value;
        return true;
    }

    /// <summary>Takes the text if its bytes of UTF-8 are in range and it has no control characters.
    /// What becomes part of topics takes only letters, digits, - and _; a prefix may have levels.
    /// </summary>
    public bool TrySet(SettingKey key, string text)
    {
        if (!SettingsTable.IsText(key) || !IsInRange(key, BytesOf(text)) || !IsClean(key, text))
        {
            return false;
        }
        _texts[(int)key] = text;
        return true;
    }

    public void CopyFrom(Settings other)
    {
        for (int i = 0; i < SettingsTable.Count; i++)
        {
            _numbers[i] = other._numbers[i];
            _texts[i] = other._texts[i];
        }
    }

    /// <summary>Checks what no single value can tell.</summary>
    /// <param name="blamed">The setting to mend.</param>
    public bool IsConsistent(out SettingKey blamed)
    {
        int siteLimit = Number(SettingKey.SiteLimit);
        blamed = SettingKey.DefaultAmps;
        if (Number(SettingKey.DefaultAmps) > siteLimit)
        {
            return false;
        }
        blamed = SettingKey.FailsafeAmps;
        if (Number(SettingKey.FailsafeAmps) > siteLimit)
        {
            return false;
        }
        // The three passwords that are typed or read from a label stand together.
        for (blamed = SettingKey.WifiPassword; blamed <= SettingKey.HttpPassword; blamed++)
        {
            if (!IsLongEnough(blamed))
            {
                return false;
            }
        }
        blamed = SettingKey.MqttUser;
        return Text(SettingKey.MqttPassword).Length == 0 || Text(SettingKey.MqttUser).Length > 0;
    }

    // An open network has none; what is there must be as long as WPA2 has it.
    private bool IsLongEnough(SettingKey key)
    {
        int length = BytesOf(Text(key));
        return length == 0 || length >= SettingsTable.MinWpaLength;
    }

    // The two halves of a pair take two bytes each.
    private static int BytesOf(string text)
    {
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            count += c < 0x80 ? 1 : c < 0x800 || (c >= 0xD800 && c <= 0xDFFF) ? 2 : 3;
        }
        return count;
    }

    private static bool IsInRange(SettingKey key, int value)
    {
        return value >= SettingsTable.MinOf(key) && value <= SettingsTable.MaxOf(key);
    }

    private static bool IsClean(SettingKey key, string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c < ' ' || c == 0x7F || !FitsTopic(key, c))
            {
                return false;
            }
        }
        return true;
    }

    private static bool FitsTopic(SettingKey key, char c)
    {
        return key switch
        {
            SettingKey.Box => IsTopicPart(c),
            SettingKey.HaPrefix => IsTopicPart(c) || c == '/',
            _ => true,
        };
    }

    private static bool IsTopicPart(char c)
    {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '-' || c == '_';
    }
}
