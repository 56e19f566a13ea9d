using TwcBridge.Charging;
using TwcBridge.Http;

namespace TwcBridge.UnitTests.Http;

[TestClass]
public class HttpAuthTests
{
    private const string Password = "open: sesame";

    // base64 of ":open: sesame", "owner:open: sesame", ":open: sesamo", "open: sesame".
    private const string Right = "Authorization: Basic Om9wZW46IHNlc2FtZQ==\r\n";
    private const string RightWithUser = "authorization: BASIC b3duZXI6b3Blbjogc2VzYW1l\r\n";
    private const string Wrong = "Authorization: Basic Om9wZW46IHNlc2Ftbw==\r\n";
    private const string NoUser = "Authorization: Basic b3Blbjogc2VzYW1l\r\n";
    private const string Mark = "X-TwcBridge: 1\r\n";
    private const string Unauthorized = "401 unauthorized null";

    private static readonly string[] Reads =
    {
        "/api/v1/status", "/api/v1/chargers/1a2b", "/api/v1/bus", "/api/v1/timing", "/metrics",
        "/api/v1/config", "/api/v1/config/export", "/api/v1/info", "/api/v1/log",
        "/api/v1/history",
    };

    private static readonly string[] Writes =
    {
        "PUT /api/v1/limit", "DELETE /api/v1/limit", "PUT /api/v1/chargers/1a2b/limit",
        "PUT /api/v1/enabled", "PUT /api/v1/chargers/1a2b/enabled", "POST /api/v1/logout",
        "POST /api/v1/restart", "POST /api/v1/factory-reset", "PATCH /api/v1/config",
    };

    private readonly HttpRig _rig = new HttpRig(Password);

    [TestMethod]
    public void Nothing_is_read_or_changed_without_the_password()
    {
        foreach (string path in Reads)
        {
            string answer = _rig.Ask(Request("GET " + path, "", ""));
            Assert.AreEqual(Unauthorized, HttpAnswer.Error(answer), path);
            Assert.IsTrue(HttpAnswer.Header(answer, "WWW-Authenticate").StartsWith("Bearer "));
        }
        foreach (string order in Writes)
        {
            string answer = _rig.Ask(Request(order, Mark, "{\"amps\":13}"));
            Assert.AreEqual(Unauthorized, HttpAnswer.Error(answer), order);
        }
        Assert.IsFalse(_rig.Server.TryNextCommand(new Command()));
    }

    [TestMethod]
    [DataRow("/")]
    [DataRow("/healthz")]
    public void What_shows_the_login_needs_none(string path)
    {
        string answer = _rig.Ask(Request("GET " + path, "", ""));
        Assert.AreEqual("200", HttpAnswer.Status(answer));
    }

    [TestMethod]
    [DataRow(Right, "200")]
    [DataRow(RightWithUser, "200")]
    [DataRow("Authorization: Bearer open: sesame\r\n", "200")]
    [DataRow("authorization: bearer open: sesame\r\n", "200")]
    [DataRow(Wrong, "401")]
    [DataRow(NoUser, "401")]
    [DataRow("Authorization: Bearer open: sesam\r\n", "401")]
    [DataRow("Authorization: Bearer open: sesame!\r\n", "401")]
    [DataRow("Authorization: Bearer\r\n", "401")]
    [DataRow("Authorization: Basic\r\n", "401")]
    [DataRow("Authorization: Basic =\r\n", "401")]
    [DataRow("Authorization: Digest x\r\n", "401")]
    [DataRow("Authorization:\r\n", "401")]
    public void A_machine_shows_the_password_each_time(string header, string status)
    {
        string answer = _rig.Ask(Request("GET /api/v1/status", header, ""));
        Assert.AreEqual(status, HttpAnswer.Status(answer));
        _rig.Open(Request("DELETE /api/v1/limit", header, ""));
        Assert.AreEqual(status == "200", _rig.Server.TryNextCommand(new Command()));
    }

    [TestMethod]
    public void A_session_reads_and_with_the_mark_of_the_page_writes()
    {
        string session = LogIn();
        string read = _rig.Ask(Request("GET /api/v1/status", session, ""));
        Assert.AreEqual("200", HttpAnswer.Status(read));
        string bare = _rig.Ask(Request("PUT /api/v1/limit", session, "{\"amps\":13}"));
        Assert.AreEqual("401 missing_mark null", HttpAnswer.Error(bare));
        _rig.Open(Request("PUT /api/v1/limit", session + Mark, "{\"amps\":13}"));
        Assert.IsTrue(_rig.Server.TryNextCommand(new Command()));
    }

    [TestMethod]
    public void A_session_is_kept_from_scripts_and_other_sites()
    {
        string cookie = HttpAnswer.Header(
            _rig.Ask(Request("POST /api/v1/login", "", Login(Password))), "Set-Cookie");
        Assert.IsTrue(cookie.EndsWith("; Path=/; Max-Age=604800; HttpOnly; SameSite=Strict"));
    }

    [TestMethod]
    public void A_session_ends_after_a_week()
    {
        string session = LogIn();
        string request = Request("GET /api/v1/status", session, "");
        _rig.Advance((HttpSessions.LifeSeconds * 1000) - 1);
        Assert.AreEqual("200", HttpAnswer.Status(_rig.Ask(request)));
        _rig.Advance(1);
        Assert.AreEqual(Unauthorized, HttpAnswer.Error(_rig.Ask(request)));
    }

    [TestMethod]
    public void Whatever_is_changed_in_a_session_makes_it_worthless()
    {
        string session = LogIn();
        int end = session.Length - 2;
        for (int i = session.IndexOf('=') + 1; i < end; i++)
        {
            string sign = session[i] == '1' ? "2" : "1";
            string forged = session.Substring(0, i) + sign + session.Substring(i + 1);
            string answer = _rig.Ask(Request("GET /api/v1/status", forged, ""));
            Assert.AreEqual(Unauthorized, HttpAnswer.Error(answer), forged);
            answer = _rig.Ask(Request("GET /api/v1/status", session, ""));
            Assert.AreEqual("200", HttpAnswer.Status(answer), "after " + forged);
        }
    }

    [TestMethod]
    [DataRow("Cookie: a=b; $\r\n", "200")]
    [DataRow("Cookie: $; a=b\r\n", "200")]
    [DataRow("Cookie: a=b;$\r\n", "200")]
    [DataRow("Cookie: a=b; x$\r\n", "401")]
    [DataRow("Cookie: twcbridge=\r\n", "401")]
    [DataRow("Cookie:\r\n", "401")]
    [DataRow("Cookie: ;;\r\n", "401")]
    public void A_session_is_found_among_other_cookies(string header, string status)
    {
        string session = LogIn().Substring("Cookie: ".Length);
        int place = header.IndexOf('$');
        string cookies = place < 0 ? header : header.Substring(0, place)
            + session.Substring(0, session.Length - 2) + header.Substring(place + 1);
        string answer = _rig.Ask(Request("GET /api/v1/status", cookies, ""));
        Assert.AreEqual(status, HttpAnswer.Status(answer));
    }

    [TestMethod]
    public void Logging_out_ends_every_session_and_a_new_one_can_begin()
    {
        string first = LogIn();
        _rig.Advance(1000);
        string second = LogIn();
        string left = _rig.Ask(Request("POST /api/v1/logout", first + Mark, ""));
        Assert.AreEqual("200", HttpAnswer.Status(left));
        Assert.IsTrue(HttpAnswer.Header(left, "Set-Cookie").IndexOf("Max-Age=0;") > 0);
        string answer = _rig.Ask(Request("GET /api/v1/status", second, ""));
        Assert.AreEqual(Unauthorized, HttpAnswer.Error(answer));
        answer = _rig.Ask(Request("GET /api/v1/status", LogIn(), ""));
        Assert.AreEqual("200", HttpAnswer.Status(answer));
    }

    [TestMethod]
    public void Another_start_knows_no_session_of_this_one()
    {
        HttpRig next = new HttpRig(Password, 1);
        string answer = next.Ask(Request("GET /api/v1/status", LogIn(), ""));
        Assert.AreEqual(Unauthorized, HttpAnswer.Error(answer));
    }

    [TestMethod]
    [DataRow("{\"password\":\"open: sesame\"}", "200")]
    [DataRow("{\"password\":\"open\"}", "401 unauthorized password")]
    [DataRow("{\"password\":\"\"}", "401 unauthorized password")]
    [DataRow("{\"password\":1}", "400 bad_form password")]
    [DataRow("{}", "400 bad_form password")]
    [DataRow("", "400 bad_form password")]
    [DataRow("{\"password\":\"open: sesame\"", "400 bad_form password")]
    [DataRow("{\"password\":\"open: sesame\"}x", "400 bad_form password")]
    [DataRow("{\"user\":\"me\"}", "400 unknown_key user")]
    [DataRow("{\"password\":\"open: sesame\",\"user\":1}", "400 unknown_key user")]
    public void A_login_is_one_password(string body, string expected)
    {
        string answer = _rig.Ask(Request("POST /api/v1/login", "", body));
        bool isGood = expected == "200";
        Assert.AreEqual(expected, isGood ? HttpAnswer.Status(answer) : HttpAnswer.Error(answer));
        Assert.AreEqual(isGood, HttpAnswer.Header(answer, "Set-Cookie") != null);
    }

    [TestMethod]
    public void Who_guesses_has_to_wait_and_the_owner_never()
    {
        string wrong = Request("GET /api/v1/status", Wrong, "");
        for (int i = 0; i < HttpAuth.MostTries; i++)
        {
            Assert.AreEqual(Unauthorized, HttpAnswer.Error(_rig.Ask(wrong)));
        }
        string answer = _rig.Ask(wrong);
        Assert.AreEqual("429 too_many_tries null", HttpAnswer.Error(answer));
        Assert.AreEqual("10", HttpAnswer.Header(answer, "Retry-After"));
        answer = _rig.Ask(Request("POST /api/v1/login", "", Login("guess")));
        Assert.AreEqual("429", HttpAnswer.Status(answer));
        Assert.AreEqual("200", HttpAnswer.Status(_rig.Ask(
            Request("GET /api/v1/status", Right, ""))));
        Assert.IsTrue(LogIn().Length > 0);

        _rig.Advance(HttpAuth.ForgetMs - 1);
        Assert.AreEqual("429", HttpAnswer.Status(_rig.Ask(wrong)));
        _rig.Advance(1);
        Assert.AreEqual("401", HttpAnswer.Status(_rig.Ask(wrong)), "one try was forgotten");
        Assert.AreEqual("429", HttpAnswer.Status(_rig.Ask(wrong)));
        _rig.Advance(HttpAuth.MostTries * HttpAuth.ForgetMs);
        for (int i = 0; i < HttpAuth.MostTries; i++)
        {
            Assert.AreEqual("401", HttpAnswer.Status(_rig.Ask(wrong)), "try " + i);
        }
        Assert.AreEqual("429", HttpAnswer.Status(_rig.Ask(wrong)));
    }

    private string LogIn()
    {
        string cookie = HttpAnswer.Header(
            _rig.Ask(Request("POST /api/v1/login", "", Login(Password))), "Set-Cookie");
        return "Cookie: " + cookie.Substring(0, cookie.IndexOf(';')) + "\r\n";
    }

    private static string Login(string password)
    {
        return "{\"password\":\"" + password + "\"}";
    }

    private static string Request(string order, string headers, string body)
    {
        return order[0] == 'P'
            ? HttpRig.Send(order, headers, body)
            : order + " HTTP/1.1\r\nHost: 10.0.0.2\r\n" + headers + "\r\n";
    }
}
