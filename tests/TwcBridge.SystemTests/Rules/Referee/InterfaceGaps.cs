using System.Collections.Generic;
using System.Linq;

namespace TwcBridge.SystemTests.Rules.Referee;

/// <summary>
/// What a class must carry for its interfaces although its listing does not show it, because the
/// real class implements it explicitly (Array and IList.Add). Only a call through the interface
/// reaches such a member, and that the listing of the interface allows.
/// </summary>
internal sealed class InterfaceGaps(ApiCatalog catalog)
{
    public IEnumerable<string> Of(ApiType type)
    {
        if (type.Kind is not ("class" or "struct"))
        {
            return [];
        }
        ApiEntry[] shown = catalog.Ancestry(type).SelectMany(found => found.Members)
            .Where(member => !member.Says("protected") && !member.Says("static")).ToArray();
        return catalog.Interfaces(type).SelectMany(contract => contract.Members
            .Where(demanded => !shown.Any(member => Implements(member, demanded)))
            .Select(demanded => MemberWriter.WriteExplicit(contract, demanded)));
    }

    private static bool Implements(ApiEntry member, ApiEntry demanded)
    {
        bool hasAccessors = demanded.Kind != 'P' || member.Braces == demanded.Braces
            || member.Braces.Contains("get; set;");
        return member.Kind == demanded.Kind && member.Signature == demanded.Signature
            && member.Type == demanded.Type && hasAccessors;
    }
}
