using System.Collections.Generic;
using System.Linq;

namespace TwcBridge.SystemTests.Rules.Source;

/// <summary>A rule that looks at one file at a time.</summary>
internal abstract class FileRule : SourceRule
{
    public sealed override IEnumerable<Violation> Check(SourceSet sources)
    {
        return sources.Files.Where(file => !file.IsGenerated && Concerns(file))
            .SelectMany(Check);
    }

    protected abstract bool Concerns(ParsedFile file);

    protected abstract IEnumerable<Violation> Check(ParsedFile file);
}
