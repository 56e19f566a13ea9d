using System.Collections.Generic;
using System.IO;
using Mono.Cecil;
using TwcBridge.SystemTests.Rules.Referee;

namespace TwcBridge.SystemTests.Rules.Il;

/// <summary>Finds referenced assemblies among our own and the listings, and nowhere else.</summary>
internal sealed class ReferenceResolver : BaseAssemblyResolver
{
    private readonly Dictionary<string, AssemblyDefinition> _assemblies = [];

    public void Add(AssemblyDefinition assembly)
    {
        _assemblies.Add(assembly.Name.Name, assembly);
    }

    public override AssemblyDefinition Resolve(AssemblyNameReference name)
    {
        if (!_assemblies.TryGetValue(name.Name, out AssemblyDefinition? assembly))
        {
            assembly = AssemblyDefinition.ReadAssembly(
                new MemoryStream(ApiLibrary.Device.Images[name.Name]),
                new ReaderParameters { AssemblyResolver = this });
            Add(assembly);
        }
        return assembly;
    }

    public override AssemblyDefinition Resolve(
        AssemblyNameReference name, ReaderParameters parameters)
    {
        return Resolve(name);
    }
}
