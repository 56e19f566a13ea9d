using nanoFramework.Hardware.Esp32;
using TwcBridge.Control;
using TwcBridge.Loops;

namespace TwcBridge.Device;

/// <summary>Keeps up to date what the network loop tells of the box.</summary>
internal sealed class FactsKeeper
{
    private readonly BoxFacts _facts;
    private readonly INetworkLink _link;
    private readonly MqttSide _mqtt;
    private readonly Clock _clock = new Clock();

    /// <param name="mqtt">Null when no broker is configured.</param>
    public FactsKeeper(BoxFacts facts, INetworkLink link, MqttSide mqtt)
    {
        _facts = facts;
        _link = link;
        _mqtt = mqtt;
    }

    /// <summary>Called about once a second.</summary>
    public void Refresh()
    {
        if (_link.IsUp)
        {
            _clock.OnNetworkUp();
        }
        _facts.UnixSeconds = _clock.UnixSeconds();
        if (_mqtt != null)
        {
            _mqtt.Tell(_facts);
        }
        NativeMemory.GetMemoryInfo(
            NativeMemory.MemoryType.All, out uint _, out uint free, out uint _);
        _facts.HeapFreeBytes = free;
    }
}
