using System;

namespace TwcBridge.Simulator;

/// <summary>Whatever has a transceiver on the line. It cannot hear while it sends.</summary>
public abstract class LineUnit
{
    private protected LineUnit(SimulatedSite site, string name)
    {
        Site = site;
        Name = name;
        Mask = site.Line.Attach(this);
    }

    public string Name { get; }

    public SimulatedSite Site { get; }

    /// <summary>One bit of its own, to mark who was behind a byte on the line.</summary>
    internal ulong Mask { get; }

    /// <summary>What it has on the line now.</summary>
    internal Transmission? Current { get; set; }

    /// <summary>Whether it wants whole frames. Ports read bytes instead.</summary>
    internal virtual bool HearsFrames => false;

    internal virtual void OnFrame(HeardFrame heard)
    {
        throw new NotSupportedException(Name + " does not hear frames.");
    }

    private protected void Send(FrameWriter writer)
    {
        Site.Line.Send(this, writer.Wire, writer.Length);
    }
}
