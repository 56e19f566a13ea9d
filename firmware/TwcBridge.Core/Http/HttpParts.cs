using TwcBridge.Control;
using TwcBridge.Diagnostics;

namespace TwcBridge.Http;

/// <summary>The answers that are longer than any buffer, part by part: the page, the status with
/// all its connectors, the measurements, and the report on the bus.</summary>
internal sealed class HttpParts
{
    private const string MetricsText = "text/plain; version=0.0.4; charset=utf-8";

    private readonly Route[] _routes = new Route[HttpServer.MaxConnections];
    private readonly int[] _nextParts = new int[HttpServer.MaxConnections];
    private readonly HttpScratch _scratch;
    private readonly BoxFacts _facts;
    private readonly HttpReport _report;
    private Timings _timings = new Timings();

    public HttpParts(HttpScratch scratch, BoxFacts facts, HttpReport report)
    {
        _scratch = scratch;
        _facts = facts;
        _report = report;
    }

    /// <summary>Read until the next call.</summary>
    public void OnTimings(Timings timings)
    {
        _timings = timings;
    }

    /// <summary>Writes the head; <see cref="WriteNext"/> adds the parts.</summary>
    public void Begin(int connection, Route route, HttpResponse response)
    {
        _routes[connection] = route;
        _nextParts[connection] = 0;
        response.Begin(200);
        if (route == Route.Page)
        {
            response.Header("Content-Security-Policy", PageParts.ContentSecurityPolicy);
            response.BeginChunks("text/html; charset=utf-8");
        }
        else
        {
            response.BeginChunks(route == Route.Metrics ? MetricsText : HttpScratch.Json);
        }
    }

    public void WriteNext(int connection, BoxStatus status, HttpResponse response)
    {
        int part = _nextParts[connection]++;
        JsonWriter json = _scratch.Restart();
        bool isLast = _routes[connection] switch
        {
            Route.Page => WritePagePart(part),
            Route.Timing => WriteTimingPart(json, part),
            Route.Metrics => WriteMetricsPart(part),
            Route.Bus => BusWriter.WritePart(json, part, status, _report.Report),
            _ => WriteStatusPart(json, part, status),
        };
        response.Chunk(_scratch.Bytes);
        if (isLast)
        {
            response.EndChunks();
            _report.Forget(connection);
        }
    }

    private bool WritePagePart(int part)
    {
        _scratch.Bytes.Ascii(PageParts.At(part));
        return part == PageParts.Count - 1;
    }

    private bool WriteTimingPart(JsonWriter json, int part)
    {
        if (part > 0)
        {
            _scratch.Bytes.Byte(',');
        }
        TimingWriter.WritePart(json, part, _timings, _facts);
        return part == TimingWriter.PartCount - 1;
    }

    private bool WriteMetricsPart(int part)
    {
        MetricsWriter.WritePart(_scratch.Bytes, part, _timings);
        return part == MetricsWriter.PartCount - 1;
    }

    /// <summary>
    /// The box first, then one connector a part. Each part is whole and true for one instant; the
    /// instants differ by as long as the client takes to fetch the parts before.
    /// </summary>
    private bool WriteStatusPart(JsonWriter json, int part, BoxStatus status)
    {
        if (part == 0)
        {
            json.BeginObject();
            json.Key("box");
            StatusWriter.WriteBox(json, status, _facts);
            json.Key("chargers").BeginArray();
        }
        else
        {
            if (part > 1)
            {
                _scratch.Bytes.Byte(',');
            }
            StatusWriter.WriteConnector(json, status.Connector(part - 1), _facts.UnixSeconds);
        }
        if (part < status.ConnectorCount)
        {
            return false;
        }
        json.EndArray();
        json.EndObject();
        return true;
    }
}
