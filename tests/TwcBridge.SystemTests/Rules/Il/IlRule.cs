using System.Collections.Generic;
using Mono.Cecil;

namespace TwcBridge.SystemTests.Rules.Il;

/// <summary>Something that the compiler accepts and the device does not bear.</summary>
internal abstract class IlRule
{
    public string Name => GetType().Name;

    /// <summary>Why, with the section of NANOFRAMEWORK.md that measured it.</summary>
    public abstract string Reason { get; }

    /// <summary>Whole sources that the rule must catch, each by itself.</summary>
    public abstract string[] Caught { get; }

    /// <summary>Sources close to the caught ones that it must let through.</summary>
    public abstract string[] Clean { get; }

    /// <summary>False for a rule of our design, which holds for firmware only. True for a limit of
    /// the device, which holds for the unit tests that run there as well.</summary>
    public virtual bool BindsTests => true;

    public virtual IEnumerable<string> OfType(TypeDefinition type)
    {
        return [];
    }

    public virtual IEnumerable<IlFinding> OfMethod(MethodDefinition method)
    {
        return [];
    }
}
