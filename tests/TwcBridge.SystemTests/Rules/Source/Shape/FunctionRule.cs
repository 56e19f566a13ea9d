using System.Collections.Generic;
using System.Linq;

namespace TwcBridge.SystemTests.Rules.Source.Shape;

/// <summary>A limit on each function of firmware and tools. Tests are tables more than code, so
/// they are left alone.</summary>
internal abstract class FunctionRule : FileRule
{
    protected abstract int Limit { get; }

    protected abstract int Measure(Function function);

    protected sealed override bool Concerns(ParsedFile file)
    {
        return !file.IsTest;
    }

    protected sealed override IEnumerable<Violation> Check(ParsedFile file)
    {
        return Function.In(file).Where(function => Measure(function) > Limit)
            .Select(function => At(file, function.Node, $"{Measure(function)} > {Limit}"));
    }

    /// <summary>A method around some statements.</summary>
    protected static SourceFile Method(string statements)
    {
        return Sample($"class C {{ int F(int a, int b, int[] c) {{ {statements} return 0; }} }}");
    }
}
