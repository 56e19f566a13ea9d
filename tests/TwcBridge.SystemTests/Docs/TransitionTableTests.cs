namespace TwcBridge.SystemTests.Docs;

/// <summary>The tables of the state machines in firmware/README.md say what the machines do.
/// </summary>
[TestClass]
public sealed class TransitionTableTests
{
    private const string Readme = "firmware/README.md";

    [TestMethod]
    [DataRow("link transitions")]
    [DataRow("role transitions")]
    [DataRow("MQTT transitions")]
    public void The_table_shows_every_transition_that_happens_and_no_other(string part)
    {
        new Document(Readme).ExpectPart(part, NewWalk(part, 1).Run());
    }

    [TestMethod]
    [DataRow("link transitions")]
    [DataRow("role transitions")]
    [DataRow("MQTT transitions")]
    public void Other_seeds_find_the_same_transitions(string part)
    {
        string[] table = NewWalk(part, 1).Run();
        for (int seed = 2; seed <= 5; seed++)
        {
            CollectionAssert.AreEqual(table, NewWalk(part, seed).Run(), $"seed {seed}");
        }
    }

    private static Walk NewWalk(string part, int seed)
    {
        return part switch
        {
            "link transitions" => new LinkWalk(seed),
            "role transitions" => new RoleWalk(seed),
            _ => new MqttWalk(seed),
        };
    }
}
