using TwcBridge.Control;
using TwcBridge.Diagnostics;

namespace TwcBridge.UnitTests.Control;

[TestClass]
public class TimingWriterTests
{
    // What one piece of an answer holds (HttpResponse.PieceCapacity).
    private const int PieceCapacity = 1075;

    private const string Nothing =
        "{'count':0,'sum':0,'max':0,'p50':0,'p99':0,'p99_9':0,'steps':[]}";

    private readonly ByteWriter _text = new ByteWriter(PieceCapacity);
    private readonly Timings _timings = new Timings();

    [TestMethod]
    public void Tells_each_histogram_with_the_steps_that_hold_something()
    {
        Histogram jitter = _timings.Of(TimingKind.HeartbeatJitter);
        jitter.Add(1);
        jitter.Add(1);
        jitter.Add(9_000);
        BoxFacts facts = new BoxFacts { HeapFreeBytes = 4096 };
        string[] expected =
        {
            "{'unit':'ms','gc_runs':null,'heap_free_bytes':4096,'heartbeat_jitter':"
                + "{'count':3,'sum':9002,'max':9000,'p50':1,'p99':9000,'p99_9':9000,"
                + "'steps':[[1,2],[null,1]]}",
            "'answer_latency':" + Nothing,
            "'command_to_wire':" + Nothing,
            "'loop_turn':" + Nothing + "}",
        };
        for (int part = 0; part < TimingWriter.PartCount; part++)
        {
            _text.Clear();
            TimingWriter.WritePart(new JsonWriter(_text), part, _timings, facts);
            Assert.AreEqual(expected[part], TestText.Row(_text));
        }
    }

    [TestMethod]
    public void The_largest_counts_fit_one_piece_each()
    {
        BoxFacts facts = new BoxFacts { GcRuns = long.MaxValue, HeapFreeBytes = long.MaxValue };
        for (int kind = 0; kind < Timings.Count; kind++)
        {
            // So long that their sum has as many digits as there are.
            for (int step = 0; step <= Histogram.BoundCount; step++)
            {
                _timings.Of((TimingKind)kind).Add(step == Histogram.BoundCount
                    ? long.MaxValue / 2
                    : Histogram.BoundMs(step));
            }
        }
        int longest = 0;
        for (int part = 0; part < TimingWriter.PartCount; part++)
        {
            _text.Clear();
            TimingWriter.WritePart(new JsonWriter(_text), part, _timings, facts);
            longest = longest < _text.Length ? _text.Length : longest;
        }

        // Each of the 21 counts has one digit here and has ten after three hundred years.
        int room = (Histogram.BoundCount + 1) * 9;
        Assert.IsTrue(longest + room <= PieceCapacity, longest.ToString());
    }
}
