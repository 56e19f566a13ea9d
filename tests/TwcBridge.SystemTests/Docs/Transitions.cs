using System.Collections.Generic;
using System.Linq;

namespace TwcBridge.SystemTests.Docs;

/// <summary>What was seen of a machine: which states followed upon which facts.</summary>
internal sealed class Transitions
{
    private readonly string[] _states;
    private readonly string[] _facts;
    private readonly HashSet<(string State, string Fact, string Next)> _seen = [];

    /// <summary>States and facts in the order of the table.</summary>
    public Transitions(string[] states, string[] facts)
    {
        _states = states;
        _facts = facts;
    }

    public void Add(string state, string fact, string next)
    {
        CollectionAssert.Contains(_states, state);
        CollectionAssert.Contains(_facts, fact);
        _seen.Add((state, fact, next));
    }

    /// <summary>A row for each state and what it may become; facts with the same outcome share
    /// one.</summary>
    public string[] ToTable()
    {
        IEnumerable<string> rows =
            from state in _states
            from outcome in _facts
                .Select(fact => (Fact: fact, Next: NextAfter(state, fact)))
                .Where(pair => pair.Next.Length > 0)
                .GroupBy(pair => pair.Next, pair => pair.Fact)
            select $"| {state} | {string.Join("; ", outcome)} | {outcome.Key} |";
        return ["| State | What happens | Next state |", "| --- | --- | --- |", .. rows];
    }

    private string NextAfter(string state, string fact)
    {
        IEnumerable<string> next = _states.Where(other => _seen.Contains((state, fact, other)));
        return string.Join(", or ", next.Select(other => other == state ? "the same" : other));
    }
}
