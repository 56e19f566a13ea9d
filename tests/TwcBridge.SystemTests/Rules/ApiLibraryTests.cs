using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TwcBridge.SystemTests.Rules.Referee;

namespace TwcBridge.SystemTests.Rules;

/// <summary>The referee must offer what the listings name, and nothing else.</summary>
[TestClass]
[DoNotParallelize]
public sealed class ApiLibraryTests
{
    [TestMethod]
    public void Offers_exactly_the_lines_of_every_listing()
    {
        ApiLibrary library = ApiLibrary.Device;
        List<string> differences = [];
        foreach (ApiListing listing in library.Listings.Values)
        {
            HashSet<string> offered = [.. VisibleMembers.Of(library, listing.Name)];
            HashSet<string> listed = [.. listing.Entries
                .Where(entry => entry.Name != "Finalize")
                .Select(entry => $"{entry.Kind}:{entry.Path}")];
            differences.AddRange(listed.Except(offered).Select(id => $"{listing.Name} lacks {id}"));
            differences.AddRange(offered.Except(listed).Select(id => $"{listing.Name} adds {id}"));
        }
        Expect.Nothing(differences);
    }
}
