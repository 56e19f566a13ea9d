using TwcBridge.Control;
using TwcBridge.Diagnostics;

namespace TwcBridge.Http;

/// <summary>The answers that are longer than any buffer, part by part: the page, the status with
/// all its connectors, the measurements, and the report on the bus.</summary>
internal sealed class HttpParts
{
    private const string MetricsText = "text/plain; version=0.0.4; charset=utf-8";
    private const int FirstConnectorPart = 2;

    private readonly int[] _nextParts = new int[HttpServer.MaxConnections];
    private readonly BoxFacts _facts;
    private readonly HttpReport _report;
    private readonly HttpRecords _records;
    private Timings _timings = new Timings();

    public HttpParts(BoxFacts facts, HttpReport report, HttpRecords records)
    {
        _records = records;
        _facts = facts;
        _report = report;
    }

    /// <summary>Read until the next call.</summary>
    public void OnTimings(Timings timings)
    {
        _timings = timings;
    }

    /// <summary>Writes the head; <see cref="WriteNext"/> adds the parts.</summary>
    public void Begin(int connection, HttpConnection client)
    {
        HttpResponse response = client.Response;
        _nextParts[connection] = 0;
        _records.Begin(connection, client);     // Reads what the answer will lie over.
        response.Begin(200);
        _records.WriteHeaders(client.Match.Route, response);
        switch (client.Match.Route)
        {
            case Route.Page:
                BeginPage(response, PageParts.ContentSecurityPolicy);
                break;
            case Route.SetupPage:
                BeginPage(response, SetupPageParts.ContentSecurityPolicy);
                break;
            case Route.Metrics:
                response.BeginChunks(MetricsText);
                break;
            default:
                response.BeginChunks(HttpResponse.JsonType);
                break;
        }
    }

    public void WriteNext(int connection, Route route, BoxStatus status, HttpResponse response)
    {
        int part = _nextParts[connection]++;
        JsonWriter json = response.Json;
        response.BeginChunk();
        bool isLast = route switch
        {
            Route.Page => WritePiece(response, PageParts.At(part), part == PageParts.Count - 1),
            Route.SetupPage => WritePiece(
                response, SetupPageParts.At(part), part == SetupPageParts.Count - 1),
            Route.Timing => TimingWriter.WritePart(json, part, _timings, _facts),
            Route.Metrics => MetricsWriter.WritePart(response.Bytes, part, _timings),
            Route.Bus => BusWriter.WritePart(json, part, status, _report.Report),
            Route.Status => WriteStatusPart(json, part, status),
            _ => _records.WritePart(connection, part, route, status, json),
        };
        response.EndChunk();
        if (isLast)
        {
            response.EndChunks();
            _report.Forget(connection);
        }
    }

    // Compressed as it lies in the flash, whoever asks: HttpApi has refused who cannot take it.
    private static void BeginPage(HttpResponse response, string policy)
    {
        response.Header("Content-Security-Policy", policy);
        response.Header("Content-Encoding", "gzip");
        response.BeginChunks("text/html; charset=utf-8");
    }

    private static bool WritePiece(HttpResponse response, byte[] piece, bool isLast)
    {
        response.Bytes.Bytes(piece, 0, piece.Length);
        return isLast;
    }

    /// <summary>
    /// The box in two parts, then one connector a part. Each part is whole and true for one
    /// instant; the instants differ by as long as the client takes to fetch the parts before.
    /// </summary>
    private bool WriteStatusPart(JsonWriter json, int part, BoxStatus status)
    {
        if (part == 0)
        {
            json.BeginObject();
            json.Key("box");
            StatusWriter.BeginBox(json, status, _facts);
            return false;
        }
        int connector = part - FirstConnectorPart;
        if (connector < 0)
        {
            StatusWriter.EndBox(json, status, _facts);
            json.Key("chargers").BeginArray();
        }
        else
        {
            StatusWriter.WriteConnector(json, status.Connector(connector), _facts.UnixSeconds);
        }
        if (connector < status.ConnectorCount - 1)
        {
            return false;
        }
        json.EndArray();
        json.EndObject();
        return true;
    }
}
