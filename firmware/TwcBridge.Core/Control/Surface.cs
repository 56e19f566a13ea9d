using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>
/// The names by which users reach us, in one table: commands, their arguments, MQTT topics and HTTP
/// routes. The Control layer turns text into plain data and back; it knows neither sockets nor the
/// bus, and judges no amount.
/// </summary>
public static class Surface
{
    // Arguments of commands.
    public const string AmpsKey = "amps";
    public const string TtlKey = "ttl";
    public const string EnabledKey = "enabled";
    public const string MinutesKey = "minutes";
    public const string ModeKey = "mode";
    public const string PriorityKey = "priority";
    public const string OrderKey = "cmd";
    public const string IdKey = "id";

    /// <summary>A certificate as text.</summary>
    public const string PemKey = "pem";

    /// <summary>The first of these mean on.</summary>
    public const int OnWordCount = 4;

    public static readonly string[] SwitchWords =
    {
        "true", "1", "ON", "on", "false", "0", "OFF", "off",
    };

    public const Route LastRoute = Route.OpenApi;

    internal const string IdMark = "{id}";

    /// <summary>The name of a command in acknowledgements.</summary>
    public static string CommandName(CommandKind kind)
    {
        return kind switch
        {
            CommandKind.SetAmps => "set_amps",
            CommandKind.ReleaseAmps => "release_amps",
            CommandKind.SetEnabled => EnabledKey,
            CommandKind.SetBoost => "boost",
            CommandKind.EndBoost => "end_boost",
            CommandKind.SetMode => ModeKey,
            CommandKind.SetPriority => PriorityKey,
            CommandKind.TakeOver => "takeover",
            CommandKind.Restart => "restart",
            CommandKind.Rediscover => "rediscover",
            CommandKind.Identify => "identify",
            _ => OrderKey,
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
            Route.Boost => "/api/v1/boost",
            Route.Mode => "/api/v1/mode",
            Route.ChargerPriority => "/api/v1/chargers/{id}/priority",
            Route.TakeOver => "/api/v1/takeover",
            Route.Rediscover => "/api/v1/rediscover",
            Route.Identify => "/api/v1/identify",
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
            Route.MqttCa => "/api/v1/config/mqtt-ca",
            Route.Info => "/api/v1/info",
            Route.Log => "/api/v1/log",
            Route.History => "/api/v1/history",
            Route.OpenApi => "/api/v1/openapi.json",
            _ => "",
        };
    }

    public static HttpMethods MethodsOf(Route route)
    {
        return route switch
        {
            Route.None => HttpMethods.None,
            Route.Limit or Route.ChargerLimit or Route.Boost or Route.MqttCa =>
                HttpMethods.Put | HttpMethods.Delete,
            Route.Enabled or Route.ChargerEnabled or Route.Mode or Route.ChargerPriority
                or Route.Setup => HttpMethods.Put,
            Route.TakeOver or Route.Rediscover or Route.Identify => HttpMethods.Post,
            >= Route.Login and <= Route.FactoryReset => HttpMethods.Post,
            Route.Config => HttpMethods.Get | HttpMethods.Patch,
            _ => HttpMethods.Get,
        };
    }

    /// <summary>What a good answer is.</summary>
    public static string MediaTypeOf(Route route)
    {
        return route switch
        {
            Route.Page or Route.SetupPage => "text/html; charset=utf-8",
            Route.Metrics => "text/plain; version=0.0.4; charset=utf-8",
            _ => "application/json",
        };
    }

    /// <summary>Whether the route asks for no password. That of set-up is shown by whoever has
    /// joined the box's own network.</summary>
    public static bool IsPublic(Route route) => route is Route.Page or Route.Health
        or Route.Login or Route.SetupPage or Route.Setup;

    /// <summary>Whether the route has nothing to say without a status of the bus side.</summary>
    public static bool NeedsStatus(Route route) => route is > Route.Page and < Route.SetupPage;

    /// <summary>The command that a route and one of its methods stand for; false for reading.
    /// </summary>
    public static bool TryCommand(Route route, HttpMethods method, out CommandKind kind)
    {
        bool ends = method == HttpMethods.Delete;
        kind = route switch
        {
            Route.Limit or Route.ChargerLimit =>
                ends ? CommandKind.ReleaseAmps : CommandKind.SetAmps,
            Route.Boost => ends ? CommandKind.EndBoost : CommandKind.SetBoost,
            Route.Mode => CommandKind.SetMode,
            Route.ChargerPriority => CommandKind.SetPriority,
            Route.TakeOver => CommandKind.TakeOver,
            Route.Rediscover => CommandKind.Rediscover,
            Route.Identify => CommandKind.Identify,
            _ => CommandKind.SetEnabled,
        };
        return route is >= Route.Limit and <= Route.Identify
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

    /// <summary>Id 0 is no connector: taken for one, it would command the whole site.</summary>
    internal static bool Matches(byte[] source, int offset, int length, string pattern, out int id)
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
