namespace TwcBridge.Control;

/// <summary>The JSON of one event. Each key is always present.</summary>
public static class EventWriter
{
    public const int KindCount = (int)BoxEventKind.CommandRefused + 1;

    /// <summary>The key that Home Assistant asks an event for.</summary>
    public const string TypeKey = "event_type";

    public static void Write(JsonWriter json, BoxEvent happened)
    {
        json.BeginObject();
        json.Key("v").Number(StatusWriter.FormatVersion);
        json.Key("ts").Number(happened.UnixSeconds);
        json.Key(TypeKey).Text(StatusCodes.Of(happened.Kind));
        json.Key("charger").IdOrNull(happened.PeripheralId);
        json.Key("rival").IdOrNull(happened.RivalId);
        json.Key("detail").Text(happened.Detail);
        json.EndObject();
    }
}
