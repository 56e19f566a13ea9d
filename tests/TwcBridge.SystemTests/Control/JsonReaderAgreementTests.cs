using System.Text;
using TwcBridge.Control;

namespace TwcBridge.SystemTests.Control;

[TestClass]
public class JsonReaderAgreementTests
{
    private const int DocumentsPerSeed = 5000;

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    public void Reads_and_refuses_the_same_documents_as_the_platform(int seed)
    {
        JsonDocuments documents = new(seed);
        int accepted = 0;
        for (int i = 0; i < DocumentsPerSeed; i++)
        {
            byte[] document = documents.Next();
            string? theirs = JsonStory.Theirs(document);
            string name = $"seed {seed}, document {i}: {Encoding.Latin1.GetString(document)}";
            Assert.AreEqual(theirs, JsonStory.Ours(document), name);
            accepted += theirs == null ? 0 : 1;
        }

        // Otherwise the comparison says little about one side or the other.
        Assert.IsTrue(accepted > DocumentsPerSeed / 5, $"{accepted} accepted");
        Assert.IsTrue(accepted < DocumentsPerSeed * 4 / 5, $"{accepted} accepted");
    }

    [TestMethod]
    public void Reads_any_bytes_as_the_platform_does()
    {
        // Every document of up to two bytes, alone and as the inside of a text.
        for (int pair = 0; pair <= 0xFFFF; pair++)
        {
            byte[] bytes = [(byte)(pair >> 8), (byte)pair];
            byte[] text = [(byte)'"', (byte)(pair >> 8), (byte)pair, (byte)'"'];
            Assert.AreEqual(JsonStory.Theirs(bytes), JsonStory.Ours(bytes), $"{pair:X4}");
            Assert.AreEqual(JsonStory.Theirs(text), JsonStory.Ours(text), $"text {pair:X4}");
        }
    }

    [TestMethod]
    public void Nests_as_deep_as_the_platform_when_told_the_same_limit()
    {
        for (int depth = 0; depth <= JsonReader.MaxDepth + 1; depth++)
        {
            byte[] document = Encoding.ASCII.GetBytes(
                new string('[', depth) + "1" + new string(']', depth));
            Assert.AreEqual(depth <= JsonReader.MaxDepth, JsonStory.Ours(document) != null);
            Assert.AreEqual(JsonStory.Theirs(document), JsonStory.Ours(document), $"{depth}");
        }
    }
}
