namespace TwcBridge.Control;

/// <summary>The last events, numbered from 1 since the start. The oldest make room for new ones;
/// a reader sees by the numbers what it has missed.</summary>
public sealed class EventLog
{
    public const int Capacity = 32;

    private const int EventsPerPart = 6;

    /// <summary>Number of the newest event; 0 before the first.</summary>
    public int Last;

    private readonly BoxEventKind[] _kinds = new BoxEventKind[Capacity];
    private readonly int[] _unixSeconds = new int[Capacity];
    private readonly int[] _ids = new int[Capacity];
    private readonly string[] _details = new string[Capacity];

    public void Note(BoxEvent happened)
    {
        int place = Last++ % Capacity;
        _kinds[place] = happened.Kind;
        _unixSeconds[place] = (int)happened.UnixSeconds;
        // An event is about a connector or about the other controller.
        _ids[place] = happened.RivalId != 0 ? -happened.RivalId : happened.PeripheralId;
        _details[place] = happened.Detail;
    }

    /// <summary>The next part of the JSON of the events since..last.</summary>
    /// <param name="since">Number of the last one that the reader knows.</param>
    /// <param name="last">The newest when the first part was written.</param>
    /// <returns>True for the last part.</returns>
    public bool WritePart(JsonWriter json, int part, int since, int last)
    {
        if (part == 0)
        {
            json.BeginObject();
            json.Key("v").Number(StatusWriter.FormatVersion);
            json.Key("last").Number(last);
            json.Key("events").BeginArray();
        }
        int first = since < last - Capacity ? last - Capacity : since;
        first += part * EventsPerPart;
        int end = first + EventsPerPart < last ? first + EventsPerPart : last;
        for (int i = first; i < end; i++)
        {
            Write(json, i);
        }
        if (end < last)
        {
            return false;
        }
        json.EndArray();
        json.EndObject();
        return true;
    }

    private void Write(JsonWriter json, int index)
    {
        int place = index % Capacity;
        int id = _ids[place];
        json.BeginObject();
        json.Key("n").Number(index + 1);
        json.Key("ts").Number(_unixSeconds[place]);
        json.Key(EventWriter.TypeKey).Text(StatusCodes.Of(_kinds[place]));
        json.Key("charger").IdOrNull(id > 0 ? id : 0);
        json.Key("rival").IdOrNull(id < 0 ? -id : 0);
        json.Key("detail").Text(_details[place]);
        json.EndObject();
    }
}
