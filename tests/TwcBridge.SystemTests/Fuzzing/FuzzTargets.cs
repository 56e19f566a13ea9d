using System;
using System.Linq;
using TwcBridge.SystemTests.Fuzzing.Targets;

namespace TwcBridge.SystemTests.Fuzzing;

/// <summary>Everything that takes bytes from outside.</summary>
internal static class FuzzTargets
{
    public static FuzzTarget[] All()
    {
        return
        [
            new DecoderTarget(),
            new BridgeTarget(),
            new MqttReaderTarget(),
            new MqttSessionTarget(),
            new HttpParserTarget(),
            new HttpServerTarget(),
            new JsonTarget(),
            new SettingsTarget(),
            new SlotTarget(),
            new CommandTarget(),
            new CaptureTarget(),
            new CommandLineTarget(),
        ];
    }

    public static FuzzTarget Of(string name)
    {
        return All().FirstOrDefault(target => target.Name == name)
            ?? throw new ArgumentException($"no target is called {name}");
    }
}
