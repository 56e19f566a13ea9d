using TwcBridge.Loops;
using TwcBridge.VirtualDevice.Captures;

namespace TwcBridge.VirtualDevice.Hosting;

/// <summary>
/// Whoever wants to see what happens on the bus side. Called on the bus thread; must return at
/// once. Times are those of the loop's turns, so that what is noted can be given again to the same
/// code at the same instants.
/// </summary>
public interface IBusWatch : ICommandWatch
{
    /// <param name="beganAtMs">The turn in which the first byte of the frame was there.</param>
    public void OnFrame(CapturedFrame frame, long beganAtMs);
}
