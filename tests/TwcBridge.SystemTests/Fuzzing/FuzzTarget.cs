using System;

namespace TwcBridge.SystemTests.Fuzzing;

/// <summary>
/// Something that takes bytes from outside. A case is nothing but its bytes: how they are cut into
/// chunks and spread over time is read out of the first of them, so that a case in hex is whole.
/// </summary>
internal abstract class FuzzTarget
{
    /// <summary>Also the name of its file of findings.</summary>
    public abstract string Name { get; }

    /// <summary>Most bytes of one case.</summary>
    public abstract int CaseLength { get; }

    /// <summary>Its part of all bytes, in thousandths.</summary>
    public abstract int PerMille { get; }

    /// <summary>Whether a run may not allocate.</summary>
    public virtual bool AllocatesNothing => false;

    /// <summary>How often sense was made of what came: without that nothing deep is tried.
    /// </summary>
    public long Reached { get; protected set; }

    /// <summary>Makes one case.</summary>
    public abstract void Fill(FuzzInput input, FuzzDice dice);

    /// <summary>Everything is as at the start of this case.</summary>
    public abstract void Prepare(byte[] bytes);

    /// <summary>Takes one case and throws when something does not hold.</summary>
    public abstract void Run(byte[] bytes, int length);

    protected static void Require(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException(what);
        }
    }
}
