using System.Collections.Generic;
using System.Linq;

namespace TwcBridge.SystemTests.Rules.Referee;

/// <summary>Every type of a set of listings by its documentation name.</summary>
internal sealed class ApiCatalog
{
    private readonly Dictionary<string, ApiType> _types = [];
    private readonly Dictionary<string, List<ApiType>> _outermost = [];

    public ApiCatalog(IEnumerable<ApiListing> listings)
    {
        foreach (ApiListing listing in listings)
        {
            Add(listing);
        }
    }

    public ApiType? Find(string name)
    {
        return _types.GetValueOrDefault(name);
    }

    /// <summary>The types of one assembly that are not nested in another type.</summary>
    public IReadOnlyList<ApiType> Outermost(string assembly)
    {
        return _outermost[assembly];
    }

    /// <summary>The interfaces of a type with those that they extend, each once.</summary>
    public IEnumerable<ApiType> Interfaces(ApiType type)
    {
        return type.Bases.Select(Find).OfType<ApiType>()
            .Where(found => found.Kind == "interface")
            .SelectMany(found => Interfaces(found).Prepend(found))
            .DistinctBy(found => found.Entry.Path);
    }

    /// <summary>The type and the classes that it derives from.</summary>
    public IEnumerable<ApiType> Ancestry(ApiType type)
    {
        ApiType? current = type;
        while (current != null)
        {
            yield return current;
            current = current.Bases.Select(Find).FirstOrDefault(found => found?.Kind == "class");
        }
    }

    private void Add(ApiListing listing)
    {
        ApiType[] added = listing.Entries.Where(entry => entry.Kind == 'T')
            .Select(entry => new ApiType(entry)).ToArray();
        foreach (ApiType type in added)
        {
            _types.Add(type.Entry.Path, type);
        }
        foreach (ApiEntry entry in listing.Entries.Where(entry => entry.Kind != 'T'))
        {
            // A line whose type was removed goes with it.
            Find(entry.Owner)?.Members.Add(entry);
        }
        List<ApiType> outermost = [];
        foreach (ApiType type in added)
        {
            (Find(type.Entry.Owner)?.Nested ?? outermost).Add(type);
        }
        _outermost.Add(listing.Name, outermost);
    }
}
