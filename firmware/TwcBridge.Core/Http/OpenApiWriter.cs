using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>The description of the HTTP interface (OpenAPI 3.1), written out of the table of
/// routes, a route a part. Set-up is left out: it is there for one page alone.</summary>
public static class OpenApiWriter
{
    private const string JsonType = "application/json";

    // Of a body: name and type of each key, of which the first has to be there.
    private static readonly string[] LimitKeys =
        { Surface.AmpsKey, "number", Surface.TtlKey, "integer", Surface.IdKey, "string" };

    private static readonly string[] EnabledKeys =
        { Surface.EnabledKey, "boolean", Surface.IdKey, "string" };

    private static readonly string[] BoostKeys =
        { Surface.AmpsKey, "number", Surface.MinutesKey, "integer", Surface.IdKey, "string" };

    private static readonly string[] ModeKeys =
        { Surface.ModeKey, "string", Surface.IdKey, "string" };

    private static readonly string[] PriorityKeys =
        { Surface.PriorityKey, "integer", Surface.IdKey, "string" };

    private static readonly string[] PemKeys = { Surface.PemKey, "string" };
    private static readonly string[] LoginKeys = { "password", "string" };
    private static readonly string[] ConfirmKeys = { "confirm", "boolean" };
    private static readonly string[] AnyKeys = { };

    /// <returns>True for the last part.</returns>
    public static bool WritePart(JsonWriter json, int part, string version)
    {
        Route route = (Route)part;
        if (route == Route.None)
        {
            WriteHead(json, version);
        }
        else if (route is not Route.SetupPage and not Route.Setup)
        {
            WriteRoute(json, route);
        }
        if (route < Surface.LastRoute)
        {
            return false;
        }
        json.EndObject();
        json.EndObject();
        return true;
    }

    private static void WriteHead(JsonWriter json, string version)
    {
        json.BeginObject();
        json.Key("openapi").Text("3.1.0");
        json.Key("info").BeginObject();
        json.Key("title").Text("TwcBridge");
        json.Key("version").Text(version);
        json.EndObject();
        json.Key("components").BeginObject();
        json.Key("securitySchemes").BeginObject();
        json.Key("basic").BeginObject();
        json.Key("type").Text("http");
        json.Key("scheme").Text("basic");
        json.EndObject();
        json.Key("bearer").BeginObject();
        json.Key("type").Text("http");
        json.Key("scheme").Text("bearer");
        json.EndObject();
        json.EndObject();
        json.EndObject();
        json.Key("paths").BeginObject();
    }

    private static void WriteRoute(JsonWriter json, Route route)
    {
        string path = Surface.PathOf(route);
        json.Key(path).BeginObject();
        if (path.IndexOf('{') >= 0)
        {
            WriteParameter(json, Surface.IdKey, "path", "string");
        }
        HttpMethods methods = Surface.MethodsOf(route);
        WriteMethod(json, route, methods, HttpMethods.Get, "get");
        WriteMethod(json, route, methods, HttpMethods.Put, "put");
        WriteMethod(json, route, methods, HttpMethods.Delete, "delete");
        WriteMethod(json, route, methods, HttpMethods.Post, "post");
        WriteMethod(json, route, methods, HttpMethods.Patch, "patch");
        json.EndObject();
    }

    private static void WriteParameter(JsonWriter json, string name, string place, string type)
    {
        json.Key("parameters").BeginArray();
        json.BeginObject();
        json.Key("name").Text(name);
        json.Key("in").Text(place);
        json.Key("required").Bool(name == Surface.IdKey);
        json.Key("schema").BeginObject();
        json.Key("type").Text(type);
        if (name == Surface.IdKey)
        {
            json.Key("pattern").Text("^[0-9A-Fa-f]{4}$");
        }
        json.EndObject();
        json.EndObject();
        json.EndArray();
    }

    private static void WriteMethod(
        JsonWriter json, Route route, HttpMethods all, HttpMethods method, string name)
    {
        if ((all & method) == HttpMethods.None)
        {
            return;
        }
        json.Key(name).BeginObject();
        json.Key("security").BeginArray();
        if (!Surface.IsPublic(route))
        {
            WriteSecurity(json, "basic");
            WriteSecurity(json, "bearer");
        }
        json.EndArray();
        if (route == Route.Log)
        {
            WriteParameter(json, "since", "query", "integer");
        }
        else if (route == Route.Config && method == HttpMethods.Patch)
        {
            WriteParameter(json, "If-Match", "header", "string");
        }
        if (method is HttpMethods.Put or HttpMethods.Post or HttpMethods.Patch
            && route != Route.Logout)
        {
            WriteBody(json, KeysOf(route));
        }
        json.Key("responses").BeginObject();
        WriteAnswer(json, "200", Surface.MediaTypeOf(route));
        WriteAnswer(json, "default", JsonType);
        json.EndObject();
        json.EndObject();
    }

    private static void WriteSecurity(JsonWriter json, string scheme)
    {
        json.BeginObject();
        json.Key(scheme).BeginArray();
        json.EndArray();
        json.EndObject();
    }

    private static void WriteBody(JsonWriter json, string[] keys)
    {
        json.Key("requestBody").BeginObject();
        json.Key("required").Bool(true);
        json.Key("content").BeginObject();
        json.Key(JsonType).BeginObject();
        json.Key("schema").BeginObject();
        json.Key("type").Text("object");
        if (keys.Length > 0)
        {
            json.Key("required").BeginArray();
            json.Text(keys[0]);
            json.EndArray();
            json.Key("properties").BeginObject();
            for (int i = 0; i < keys.Length; i += 2)
            {
                json.Key(keys[i]).BeginObject();
                json.Key("type").Text(keys[i + 1]);
                json.EndObject();
            }
            json.EndObject();
        }
        json.EndObject();
        json.EndObject();
        json.EndObject();
        json.EndObject();
    }

    private static void WriteAnswer(JsonWriter json, string status, string mediaType)
    {
        json.Key(status).BeginObject();
        json.Key("description").Text(status == "200" ? "Done." : "Refused.");
        json.Key("content").BeginObject();
        json.Key(mediaType).BeginObject();
        json.EndObject();
        json.EndObject();
        json.EndObject();
    }

    private static string[] KeysOf(Route route)
    {
        return route switch
        {
            Route.Limit or Route.ChargerLimit => LimitKeys,
            Route.Enabled or Route.ChargerEnabled => EnabledKeys,
            Route.Boost => BoostKeys,
            Route.Mode => ModeKeys,
            Route.ChargerPriority => PriorityKeys,
            Route.MqttCa => PemKeys,
            Route.Login => LoginKeys,
            Route.Restart or Route.FactoryReset => ConfirmKeys,
            _ => AnyKeys,
        };
    }
}
