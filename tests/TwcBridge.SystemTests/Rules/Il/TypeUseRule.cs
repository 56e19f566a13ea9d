using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace TwcBridge.SystemTests.Rules.Il;

/// <summary>A rule against naming certain types anywhere.</summary>
internal abstract class TypeUseRule : IlRule
{
    protected abstract bool Refuses(TypeReference type);

    public override IEnumerable<string> OfType(TypeDefinition type)
    {
        return TypeUses.OfType(type).Where(Refuses).Select(used => used.FullName).Distinct();
    }

    public override IEnumerable<IlFinding> OfMethod(MethodDefinition method)
    {
        return TypeUses.OfMethod(method).Where(use => Refuses(use.Type))
            .Select(use => new IlFinding(use.At, use.Type.FullName)).Distinct();
    }
}
