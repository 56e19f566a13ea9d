using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>
/// The names by which users reach us, in one table: commands, their arguments, MQTT topics and HTTP
/// routes. The Control layer turns text into plain data and back; it knows neither sockets nor the
/// bus, and judges no amount.
/// </summary>
public static class Surface
{
    // Topics below <base>/.
    public const string AvailabilityTopic = "availability";
    public const string StateTopic = "state";
    public const string EventTopic = "event";
    public const string AckTopic = "ack";
    public const string SetAmpsTopic = "set_amps";
    public const string SetEnabledTopic = "enabled/set";
    public const string OrderTopic = "cmd";

    // Topics below <base>/charger/<id>/, besides availability, state and the two commands.
    public const string ChargerTopics = "charger/";
    public const string StatusTopic = "status";
    public const string EnabledTopic = "enabled";
    public const string OfferedAmpsTopic = "offered_amps";
    public const string PowerTopic = "power";
    public const string EnergyTopic = "energy";

    public const string Online = "online";
    public const string Offline = "offline";

    // Arguments of commands.
    public const string AmpsKey = "amps";
    public const string TtlKey = "ttl";
    public const string EnabledKey = "enabled";
    public const string IdKey = "id";

    public static readonly string[] OnWords = { "true", "1", "ON", "on" };
    public static readonly string[] OffWords = { "false", "0", "OFF", "off" };

    public const Route LastRoute = Route.History;

    private const string IdMark = "{id}";

    private static readonly string[] CommandTopics =
    {
        SetAmpsTopic,
        ChargerTopics + IdMark + "/" + SetAmpsTopic,
        SetEnabledTopic,
        ChargerTopics + IdMark + "/" + SetEnabledTopic,
    };

    /// <summary>The name of a command in acknowledgements.</summary>
    public static string CommandName(CommandKind kind)
    {
        return kind switch
        {
            CommandKind.SetAmps => "set_amps",
            CommandKind.ReleaseAmps => "release_amps",
            _ => "enabled",
        };
    }

    /// <summary>How a path is spelt, where {id} stands for the four hex digits of a TWC id.
    /// </summary>
    public static string PathOf(Route route)
    {
        return route switch
        {
            Route.Page => "/",
            Route.Health => "/healthz",
            Route.Status => "/api/v1/status",
            Route.Charger => "/api/v1/chargers/{id}",
            Route.Bus => "/api/v1/bus",
            Route.Limit => "/api/v1/limit",
            Route.ChargerLimit => "/api/v1/chargers/{id}/limit",
            Route.Enabled => "/api/v1/enabled",
            Route.ChargerEnabled => "/api/v1/chargers/{id}/enabled",
            Route.Timing => "/api/v1/timing",
            Route.Metrics => "/metrics",
            Route.SetupPage => "/setup",
            Route.Setup => "/api/v1/setup",
            Route.Login => "/api/v1/login",
            Route.Logout => "/api/v1/logout",
            Route.Restart => "/api/v1/restart",
            Route.FactoryReset => "/api/v1/factory-reset",
            Route.Config => "/api/v1/config",
            Route.ConfigExport => "/api/v1/config/export",
            Route.Info => "/api/v1/info",
            Route.Log => "/api/v1/log",
            Route.History => "/api/v1/history",
            _ => "",
        };
    }

    public static HttpMethods MethodsOf(Route route)
    {
        return route switch
        {
            Route.None => HttpMethods.None,
            Route.Limit or Route.ChargerLimit => HttpMethods.Put | HttpMethods.Delete,
            Route.Enabled or Route.ChargerEnabled or Route.Setup => HttpMethods.Put,
            >= Route.Login and <= Route.FactoryReset => HttpMethods.Post,
            Route.Config => HttpMethods.Get | HttpMethods.Patch,
            _ => HttpMethods.Get,
        };
    }

    /// <summary>Whether the route asks for no password. That of set-up is shown by whoever has
    /// joined the box's own network.</summary>
    public static bool IsPublic(Route route)
    {
        return route is Route.Page or Route.Health or Route.Login
            or Route.SetupPage or Route.Setup;
    }

    /// <summary>Whether the route has nothing to say without a status of the bus side.</summary>
    public static bool NeedsStatus(Route route)
    {
        return route is > Route.Page and < Route.SetupPage;
    }

    /// <summary>The command that a route and one of its methods stand for; false for reading.
    /// </summary>
    public static bool TryCommand(Route route, HttpMethods method, out CommandKind kind)
    {
        bool limit = route is Route.Limit or Route.ChargerLimit;
        kind = !limit ? CommandKind.SetEnabled
            : method == HttpMethods.Delete ? CommandKind.ReleaseAmps
            : CommandKind.SetAmps;
        return route is >= Route.Limit and <= Route.ChargerEnabled
            && (MethodsOf(route) & method) != HttpMethods.None;
    }

    /// <summary>Finds the route of a path that comes without its query. False: no such path.
    /// </summary>
    public static bool MatchPath(byte[] source, int offset, int length, RouteMatch match)
    {
        match.Route = Route.None;
        match.PeripheralId = Command.WholeSite;
        match.Allowed = HttpMethods.None;
        for (Route route = Route.Page; route <= LastRoute; route++)
        {
            if (Matches(source, offset, length, PathOf(route), out int id))
            {
                match.Route = route;
                match.PeripheralId = id;
                match.Allowed = MethodsOf(route);
                return true;
            }
        }
        return false;
    }

    /// <summary>
    /// Finds the command of a topic, which starts with <paramref name="baseTopic"/> and a slash.
    /// False: no command has this topic.
    /// </summary>
    public static bool MatchTopic(
        byte[] topic, int offset, int length, byte[] baseTopic, TopicMatch match)
    {
        int start = BehindBase(topic, offset, length, baseTopic);
        if (start < 0)
        {
            return false;
        }
        for (int i = 0; i < CommandTopics.Length; i++)
        {
            if (Matches(topic, start, offset + length - start, CommandTopics[i], out int id))
            {
                match.Kind = i < 2 ? CommandKind.SetAmps : CommandKind.SetEnabled;
                match.PeripheralId = id;
                return true;
            }
        }
        return false;
    }

    /// <summary>Writes base/suffix.</summary>
    public static void WriteTopic(ByteWriter output, byte[] baseTopic, string suffix)
    {
        output.Bytes(baseTopic, 0, baseTopic.Length);
        output.Byte('/');
        output.Ascii(suffix);
    }

    /// <summary>Writes base/charger/id/suffix.</summary>
    public static void WriteChargerTopic(
        ByteWriter output, byte[] baseTopic, int peripheralId, string suffix)
    {
        WriteTopic(output, baseTopic, ChargerTopics);
        output.Hex(peripheralId, FourHexDigits.Length);
        output.Byte('/');
        output.Ascii(suffix);
    }

    private static int BehindBase(byte[] topic, int offset, int length, byte[] baseTopic)
    {
        if (length <= baseTopic.Length || topic[offset + baseTopic.Length] != '/')
        {
            return -1;
        }
        for (int i = 0; i < baseTopic.Length; i++)
        {
            if (topic[offset + i] != baseTopic[i])
            {
                return -1;
            }
        }
        return offset + baseTopic.Length + 1;
    }

    /// <summary>Id 0 is no connector: taken for one, it would command the whole site.</summary>
    private static bool Matches(byte[] source, int offset, int length, string pattern, out int id)
    {
        id = Command.WholeSite;
        int at = offset;
        int end = offset + length;
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == IdMark[0])
            {
                id = FourHexDigits.Read(source, at, end);
                if (id <= Command.WholeSite)
                {
                    return false;
                }
                at += FourHexDigits.Length;
                i += IdMark.Length - 1;
                continue;
            }
            if (at == end || source[at] != pattern[i])
            {
                return false;
            }
            at++;
        }
        return at == end;
    }
}
