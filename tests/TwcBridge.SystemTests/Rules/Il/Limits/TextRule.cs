using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace TwcBridge.SystemTests.Rules.Il.Limits;

/// <summary>A rule against turning values of certain types into text.</summary>
internal abstract class TextRule : IlRule
{
    protected abstract bool Refuses(TypeReference type);

    public sealed override IEnumerable<IlFinding> OfMethod(MethodDefinition method)
    {
        return method.Instructions().SelectMany(at => TextCalls.Subjects(at).Where(Refuses)
            .Select(type => new IlFinding(at, $"text of {type.FullName}")));
    }
}
