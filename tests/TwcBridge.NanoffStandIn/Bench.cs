using System;
using System.IO;
using System.Linq;

namespace TwcBridge.NanoffStandIn;

/// <summary>The board on the table, as files of a folder, and what is to go wrong.</summary>
internal sealed class Bench
{
    private const string CallsName = "calls";
    private const string OnceMark = "once:";

    private readonly string _folder;
    private readonly string[] _plan;

    /// <param name="plan">purpose=what;purpose=what. "once:what" goes wrong the first time only.
    /// </param>
    public Bench(string folder, string plan)
    {
        _folder = folder;
        _plan = plan.Split(';', StringSplitOptions.RemoveEmptyEntries);
    }

    public string Version => PlanFor("version") is { Length: > 0 } version ? version : "2.5.143";

    public void Note(string[] args)
    {
        string optOut = Environment.GetEnvironmentVariable("NANOFRAMEWORK_TELEMETRY_OPTOUT") ?? "";
        string mark = optOut == "1" ? "" : "(telemetry!) ";
        File.AppendAllText(PathOf(CallsName), mark + string.Join(' ', args) + "\n");
    }

    public string PlanFor(string purpose)
    {
        string plan = _plan.FirstOrDefault(part => part.StartsWith(purpose + "="))
            ?[(purpose.Length + 1)..] ?? "";
        if (!plan.StartsWith(OnceMark))
        {
            return plan;
        }
        int calls = File.ReadLines(PathOf(CallsName)).Count(line =>
            CommandLine.PurposeOf(line.Split(' ')) == purpose);
        return calls == 1 ? plan[OnceMark.Length..] : "";
    }

    public string? Read(string name)
    {
        return File.Exists(PathOf(name)) ? File.ReadAllText(PathOf(name)) : null;
    }

    public void Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
    }

    public void Delete(string name)
    {
        File.Delete(PathOf(name));
    }

    private string PathOf(string name)
    {
        return Path.Combine(_folder, name);
    }
}
