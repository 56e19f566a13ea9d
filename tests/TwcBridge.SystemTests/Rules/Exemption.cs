namespace TwcBridge.SystemTests.Rules;

/// <summary>A place that may break one rule, and why.</summary>
/// <param name="Where">A file below the root, or Type::Member.</param>
internal sealed record Exemption(string Rule, string Where, string Reason)
{
    public bool Covers(Violation violation)
    {
        return violation.Rule == Rule && (violation.File == Where || violation.Member == Where);
    }
}
