using TwcBridge.Control;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// One property, watched. Everything is told before the bridge knows of it; what is told of a
/// frame is in Evidence. A checker allocates only when it refutes.
/// </summary>
internal abstract class Checker
{
    protected Checker(Evidence evidence)
    {
        Evidence = evidence;
    }

    protected Evidence Evidence { get; }

    protected long NowUs => Evidence.NowUs;

    /// <summary>The world has moved on.</summary>
    public virtual void OnStep()
    {
    }

    /// <summary>Evidence.Sent is about to go on the line; the watches do not know it yet.</summary>
    public virtual void OnSending()
    {
    }

    /// <summary>Evidence.Heard was read; the watches know it.</summary>
    public virtual void OnHeard()
    {
    }

    /// <summary>A bridge has come up that remembers nothing.</summary>
    public virtual void OnBoot()
    {
    }

    /// <summary>The owner has changed a limit; Evidence knows it.</summary>
    public virtual void OnSettings()
    {
    }

    /// <summary>The box was asked what it knows.</summary>
    public virtual void OnStatus(BoxStatus status)
    {
    }

    /// <summary>The owner told the bridge that the rival is gone.</summary>
    public virtual void OnTakeOver()
    {
    }
}
