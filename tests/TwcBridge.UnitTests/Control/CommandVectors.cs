namespace TwcBridge.UnitTests.Control;

/// <summary>
/// Texts and what the parser has to make of them: centiamps, on or off, with the milliseconds of
/// their lease and the correlation id where given; or the code of the refusal with its field.
/// </summary>
internal static class CommandVectors
{
    public static readonly string[][] AmpsPayloads =
    {
        new[] { "16", "1600" },
        new[] { "16.5", "1650" },
        new[] { "13.3333333333333339", "1333" },
        new[] { " 16 ", "1600" },
        new[] { "\t16.25\r\n", "1625" },
        new[] { "0", "0" },
        new[] { "6.000", "600" },
        new[] { "1.3e1", "1300" },
        new[] { "655.35", "65535" },
        new[] { "", "empty" },
        new[] { " \r\n\t ", "empty" },
        new[] { "655.36", "too_large" },
        new[] { "1e400", "too_large" },
        new[] { "99999999999999999999", "too_large" },
        new[] { "-1", "negative" },
        new[] { "-0.01", "negative" },
        new[] { "NaN", "not_a_number" },
        new[] { "nan", "not_a_number" },
        new[] { "inf", "not_a_number" },
        new[] { "-Infinity", "not_a_number" },
        new[] { "+16", "not_a_number" },
        new[] { "016", "not_a_number" },
        new[] { "0x10", "not_a_number" },
        new[] { "16A", "not_a_number" },
        new[] { "16.", "not_a_number" },
        new[] { ".5", "not_a_number" },
        new[] { "'16'", "not_a_number" },
        new[] { "[16]", "not_a_number" },
        new[] { "null", "not_a_number" },
        new[] { "true", "not_a_number" },
        new[] { "16\u2400", "not_a_number" },
        new[] { "\u2400", "not_a_number" },
        new[] { "\u00FF\u00FE", "not_a_number" },
        new[] { "sixteen", "not_a_number" },
        new[] { "16 A", "trailing_text" },
        new[] { "16,5", "trailing_text" },
        new[] { "16 16", "trailing_text" },
        new[] { "16 \u2400", "trailing_text" },
    };

    /// <summary>What MQTT and HTTP both take.</summary>
    public static readonly string[][] AmpsObjects =
    {
        new[] { "{'amps':13}", "1300" },
        new[] { "{'amps':13,'ttl':120}", "1300 for 120000" },
        new[] { "{'amps':16,'ttl':120,'id':'x'}", "1600 for 120000 id x" },
        new[] { " { 'id' : 'x' , 'ttl' : 0 , 'amps' : 6.5 } ", "650 for 0 id x" },
        new[] { "{'amps':13,'ttl':86400}", "1300 for 86400000" },
        new[] { "{'amps':13,'ttl':12e1}", "1300 for 120000" },
        new[] { "{'\\u0061mps':13}", "1300" },
        new[] { "{'amps':13,'id':''}", "1300" },
        new[] { "{'amps':13,'id':'\\u00e9'}", "1300 id \u00C3\u00A9" },
        new[] { "{'amps':13,'id':'abcdefghijklmnopqrstuvwxyz012345'}",
            "1300 id abcdefghijklmnopqrstuvwxyz012345" },
        new[] { "{'amps':13,'id':'abcdefghijklmnopqrstuvwxyz0123456'}", "id_too_long id" },
        new[] { "{'amps':13,'id':'abcdefghijklmnopqrstuvwxyz01234\\u00e9'}", "id_too_long id" },
        new[] { "{'amps':13,'id':7}", "not_text id" },
        new[] { "{'amps':13,'id':null}", "not_text id" },
        new[] { "{'amps':13,'id':['x']}", "not_text id" },
        new[] { "{}", "missing_key amps" },
        new[] { "{'ttl':120}", "missing_key amps" },
        new[] { "{'ttl':120,'id':'x'}", "missing_key amps id x" },
        new[] { "{'amps':'13'}", "not_a_number amps" },
        new[] { "{'amps':null}", "not_a_number amps" },
        new[] { "{'amps':true}", "not_a_number amps" },
        new[] { "{'amps':[13]}", "not_a_number amps" },
        new[] { "{'amps':{'amps':13},'id':'x'}", "not_a_number amps id x" },
        new[] { "{'amps':-1}", "negative amps" },
        new[] { "{'amps':655.36}", "too_large amps" },
        new[] { "{'amps':13,'ttl':'120'}", "not_a_number ttl" },
        new[] { "{'amps':13,'ttl':false}", "not_a_number ttl" },
        new[] { "{'amps':13,'ttl':null}", "not_a_number ttl" },
        new[] { "{'amps':13,'ttl':1.5}", "too_precise ttl" },
        new[] { "{'amps':13,'ttl':-1}", "negative ttl" },
        new[] { "{'amps':13,'ttl':86401}", "too_large ttl" },
        new[] { "{'amps':13,'ttl':1e30}", "too_large ttl" },
        new[] { "{'amps':13,'tll':120}", "unknown_key tll" },
        new[] { "{'amps':13,'Amps':13}", "unknown_key Amps" },
        new[] { "{'amps':13,'':13}", "unknown_key" },
        new[] { "{'enabled':true}", "unknown_key enabled" },
        new[] { "{'limit':{'amps':[1,2]},'id':'x'}", "unknown_key limit id x" },
        new[] { "{'abcdefghijklmnopqrstuvwxyz0123456789':1}",
            "unknown_key abcdefghijklmnopqrstuvwxyz012345" },
        new[] { "{'abcdefghijklmnopqrstuvwxyz01234\\u00e9':1}",
            "unknown_key abcdefghijklmnopqrstuvwxyz01234" },
        new[] { "{'amps':13,'amps':13}", "duplicate_key amps" },
        new[] { "{'amps':13,'\\u0061mps':32}", "duplicate_key amps" },
        new[] { "{'amps':13,'ttl':1,'ttl':1}", "duplicate_key ttl" },
        new[] { "{'amps':13,'id':'x','id':'y'}", "duplicate_key id id x" },
        new[] { "{'amps':-1,'ttl':-1,'x':1}", "negative amps" },
        new[] { "{'x':1,'amps':13", "unknown_key x" },
        new[] { "{", "not_json @1" },
        new[] { "  {", "not_json @3" },
        new[] { "{'amps':", "not_json @8" },
        new[] { "{'amps':13", "not_json @10" },
        new[] { "{'amps':NaN}", "not_json @8" },
        new[] { "{'amps':13,}", "not_json @11" },
        new[] { "{amps:13}", "not_json @1" },
        new[] { "{'amps':13,'id':'\\uD83D'}", "not_json @17" },
        new[] { "{'amps':13,'id':'x','ttl':}", "not_json @26 id x" },
        new[] { "{'amps':13} 14", "trailing_text" },
        new[] { "{'amps':13}}", "trailing_text" },
    };

    public static readonly string[][] AmpsBodies =
    {
        new[] { "", "empty" },
        new[] { "16", "not_an_object" },
        new[] { "[16]", "not_an_object" },
        new[] { "null", "not_an_object" },
        new[] { "amps=16", "not_an_object" },
    };

    public static readonly string[][] SwitchPayloads =
    {
        new[] { "true", "on" },
        new[] { "1", "on" },
        new[] { "ON", "on" },
        new[] { "on", "on" },
        new[] { " on\n", "on" },
        new[] { "false", "off" },
        new[] { "0", "off" },
        new[] { "OFF", "off" },
        new[] { "off", "off" },
        new[] { "", "empty" },
        new[] { "  ", "empty" },
        new[] { "On", "not_a_switch" },
        new[] { "2", "not_a_switch" },
        new[] { "1.0", "not_a_switch" },
        new[] { "yes", "not_a_switch" },
        new[] { "onn", "not_a_switch" },
        new[] { "o", "not_a_switch" },
        new[] { "'on'", "not_a_switch" },
        new[] { "on off", "not_a_switch" },
        new[] { "[true]", "not_a_switch" },
        new[] { "null", "not_a_switch" },
    };

    /// <summary>What MQTT and HTTP both take.</summary>
    public static readonly string[][] SwitchObjects =
    {
        new[] { "{'enabled':true}", "on" },
        new[] { "{'enabled':false}", "off" },
        new[] { "{'enabled':false,'id':'x'}", "off id x" },
        new[] { "{'enabled':1}", "not_a_switch enabled" },
        new[] { "{'enabled':'true'}", "not_a_switch enabled" },
        new[] { "{'enabled':null}", "not_a_switch enabled" },
        new[] { "{'enabled':{'enabled':true}}", "not_a_switch enabled" },
        new[] { "{'enabled':True}", "not_json @11" },
        new[] { "{}", "missing_key enabled" },
        new[] { "{'enabled':true,'enabled':false}", "duplicate_key enabled" },
        new[] { "{'enabled':true,'amps':16}", "unknown_key amps" },
        new[] { "{'enabled':true,'ttl':16}", "unknown_key ttl" },
    };

    public static readonly string[][] Releases =
    {
        new[] { "", "released" },
        new[] { " \r\n", "released" },
        new[] { "{}", "trailing_text" },
        new[] { "0", "trailing_text" },
    };

    public static readonly string[][] Boosts =
    {
        new[] { "{'amps':32,'minutes':90}", "boost 3200 for 5400000" },
        new[] { "{'minutes':1440,'amps':6.5,'id':'x'}", "boost 650 for 86400000 id x" },
        new[] { "{'amps':32,'minutes':0}", "boost 3200 for 0" },
        new[] { "{'amps':0}", "no boost" },
        new[] { "{'amps':0,'minutes':5}", "no boost" },
        new[] { "{'amps':32}", "missing_key minutes" },
        new[] { "{'minutes':5}", "missing_key amps" },
        new[] { "{'amps':32,'minutes':1441}", "too_large minutes" },
        new[] { "{'amps':32,'minutes':1.5}", "too_precise minutes" },
        new[] { "{'amps':32,'minutes':-1}", "negative minutes" },
        new[] { "{'amps':32,'ttl':60}", "unknown_key ttl" },
        new[] { "{'amps':-1}", "negative amps" },
    };

    public static readonly string[][] BoostPayloads =
    {
        new[] { "0", "no boost" },
        new[] { " 0 ", "no boost" },
        new[] { "32", "missing_key minutes" },
        new[] { "-1", "negative" },
        new[] { "0 0", "trailing_text" },
        new[] { "", "empty" },
    };

    public static readonly string[][] Modes =
    {
        new[] { "{'mode':'auto'}", "mode 0" },
        new[] { "{'mode':'manual'}", "mode 1" },
        new[] { "{'mode':'off','id':'x'}", "mode 2 id x" },
        new[] { "{'mode':'Off'}", "unknown_word mode" },
        new[] { "{'mode':1}", "unknown_word mode" },
        new[] { "{}", "missing_key mode" },
        new[] { "{'amps':1}", "unknown_key amps" },
    };

    public static readonly string[][] ModePayloads =
    {
        new[] { "auto", "mode 0" },
        new[] { " manual\n", "mode 1" },
        new[] { "off", "mode 2" },
        new[] { "on", "unknown_word" },
        new[] { "autos", "unknown_word" },
        new[] { "", "empty" },
    };

    public static readonly string[][] Priorities =
    {
        new[] { "0", "priority 0" },
        new[] { "9", "priority 9" },
        new[] { "{'priority':7,'id':'x'}", "priority 7 id x" },
        new[] { "10", "too_large" },
        new[] { "-1", "negative" },
        new[] { "1.5", "too_precise" },
        new[] { "{'priority':'1'}", "not_a_number priority" },
        new[] { "{}", "missing_key priority" },
    };

    public static readonly string[][] Orders =
    {
        new[] { "restart", "restart" },
        new[] { "rediscover", "rediscover" },
        new[] { " identify ", "identify" },
        new[] { "takeover", "takeover" },
        new[] { "{'cmd':'takeover','id':'x'}", "takeover id x" },
        new[] { "{'cmd':'restart','cmd':'restart'}", "duplicate_key cmd" },
        new[] { "{'id':'x'}", "missing_key cmd id x" },
        new[] { "{'cmd':'reboot'}", "unknown_word cmd" },
        new[] { "reboot", "unknown_word" },
        new[] { "", "empty" },
    };

    /// <summary>Of a path that says all.</summary>
    public static readonly string[][] TakeOvers =
    {
        new[] { "", "takeover" },
        new[] { "{}", "takeover" },
        new[] { "{'id':'x'}", "takeover id x" },
        new[] { "{'cmd':'restart'}", "unknown_key cmd" },
        new[] { "1", "not_an_object" },
    };
}
