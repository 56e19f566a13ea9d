using System;

namespace TwcBridge.Control;

/// <summary>A set of HTTP methods, in the order of MethodNames. None stands for every method that
/// we have no use for.</summary>
[Flags]
public enum HttpMethods : byte
{
    None = 0,
    Get = 1,
    Put = 2,
    Delete = 4,
    Post = 8,
    Patch = 16,
}
