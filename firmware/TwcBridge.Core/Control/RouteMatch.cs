namespace TwcBridge.Control;

/// <summary>What a path means. Made once and used again for each request.</summary>
public sealed class RouteMatch
{
    /// <summary>None when there is no such path: 404.</summary>
    public Route Route;

    /// <summary>The {id} of the path, 1..65535, or Command.WholeSite where it has none.</summary>
    public int PeripheralId;

    /// <summary>What the path takes; another method gets 405 and this list.</summary>
    public HttpMethods Allowed;

    public bool Allows(HttpMethods method)
    {
        return (Allowed & method) != HttpMethods.None;
    }
}
