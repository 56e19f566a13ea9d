using TwcBridge.Bus;

namespace TwcBridge.Control;

/// <summary>What the wiring doctor found: a short code for programs, which is never reworded, and
/// a sentence or two for people. docs/troubleshooting.md tells more of each.</summary>
public static class DiagnosisWords
{
    public static string CodeOf(BusFinding finding)
    {
        return finding switch
        {
            BusFinding.Starting => "starting",
            BusFinding.Rival => "rival",
            BusFinding.RotarySwitch => "rotary_switch",
            BusFinding.NothingHeard => "nothing_heard",
            BusFinding.OnlyEcho => "only_echo",
            BusFinding.NoFrames => "no_frames",
            BusFinding.NotHeard => "not_heard",
            BusFinding.TooManyConnectors => "too_many_connectors",
            BusFinding.ConnectorSilent => "connector_silent",
            BusFinding.ConnectorError => "connector_error",
            BusFinding.Noise => "noise",
            BusFinding.AnswersMissed => "answers_missed",
            _ => "well",
        };
    }

    public static string TextOf(BusFinding finding)
    {
        return finding switch
        {
            BusFinding.Starting => "Listening: it takes half a minute to judge the wiring.",
            BusFinding.Rival => "Another controller is on the bus, so this box is silent. Switch "
                + "it off, or turn its rotary switch to F if it is a connector.",
            BusFinding.RotarySwitch => "A connector acts as a controller. Turn its rotary switch "
                + "back to F.",
            BusFinding.NothingHeard => "Nothing is heard. Check that the connectors are Gen 2 and "
                + "have power, the terminals, and the adapter's receiving side.",
            BusFinding.OnlyEcho => "Only the adapter's echo is heard, no connector. Check their "
                + "power and the wires between adapter and connector.",
            BusFinding.NoFrames => "Bytes are heard, but no message. Swap D+ and D-; then check "
                + "9600 baud, termination and noise.",
            BusFinding.NotHeard => "A connector announces itself but does not hear us. Check the "
                + "adapter's sending side and its DE pin.",
            BusFinding.TooManyConnectors => "More connectors announce themselves than the "
                + "settings allow.",
            BusFinding.ConnectorSilent => "A connector no longer answers. Check its power and its "
                + "wires.",
            BusFinding.ConnectorError => "A connector reports an error of its own. Look at its "
                + "lights.",
            BusFinding.Noise => "Many messages arrive spoilt. Check twisting, termination, loose "
                + "screws and the distance to mains cables.",
            BusFinding.AnswersMissed => "Many heartbeats stay without an answer. Check the wires "
                + "and the adapter.",
            _ => "The bus is well.",
        };
    }

    /// <summary>The box's key "diagnosis".</summary>
    public static void Write(JsonWriter json, BoxStatus status)
    {
        json.Key("diagnosis").BeginObject();
        json.Key("code").Text(CodeOf(status.Finding));
        json.Key("text").Text(TextOf(status.Finding));
        json.Key("id").IdOrNull(status.FindingId);
        json.EndObject();
    }
}
