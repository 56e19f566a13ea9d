using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>The answers that are longer than any buffer, part by part: the page, the status with
/// all its connectors, the measurements, and the report on the bus.</summary>
internal sealed class HttpParts
{
    private const int FirstConnectorPart = 2;

    // A page lies in pieces of two parts.
    private const int PageStride = 2;
    private const int PagePartLength = 1024;

    private readonly int[] _nextParts = new int[HttpServer.MaxConnections];
    private readonly BoxFacts _facts;
    private readonly MetricsSource _metrics = new MetricsSource();
    private readonly int[] _connectorCounts = new int[HttpServer.MaxConnections];
    private readonly HttpReport _report;
    private readonly HttpRecords _records;

    public HttpParts(BoxFacts facts, HttpReport report, HttpRecords records)
    {
        _records = records;
        _facts = facts;
        _report = report;
    }

    /// <summary>Writes the head; <see cref="WriteNext"/> adds the parts.</summary>
    public void Begin(int connection, HttpConnection client, BoxStatus status)
    {
        HttpResponse response = client.Response;
        _nextParts[connection] = 0;
        _connectorCounts[connection] = status == null ? 0 : status.ConnectorCount;
        _records.Begin(connection, client);     // Reads what the answer will lie over.
        response.Begin(200);
        _records.WriteHeaders(client.Match.Route, response);
        if (client.Match.Route == Route.Page)
        {
            BeginPage(response, PageParts.ContentSecurityPolicy);
        }
        else if (client.Match.Route == Route.SetupPage)
        {
            BeginPage(response, SetupPageParts.ContentSecurityPolicy);
        }
        response.BeginChunks(Surface.MediaTypeOf(client.Match.Route));
    }

    public void WriteNext(int connection, Route route, BoxStatus status, HttpResponse response)
    {
        int part = _nextParts[connection]++;
        JsonWriter json = response.Json;
        response.BeginChunk();
        bool isLast = route switch
        {
            Route.Page => WritePiece(
                response, PageParts.At(part / PageStride), part, PageParts.Count),
            Route.SetupPage => WritePiece(
                response, SetupPageParts.At(part / PageStride), part, SetupPageParts.Count),
            Route.Timing => TimingWriter.WritePart(json, part, _report.Timings, _facts),
            Route.Metrics => WriteMetricsPart(connection, part, status, response.Bytes),
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

    private bool WriteMetricsPart(
        int connection, int part, BoxStatus status, ByteWriter output)
    {
        _metrics.Timings = _report.Timings;
        _metrics.Status = status;
        _metrics.Facts = _facts;
        _metrics.Report = _report.Report;
        _metrics.ConnectorCount = _connectorCounts[connection];
        return MetricsWriter.WritePart(output, part, _metrics);
    }

    // Compressed as it lies in the flash, whoever asks: HttpApi has refused who cannot take it.
    private static void BeginPage(HttpResponse response, string policy)
    {
        response.Header("Content-Security-Policy", policy);
        response.Header("Content-Encoding", "gzip");
    }

    private static bool WritePiece(HttpResponse response, byte[] piece, int part, int pieces)
    {
        int offset = part % PageStride * PagePartLength;
        int left = piece.Length - offset;
        response.Bytes.Bytes(piece, offset, left < PagePartLength ? left : PagePartLength);
        return left <= PagePartLength && part / PageStride == pieces - 1;
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
