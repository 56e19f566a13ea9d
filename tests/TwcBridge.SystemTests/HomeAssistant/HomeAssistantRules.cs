using System.Collections.Generic;
using System.Linq;

namespace TwcBridge.SystemTests.HomeAssistant;

/// <summary>
/// What Home Assistant takes in a device discovery message, as far as we use it, written down from
/// its documentation (MQTT integration, sensor and number entities) in the short words. A key or a
/// class that is not here may be right; then it has to be looked up and added.
/// </summary>
internal static class HomeAssistantRules
{
    public static readonly HashSet<string> RootKeys =
        ["dev", "o", "cmps", "stat_t", "cmd_t", "avty", "avty_mode", "qos", "e"];

    public static readonly HashSet<string> DeviceKeys =
        ["ids", "cns", "cu", "mf", "mdl", "mdl_id", "name", "hw", "sw", "sa", "sn", "via_device"];

    public static readonly HashSet<string> OriginKeys = ["name", "sw", "url"];

    public static readonly HashSet<string> AvailabilityKeys =
        ["t", "val_tpl", "pl_avail", "pl_not_avail"];

    public static readonly HashSet<string> AvailabilityModes = ["all", "any", "latest"];

    public static readonly HashSet<string> BinaryClasses =
    [
        "battery", "battery_charging", "connectivity", "plug", "power", "problem", "running",
        "safety", "update",
    ];

    private static readonly string[] AnyEntity =
    [
        "p", "name", "uniq_id", "def_ent_id", "ent_cat", "en", "ic", "stat_t", "val_tpl", "dev_cla",
        "json_attr_t", "json_attr_tpl", "qos", "e",
    ];

    private static readonly Dictionary<string, string[]> OwnKeys = new()
    {
        ["sensor"] = ["unit_of_meas", "stat_cla", "exp_aft", "frc_upd", "ops", "sug_dsp_prc"],
        ["binary_sensor"] = ["exp_aft", "frc_upd", "off_dly", "pl_on", "pl_off"],
        ["number"] =
            ["cmd_t", "cmd_tpl", "min", "max", "step", "mode", "unit_of_meas", "opt", "ret"],
        ["switch"] =
            ["cmd_t", "cmd_tpl", "pl_on", "pl_off", "stat_on", "stat_off", "opt", "ret"],
        ["event"] = ["evt_typ"],
        ["select"] = ["cmd_t", "cmd_tpl", "ops", "opt", "ret"],
        ["button"] = ["cmd_t", "cmd_tpl", "pl_prs", "ret"],
    };

    private static readonly Dictionary<string, string[]> NeededKeys = new()
    {
        ["sensor"] = ["uniq_id", "def_ent_id", "name", "val_tpl"],
        ["binary_sensor"] = ["uniq_id", "def_ent_id", "name", "val_tpl", "dev_cla"],
        ["number"] = ["uniq_id", "def_ent_id", "name", "val_tpl", "cmd_t", "min", "max", "step"],
        ["switch"] = ["uniq_id", "def_ent_id", "name", "val_tpl", "cmd_t"],
        ["event"] = ["uniq_id", "def_ent_id", "name", "stat_t", "evt_typ"],
        ["select"] = ["uniq_id", "def_ent_id", "name", "val_tpl", "cmd_t", "ops"],
        ["button"] = ["uniq_id", "def_ent_id", "name", "cmd_t", "pl_prs"],
    };

    public static readonly HashSet<string> ButtonClasses = ["identify", "restart", "update"];

    /// <summary>The units that a class of numbers may have.</summary>
    private static readonly Dictionary<string, string[]> Units = new()
    {
        ["current"] = ["A", "mA"],
        ["voltage"] = ["V", "mV", "kV"],
        ["power"] = ["mW", "W", "kW", "MW"],
        ["energy"] = ["Wh", "kWh", "MWh", "J", "kJ", "MJ"],
        ["duration"] = ["d", "h", "min", "s", "ms"],
        ["data_size"] = ["B", "kB", "MB", "KiB", "MiB"],
        ["signal_strength"] = ["dB", "dBm"],
        ["temperature"] = ["°C", "°F", "K"],
        ["enum"] = [],
    };

    private static readonly Dictionary<string, string[]> StateClasses = new()
    {
        ["current"] = ["measurement"],
        ["voltage"] = ["measurement"],
        ["power"] = ["measurement"],
        ["energy"] = ["total", "total_increasing"],
        ["duration"] = ["measurement", "total", "total_increasing"],
        ["data_size"] = ["measurement", "total", "total_increasing"],
        ["signal_strength"] = ["measurement"],
        ["temperature"] = ["measurement"],
        ["enum"] = [],
        [""] = ["measurement", "total", "total_increasing"],
    };

    public static bool IsPlatform(string platform) => OwnKeys.ContainsKey(platform);

    public static bool MayHave(string platform, string key) =>
        AnyEntity.Contains(key) || OwnKeys[platform].Contains(key);

    public static string[] Needs(string platform) => NeededKeys[platform];

    public static bool Fits(string deviceClass, string? unit) =>
        Units.TryGetValue(deviceClass, out string[]? units)
        && (unit is null ? units.Length == 0 : units.Contains(unit));

    public static bool MayCount(string deviceClass, string stateClass) =>
        StateClasses.TryGetValue(deviceClass, out string[]? classes)
        && classes.Contains(stateClass);
}
