using System.Globalization;
using System.Text;

namespace TwcBridge.SystemTests.Fuzzing;

/// <summary>HTTP requests: good ones with a right length, and spoilt ones.</summary>
internal static class RequestMix
{
    private static readonly byte[][] Lines =
    [
        Text("GET / HTTP/1.1\r\n"), Text("GET /healthz HTTP/1.1\r\n"),
        Text("GET /api/v1/status HTTP/1.1\r\n"), Text("GET /api/v1/bus?x=1 HTTP/1.1\r\n"),
        Text("GET /api/v1/timing HTTP/1.1\r\n"), Text("GET /metrics HTTP/1.0\r\n"),
        Text("GET /api/v1/chargers/1000 HTTP/1.1\r\n"), Text("HEAD / HTTP/1.1\r\n"),
        Text("GET /api/v1/settings HTTP/1.1\r\n"), Text("GET /setup HTTP/1.1\r\n"),
        Text("PUT /api/v1/limit HTTP/1.1\r\n"), Text("PUT /api/v1/enabled HTTP/1.1\r\n"),
        Text("PUT /api/v1/chargers/1000/limit HTTP/1.1\r\n"),
        Text("DELETE /api/v1/limit HTTP/1.1\r\n"), Text("POST /setup HTTP/1.1\r\n"),
        Text("OPTIONS * HTTP/1.1\r\n"), Text("GET http://box/ HTTP/1.1\r\n"),
    ];

    private static readonly byte[][] Headers =
    [
        Text("Cookie: a=b\r\n"), Text("Transfer-Encoding: chunked\r\n"),
        Text("Expect: 100-continue\r\n"), Text("Content-Length: 5\r\n"), Text("X: \t y \r\n"),
        Text("Host: evil.example\r\n"), Text("Origin: http://evil\r\n"), Text("A:\r\n"),
        Text("Connection: keep-alive\r\n"), Text(" folded\r\n"), Text("No-colon\r\n"),
        Text("Long: " + new string('x', 1500) + "\r\n"), Text("Accept: */*\n"),
        Text("Authorization: Basic YTpi\r\n"), Text("Authorization: Bearer b\r\n"),
        Text("Authorization: Basic ====\r\n"), Text("X-TwcBridge: 1\r\n"),
        Text("If-Match: \"1\"\r\n"), Text("Accept-Encoding: gzip;q=0, *\r\n"),
        Text("Content-Type: text/plain\r\n"),
    ];

    public static void Add(FuzzInput input, FuzzDice dice)
    {
        int from = input.Length;
        input.Add(dice.Of(Lines));
        input.Add(dice.OneIn(6) ? "Host: [::1]:80\r\n"u8 : "Host: 10.0.0.2\r\n"u8);
        while (dice.OneIn(3))
        {
            input.Add(dice.Of(Headers));
        }
        if (dice.OneIn(2))
        {
            AddBody(input, dice);
        }
        else
        {
            input.Add("\r\n"u8);
        }
        if (dice.OneIn(3))
        {
            input.Spoil(from, dice);
        }
    }

    private static void AddBody(FuzzInput input, FuzzDice dice)
    {
        FuzzInput body = new(5000);
        if (dice.OneIn(2))
        {
            JsonMix.AddCommand(body, dice);
        }
        else
        {
            JsonMix.AddSettings(body, dice);
        }
        if (dice.OneIn(30))
        {
            body.AddNoise(dice.Next(4400), dice);
        }
        input.Add("Content-Type: application/json\r\nContent-Length: "u8);
        input.Add(Text(body.Length.ToString(CultureInfo.InvariantCulture)));
        input.Add("\r\n\r\n"u8);
        input.Add(body.Span);
    }

    private static byte[] Text(string text)
    {
        return Encoding.UTF8.GetBytes(text);
    }
}
