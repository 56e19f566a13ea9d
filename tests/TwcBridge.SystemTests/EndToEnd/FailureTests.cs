using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;
using TwcBridge.SystemTests.Cli;
using TwcBridge.SystemTests.Support;

namespace TwcBridge.SystemTests.EndToEnd;

/// <summary>A run that cannot go on ends with the code of its kind and says what to do.</summary>
[TestClass]
public class FailureTests
{
    private const int Usage = 2;
    private const int CannotOpen = 3;
    private const int Network = 4;
    private const int BadInput = 5;

    [TestMethod]
    [DataRow(Usage, "see twcbridge run --help", "--bogus")]
    [DataRow(Usage, "Write it as mqtt://host:1883", "--mqtt http://127.0.0.1")]
    [DataRow(Usage, "Write it as 127.0.0.1:8080, or off", "--http somewhere")]
    [DataRow(Usage, "--site-limit must be an amount from 6 to 80 A", "--site-limit 3")]
    [DataRow(Usage, "--box must be", "--box a/b")]
    [DataRow(Usage, "failsafe_amps is above site_limit_amps", "--settings FILE --site-limit 6",
        "{\"failsafe_amps\":8}")]
    [DataRow(CannotOpen, "/dev/nope does not exist. Plug the adapter in", "--serial /dev/nope")]
    [DataRow(CannotOpen, "no file 'no-such-file'. To begin with, {} in it is enough",
        "--settings no-such-file")]
    [DataRow(CannotOpen, "/no/such/folder", "--record /no/such/folder/x")]
    [DataRow(BadInput, "'site_limit_amps' must be an amount from 6 to 80 A", "--settings FILE",
        "{\"site_limit_amps\":3}")]
    [DataRow(BadInput, "there is no setting 'site_limt_amps'", "--settings FILE",
        "{\"site_limt_amps\":16}")]
    [DataRow(BadInput, "'box' is given twice", "--settings FILE", "{\"box\":\"a\",\"box\":\"b\"}")]
    [DataRow(BadInput, "no JSON object; it goes wrong at byte 0", "--settings FILE", "box=a")]
    public void Says_what_to_do(int code, string words, string options, string settings = "")
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, settings);
            AssertFails(code, words, options.Replace("FILE", file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [TestMethod]
    public void Says_so_when_nobody_answers_at_the_address_of_the_broker()
    {
        int port = RunningBox.FreePort();

        AssertFails(Network, $"MQTT broker 127.0.0.1:{port}: nobody answers there. Is it running",
            $"--mqtt mqtt://127.0.0.1:{port}");
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("ann:wrong@")]
    public void Says_so_when_the_broker_refuses_the_password(string login)
    {
        using MosquittoBroker broker = MosquittoBroker.StartClosed("ann", "right");

        AssertFails(Network, "it refuses user or password. Give both: --mqtt mqtt://user:password@",
            $"--mqtt mqtt://{login}127.0.0.1:{broker.Port}");
    }

    [TestMethod]
    public void Says_so_when_what_answers_is_no_broker()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        Task hangingUp = other.AcceptTcpClientAsync().ContinueWith(
            client => client.Result.Dispose(), TaskContinuationOptions.OnlyOnRanToCompletion);

        AssertFails(Network, "something listens there, but it does not answer as a broker would.",
            $"--mqtt mqtt://{other.LocalEndpoint}");
        Assert.IsTrue(hangingUp.IsCompleted);
    }

    [TestMethod]
    public void Says_so_when_the_port_is_taken()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();

        AssertFails(Network, "Address already in use. Choose another address with --http",
            $"--http {other.LocalEndpoint}");
    }

    [TestMethod]
    public void Shares_its_port_with_no_second_run()
    {
        using RunningBox first = RunningBox.Start();
        first.Output.Await("page");

        AssertFails(Network, "Address already in use",
            $"--for 1 --http 127.0.0.1:{first.Page.Port}");
    }

    private static void AssertFails(int code, string words, string options)
    {
        string anyPort = options.Contains("--http") ? "" : " --http off";
        CliRun run = CliRun.Of(("run " + options + anyPort).Split(' '));

        Assert.AreEqual(code, run.ExitCode, run.Errors);
        Assert.Contains(words, run.Errors);
        Assert.DoesNotContain("   at ", run.Errors, "a stack trace is not for users");
    }
}
