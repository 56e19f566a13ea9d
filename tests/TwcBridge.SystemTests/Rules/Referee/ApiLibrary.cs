using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace TwcBridge.SystemTests.Rules.Referee;

/// <summary>
/// The listings as reference assemblies in memory: the only libraries that firmware is compiled
/// against here. Only declarations are emitted, so nothing needs a body or a core library.
/// </summary>
internal sealed class ApiLibrary
{
    private const string CoreLibrary = "mscorlib";

    private static readonly Lazy<ApiLibrary> DeviceLibrary = new(() => new ApiLibrary(
        Directory.EnumerateFiles(Repository.ApiFolder, "*.txt").Select(ApiListing.Load)));

    private readonly Dictionary<string, byte[]> _images = [];
    private readonly Dictionary<string, MetadataReference> _references = [];

    public ApiLibrary(IEnumerable<ApiListing> listings)
    {
        Listings = listings.ToDictionary(listing => listing.Name);
        ApiCatalog catalog = new(Listings.Values);
        DeclarationWriter writer = new(catalog);
        foreach (string name in Listings.Keys)
        {
            Compile(name, writer);
        }
    }

    public static bool IsListed => Directory.Exists(Repository.ApiFolder);

    /// <summary>Everything that is listed, compiled once for a test run. Ends the test as
    /// inconclusive where the listings are not there.</summary>
    public static ApiLibrary Device
    {
        get
        {
            if (!IsListed)
            {
                Assert.Inconclusive($"{Repository.ApiFolder} is not there: firmware cannot be "
                    + "checked against the device's libraries.");
            }
            return DeviceLibrary.Value;
        }
    }

    public IReadOnlyDictionary<string, ApiListing> Listings { get; }

    public IReadOnlyDictionary<string, byte[]> Images => _images;

    public MetadataReference Reference(string name)
    {
        return _references.GetValueOrDefault(name)
            ?? throw new KeyNotFoundException($"No listing describes the assembly {name}.");
    }

    private void Compile(string name, DeclarationWriter writer)
    {
        if (_references.ContainsKey(name) || !Listings.TryGetValue(name, out ApiListing? listing))
        {
            return;
        }
        foreach (string needed in listing.References)
        {
            Compile(needed, writer);
        }
        CSharpCompilation compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(writer.Write(name))],
            _references.Values,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using MemoryStream image = new();
        EmitResult result = compilation.Emit(image, options: new EmitOptions(
            metadataOnly: true,
            runtimeMetadataVersion: name == CoreLibrary ? "v4.0.30319" : null));
        if (!result.Success)
        {
            throw new InvalidDataException($"The listing of {name} does not compile:\n"
                + string.Join('\n', result.Diagnostics
                    .Where(found => found.Severity == DiagnosticSeverity.Error).Take(20)));
        }
        _images.Add(name, image.ToArray());
        _references.Add(name, MetadataReference.CreateFromImage(image.ToArray()));
    }
}
