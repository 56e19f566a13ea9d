using System;
using System.Text;

namespace TwcBridge.SystemTests.Fuzzing;

/// <summary>JSON and near misses: commands, settings, and anything else.</summary>
internal static class JsonMix
{
    private static readonly byte[][] Commands =
    [
        Text("{\"amps\":16,\"ttl\":60,\"id\":\"x\"}"), Text("{\"amps\":13.5}"), Text("16"),
        Text("32.0"), Text("on"), Text("off"), Text("true"), Text("FALSE"), Text("{}"), Text(""),
        Text("{\"enabled\":false,\"id\":\"\\u00e9\\ud83d\\ude00\"}"), Text("{\"enabled\":true}"),
        Text("{\"amps\":1e3,\"ttl\":0}"), Text("{\"amps\":-1}"), Text("{\"ttl\":5}"),
        Text("{\"amps\":16,\"amps\":17}"), Text("{\"id\":\"\",\"amps\":80.00,\"ttl\":86400}"),
        Text("{\"amps\":0.0000000000000000000000001,\"ttl\":4e2}"), Text(" { \"amps\" : 6 } "),
    ];

    private static readonly byte[][] Settings =
    [
        Text("\"site_limit_amps\":32"), Text("\"connector_limit_amps\":16.5"),
        Text("\"default_amps\":null"), Text("\"default_amps\":6"), Text("\"failsafe_amps\":0"),
        Text("\"lease_seconds\":120"), Text("\"stop_mode\":\"silence\""),
        Text("\"stop_mode\":\"contactor\""), Text("\"max_connectors\":8"),
        Text("\"passive\":true"), Text("\"box\":\"twcbridge\""), Text("\"mqtt_host\":\"10.0.0.2\""),
        Text("\"mqtt_port\":1883"), Text("\"mqtt_user\":\"caf\u00e9\""),
        Text("\"mqtt_password\":\"\\u0022\\\\\\/\""), Text("\"ha_discovery\":false"),
        Text("\"ha_prefix\":\"home/assistant\""), Text("\"wifi_ssid\":\"\\ud83d\\ude00\""),
        Text("\"wifi_password\":\"12345678\""), Text("\"setup_password\":\"abcdefgh\""),
        Text("\"unknown\":[{\"a\":[]}]"), Text("\"box\":\"" + new string('b', 40) + "\""),
    ];

    private static readonly byte[][] Values =
    [
        Text("1"), Text("-0.5e+3"), Text("true"), Text("false"), Text("null"), Text("\"a\\n\""),
        Text("\"\\ud800\""), Text("[]"), Text("{}"), Text("\"caf\u00e9\""), Text("1e400"),
        Text("99999999999999999999"), Text("00"), Text("."), Text("\"\t\""),
    ];

    /// <summary>One text that a command may be, sometimes spoilt.</summary>
    public static void AddCommand(FuzzInput input, FuzzDice dice)
    {
        int from = input.Length;
        input.Add(dice.Of(Commands));
        SpoilOften(input, from, dice);
    }

    /// <summary>One object of settings, sometimes spoilt.</summary>
    public static void AddSettings(FuzzInput input, FuzzDice dice)
    {
        int from = input.Length;
        input.Add((byte)'{');
        for (int i = dice.Next(8); i > 0; i--)
        {
            input.Add(dice.Of(Settings));
            if (i > 1)
            {
                input.Add((byte)',');
            }
        }
        input.Add((byte)'}');
        SpoilOften(input, from, dice);
    }

    /// <summary>Any value, nested or not, sometimes spoilt.</summary>
    public static void AddValue(FuzzInput input, FuzzDice dice)
    {
        int from = input.Length;
        AddNested(input, dice, dice.OneIn(20) ? 12 : 4);
        SpoilOften(input, from, dice);
    }

    private static void AddNested(FuzzInput input, FuzzDice dice, int depth)
    {
        if (depth == 0 || dice.OneIn(3))
        {
            input.Add(dice.Of(Values));
            return;
        }
        bool isObject = dice.OneIn(2);
        input.Add((byte)(isObject ? '{' : '['));
        for (int i = dice.Next(4); i >= 0; i--)
        {
            input.Add(isObject ? "\"k\" :"u8 : " "u8);
            AddNested(input, dice, depth - 1);
            input.Add(i > 0 ? ","u8 : "\n"u8);
        }
        input.Add((byte)(isObject ? '}' : ']'));
    }

    private static void SpoilOften(FuzzInput input, int from, FuzzDice dice)
    {
        if (dice.OneIn(3))
        {
            input.Spoil(from, dice);
        }
    }

    private static byte[] Text(string text)
    {
        return Encoding.UTF8.GetBytes(text);
    }
}
