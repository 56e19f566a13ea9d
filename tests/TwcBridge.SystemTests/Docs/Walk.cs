using System;

namespace TwcBridge.SystemTests.Docs;

/// <summary>
/// Leads one machine through facts by chance, only through such as its owner would tell it, and
/// notes what became of it.
/// </summary>
internal abstract class Walk
{
    private const int Lives = 3000;
    private const int StepsInALife = 100;
    private const int ShortMs = 1_500;
    private const int LongMs = 70_000;
    private const int LongEvery = 20;

    private readonly Transitions _transitions;
    private readonly string[] _facts;

    protected Walk(string[] states, string[] facts, int seed)
    {
        _transitions = new Transitions(states, facts);
        _facts = facts;
        Dice = new Random(seed);
    }

    protected Random Dice { get; }

    protected long NowMs { get; private set; }

    protected abstract string State { get; }

    /// <summary>The table of everything that was seen.</summary>
    public string[] Run()
    {
        for (int life = 0; life < Lives; life++)
        {
            Begin();
            for (int step = 0; step < StepsInALife; step++)
            {
                Step();
            }
        }
        return _transitions.ToTable();
    }

    /// <summary>A new machine, at this instant.</summary>
    protected abstract void Begin();

    /// <summary>Tells the machine a fact. False: nobody would tell it that now.</summary>
    protected abstract bool TryTell(string fact);

    protected void PassTo(long atMs)
    {
        NowMs = atMs > NowMs ? atMs : NowMs;
    }

    private void Step()
    {
        NowMs += Dice.Next(LongEvery) == 0 ? Dice.Next(LongMs) : Dice.Next(ShortMs);
        string fact = _facts[Dice.Next(_facts.Length)];
        string before = State;
        if (TryTell(fact))
        {
            _transitions.Add(before, fact, State);
        }
    }
}
